package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// reach is how many bytes to each side of a bound are looked at. It keeps the
// time in proportion to the length, whatever the text.
const reach = 500

// Span is a stretch of a text: the bytes from Start up to, not including, End.
type Span struct{ Start, End int }

// Sentences returns the sentences of a paragraph in the language lang ("en",
// "fr"; the rules of both serve for any other), as a careful reader would count
// them. The spans are in order, don't overlap, begin and end with no white
// space, and together hold every byte of s that is no white space. A line break
// counts as a space: s is one paragraph.
//
// The bounds are those of UAX 29 (Unicode text segmentation, sentence
// boundaries), given up where an abbreviation, an initial, a number, an
// ellipsis or a quotation shows that the sentence goes on.
func Sentences(s, lang string) []Span {
	r := reader{text: s, glossary: glossaryFor(lang)}
	bounds := sentences.FromString(shadow(s))
	start := 0
	for bounds.Next() {
		if end := bounds.End(); end == len(s) || r.ends(start, end) {
			r.keep(start, end)
			start = end
		}
	}
	return r.spans
}

// reader goes through a paragraph and collects its sentences.
type reader struct {
	text     string
	glossary glossary
	spans    []Span
	open     bool // the last span is no sentence by itself and takes the next one in
}

// keep adds the sentence from start to end. What holds no word, or only the
// mark of an item in a list, goes with the sentence after it; at the end of the
// paragraph, what holds no word goes with the one before.
func (r *reader) keep(start, end int) {
	body := strings.TrimLeftFunc(r.text[start:end], unicode.IsSpace)
	start = end - len(body)
	body = strings.TrimRightFunc(body, unicode.IsSpace)
	if body == "" {
		return
	}
	wordless := strings.IndexFunc(body, inWord) < 0
	if last := len(r.spans) - 1; last >= 0 && (r.open || wordless && end == len(r.text)) {
		r.spans[last].End = start + len(body)
	} else {
		r.spans = append(r.spans, Span{start, start + len(body)})
	}
	r.open = wordless || isEnumerator(body)
}

// ends reports whether the sentence that begins at start ends at the bound end.
func (r *reader) ends(start, end int) bool {
	before := r.text[max(start, end-reach):end]
	left := strings.TrimRightFunc(before, unicode.IsSpace)
	stop, closing := cutClosing(left)
	last, size := utf8.DecodeLastRuneInString(stop)
	after := r.text[end:min(len(r.text), end+reach)]
	switch first := firstInWord(after); {
	case len(left) == len(before) && last < '\u3000':
		return false // "end.Next", an address; only ideographs need no space
	case unicode.IsLower(first), r.insideBracket(start, end, after):
		return false
	case isOmission(stop):
		return r.begins(after)
	case endsInEllipsis(stop):
		return !unicode.IsDigit(first)
	case last == '.':
		return r.stopEnds(stop[:len(stop)-size], after)
	case last == '?', last == '!':
		return !strings.ContainsAny(closing, `”’»›"'`) || !r.speaks(after)
	}
	return true
}

// stopEnds reports whether the full stop between before and after ends a
// sentence, though it may belong to an abbreviation.
func (r *reader) stopEnds(before, after string) bool {
	word := lastWord(before)
	next, rest := nextWord(after)
	first, _ := utf8.DecodeRuneInString(next)
	numbered := unicode.IsDigit(first)
	common := r.begins(after)
	switch g := r.glossary; {
	case g.binding.holds(word):
		return false
	case word == "J.-C" && followsEra(before):
		return !numbered
	case isInitial(word) && !strings.HasSuffix(before, "°"+word):
		return common && !(g.surnames.holds(next) && unicode.IsUpper(firstInWord(rest)))
	case isAcronym(word), g.ending.holds(word):
		return common
	case g.counting.holds(word):
		return !numbered && (!isRoman(next) || word == "no")
	}
	return true
}

// begins reports whether after starts as sentences commonly do. A letter with a
// stop behind it is an initial, not the word A or I.
func (r *reader) begins(after string) bool {
	next, rest := nextWord(after)
	return r.glossary.starts.holds(next) && !strings.HasPrefix(rest, ".")
}

// speaks reports whether after begins with a name of one to four words and a
// verb of speaking, as in: “Is it over?” President Keita asked. A common
// beginning of a sentence is no name: “Is it over?” Nobody answered.
func (r *reader) speaks(after string) bool {
	if first, _ := nextWord(after); r.glossary.starts.holds(first) {
		return false
	}
	words := strings.Fields(after)
	for i, word := range words[:min(len(words), 5)] {
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
			return i > 0 && r.glossary.speaking.holds(strings.TrimRight(word, ".,:;"))
		}
	}
	return false
}

// insideBracket reports whether the bound end stands within a round bracket
// that opened after the first word of the sentence and closes in what comes
// after: what is inside is part of the sentence around it. If another opens
// first, this one was never closed.
func (r *reader) insideBracket(start, end int, after string) bool {
	near := max(start, end-reach)
	open := strings.LastIndexAny(r.text[near:end], "()")
	if open < 0 || r.text[near+open] != '(' || strings.IndexFunc(r.text[start:near+open], inWord) < 0 {
		return false
	}
	next := strings.IndexAny(after, "()")
	return next >= 0 && after[next] == ')'
}
