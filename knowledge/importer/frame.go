package importer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge/text"
)

// frame is an article's paragraphs by the part they play. Title and standfirst
// hold at most one.
type frame struct {
	title      []paragraph
	standfirst []paragraph
	body       []paragraph // from the lead on
	credits    []paragraph // who wrote it and when, and buttons, where these stand above the lead
}

const (
	titleWords          = 30 // a title has at most so many
	standfirstSentences = 2
)

// frameOf finds the parts of an article. So that the lead is ¶ 1, lines above it
// that only name the author or the day are credits, and take the numbers after
// the last paragraph, as a line about the author does; so do buttons. A sentence right below
// credits is the lead, however short, as agencies lay it out; a standfirst
// stands above them, or between two of them.
func frameOf(ps []paragraph, language string) frame {
	h := header{days: !isChronicle(ps)}
	var above []paragraph
	if len(ps) > 1 && h.isDay(ps[0]) && isTitle(ps[1].text, language) {
		above, ps = ps[:1], ps[1:]
	}
	if len(ps) == 0 || !isTitle(ps[0].text, language) {
		return frame{body: ps}
	}
	byTitle, rest := h.cut(ps[1:])
	f := frame{title: ps[:1], body: rest, credits: slices.Concat(above, byTitle)}
	if len(rest) == 0 {
		return f
	}
	named, follow := h.cutName(rest[1:])
	byStandfirst, follow := h.cut(follow)
	byStandfirst = slices.Concat(named, byStandfirst)
	credited := slices.ContainsFunc(byTitle, func(p paragraph) bool { return !isButton(p) })
	isLead := credited && len(byStandfirst) == 0 && endsSentence(rest[0].text)
	if !isLead && isStandfirst(rest[0], follow, language) {
		f.standfirst, f.body = rest[:1], follow
		f.credits = append(f.credits, byStandfirst...)
	}
	return f
}

// isTitle reports whether s can be a title: short, and no statement with a full
// stop at its end, unless the stop belongs to an acronym ("U.N.").
func isTitle(s, language string) bool {
	if len(strings.Fields(s)) > titleWords || !hasWord(s) || len(text.Sentences(s, language)) > 2 {
		return false
	}
	end := strings.TrimRight(s, closers)
	last, _ := utf8.DecodeLastRuneInString(end)
	return !strings.ContainsRune(".,;", last) || acronym.MatchString(end)
}

var acronym = regexp.MustCompile(`\p{Lu}\.\p{Lu}\.$`)

func hasWord(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// isStandfirst reports whether p is a standfirst above the paragraphs that
// follow: one or two sentences, at most two thirds as long as the article's
// usual paragraph, and as its lead.
func isStandfirst(p paragraph, follow []paragraph, language string) bool {
	if len(follow) == 0 || isDay(p.text) || dateline.MatchString(p.text) || caption.MatchString(p.text) || !hasWord(p.text) || len(text.Sentences(p.text, language)) > standfirstSentences {
		return false
	}
	lengths := make([]int, len(follow))
	for i, f := range follow {
		lengths[i] = utf8.RuneCountInString(f.text)
	}
	lead := slices.Max(lengths[:min(3, len(lengths))]) // a caption or two may stand above it
	return 3*utf8.RuneCountInString(p.text) <= 2*min(lead, usual(lengths))
}

// usual returns the length of the paragraph in which the middle of the text
// stands when the paragraphs are sorted by length. Separators and exclamations,
// however many, don't move it, as they move a median.
func usual(lengths []int) int {
	total := 0
	for _, n := range lengths {
		total += n
	}
	seen := 0
	for _, n := range slices.Sorted(slices.Values(lengths)) {
		if seen += n; 2*seen >= total {
			return n
		}
	}
	return 0
}

// caption is what ends under a picture: who took it, and for whom.
var caption = regexp.MustCompile(`(?i)(?:\b(?:photo|photograph|credit|crédits?)\b\s?(?:by|:|/|par)|(?:/|via )\s?(?:AP|AFP|Reuters|Getty|EPA)\b|\bgetty images\b|©)[^.]{0,40}[).]*$`)

// dateline is the place, the day and the agency that a lead begins with, up to
// the dash: capitals, or a place and an agency in brackets.
var dateline = regexp.MustCompile(`^\p{Lu}(?:[\p{Lu}’' .-]{2,40}(?:,[^(—–]{1,25})?\s*(?:\([^)]{2,30}\))?|` +
	`[\p{L}’' -]{2,40}(?:,[^(—–]{1,25})?\s*\([^)]{2,30}\))\s*[—–-]+\s`)
