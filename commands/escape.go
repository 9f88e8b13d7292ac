package commands

import (
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// Escape returns s so that Discord shows it as it is: nothing in it is bold, a
// link, a list, a heading or a mention, and nothing invisible is left.
func Escape(s string) string {
	s = visible(s)
	var b strings.Builder
	b.Grow(len(s))
	atStart := true
	for i, r := range s {
		if escapes(s, i, r, atStart) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		atStart = staysAtStart(r, atStart)
	}
	return b.String()
}

// Length returns the length of a text as Discord counts it once it is escaped,
// in UTF-16 units, without making the escaped text.
func Length(s string) int {
	s = visible(s)
	n, atStart := text.UTF16Len(s), true
	for i, r := range s {
		if escapes(s, i, r, atStart) {
			n++
		}
		atStart = staysAtStart(r, atStart)
	}
	return n
}

// staysAtStart reports whether a line's text has not begun yet after r, but
// for the number of a list.
func staysAtStart(r rune, atStart bool) bool {
	return r == '\n' || atStart && (r == ' ' || r >= '0' && r <= '9')
}

// visible returns s as valid UTF-8 without what can't be seen. Bytes that are
// no character are replaced first: else taking one out could join two others.
func visible(s string) string {
	s, _ = text.Clean(strings.ToValidUTF8(s, "\uFFFD"))
	return s
}

// escapes reports whether r at byte i of s could mean something to Discord.
// Some characters do only at the start of a line: a dash, a hash, a number's
// dot.
func escapes(s string, i int, r rune, atStart bool) bool {
	switch r {
	case '\\', '*', '_', '~', '`', '|', '<', '>', '[', ']', '@':
		return true
	case '#', '-', '+', '.', ')', '=':
		return atStart
	case ':':
		return strings.HasPrefix(s[i:], "://") || isEmoji(s[i:])
	}
	return false
}

// isEmoji reports whether s begins with an emoji's name, such as :smile:.
func isEmoji(s string) bool {
	end := strings.IndexByte(s[1:], ':')
	return end > 0 && !strings.ContainsAny(s[1:1+end], " \n")
}

// Unescape takes Escape's marks away again.
func Unescape(s string) string {
	var b strings.Builder
	escaped := false
	for _, r := range s {
		if r == '\\' && !escaped {
			escaped = true
			continue
		}
		escaped = false
		b.WriteRune(r)
	}
	return b.String()
}

// Echo returns what a person typed so that it can be shown back: on one line,
// not too long, and without quotation marks, which are kept for quotations.
func Echo(s string) string { return echo(s, 80) }

// typed is Echo for what people write at length: a reason, an answer.
func typed(s string) string { return echo(s, maxReason) }

func echo(s string, limit int) string {
	return Cut(strings.Join(strings.Fields(unmarked(s)), " "), limit)
}

// unmarked returns s without quotation marks.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(knowledge.QuotationMarks, r) {
			return -1
		}
		return r
	}, visible(s))
}
