package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// datePart is a token as a part of a date: a month by name, or a number that
// may be a day, a month or a year.
type datePart struct {
	month  int16
	number int16
	digits uint8 // how many the number is written with; 0 for a month by name
	joined byte
}

func (p datePart) isSet() bool { return p.month > 0 || p.digits > 0 }
func (p datePart) isYear() bool {
	return p.digits == 4 && p.number >= 1000 && p.number < 2200
}
func (p datePart) isDay() bool {
	return p.digits > 0 && p.digits < 3 && p.number >= 1 && p.number <= 31
}
func (p datePart) isMonth() bool {
	return p.digits > 0 && p.digits < 3 && p.number >= 1 && p.number <= 12
}

// Month returns the month that a folded word names in English or French, or 0.
// Abbreviations are read where they are no word of their own.
func Month(w string) int {
	switch w {
	case "january", "janvier", "jan", "janv":
		return 1
	case "february", "fevrier", "feb", "fev", "fevr":
		return 2
	case "march", "mars":
		return 3
	case "april", "avril", "apr", "avr":
		return 4
	case "may", "mai":
		return 5
	case "june", "juin":
		return 6
	case "july", "juillet", "juil":
		return 7
	case "august", "aout", "aug":
		return 8
	case "september", "septembre", "sep", "sept":
		return 9
	case "october", "octobre", "oct":
		return 10
	case "november", "novembre", "nov":
		return 11
	case "december", "decembre", "dec":
		return 12
	}
	return 0
}

// spellNumber reads a token that begins with a digit: 1,600, 14,2 and 14.2,
// 23rd, 1er. It is no number if letters follow that don't make an ordinal.
func spellNumber(tok string) (spelling, bool) {
	tok = strings.ToLower(tok)
	end := len(tok)
	for i := range len(tok) {
		if !isDigit(tok[i]) && tok[i] != ',' && tok[i] != '.' {
			end = i
			break
		}
	}
	if suffix := tok[end:]; suffix != "" && !slices.Contains([]string{"st", "nd", "rd", "th", "er", "re", "e", "eme", "ème", "ᵉ"}, suffix) {
		return spelling{}, false
	}
	n := strings.TrimLeft(plainNumber(tok[:end]), "0")
	if n == "" || n[0] == '.' {
		n = "0" + n
	}
	s := spelling{lower: n, folded: n, number: true}
	if value, err := strconv.Atoi(tok[:end]); err == nil && end <= 4 {
		s.part = datePart{number: int16(value), digits: uint8(end)}
	}
	return s, true
}

// plainNumber takes the marks of thousands out and writes a decimal comma as
// a stop. A comma before three digits is a mark of thousands.
func plainNumber(n string) string {
	parts := strings.Split(n, ",")
	for _, p := range parts[1:] {
		if len(p) != 3 {
			return strings.ReplaceAll(n, ",", ".")
		}
	}
	return strings.Join(parts, "")
}

// dates finds dates in the parts of a text as they come. A date leads to
// three terms: the day (2019-03-23), the day of any year (--03-23) and the
// month (2019-03), as many as it has parts for.
type dates struct {
	parts []datePart
}

// linksDate reports whether a word may stand inside a date.
func linksDate(folded string) bool {
	return folded == "of" || folded == "the" || folded == "de" || folded == "le"
}

// next takes the next token of a text and yields what dates ended before it.
func (d *dates) next(s spelling, joined byte, yield func(term string)) { d.read(&s, joined, yield) }

// read does the work of next without copying; a text has many tokens.
func (d *dates) read(s *spelling, joined byte, yield func(term string)) {
	switch {
	case s.part.isSet():
		p := s.part
		p.joined = joined
		d.parts = append(d.parts, p)
	case len(d.parts) == 0 || linksDate(s.folded):
	default:
		d.end(yield)
	}
}

// begun reports whether what was read may be the beginning of a date.
func (d *dates) begun() bool { return len(d.parts) > 0 }

// end yields the dates in the parts since the last one, and forgets them.
func (d *dates) end(yield func(term string)) {
	for p := d.parts; len(p) > 0; {
		year, month, day, used := readDate(p)
		if year > 0 && month > 0 && day > 0 {
			yield(fmt.Sprintf("%c=%04d-%02d-%02d", neutral, year, month, day))
		}
		if month > 0 && day > 0 {
			yield(fmt.Sprintf("%c=--%02d-%02d", neutral, month, day))
		}
		if year > 0 && month > 0 {
			yield(fmt.Sprintf("%c=%04d-%02d", neutral, year, month))
		}
		p = p[used:]
	}
	d.parts = d.parts[:0]
}

// readDate reads a date at the beginning of p and says how many parts it has;
// 1 and no date if there is none.
func readDate(p []datePart) (year, month, day int16, used int) {
	at := func(i int) datePart {
		if i < len(p) {
			return p[i]
		}
		return datePart{}
	}
	a, b, c := at(0), at(1), at(2)
	switch {
	case a.isYear() && b.isMonth() && c.isDay() && b.joined == '-' && c.joined == '-':
		return a.number, b.number, c.number, 3
	case a.isYear() && b.isMonth() && b.joined == '-':
		return a.number, b.number, 0, 2
	case a.isDay() && b.isMonth() && c.isYear() && b.joined != 0 && b.joined == c.joined:
		return c.number, b.number, a.number, 3
	case a.isDay() && b.month > 0 && c.isYear():
		return c.number, b.month, a.number, 3
	case a.isDay() && b.month > 0:
		return 0, b.month, a.number, 2
	case a.month > 0 && b.isDay() && c.isYear():
		return c.number, a.month, b.number, 3
	case a.month > 0 && b.isDay():
		return 0, a.month, b.number, 2
	case a.month > 0 && b.isYear():
		return b.number, a.month, 0, 2
	}
	return 0, 0, 0, 1
}
