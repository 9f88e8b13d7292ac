package importer

import (
	"regexp"
	"strings"
	"unicode"

	"griot/knowledge/text"
)

// nameWords is how many words a line about who wrote the article has at most,
// where only the day below tells that it is one.
const nameWords = 8

// header recognises credits. In a chronicle a line with a day is none: it is the
// heading of what follows.
type header struct{ days bool }

// cut parts the credits that ps begins with from the rest.
func (h header) cut(ps []paragraph) (credits, rest []paragraph) {
	n := 0
	for n < len(ps) {
		switch {
		case h.isCredit(ps[n]) || isButton(ps[n]) || h.isSentenceByline(ps[n:]):
			n++
		case creditLabel.MatchString(ps[n].text) && n+1 < len(ps) && isName(ps[n+1]):
			n += 2
		default:
			return ps[:n:n], ps[n:]
		}
	}
	return ps, nil
}

// cutName parts a line above the day from the rest, which only by that is known
// for the name of who wrote it: "An Agency in Gao". Right below the title it
// might be the standfirst, so it is looked for below that.
func (h header) cutName(ps []paragraph) (named, rest []paragraph) {
	if len(ps) > 1 && isName(ps[0]) && h.isDay(ps[1]) {
		return ps[:1:1], ps[1:]
	}
	return nil, ps
}

// isName reports whether p can be who wrote the article, and is no sentence.
func isName(p paragraph) bool {
	return hasWord(p.text) && !endsSentence(p.text) && len(strings.Fields(p.text)) <= nameWords
}

// creditLabel stands above the name of who wrote the article.
var creditLabel = regexp.MustCompile(`(?i)^(?:(?:written |story |text )?by|(?:texte )?par)\s*:?$`)

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
	around     = `on|at|le|a|and|et|m|p|am|pm|gmt|utc|est|edt|bst|cet|first|last|date|time|temps|mn|min|mins|minutes?|de`
)

// The words of such a line, and what it needs at least: a month, a day in
// figures, or minutes. All is matched against folded text.
var (
	dayLine   = regexp.MustCompile(`^(?:(?:` + months + `|` + weekdays + `|` + figures + `|` + publishing + `|` + around + `)(?: |$))+$`)
	dayMark   = regexp.MustCompile(`\b(?:` + months + `)\b|\d+ \d+ \d{2,4}|\d+ mi?n`)
	published = regexp.MustCompile(`\b(?:` + publishing + `)\b`)
)
