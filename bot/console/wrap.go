package console

import (
	"unicode"

	"griot/knowledge/text"
)

// glyph is a character and how it is painted.
type glyph struct {
	r     rune
	paint paint
	tied  bool // a space at which no line ends
}

// width returns the columns that the character takes: none if it is set on or
// into the one before.
func (g glyph) width() int {
	if unicode.In(g.r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	return 1
}

// run is a stretch of text in one paint. A tied one stands on one line but for
// its first character, if that is a space.
type run struct {
	text  string
	paint paint
	tied  bool
}

// glyphs returns the characters of runs, without those that could steer the
// terminal.
func glyphs(runs []run) []glyph {
	var all []glyph
	for _, run := range runs {
		clean, _ := text.Clean(run.text)
		for i, r := range clean {
			all = append(all, glyph{r, run.paint, run.tied && i > 0})
		}
	}
	return all
}

// wrap breaks runs into lines of at most width columns. It breaks at spaces
// only, takes away the one space that it breaks at and nothing else, so the
// lines joined with spaces are the text again. A longer word stays whole.
func wrap(runs []run, width int) [][]glyph {
	all := glyphs(runs)
	var lines [][]glyph
	start, space, columns := 0, -1, 0
	for i, g := range all {
		columns += g.width()
		if g.r == ' ' && !g.tied {
			space = i
		}
		if g.r == '\n' {
			lines = append(lines, all[start:i])
			start, space, columns = i+1, -1, 0
		}
		if columns > width && space >= 0 {
			lines = append(lines, all[start:space])
			start = space + 1
			space, columns = -1, columnsOf(all[start:i+1])
		}
	}
	return append(lines, all[start:])
}

func columnsOf(line []glyph) int {
	n := 0
	for _, g := range line {
		n += g.width()
	}
	return n
}

// painted returns a line as the terminal gets it.
func (t Terminal) painted(line []glyph) string {
	s := ""
	for start := 0; start < len(line); {
		end, stretch := start, ""
		for end < len(line) && line[end].paint == line[start].paint {
			stretch += string(line[end].r)
			end++
		}
		s += t.in(line[start].paint, stretch)
		start = end
	}
	return s
}
