package search

import "sync"

// lexeme is what one token becomes in one tongue.
type lexeme struct {
	spelling
	stop bool
	word string // how it is written: what corrections are looked for among
	term string // what it is looked up by
}

// lexeme analyses one token.
func (t *tongue) lexeme(tok string) lexeme {
	x := lexeme{spelling: spell(tok)}
	if x.stop = t.stops(x.spelling); !x.stop {
		x.word, x.term = t.word(x.spelling), t.term(x.spelling)
	}
	return x
}

// lexicon remembers the words that were analysed last, because stemming costs
// more than all the rest of a search in a small index. It is shared by all
// states of an index, and safe for concurrent use.
type lexicon struct {
	tongues tongues
	mu      sync.RWMutex
	known   [len(tongues{})]map[string]lexeme
}

// maxKnown bounds what is remembered for a tongue, about two megabytes.
const maxKnown = 8192

func newLexicon() *lexicon { return &lexicon{tongues: newTongues()} }

// look analyses a token in the i-th tongue.
func (l *lexicon) look(i int, tok string) lexeme {
	l.mu.RLock()
	x, ok := l.known[i][tok]
	l.mu.RUnlock()
	if ok {
		return x
	}
	tok = cloneShort(tok)
	x = l.tongues[i].lexeme(tok)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.known[i] == nil || len(l.known[i]) >= maxKnown {
		l.known[i] = make(map[string]lexeme)
	}
	l.known[i][tok] = x
	return x
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

// cloneShort keeps a word from holding on to the text that it stands in.
func cloneShort(w string) string { return string([]byte(w)) }
