package knowledge

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// The languages that Griot reads. English is that of a plain string in a pack
// and the last resort of every look-up.
const (
	English = "en"
	French  = "fr"
)

// Text is a text of our own in one or more languages, keyed by BCP 47 tag.
type Text map[string]string

// InEnglish returns a Text with only an English wording.
func InEnglish(s string) Text { return Text{English: s} }

// In returns the wording for language, or the nearest there is, and the
// language that it is in: the language itself, its base ("fr" for "fr-CA"),
// English, else the first in alphabetical order.
func (t Text) In(language string) (wording, in string) {
	base, _, _ := strings.Cut(language, "-")
	for _, l := range []string{language, base, English} {
		if s, ok := t[l]; ok {
			return s, l
		}
	}
	for _, l := range t.languages() {
		return t[l], l
	}
	return "", ""
}

// All returns every wording, in the order of their languages.
func (t Text) All() []string {
	var all []string
	for _, l := range t.languages() {
		all = append(all, t[l])
	}
	return all
}

func (t Text) languages() []string {
	var ls []string
	for l := range t {
		ls = append(ls, l)
	}
	slices.Sort(ls)
	return ls
}

// UnmarshalYAML reads a plain string as English, or a map of languages.
func (t *Text) UnmarshalYAML(decode func(any) error) error {
	var plain string
	if err := decode(&plain); err == nil {
		*t = InEnglish(plain)
		return nil
	}
	var languages map[string]string
	if err := decode(&languages); err != nil {
		return fmt.Errorf("want a text, or texts by language: %w", err)
	}
	*t = languages
	return nil
}

// UnmarshalJSON reads what MarshalJSON of a map writes, a plain string, and
// null as no text.
func (t *Text) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*t = nil
		return nil
	}
	return t.UnmarshalYAML(func(v any) error { return json.Unmarshal(b, v) })
}
