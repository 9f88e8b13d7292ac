package importer

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"griot/knowledge"
)

// choice is what the operator asked for, by line number.
type choice struct{ keep, drop map[int]bool }

// ParseLines reads a list of line numbers and runs of them, such as "21-33,40".
// It returns them as written, runs written out; none for an empty list. An
// error wraps ErrLines.
func ParseLines(s string) ([]int, error) {
	if strings.TrimSpace(s) == "" {
		return nil, nil
	}
	var numbers []int
	for part := range strings.SplitSeq(s, ",") {
		from, to, isRun := strings.Cut(part, "-")
		if !isRun {
			to = from
		}
		first, errFirst := strconv.Atoi(strings.TrimSpace(from))
		last, errLast := strconv.Atoi(strings.TrimSpace(to))
		if errors.Join(errFirst, errLast) != nil || first < 1 || last < first || last > MaxBytes {
			return nil, fmt.Errorf("%w %q: want numbers and runs such as 21-33,40, counted from 1", ErrLines, part)
		}
		for n := first; n <= last; n++ {
			numbers = append(numbers, n)
		}
	}
	return numbers, nil
}

// choose checks what was asked for against a file of so many lines.
func choose(o Options, lines int) (choice, error) {
	c := choice{keep: map[int]bool{}, drop: map[int]bool{}}
	for _, n := range o.Keep {
		c.keep[n] = true
	}
	for _, n := range o.Drop {
		c.drop[n] = true
		if c.keep[n] {
			return c, fmt.Errorf("%w: line %d is to be kept and to be dropped: choose one", ErrLines, n)
		}
	}
	for _, asked := range [][]int{o.Keep, o.Drop} {
		for _, n := range asked {
			if n < 1 || n > lines {
				return c, fmt.Errorf("%w: there is no line %d, the file has 1 to %d: correct the number", ErrLines, n, lines)
			}
		}
	}
	return c, nil
}

// kept reports whether any line of p is to be kept; a paragraph is kept whole.
func (c choice) kept(p paragraph) bool {
	for _, l := range p.lines {
		if c.keep[l.number] {
			return true
		}
	}
	return false
}

// leave returns the lines that are not to be dropped, and those that are.
// The lines around a dropped one become neighbours.
func (c choice) leave(lines []line) (rest []line, dropped []knowledge.Dropped) {
	for _, l := range lines {
		switch {
		case !c.drop[l.number]:
			rest = append(rest, l)
		case l.text != "":
			dropped = append(dropped, knowledge.Dropped{Line: l.number, Text: l.text, Reason: "as asked for"})
		}
	}
	return rest, dropped
}
