// Package messages holds every sentence that readers see, by key and language.
// A new language is files like english.go and its sisters, and a line in In.
package messages

import (
	"fmt"
	"strings"
)

// Catalogue says things in one language. It is safe for concurrent use.
type Catalogue struct {
	language string
	words    map[string]string
	calendar calendar
}

// In returns the catalogue for a locale such as fr-CA: its language's, else
// English.
func In(locale string) *Catalogue {
	language, _, _ := strings.Cut(locale, "-")
	for _, c := range []*Catalogue{english} { // French follows here
		if c.language == language {
			return c
		}
	}
	return english
}

// together lays the parts of a catalogue together. No two say the same key.
func together(parts ...map[string]string) map[string]string {
	all := map[string]string{}
	for _, part := range parts {
		for key, wording := range part {
			if _, twice := all[key]; twice {
				panic("message " + key + " stands twice") // any test of the package would see it
			}
			all[key] = wording
		}
	}
	return all
}

// Language returns the catalogue's language.
func (c *Catalogue) Language() string { return c.language }

// Has reports whether there is a message of this key.
func (c *Catalogue) Has(key string) bool {
	_, ok := c.words[key]
	return ok
}

// Say returns the message of a key. Pairs of name and value fill its {name}s.
// If the message has a singular (key and ".one") it is used where n is 1. An
// unknown key comes back itself, which a test looks for.
func (c *Catalogue) Say(key string, pairs ...any) string {
	if n, ok := find(pairs, "n"); ok && n == "1" && c.Has(key+".one") {
		key += ".one"
	}
	wording, ok := c.words[key]
	if !ok {
		return key
	}
	return fill(wording, pairs...)
}

// fill puts values in place of the {name}s of a wording.
func fill(wording string, pairs ...any) string {
	var said strings.Builder
	for {
		before, after, open := strings.Cut(wording, "{")
		said.WriteString(before)
		if !open {
			return said.String()
		}
		name, rest, _ := strings.Cut(after, "}")
		value, _ := find(pairs, name)
		said.WriteString(value)
		wording = rest
	}
}

// find returns the value of a name. What a value holds is never filled again.
func find(pairs []any, name string) (string, bool) {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != name {
			continue
		}
		if s, ok := pairs[i+1].(string); ok {
			return s, true
		}
		return fmt.Sprint(pairs[i+1]), true
	}
	return "", false
}

// Term returns the wording of a word of the domain, such as a certainty, or
// the word itself where the catalogue has none.
func (c *Catalogue) Term(kind, word string) string {
	if s, ok := c.words[kind+"."+word]; ok {
		return s
	}
	return word
}
