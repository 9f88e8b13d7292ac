package search

import "math"

// builder makes a segment of documents. Texts are read once; what a token
// means is worked out at its first occurrence and remembered by its spelling.
type builder struct {
	lexicon  *lexicon
	bulk     bool // many documents: remember all their tokens
	memo     [len(tongues{})]tokens
	words    interned
	terms    interned
	wordSeen []wordSeen
	termSeen []termSeen
	docs     []Doc
	lengths  []int
	tokens   []token // of the text being read
	lexemes  []*lexeme

	// The document being read.
	doc    uint32 // its number and 1
	length int

	// What was read, document after document.
	postTerm  []uint32
	postCount []uint8
	postEnds  []uint32
	docWords  []uint32
	wordEnds  []uint32
}

// wordSeen says in which document a word was seen last, in how many it was, and
// what term it leads to.
type wordSeen struct{ doc, docs, term uint32 }

// termSeen says in which document a term was seen last, and where that stands in
// its postings.
type termSeen struct{ doc, place uint32 }

// known is what is remembered of a token.
type known struct {
	spelling *spelling
	id       uint32 // of its word; noWord for a stop word
	dated    bool   // it may be part of a date
}

const noWord = math.MaxUint32

// build makes a segment of at most maxDocs documents with distinct ids.
func build(lexicon *lexicon, docs []Doc) *segment {
	if len(docs) > few {
		b := builder{lexicon: lexicon, bulk: true}
		b.makeRoom(docs)
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

// makeRoom spares copying what was read while it grows: a text of ten bytes has
// about one word that is not in its document yet.
func (b *builder) makeRoom(docs []Doc) {
	size := 0
	for i := range docs {
		for _, f := range docs[i].Fields {
			size += len(f.Text)
		}
	}
	b.postTerm, b.postCount, b.docWords = make([]uint32, 0, size/10), make([]uint8, 0, size/10), make([]uint32, 0, size/10)
}

// reset forgets what was read.
func (b *builder) reset() {
	b.words.reset()
	b.terms.reset()
	b.docs, b.lengths = nil, b.lengths[:0]
	clear(b.tokens) // they hold on to texts
	b.wordSeen, b.termSeen = b.wordSeen[:0], b.termSeen[:0]
	b.postTerm, b.postCount, b.postEnds = b.postTerm[:0], b.postCount[:0], b.postEnds[:0]
	b.docWords, b.wordEnds = b.docWords[:0], b.wordEnds[:0]
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
	b.eachKnown(i, f.Text, func(k known, joined byte) {
		if k.dated || found.begun() {
			found.read(k.spelling, joined, date)
		}
		if k.id != noWord {
			b.count(k.id, weight)
			b.length += weight
		}
	})
	found.end(date)
}

// eachKnown calls yield with what the tokens of a text mean in the i-th tongue.
func (b *builder) eachKnown(i int, s string, yield func(k known, joined byte)) {
	if b.bulk {
		eachToken(s, func(t token) { yield(b.know(i, t.text), t.joined) })
		return
	}
	b.tokens = b.tokens[:0]
	eachToken(s, func(t token) { b.tokens = append(b.tokens, t) })
	b.lexemes = b.lexicon.lookAll(i, b.tokens, b.lexemes[:0])
	for j, x := range b.lexemes {
		yield(b.number(x), b.tokens[j].joined)
	}
}

// know returns what a token means in the i-th tongue, remembered by its spelling.
func (b *builder) know(i int, tok string) known {
	// The first words are the common ones, and lie together in memory: those that
	// came later would each keep a page of what is forgotten.
	return b.memo[i].find(tok, func() known { return b.number(b.lexicon.read(i, tok, b.memo[i].taken < mostKnown)) })
}

// number numbers the word that a token turned out to be.
func (b *builder) number(x *lexeme) known {
	k := known{&x.spelling, noWord, x.part.isSet()}
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
			b.termSeen = append(b.termSeen, termSeen{})
		}
		b.wordSeen = append(b.wordSeen, wordSeen{term: t})
	}
	return id
}

// count adds one occurrence of a word to the document.
func (b *builder) count(word uint32, weight int) {
	w := &b.wordSeen[word]
	if w.doc != b.doc {
		w.doc = b.doc
		w.docs++
		b.docWords = append(b.docWords, word)
	}
	t := &b.termSeen[w.term]
	if t.doc != b.doc {
		t.doc, t.place = b.doc, uint32(len(b.postTerm))
		b.postTerm, b.postCount = append(b.postTerm, w.term), append(b.postCount, 0)
	}
	c := &b.postCount[t.place]
	*c = uint8(min(maxCount, int(*c)+weight))
}
