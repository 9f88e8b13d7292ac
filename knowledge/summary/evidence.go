package summary

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"griot/knowledge/text"
)

// exact writes s as quotations are compared: NFKC without case and diacritics,
// spaces, quotation marks and dashes each of one kind, without invisible
// characters. Nothing else may differ.
func exact(s string) string {
	clean, _ := text.Clean(s)
	var b strings.Builder
	for _, r := range norm.NFKD.String(cases.Fold().String(norm.NFKC.String(clean))) {
		switch {
		case unicode.Is(unicode.M, r):
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.Pd, r) || r == '−':
			b.WriteByte('-')
		case strings.ContainsRune("‘’‚‛ʼ′`\"“”„‟«»‹›", r):
			b.WriteByte('\'')
		default:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// evidence is what a written sentence rests on, found in the passages.
type evidence struct {
	passages []Passage           // cited, in the order of the citations
	quoted   map[string][]string // of each passage, ids of the sentences that hold a quotation
}

// collect checks citations and quotations against the passages.
func collect(w WrittenSentence, passages []Passage) (evidence, Rule, string) {
	e := evidence{quoted: map[string][]string{}}
	for i, id := range w.Cites {
		at := slices.IndexFunc(passages, func(p Passage) bool { return p.ID == id })
		switch {
		case at < 0:
			return e, Cited, fmt.Sprintf("cites %.40q, which was not sent", id)
		case slices.Contains(w.Cites[:i], id):
			return e, Cited, fmt.Sprintf("cites %.40q twice", id)
		}
		e.passages = append(e.passages, passages[at])
	}
	if len(e.passages) == 0 {
		return e, Cited, "cites nothing"
	}
	for _, q := range w.Quotes {
		if why := e.quote(q); why != "" {
			return e, Quotation, why
		}
	}
	for _, p := range e.passages {
		if len(e.quoted[p.ID]) == 0 {
			return e, Cited, fmt.Sprintf("quotes nothing of %.40q", p.ID)
		}
	}
	return e, Kept, ""
}

// quote finds the words of a quotation and notes whose they are.
func (e *evidence) quote(q Quote) string {
	if _, invisible := text.Clean(q.Exact); invisible > 0 {
		return "a quotation holds characters that can't be seen"
	}
	if strings.Contains(q.Exact, "…") || strings.Contains(q.Exact, "...") {
		return "a quotation holds an ellipsis"
	}
	if n := len(text.Words(q.Exact)); n < MinQuoted {
		return fmt.Sprintf("a quotation has %d words, at least %d are wanted", n, MinQuoted)
	}
	at := slices.IndexFunc(e.passages, func(p Passage) bool { return p.ID == q.P })
	if at < 0 {
		return fmt.Sprintf("quotes %.40q, which it doesn't cite", q.P)
	}
	ids := holding(e.passages[at], exact(strings.Trim(strings.TrimSpace(q.Exact), `"“”«»`)))
	if len(ids) == 0 {
		return fmt.Sprintf("the quotation %.60q is not in %.40q", q.Exact, q.P)
	}
	e.quoted[q.P] = append(e.quoted[q.P], ids...)
	return ""
}

// holding returns the ids of the sentences over which a quotation runs. It
// begins and ends with whole words.
func holding(p Passage, want string) []string {
	var ids []string
	body, ends := "", []int(nil)
	for _, s := range p.Sentences {
		body = strings.TrimSpace(body + " " + exact(s.Text))
		ends = append(ends, len(body))
	}
	for from := 0; ; {
		at := strings.Index(body[from:], want)
		if at < 0 || want == "" {
			return ids
		}
		start, end := from+at, from+at+len(want)
		if !splitsWord(body, start) && !splitsWord(body, end) {
			begin := 0
			for i, stop := range ends {
				if start < stop && end > begin && !slices.Contains(ids, p.Sentences[i].ID) {
					ids = append(ids, p.Sentences[i].ID)
				}
				begin = stop
			}
		}
		from = start + 1
	}
}

// splitsWord reports whether the offset stands inside a word of s.
func splitsWord(s string, at int) bool {
	if at <= 0 || at >= len(s) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	return isWordRune(before) && isWordRune(after)
}

func isWordRune(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
