package search

import "math"

// builder makes a segment of documents. Texts are read once; what a token
// means is worked out at its first occurrence and remembered by its spelling.
type builder struct {
	lexicon  *lexicon
	bulk     bool // many documents: remember all their tokens
	memo     [len(tongues{})]map[string]known
	recent   [len(tongues{})][]recent
	words    interned
	terms    interned
	termOf   []uint32 // of words
	wordDocs []uint32
	docs     []Doc
	lengths  []int

	// The document being read.
	doc      uint32
	seenWord []uint32 // document+1 in which a word was seen last
	seenTerm []uint32
	place    []uint32 // of a term in the document's postings
	length   int

	// What was read, document after document.
	postTerm  []uint32
	postCount []uint8
	postEnds  []uint32
	docWords  []uint32
	wordEnds  []uint32
}

// known is what is remembered of a token.
type known struct {
	spelling *spelling
	id       uint32 // of its word; noWord for a stop word
}

const noWord = math.MaxUint32

// interned numbers strings as they come.
type interned struct {
	ids   map[string]uint32
	list  []string
	place []uint32 // of each in order, once they are put in order
	order []keyed
}

func (n *interned) id(s string) (uint32, bool) {
	if id, ok := n.ids[s]; ok {
		return id, false
	}
	if n.ids == nil {
		n.ids = make(map[string]uint32, 64)
	}
	id := uint32(len(n.list))
	n.ids[s] = id
	n.list = append(n.list, s)
	return id, true
}

// build makes a segment of at most maxDocs documents with distinct ids.
func build(lexicon *lexicon, docs []Doc) *segment {
	if len(docs) > few {
		b := builder{lexicon: lexicon, bulk: true}
		return b.build(docs)
	}
	b, used := lexicon.builders.Get().(*builder)
	if !used {
		b = &builder{lexicon: lexicon}
	}
	s := b.build(docs)
	b.reset()
	lexicon.builders.Put(b)
	return s
}

// few documents are read with memory that was used before: making room would
// take a third of the time.
const few = 64

func (b *builder) build(docs []Doc) *segment {
	b.docs = docs
	for i := range docs {
		b.doc = uint32(i) + 1
		b.read(&docs[i])
	}
	return b.segment()
}

// reset forgets what was read.
func (b *builder) reset() {
	b.words.reset()
	b.terms.reset()
	b.docs, b.lengths = nil, b.lengths[:0]
	b.termOf, b.wordDocs = b.termOf[:0], b.wordDocs[:0]
	b.seenWord, b.seenTerm, b.place = b.seenWord[:0], b.seenTerm[:0], b.place[:0]
	b.postTerm, b.postCount, b.postEnds = b.postTerm[:0], b.postCount[:0], b.postEnds[:0]
	b.docWords, b.wordEnds = b.docWords[:0], b.wordEnds[:0]
}

func (n *interned) reset() {
	clear(n.ids)
	clear(n.list)
	n.list = n.list[:0]
}

func (b *builder) read(d *Doc) {
	b.length = 0
	for _, f := range d.Fields {
		b.readField(f, b.lexicon.tongues.of(d.Language))
	}
	b.lengths = append(b.lengths, b.length)
	b.postEnds = append(b.postEnds, uint32(len(b.postTerm)))
	b.wordEnds = append(b.wordEnds, uint32(len(b.docWords)))
}

func (b *builder) readField(f Field, t *tongue) {
	i := b.lexicon.index(t)
	weight := f.Kind.weight()
	var found dates
	date := func(term string) {
		id := b.word(term, term)
		b.count(id, weight)
	}
	eachToken(f.Text, func(tok token) {
		k := b.know(i, tok.text)
		found.read(k.spelling, tok.joined, date)
		if k.id != noWord {
			b.count(k.id, weight)
			b.length += weight
		}
	})
	found.end(date)
}

// recent is a token that was read lately. Most tokens of a text are a few
// thousand common words; they are found here in half the time of a map.
type recent struct {
	token string
	known
}

// recents is how many of them there are for a tongue.
const recents = 1 << 14

// know returns what a token means in the i-th tongue.
func (b *builder) know(i int, tok string) known {
	if !b.bulk {
		return b.number(b.lexicon.look(i, tok))
	}
	if b.recent[i] == nil {
		b.recent[i] = make([]recent, recents)
	}
	hash := uint32(len(tok))
	for j := range len(tok) {
		hash = hash*31 + uint32(tok[j])
	}
	r := &b.recent[i][hash%recents]
	if r.token != tok {
		*r = recent{tok, b.learn(i, tok)}
	}
	return r.known
}

// learn returns what a token means, and works it out the first time.
func (b *builder) learn(i int, tok string) known {
	if k, ok := b.memo[i][tok]; ok {
		return k
	}
	x := b.lexicon.tongues[i].lexeme(tok)
	b.lexicon.offer(i, x)
	k := b.number(x)
	if b.memo[i] == nil {
		b.memo[i] = map[string]known{}
	}
	b.memo[i][x.token] = k
	return k
}

// number numbers the word that a token turned out to be.
func (b *builder) number(x *lexeme) known {
	k := known{&x.spelling, noWord}
	if !x.stop {
		k.id = b.word(x.word, x.term)
	}
	return k
}

// word numbers a word, which leads to a term.
func (b *builder) word(word, term string) uint32 {
	id, added := b.words.id(word)
	if added {
		t, fresh := b.terms.id(term)
		if fresh {
			b.seenTerm, b.place = append(b.seenTerm, 0), append(b.place, 0)
		}
		b.termOf, b.wordDocs, b.seenWord = append(b.termOf, t), append(b.wordDocs, 0), append(b.seenWord, 0)
	}
	return id
}

// count adds one occurrence of a word to the document.
func (b *builder) count(word uint32, weight int) {
	if b.seenWord[word] != b.doc {
		b.seenWord[word] = b.doc
		b.wordDocs[word]++
		b.docWords = append(b.docWords, word)
	}
	t := b.termOf[word]
	if b.seenTerm[t] != b.doc {
		b.seenTerm[t] = b.doc
		b.place[t] = uint32(len(b.postTerm))
		b.postTerm, b.postCount = append(b.postTerm, t), append(b.postCount, 0)
	}
	c := &b.postCount[b.place[t]]
	*c = uint8(min(maxCount, int(*c)+weight))
}
