package summary

import (
	"fmt"
	"strconv"
)

// date is a day, month, year or day of the week, as far as it is named. Zero
// fields are not named. Lead is the word before it that gives it another
// meaning: before, since, by.
type date struct {
	year, month, day, weekday int
	lead                      string
	to                        string // the end of a span, such as 2019-3-23
}

// within reports whether d says no more than other, and nothing else: 2019 and
// March 2019 are within 23 March 2019.
func (d date) within(other date) bool {
	for _, f := range [][2]int{{d.year, other.year}, {d.month, other.month}, {d.day, other.day}, {d.weekday, other.weekday}} {
		if f[0] != 0 && f[0] != f[1] {
			return false
		}
	}
	return d.lead == other.lead && d.to == other.to
}

// key writes a date for comparing.
func (d date) key() string { return fmt.Sprintf("%d-%d-%d", d.year, d.month, d.day) }

// date reads the date that begins at list[i] and says how many atoms it took;
// none if there is no date.
func (l *lexicon) date(list []atom, i int) (d date, n int) {
	start := i
	if d.weekday = l.named(weekdaySection, list, i); d.weekday > 0 {
		i++
		if next := skipComma(list, i); l.dayMonth(list, next).day > 0 || l.monthDay(list, next).day > 0 {
			i = next
		}
	}
	for _, form := range []func([]atom, int) parsed{l.dayMonth, l.monthDay, l.monthOnly} {
		if p := form(list, i); p.n > 0 {
			d.day, d.month, i = p.day, p.month, i+p.n
			break
		}
	}
	if d.month > 0 {
		next := skipComma(list, i)
		if next < len(list) && (list[next].word == "of" || list[next].word == "de") {
			next++
		}
		if y := year(list, next); y > 0 {
			d.year, i = y, next+1
		}
		return d, i - start
	}
	if d.weekday == 0 && l.isYear(list, i) {
		d.year = year(list, i)
		i++
	}
	return d, i - start
}

type parsed struct{ day, month, n int }

func (l *lexicon) dayMonth(list []atom, i int) parsed {
	d := day(list, i)
	if d == 0 {
		return parsed{}
	}
	next := i + 1
	if next < len(list) && isOrdinalEnding(list[next].word) {
		next++
	}
	if next < len(list) && list[next].word == "of" {
		next++
	}
	if m := l.named(monthSection, list, next); m > 0 {
		return parsed{d, m, next + 1 - i}
	}
	return parsed{}
}

func (l *lexicon) monthDay(list []atom, i int) parsed {
	m := l.named(monthSection, list, i)
	if d := day(list, i+1); m > 0 && d > 0 && l.lang == "en" && l.dayMonth(list, i+1).n == 0 {
		n := 2
		if i+2 < len(list) && isOrdinalEnding(list[i+2].word) {
			n++
		}
		return parsed{d, m, n}
	}
	return parsed{}
}

// monthOnly reads a month without a day. May and March are months only where a
// word before or a year behind says so.
func (l *lexicon) monthOnly(list []atom, i int) parsed {
	m := l.named(monthSection, list, i)
	if m == 0 {
		return parsed{}
	}
	if l.lang == "en" && (m == 3 || m == 5) && year(list, skipComma(list, i+1)) == 0 && (i == 0 || !leadsToDate[list[i-1].word]) {
		return parsed{}
	}
	return parsed{0, m, 1}
}

var leadsToDate = map[string]bool{
	"in": true, "since": true, "by": true, "until": true, "till": true, "from": true, "before": true, "after": true,
	"of": true, "early": true, "late": true, "mid": true, "last": true, "next": true, "to": true, "and": true, "during": true,
	"en": true, "depuis": true, "dès": true, "avant": true, "après": true, "fin": true, "début": true, "ici": true, "année": true, "jusqu": true, "de": true,
}

// named returns the number of the month or weekday at list[i], or 0. English
// writes both with a capital.
func (l *lexicon) named(section string, list []atom, i int) int {
	if i < 0 || i >= len(list) || l.lang == "en" && !list[i].cap {
		return 0
	}
	n, _ := strconv.Atoi(l.sides[section][list[i].word])
	return n
}

func day(list []atom, i int) int {
	if i >= len(list) || list[i].kind != numberAtom || len(list[i].raw) > 2 {
		return 0
	}
	if d, err := strconv.Atoi(list[i].raw); err == nil && d <= 31 {
		return d
	}
	return 0
}

func year(list []atom, i int) int {
	if i >= len(list) || list[i].kind != numberAtom || len(list[i].raw) != 4 {
		return 0
	}
	if y, err := strconv.Atoi(list[i].raw); err == nil && y >= 1000 && y < 2200 {
		return y
	}
	return 0
}

// isYear reports whether the four digits at list[i] are a year and not a count
// of what is named behind them.
func (l *lexicon) isYear(list []atom, i int) bool {
	if year(list, i) == 0 {
		return false
	}
	if i > 0 && (leadsToDate[list[i-1].word] || list[i-1].word == "the") || i+1 == len(list) || list[i+1].kind == markAtom {
		return true
	}
	p, closed := l.lookup(list[i+1:])
	return closed && p.class != unit
}

func isOrdinalEnding(word string) bool {
	return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er"
}

func skipComma(list []atom, i int) int {
	if i < len(list) && list[i].word == "," {
		return i + 1
	}
	return i
}
