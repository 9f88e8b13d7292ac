package commands

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

var (
	typedDate  = regexp.MustCompile(`^[\p{L}\p{M}0-9\s,./’'-]{4,40}$`)
	partOfDate = regexp.MustCompile(`[\p{L}\p{M}]+|[0-9]+`)
)

// besideDate are words that stand in a date and say nothing of it, and endings
// of its numbers.
var besideDate = []string{"the", "of", "in", "on", "le", "de", "du", "en", "st", "nd", "rd", "th", "er"}

// readDate reads a date as EDTF or as people write it in English and French: 23
// March 2019, March 23rd, 2019, le 23 mars 2019, 23/03/2019, 2019/3/23, March
// 2019, 03/2019, early 2019. Of two numbers that may both be a month the day
// stands first, as where the conflict is; the reply says how it was read.
func readDate(typed string, say *messages.Catalogue) (knowledge.Date, bool) {
	if d, err := knowledge.ParseDate(typed); err == nil {
		return d, true
	}
	if season := say.Season(typed); season != "" {
		typed = season
	} else if typed = calendarDate(typed); typed == "" {
		return knowledge.Date{}, false
	}
	d, err := knowledge.ParseDate(typed)
	return d, err == nil
}

// calendarDate returns a day, a month or a year in EDTF; "" if it is none.
// Whether there is such a day is left to who reads it.
func calendarDate(typed string) string {
	if !typedDate.MatchString(typed) {
		return ""
	}
	parts := partOfDate.FindAllString(text.Fold(typed), -1)
	parts = slices.DeleteFunc(parts, func(p string) bool { return slices.Contains(besideDate, p) })
	switch n := len(parts); {
	case n == 0 || n > 3:
		return ""
	case isYear(parts[0]):
	case isYear(parts[n-1]):
		slices.Reverse(parts)
		if n == 3 && (month(parts[2]) > 0 || number(parts[1]) > 12) { // March 23, 2019
			parts[1], parts[2] = parts[2], parts[1]
		}
	default:
		return ""
	}
	edtf := parts[0]
	for i, p := range parts[1:] {
		n := number(p)
		if m := month(p); i == 0 && m > 0 {
			n = m
		}
		if n < 1 || n > 31 {
			return ""
		}
		edtf += "-" + strconv.Itoa(100 + n)[1:]
	}
	return edtf
}

// month reads a month's name, and mar, which in a text may be a word of its own.
func month(word string) int {
	if word == "mar" {
		return 3
	}
	return search.Month(word)
}

func isYear(s string) bool { return len(s) == 4 && number(s) > 0 }

// number returns what digits say, 0 for anything else.
func number(s string) int {
	if strings.Trim(s, "0123456789") != "" {
		return 0
	}
	n, _ := strconv.Atoi(s) // 40 digits are too many, and no part of a date either
	return n
}
