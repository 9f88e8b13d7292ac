package search

import "strings"

// tokens are what is known of the tokens of many documents: of at most 16
// bytes here, without following a pointer, of longer ones in a map. Open
// addressing with at most half of the places taken.
type tokens struct {
	places []tokenKnown
	taken  int
	long   map[string]known
}

// tokenKnown is a token, packed, and what is known of it.
type tokenKnown struct {
	token packed
	known
}

// packed are the bytes of a token, none of which is 0; a free place is all 0.
type packed [2]uint64

const (
	mostPacked  = 16
	leastTokens = 1 << 12
)

// pack returns the bytes of a token that is not too long.
func pack(tok string) (p packed) {
	for i := range min(8, len(tok)) {
		p[0] = p[0]<<8 | uint64(tok[i])
	}
	for i := 8; i < len(tok); i++ {
		p[1] = p[1]<<8 | uint64(tok[i])
	}
	return p
}

// hash multiplies by the golden ratio, as in Knuth, "The Art of Computer
// Programming" 3, section 6.4.
func (p packed) hash() uint64 {
	const golden = 0x9e3779b97f4a7c15
	h := (p[0] ^ p[1]*golden) * golden
	return h ^ h>>32
}

// at returns the place of a token, or the free one where it belongs.
func (t *tokens) at(p packed) *tokenKnown {
	mask := uint64(len(t.places) - 1)
	for i := p.hash() & mask; ; i = (i + 1) & mask {
		if k := &t.places[i]; k.token == p || k.token == (packed{}) {
			return k
		}
	}
}

// find returns what is known of a token, and learns it the first time.
func (t *tokens) find(tok string, learn func() known) known {
	if len(tok) > mostPacked {
		return t.findLong(tok, learn)
	}
	if t.places == nil {
		t.places = make([]tokenKnown, leastTokens)
	}
	p := pack(tok)
	k := t.at(p)
	if k.token == p {
		return k.known
	}
	known := learn()
	*k = tokenKnown{p, known}
	if t.taken++; 2*t.taken > len(t.places) {
		t.grow()
	}
	return known
}

func (t *tokens) findLong(tok string, learn func() known) known {
	if k, ok := t.long[tok]; ok {
		return k
	}
	if t.long == nil {
		t.long = map[string]known{}
	}
	k := learn()
	t.long[strings.Clone(tok)] = k
	return k
}

func (t *tokens) grow() {
	old := t.places
	t.places = make([]tokenKnown, 2*len(old))
	for _, k := range old {
		if k.token != (packed{}) {
			*t.at(k.token) = k
		}
	}
}
