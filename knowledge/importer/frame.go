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
	byStandfirst, follow := h.cut(rest[1:])
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

// header recognises credits. In a chronicle a line with a day is none: it is the
// heading of what follows.
type header struct{ days bool }

// cut parts the credits that ps begins with from the rest.
func (h header) cut(ps []paragraph) (credits, rest []paragraph) {
	n := 0
	for n < len(ps) && (h.isCredit(ps[n]) || isButton(ps[n]) || h.isSentenceByline(ps[n:])) {
		n++
	}
	return ps[:n:n], ps[n:]
}

func (h header) isCredit(p paragraph) bool {
	return h.isDay(p) || byline.MatchString(p.text) && !endsSentence(p.text)
}

// isSentenceByline reports whether ps begins with a byline with a full stop, as
// some magazines set it. The day below tells it from prose: "By Monday, a …".
func (h header) isSentenceByline(ps []paragraph) bool {
	return len(ps) > 1 && byline.MatchString(ps[0].text) && h.isDay(ps[1])
}

func (h header) isDay(p paragraph) bool { return h.days && isDay(p.text) }

// isChronicle reports whether prose stands between two lines that are a day and
// no more; "Published" and the like stand above no entry of a chronicle.
func isChronicle(ps []paragraph) bool {
	day, prose := false, false
	for _, p := range ps {
		switch heading := isDay(p.text) && !published.MatchString(text.Fold(p.text)); {
		case heading && prose:
			return true
		case heading:
			day = true
		case day && endsSentence(p.text):
			prose = true
		}
	}
	return false
}

// byline is "By" and a name, and up to a dozen words more.
var byline = regexp.MustCompile(`^(?i:by|par)\s+\p{Lu}[^\s:]*(\s+[^\s:]+){0,12}$`)

// caption is what ends under a picture: who took it, and for whom.
var caption = regexp.MustCompile(`(?i)(?:\b(?:photo|photograph|credit|crédits?)\b\s?(?:by|:|/|par)|(?:/|via )\s?(?:AP|AFP|Reuters|Getty|EPA)\b|\bgetty images\b|©)[^.]{0,40}[).]*$`)

// dateline is the place, the day and the agency that a lead begins with, up to
// the dash: capitals, or a place and an agency in brackets.
var dateline = regexp.MustCompile(`^\p{Lu}(?:[\p{Lu}’' .-]{2,40}(?:,[^(—–]{1,25})?\s*(?:\([^)]{2,30}\))?|` +
	`[\p{L}’' -]{2,40}(?:,[^(—–]{1,25})?\s*\([^)]{2,30}\))\s*[—–-]+\s`)

// isDay reports whether s gives the day or hour of publication, or the minutes
// that it takes to read, and nothing else.
func isDay(s string) bool {
	const longest = 120 // bytes; spares folding whole paragraphs
	if len(s) > longest || strings.IndexFunc(s, unicode.IsDigit) < 0 {
		return false
	}
	folded := text.Fold(s)
	return dayLine.MatchString(folded) && dayMark.MatchString(folded)
}

const (
	months = `jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?|juin|` +
		`july?|juil(?:let)?|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?|dec(?:ember|embre)?`
	weekdays   = `(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche`
	figures    = `\d+(?:st|nd|rd|th|er|h\d*|am|pm)?`
	publishing = `published|posted|updated|modified|publie|poste|mis|jour|modifie|read|reading|lecture`
	around     = `on|at|le|a|and|et|m|p|am|pm|gmt|utc|est|edt|first|last|date|time|temps|min|mins|minutes?|de`
)

// The words of such a line, and what it needs at least: a month, a day in
// figures, or minutes. All is matched against folded text.
var (
	dayLine   = regexp.MustCompile(`^(?:(?:` + months + `|` + weekdays + `|` + figures + `|` + publishing + `|` + around + `)(?: |$))+$`)
	dayMark   = regexp.MustCompile(`\b(?:` + months + `)\b|\d+ \d+ \d{2,4}|\d+ min`)
	published = regexp.MustCompile(`\b(?:` + publishing + `)\b`)
)
