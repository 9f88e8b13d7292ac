package search

import (
	"strings"
	"sync"
	"sync/atomic"
)

// lexeme is what one token becomes in one tongue.
type lexeme struct {
	token string
	word  string // how it is written: what corrections are looked for among
	term  string // what it is looked up by
	stop  bool
	spelling
}

// lexeme analyses one token.
func (t *tongue) lexeme(tok string) *lexeme {
	tagged := string(t.tag) + tok // a copy: it must not hold on to the text that it stands in
	x := &lexeme{token: tagged[1:], spelling: spell(tagged[1:])}
	if x.stop = t.stops(x.spelling); !x.stop {
		x.word, x.term = shared(tagged, t.word(x.spelling)), shared(tagged, t.term(x.spelling))
	}
	return x
}

// shared returns s, as a part of whole if that begins with it: most words are
// in lower case, and most stems are beginnings.
func shared(whole, s string) string {
	if strings.HasPrefix(whole, s) {
		return whole[:len(s)]
	}
	return s
}

// lexicon remembers words that were analysed, because stemming costs more than
// all the rest of a search in a small index. It is shared by all states of an
// index, and safe for concurrent use.
type lexicon struct {
	tongues  tongues
	known    [len(tongues{})]atomic.Pointer[remembered]
	builders sync.Pool // for changes of a few documents
}

// remembered are lexemes. Two places are for those with one hash, so that two
// common words don't drive each other out.
type remembered struct {
	places [][2]atomic.Pointer[lexeme]
	put    atomic.Int32
}

// The places grow from a few, as many indexes hold a few documents only, to
// about a megabyte with their lexemes.
const leastKnown, mostKnown = 1 << 5, 1 << 12

func newRemembered(n int) *remembered {
	return &remembered{places: make([][2]atomic.Pointer[lexeme], n)}
}

func newLexicon() *lexicon {
	l := &lexicon{tongues: newTongues()}
	for i := range l.known {
		l.known[i].Store(newRemembered(leastKnown))
	}
	return l
}

func (r *remembered) of(tok string) *[2]atomic.Pointer[lexeme] {
	return &r.places[hash(tok)&uint64(len(r.places)-1)]
}

// either returns the lexeme of a token if it is one of two.
func either(two *[2]atomic.Pointer[lexeme], tok string) *lexeme {
	for i := range two {
		if x := two[i].Load(); x != nil && x.token == tok {
			return x
		}
	}
	return nil
}

// look analyses a token in the i-th tongue.
func (l *lexicon) look(i int, tok string) *lexeme {
	two := l.known[i].Load().of(tok)
	x := either(two, tok)
	if x == nil {
		x = l.tongues[i].lexeme(tok)
		if first := two[0].Load(); first != nil {
			two[1].Store(first)
		}
		two[0].Store(x)
		l.grow(i)
	}
	return x
}

// lookAll appends the lexemes of tokens to list. What nobody has read for
// a while comes slowly from memory, but as many things at once as are asked for.
func (l *lexicon) lookAll(i int, tokens []token, list []*lexeme) []*lexeme {
	known := l.known[i].Load()
	for j := range tokens {
		list = append(list, known.of(tokens[j].text)[0].Load())
	}
	for j, x := range list {
		if tok := tokens[j].text; x == nil || x.token != tok {
			list[j] = l.look(i, tok)
		}
	}
	return list
}

// read is look for who reads many documents: a new lexeme is remembered only if
// keep says so and there is room.
func (l *lexicon) read(i int, tok string, keep bool) *lexeme {
	two := l.known[i].Load().of(tok)
	x := either(two, tok)
	if x == nil {
		x = l.tongues[i].lexeme(tok)
		if keep && (two[0].CompareAndSwap(nil, x) || two[1].CompareAndSwap(nil, x)) {
			l.grow(i)
		}
	}
	return x
}

// grow counts a lexeme that was remembered, and makes room for more when there
// were as many as there are places.
func (l *lexicon) grow(i int) {
	old := l.known[i].Load()
	if int(old.put.Add(1)) < len(old.places) || len(old.places) == mostKnown {
		return
	}
	larger := newRemembered(2 * len(old.places))
	for j := range old.places {
		for k := range old.places[j] {
			if x := old.places[j][k].Load(); x != nil {
				larger.of(x.token)[k].Store(x)
			}
		}
	}
	l.known[i].CompareAndSwap(old, larger)
}

// index is the place of a tongue in the lexicon.
func (l *lexicon) index(t *tongue) int {
	for i := range l.tongues {
		if &l.tongues[i] == t {
			return i
		}
	}
	return 0
}
