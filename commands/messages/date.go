package messages

import (
	"regexp"
	"strconv"
	"strings"

	"griot/knowledge"
)

// calendar is how a language writes dates.
type calendar struct {
	months  [12]string
	day     string // {d} {month} {year}
	month   string // {month} {year}
	seasons map[int]string
}

// Date writes a date as exactly as it is known, and no more: 23 March 2019,
// March 2019, early 2019 (2019-37), about 2015 (2015~), perhaps 2015 (2015?),
// January to February 2019, the 1980s (198X). An interval with an open start
// is written by its end ("by 23 March 2019"), and one that ends with June or
// the year as "before mid-2019" and "by the end of 2019". What has no wording,
// such as a year before Christ or a set of years, is written as it stands.
func (c *Catalogue) Date(d knowledge.Date) string {
	from, to, interval := d.Parts()
	switch {
	case !interval:
		return c.moment(from)
	case from == "":
		return c.until(to)
	case to == "":
		return c.Say("date.since", "date", c.moment(from))
	}
	begin := c.moment(from)
	if m := calendarForm.FindStringSubmatch(from); m != nil && m[2] <= "12" && strings.HasPrefix(to, m[1]+"-") {
		begin = strings.TrimSuffix(begin, " "+m[1])
	}
	return c.Say("date.span", "from", begin, "to", c.moment(to))
}

func (c *Catalogue) until(to string) string {
	m := calendarForm.FindStringSubmatch(to)
	switch {
	case m == nil:
	case m[2] == "":
		return c.Say("date.by the end", "year", m[1])
	case m[2] == "06" && m[3] == "":
		return c.Say("date.before mid", "year", m[1])
	}
	return c.Say("date.by", "date", c.moment(to))
}

// moment writes one end of a date. A qualifier of any part counts for the
// whole: no reader is told more than the source knows.
func (c *Catalogue) moment(s string) string {
	perhaps, about := strings.ContainsAny(s, "?%"), strings.ContainsAny(s, "~%")
	written := c.exact(strings.Map(unqualified, s))
	switch {
	case perhaps && about:
		return c.Say("date.perhaps about", "date", written)
	case perhaps:
		return c.Say("date.perhaps", "date", written)
	case about:
		return c.Say("date.about", "date", written)
	}
	return written
}

// unqualified maps the qualifiers of a date to nothing.
func unqualified(r rune) rune {
	if strings.ContainsRune("?~%", r) {
		return -1
	}
	return r
}

var (
	calendarForm = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$`)
	decadeForm   = regexp.MustCompile(`^([0-9]{3})X$`)
	centuryForm  = regexp.MustCompile(`^([0-9]{1,2})(X{2,3})$`)
)

func (c *Catalogue) exact(s string) string {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "-XX"), "-XX") // a day or a month that isn't known
	if m := decadeForm.FindStringSubmatch(s); m != nil {
		return c.Say("date.decade", "year", m[1]+"0")
	}
	if m := centuryForm.FindStringSubmatch(s); m != nil {
		n := len(m[2])
		return c.Say("date.between", "from", m[1]+"000"[:n], "to", m[1]+"999"[:n])
	}
	if m := calendarForm.FindStringSubmatch(s); m != nil && m[2] != "" {
		return c.calendar.write(s, m[1], m[2], strings.TrimPrefix(m[3], "0"))
	}
	return s
}

// Season reads what Date writes of a part of a year, such as early 2019, back
// into EDTF, whatever the case and with or without its hyphen; "" if it is none.
func (c *Catalogue) Season(typed string) string {
	typed = strings.ReplaceAll(strings.TrimSpace(typed), "-", " ")
	year := typed[max(len(typed)-4, 0):]
	for season, pattern := range c.calendar.seasons {
		written := strings.ReplaceAll(fill(pattern, "year", year), "-", " ")
		if date := year + "-" + strconv.Itoa(season); calendarForm.MatchString(date) && strings.EqualFold(written, typed) {
			return date
		}
	}
	return ""
}

// write fills the pattern of a day, a month or a season; s comes back if there
// is no such month or season.
func (c calendar) write(s, year, part, day string) string {
	number, err := strconv.Atoi(part)
	if err != nil {
		return s
	}
	if season, ok := c.seasons[number]; ok && day == "" {
		return fill(season, "year", year)
	}
	if number < 1 || number > 12 {
		return s
	}
	pattern := c.month
	if day != "" {
		pattern = c.day
	}
	return fill(pattern, "d", day, "month", c.months[number-1], "year", year)
}
