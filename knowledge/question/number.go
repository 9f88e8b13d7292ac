package question

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// numbers reports whether a claim gives a number or a share, if one is asked
// for. Otherwise it is about the right thing and still no answer.
func (q *Question) numbers(v *knowledge.View, c *knowledge.Claim, d *document) bool {
	switch {
	case slices.Contains(q.Aims, Portion):
		return anyWord(c, func(w string) bool { return portions[w] })
	case slices.Contains(q.Aims, HowMany):
		return q.counts(v, c) && (q.thing == nil || d.holds(q.thing) > 0)
	}
	return true
}

// counts reports whether a claim gives the number that is asked for: a count
// of what the question speaks of (soldiers killed are no answer to how many
// soldiers there are), or a number that is no count.
func (q *Question) counts(v *knowledge.View, c *knowledge.Claim) bool {
	counted := false
	for _, e := range v.FactsOf(c.ID) {
		for _, n := range e.Counts {
			if n.Claim == c.ID {
				counted = true
				if q.speaksOf(v, n.What) {
					return true
				}
			}
		}
	}
	return !counted && slices.ContainsFunc(c.Text.All(), q.hasNumber)
}

// hasNumber reports whether a text has a number that is no date, nor a length
// of time unless that is asked for.
func (q *Question) hasNumber(s string) bool {
	words := strings.Fields(text.Fold(s))
	for i, w := range words {
		if !numbers[w] && !isNumber(w) {
			continue
		}
		before, after := words[max(0, i-1)], words[min(i+1, len(words)-1)]
		if !isTime(w) && !dated(before) && !dated(after) && (q.long || !spans[after]) {
			return true
		}
	}
	return false
}

// speaksOf reports whether the question says a word of what.
func (q *Question) speaksOf(v *knowledge.View, what string) bool {
	t := terms(v, what)
	return slices.ContainsFunc(q.words, func(w word) bool { return w.in(t) })
}

// anyWord reports whether a folded word of a claim's text is of a kind.
func anyWord(c *knowledge.Claim, is func(string) bool) bool {
	for _, s := range c.Text {
		if slices.ContainsFunc(strings.Fields(text.Fold(s)), is) {
			return true
		}
	}
	return false
}

// dated reports whether a number beside a word belongs to a date.
func dated(w string) bool { return times[w] || w == "march" || w == "may" || w == "mars" || w == "mai" }

// isTime reports whether a word tells when.
func isTime(w string) bool {
	_, year := yearOf(w)
	return year || times[w]
}

func isNumber(w string) bool { return strings.ContainsAny(w, "0123456789") }

var numbers = wordSet(`two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
	thousand thousands million millions half quarter third percent
	deux trois quatre cinq sept huit neuf dix douzaine cent cents mille milliers millions moitie quart tiers`)

var portions = wordSet(`percent percentage half quarter quarters third thirds fifth tenth majority most part share few
	quart tiers moitie cent plupart partie`)

var times = wordSet(`january february april june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday soon before
	janvier fevrier avril juin juillet aout septembre octobre novembre decembre
	lundi mardi mercredi jeudi vendredi samedi dimanche bientot avant`)

var causes = wordSet(`because reason reasons cause causes driver ties order guard purpose since
	parce raison raisons cause causes afin moteur`)

// counted finds what a question wants counted: the word after "how
// many", and whether it is time.
func (q *Question) counted(folded []string) {
	q.long = strings.Contains(strings.Join(folded, " "), "how long") || slices.Contains(folded, "temps")
	at := slices.IndexFunc(folded, func(w string) bool { return counters[w] })
	if at < 0 {
		return
	}
	for _, f := range folded[at:] {
		if i := slices.IndexFunc(q.words, func(w word) bool { return w.Typed == f }); i >= 0 {
			q.thing = &q.words[i]
			return
		}
	}
}

// counters are the words after which a question says what is to be counted.
var counters = wordSet("many much combien population")

// spans are units of time.
var spans = wordSet("years year months month weeks week days day hours hour ans annees mois semaines jours heures")
