package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Op says what became of a piece of a text.
type Op int

// What can become of a piece.
const (
	Same Op = iota
	Removed
	Added
)

// Piece is a run of words that stayed, went or came.
type Piece struct {
	Op   Op
	Text string
}

// maxCells bounds what Diff spends on two texts: 4 bytes a cell.
const maxCells = 4 << 20

// Diff returns how before became after, word by word: the pieces that are not
// Added give back before, those that are not Removed give back after, byte for
// byte. As many words stay as can, and then as much punctuation; where a change
// is followed by another with nothing but space between, they are one. Of texts
// that differ over more than some thousand words on both sides, all from the
// first change to the last is one.
//
// The way is the table of Wagner and Fischer, The string-to-string correction
// problem, JACM 21 (1974), for the longest common subsequence, with words
// weighing more than what stands between them.
func Diff(before, after string) []Piece {
	a, b := tokens(before), tokens(after)
	head := shared(a, b)
	a, b = a[head:], b[head:]
	start := strings.Join(tokens(before)[:head], "")
	slices.Reverse(a)
	slices.Reverse(b)
	tail := shared(a, b)
	slices.Reverse(a)
	slices.Reverse(b)
	end := strings.Join(a[len(a)-tail:], "")
	a, b = a[:len(a)-tail], b[:len(b)-tail]

	var d pieces
	d.add(Same, start)
	d.between(a, b)
	d.add(Same, end)
	return d.joined()
}

// shared returns how many tokens a and b begin with together.
func shared(a, b []string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// tokens cuts s into words, runs of space, and single characters of all else.
func tokens(s string) []string {
	var all []string
	for s != "" {
		r, end := utf8.DecodeRuneInString(s)
		for class := classOf(r); class != nil && end < len(s); {
			next, size := utf8.DecodeRuneInString(s[end:])
			if !class(next) {
				break
			}
			end += size
		}
		all, s = append(all, s[:end]), s[end:]
	}
	return all
}

// classOf returns what a token goes on with after r; nil if nothing.
func classOf(r rune) func(rune) bool {
	switch {
	case inWord(r):
		return inWord
	case unicode.IsSpace(r):
		return unicode.IsSpace
	}
	return nil
}

// weight is what it is worth to keep a token: any word is worth more than all
// that can stand between words of a text that Diff looks into.
func weight(token string) uint32 {
	if r, _ := utf8.DecodeRuneInString(token); inWord(r) {
		return 1 << 11
	}
	return 1
}

type pieces []Piece

func (d *pieces) add(op Op, s string) {
	if s != "" {
		*d = append(*d, Piece{op, s})
	}
}

// between adds how the tokens a became b.
func (d *pieces) between(a, b []string) {
	width := len(b) + 1
	if (len(a)+1)*width > maxCells {
		d.add(Removed, strings.Join(a, ""))
		d.add(Added, strings.Join(b, ""))
		return
	}
	kept := keep(a, b)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j] && kept[i*width+j] == kept[(i+1)*width+j+1]+weight(a[i]):
			d.add(Same, a[i])
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && kept[(i+1)*width+j] >= kept[i*width+j+1]:
			d.add(Removed, a[i])
			i++
		default:
			d.add(Added, b[j])
			j++
		}
	}
}

// keep returns the table of what can be kept of a[i:] and b[j:], at i*(len(b)+1)+j.
func keep(a, b []string) []uint32 {
	width := len(b) + 1
	kept := make([]uint32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		worth := weight(a[i])
		for j := len(b) - 1; j >= 0; j-- {
			best := max(kept[(i+1)*width+j], kept[i*width+j+1])
			if a[i] == b[j] {
				best = max(best, kept[(i+1)*width+j+1]+worth)
			}
			kept[i*width+j] = best
		}
	}
	return kept
}

// joined returns the pieces with neighbours made one: in each change what was
// removed stands before what was added, and space between two changes belongs
// to both.
func (d pieces) joined() []Piece {
	var all pieces
	var removed, added strings.Builder
	flush := func() {
		all.add(Removed, removed.String())
		all.add(Added, added.String())
		removed.Reset()
		added.Reset()
	}
	for i, p := range d {
		switch {
		case p.Op == Removed:
			removed.WriteString(p.Text)
		case p.Op == Added:
			added.WriteString(p.Text)
		case i > 0 && i < len(d)-1 && d[i-1].Op != Same && d[i+1].Op != Same && strings.TrimSpace(p.Text) == "":
			removed.WriteString(p.Text)
			added.WriteString(p.Text)
		default:
			flush()
			if n := len(all); n > 0 && all[n-1].Op == Same {
				all[n-1].Text += p.Text
			} else {
				all.add(Same, p.Text)
			}
		}
	}
	flush()
	return all
}
