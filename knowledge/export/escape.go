package export

import (
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// escape returns a text of ours, on one line, so that Markdown shows it as it
// is: a backslash before each mark that could mean something.
func escape(s string) string {
	s, _ = text.Clean(strings.ToValidUTF8(s, "\uFFFD"))
	return escaped(strings.Join(strings.Fields(s), " "))
}

// escaped puts the backslashes. Some marks mean something only where a line
// begins, two of them behind a number there.
func escaped(s string) string {
	var b strings.Builder
	start := 0 // of the line
	for i, r := range s {
		if means(s[start:i], s[i:], r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if r == '\n' {
			start = i + 1
		}
	}
	return b.String()
}

// means reports whether r, with which after begins, could mean something to
// Markdown behind what stands before it in its line.
func means(before, after string, r rune) bool {
	switch r {
	case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '&', '@', '$':
		return true
	case '#', '+', '-', '=':
		return strings.TrimLeft(before, " ") == ""
	case '.', ')':
		number := strings.TrimLeft(before, " ")
		return number != "" && strings.Trim(number, "0123456789") == "" || strings.HasSuffix(strings.ToLower(before), "www")
	case ':':
		return strings.HasPrefix(after, "://")
	}
	return false
}

// quoted sets words of a source between quotation marks, changed by backslashes
// alone.
func quoted(q knowledge.Quotation) string {
	return q.Quoted(func(words string) string { return strings.ReplaceAll(escaped(words), "\n", "\n  > ") })
}
