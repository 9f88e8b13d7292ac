package aspect

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// reader reads the value of one field.
type reader struct {
	writer
	field  string
	value  string
	line   int // from 1; 0 while the field is read as a whole
	faults *Faults
}

// each calls fn for every line that isn't blank.
func (r *reader) each(fn func(line string)) {
	for i, line := range strings.Split(r.value, "\n") {
		if line = tidy(line); line != "" {
			r.line = i + 1
			fn(line)
		}
	}
	r.line = 0
}

// keys reads lines of a word, a colon and a value, each word at most once.
func (r *reader) keys(of map[string]func(value string)) {
	var words, seen []string
	for word := range of {
		words = append(words, word)
	}
	slices.Sort(words)
	r.each(func(line string) {
		word, value, found := strings.Cut(line, ":")
		word = strings.ToLower(strings.TrimSpace(word))
		read := of[word]
		switch {
		case !found || read == nil:
			r.fail("fault.key", "words", strings.Join(words, ", "))
		case slices.Contains(seen, word):
			r.fail("fault.key twice", "word", word)
		default:
			seen = append(seen, word)
			read(strings.TrimSpace(value))
		}
	})
	for _, word := range words { // what isn't there is empty
		if !slices.Contains(seen, word) {
			of[word]("")
		}
	}
}

// list reads one thing a line.
func list[T any](r *reader, read func(line string) T) []T {
	var all []T
	r.each(func(line string) { all = append(all, read(line)) })
	return all
}

// lines writes one thing a line.
func lines[T any](all []T, write func(T) string) string {
	var written []string
	for _, t := range all {
		written = append(written, write(t))
	}
	return strings.Join(written, "\n")
}

// own reads a text of our own words, which bear no quotation mark.
func (r *reader) own(s string) string {
	if hasMark(s) {
		r.fail("fault.mark")
	}
	return tidy(s)
}

// oneOf reads one of some words, in whatever case it is typed.
func (r *reader) oneOf(s string, words []string) string {
	s = strings.ToLower(tidy(s))
	if !slices.Contains(words, s) {
		r.fail("fault.one of", "words", strings.Join(words, ", "))
	}
	return s
}

// tidy returns a text without what can't be seen, its spaces made one each.
func tidy(s string) string {
	s, _ = text.Clean(strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}
