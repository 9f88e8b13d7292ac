package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge"
)

// paragraph is one line of the file, or several that were wrapped by hand.
type paragraph struct {
	lines []line
	text  string
}

// first returns the number of the paragraph's first line.
func (p paragraph) first() int { return p.lines[0].number }

// assemble makes paragraphs of lines, and reports each place where a hyphen at
// a line's end leaves open how the word is written.
func assemble(lines []line) (ps []paragraph, repaired []knowledge.Repair) {
	width := findWrap(lines)
	for i, l := range lines {
		switch {
		case l.text == "":
		case i > 0 && width.joins(lines[i-1], l):
			last := &ps[len(ps)-1]
			last.lines = append(last.lines, l)
			if endsInHyphen(lines[i-1].text) {
				repaired = append(repaired, knowledge.Repair{
					Line: lines[i-1].number,
					What: "ends in a hyphen: the next line is joined without a space, the hyphen kept: look at it",
				})
			}
		default:
			ps = append(ps, paragraph{lines: []line{l}})
		}
	}
	for i := range ps {
		ps[i].text = join(ps[i].lines)
	}
	return ps, repaired
}

// join returns the text of one paragraph's lines. A hyphen at a line's end is
// kept, since nobody can tell co-operation from a word cut at its end; a soft
// hyphen is sure to be such a cut.
func join(lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 && !lines[i-1].soft && !endsInHyphen(lines[i-1].text) {
			b.WriteByte(' ')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

// wrap is the width, in characters, at which the lines of a file were broken by
// hand. Zero means that each line is a paragraph, as browsers copy them.
type wrap int

// findWrap looks at every line that another one follows at once. In wrapped
// prose most of these are full, stop within a sentence and go on with a small
// letter; where lines are paragraphs, hardly any. A third is the border between.
func findWrap(lines []line) wrap {
	width := widest(lines)
	followed, goOn := 0, 0
	for i, next := range lines[min(1, len(lines)):] {
		l := lines[i]
		if l.text == "" || next.text == "" {
			continue
		}
		followed++
		if width.full(l, next) && goesOn(l, next) {
			goOn++
		}
	}
	if goOn == 0 || goOn*3 < followed {
		return 0
	}
	return width
}

// widest returns the length of the longest line that could have been broken: an
// address without a space can't.
func widest(lines []line) wrap {
	width := 0
	for _, l := range lines {
		if strings.ContainsAny(l.text, " \t") {
			width = max(width, utf8.RuneCountInString(l.text))
		}
	}
	return wrap(width)
}

// joins reports whether next belongs to the paragraph of l, the line before it.
// A line that had room for the next word ended its paragraph, unless the
// sentence plainly goes on; so does a line before an indented one.
func (w wrap) joins(l, next line) bool {
	if w == 0 || l.text == "" || next.indented && !l.indented {
		return false
	}
	return l.soft || w.full(l, next) || goesOn(l, next) && 2*utf8.RuneCountInString(l.text) >= int(w)
}

// full reports whether the first word of next had no room at the end of l.
// A twelfth of the width is forgiven: programs count accents and spaces in
// different ways.
func (w wrap) full(l, next line) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return utf8.RuneCountInString(l.text)+1+utf8.RuneCountInString(word) > int(w-w/12)
}

// goesOn reports whether l stops within a sentence and next goes on in it.
func goesOn(l, next line) bool {
	start, _ := utf8.DecodeRuneInString(strings.TrimLeft(next.text, openers))
	return !endsSentence(l.text) && unicode.IsLower(start)
}

const (
	openers = "\"“”„«»‹›‘’'([ \u00a0\u202f"
	closers = "\"“”«»‹›‘’')] \u00a0\u202f\ufffd"
)

// endsSentence reports whether s ends the way a sentence of prose does. What
// stands damaged behind the full stop was a closing quotation mark.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return strings.ContainsRune(".?!…。", last)
}

// endsInHyphen reports whether s ends in a hyphen that belongs to a word.
func endsInHyphen(s string) bool {
	word := strings.TrimRight(s, "-\u2010")
	before, _ := utf8.DecodeLastRuneInString(word)
	return len(word) < len(s) && (unicode.IsLetter(before) || unicode.IsDigit(before))
}
