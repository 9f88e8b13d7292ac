package search

import (
	"strings"
	"unicode/utf8"

	"griot/knowledge/text"
)

// phrase is a folded text taken apart into words. Comparisons are made on the
// words joined without spaces, so that a space too many or too few is no
// error.
type phrase struct {
	folded string
	joined string   // the words without spaces between them
	words  []string // parts of joined
	starts []int    // where each word begins in joined
	mask   uint64   // which runes occur in joined, modulo 64
}

// typedPhrase is a phrase that somebody typed, with its letters.
type typedPhrase struct {
	phrase
	letters     []rune   // of joined
	wordLetters [][]rune // of each word
}

func newTyped(p phrase) typedPhrase {
	t := typedPhrase{phrase: p, letters: []rune(p.joined), wordLetters: make([][]rune, len(p.words))}
	rest := t.letters
	for i, w := range p.words {
		n := utf8.RuneCountInString(w)
		t.wordLetters[i], rest = rest[:n], rest[n:]
	}
	return t
}

func newPhrase(folded string) phrase {
	p := phrase{folded: folded, joined: strings.ReplaceAll(folded, " ", "")}
	at := 0
	for w := range strings.FieldsSeq(folded) {
		p.starts = append(p.starts, at)
		p.words = append(p.words, p.joined[at:at+len(w)])
		at += len(w)
	}
	for _, r := range p.joined {
		p.mask |= 1 << (r % 64)
	}
	return p
}

// name is a name of a document made ready for look-up.
type name struct {
	phrase
	text string
	role Role
	body int // where joined begins after its leading article
}

func newName(n Name) name {
	p := newPhrase(text.Fold(n.Text))
	body := 0
	if hasArticle(n.Text) && len(p.starts) > 1 {
		body = p.starts[1]
	}
	return name{phrase: p, text: n.Text, role: n.Role, body: body}
}

// readings returns what a typed text may mean: as typed, and without its
// leading article. A text with nothing to look up has none.
func readings(typed string) []typedPhrase {
	p := newPhrase(text.Fold(typed))
	if p.joined == "" {
		return nil
	}
	if !hasArticle(typed) || len(p.words) < 2 {
		return []typedPhrase{newTyped(p)}
	}
	_, rest, _ := strings.Cut(p.folded, " ")
	return []typedPhrase{newTyped(p), newTyped(newPhrase(rest))}
}

// hasArticle reports whether s begins with an English or French definite
// article. It reads the text as written, because a folded "l t" may come from
// "l'T" or from the initial in "L. T".
func hasArticle(s string) bool {
	s = strings.TrimSpace(s)
	for _, article := range []string{"the ", "le ", "la ", "les ", "l'", "l’"} {
		if len(s) >= len(article) && strings.EqualFold(s[:len(article)], article) {
			return true
		}
	}
	return false
}
