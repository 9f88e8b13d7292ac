package question

import (
	"slices"
	"strings"

	"griot/knowledge/search"
)

// dated reports whether a number beside a word belongs to a date.
func dated(w string) bool { return times[w] || search.Month(w) > 0 }

// isTime reports whether a word of a question tells when, as typed or put
// right.
func (w *word) isTime() bool {
	return isTime(w.Typed) || dated(w.Typed) || isTime(w.Meant) || dated(w.Meant)
}

// isTime reports whether a word tells when.
func isTime(w string) bool {
	_, year := yearOf(w)
	return year || times[w] || search.Month(w) > 0 && !ambiguous[w]
}

// countsTime notes whether time is to be counted, whether from a date on, in
// which unit, and whether how many times is asked for.
func (q *Question) countsTime(folded []string) {
	asked := " " + strings.Join(folded, " ") + " "
	asks := func(phrases ...string) bool {
		return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(asked, " "+p+" ") })
	}
	howLong := asks("how long")
	q.since = howLong && (slices.Contains(folded, "been") || slices.Contains(folded, "since")) || asks("depuis combien")
	q.long = howLong || asks("how far") || slices.Contains(folded, "temps")
	q.often = asks("how often", "many times", "combien de fois")
	q.hour = asks("time of day", "time of the day", "what time", "what hour", "quelle heure")
	for i, w := range folded {
		if timeUnits[w] != "" && i > 0 && (folded[i-1] == "many" || i > 1 && folded[i-2] == "combien") {
			q.unit = timeUnits[w]
		}
	}
}

// hours are the times of a day.
var hours = wordSet(`morning noon midday afternoon evening night midnight dawn dusk sunrise sunset nightfall daybreak
	matin midi soir soiree nuit minuit aube crepuscule lever coucher`)

// timeUnits are the units of time, by what they are called.
var timeUnits = map[string]string{"years": "year", "year": "year", "ans": "year", "annees": "year", "months": "month",
	"month": "month", "mois": "month", "weeks": "week", "week": "week", "semaines": "week", "days": "day", "day": "day",
	"jours": "day", "hours": "hour", "hour": "hour", "heures": "hour"}

var times = wordSet(`monday tuesday wednesday thursday friday saturday sunday soon before
	lundi mardi mercredi jeudi vendredi samedi dimanche bientot avant`)

// ambiguous are months that are other words too.
var ambiguous = wordSet("march may mars mai")

// inDate reports whether the word at i is a month that is another word too, beside
// a number: the 23 March is no march.
func inDate(words []string, i int) bool {
	return ambiguous[words[i]] && (i > 0 && isNumber(words[i-1]) || i+1 < len(words) && isNumber(words[i+1]))
}

// futures are the words of what is still to be.
var futures = wordSet("will shall going sera seront va vont aura auront")

// modals are the words of what can or must be.
var modals = wordSet("can could may might would should must peut peuvent pourrait pourraient doit doivent devrait devraient")
