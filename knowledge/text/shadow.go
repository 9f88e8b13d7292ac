package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	terminators = ".?!…‼⁇⁈⁉"
	closers     = `”’»›"')]}`
	openers     = `“‘«‹„"'([{`
)

// shadow returns a text as long as s, byte for byte in step with it, in which
// UAX 29 finds the bounds that a reader of English and French may see. It
// differs from s in that … may end a sentence; a mark that closes, or a
// footnote, belongs to the full stop before it even across a (French) space;
// digits are capitals, so that a sentence may begin with a number; and a line
// break is a space. Where UAX 29 now finds too many bounds, reader.ends refuses
// them.
func shadow(s string) string {
	c := caster{text: s, shadow: []byte(s), before: ' '}
	for i := 0; i < len(s); {
		i += c.cast(i)
	}
	return string(c.shadow)
}

// caster writes a shadow from left to right.
type caster struct {
	text   string
	shadow []byte
	before rune // the last character that was no space
	stop   bool // before, there is a terminator with what closes behind it
	space  int  // where the space after that begins, if one does; else 0
}

// cast writes the shadow of the character, or the footnote, at i, and returns
// its length.
func (c *caster) cast(i int) int {
	r, size := utf8.DecodeRuneInString(c.text[i:])
	switch {
	case unicode.IsSpace(r):
		c.fill(i, i+size, " ", "\u00a0", "\u2003")
		if c.stop && c.space == 0 {
			c.space = i
		}
		return size
	case c.closes(i, r, size):
		size = max(size, noteLen(c.text[i:]))
		if c.space > 0 {
			c.fill(c.space, i, ")", "»", "’")
		}
		c.fill(i, i+size, ")", "»", "’")
		c.space = 0
	case strings.ContainsRune(terminators, r):
		c.terminate(i, r)
	case unicode.IsDigit(r):
		c.fill(i, i+size, "X", "Á", "Ḁ")
		c.stop, c.space = false, 0
	default:
		c.stop, c.space = false, 0
	}
	c.before = r
	return size
}

// terminate notes the terminator r at i. An ellipsis ends nothing if it stands
// for words left out: behind an opening mark, a comma or colon, or a full stop
// and a space.
func (c *caster) terminate(i int, r rune) {
	if r == '…' {
		if c.space > 0 || strings.ContainsRune(openers+" ,;:", c.before) {
			c.stop, c.space = false, 0
			return
		}
		copy(c.shadow[i:], "\u2024") // a full stop of the same length
	}
	c.stop, c.space = true, 0
}

// closes reports whether r, at i, closes what the terminator before it ended,
// or begins a footnote to it. Behind a space, a mark with a letter after it
// opens something instead.
func (c *caster) closes(i int, r rune, size int) bool {
	switch next, _ := utf8.DecodeRuneInString(c.text[i+size:]); {
	case !c.stop:
		return false
	case noteLen(c.text[i:]) > 0:
		return true
	case isSuperscript(r):
		return c.space == 0
	default:
		return strings.ContainsRune(closers, r) && (c.space == 0 || !inWord(next) && !strings.ContainsRune(openers, r))
	}
}

// fill writes from start to end one of three characters, which are one, two
// and three bytes long, for each character of the text by its length.
func (c *caster) fill(start, end int, one, two, three string) {
	for i := start; i < end; {
		_, size := utf8.DecodeRuneInString(c.text[i:])
		copy(c.shadow[i:i+size], [...]string{"", one, two, three, three + one}[size])
		i += size
	}
}

// noteLen returns the length of the footnote mark at the beginning of s, such
// as [3] or [a], or 0.
func noteLen(s string) int {
	if !strings.HasPrefix(s, "[") {
		return 0
	}
	mark, _, closed := strings.Cut(s[1:min(len(s), 6)], "]")
	number := mark != "" && strings.Trim(mark, "0123456789") == ""
	letter := len(mark) == 1 && mark[0] >= 'a' && mark[0] <= 'z'
	if !closed || !number && !letter {
		return 0
	}
	return len(mark) + 2
}

// isSuperscript reports whether r is a raised digit, the mark of a footnote.
func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || r == '⁰' || '⁴' <= r && r <= '⁹'
}
