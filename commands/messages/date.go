package messages

import (
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
// is written by its end ("by June 2019"), and one that ends with June or the
// year as "before mid-2019" and "by the end of 2019".
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
	if year, ok := strings.CutSuffix(c.moment(from), " "+from[:4]); ok && strings.HasPrefix(to, from[:4]) {
		return c.Say("date.span", "from", year, "to", c.moment(to))
	}
	return c.Say("date.span", "from", c.moment(from), "to", c.moment(to))
}

func (c *Catalogue) until(to string) string {
	if year, ok := strings.CutSuffix(to, "-06"); ok {
		return c.Say("date.before mid", "year", year)
	}
	if len(to) == 4 {
		return c.Say("date.by the end", "year", to)
	}
	return c.Say("date.by", "date", c.moment(to))
}

// moment writes one end of a date, with its qualifier.
func (c *Catalogue) moment(s string) string {
	exact := strings.TrimRight(s, "?~%")
	written := c.exact(exact)
	switch strings.TrimPrefix(s, exact) {
	case "~":
		return c.Say("date.about", "date", written)
	case "?":
		return c.Say("date.perhaps", "date", written)
	case "%":
		return c.Say("date.perhaps about", "date", written)
	}
	return written
}

func (c *Catalogue) exact(s string) string {
	parts := strings.Split(s, "-")
	if decade, ok := strings.CutSuffix(s, "X"); ok && len(s) == 4 {
		return c.Say("date.decade", "year", decade+"0")
	}
	if len(parts) < 2 || parts[0] == "" {
		return s
	}
	number, err := strconv.Atoi(parts[1])
	if err != nil {
		return s
	}
	if season, ok := c.calendar.seasons[number]; ok {
		return strings.ReplaceAll(season, "{year}", parts[0])
	}
	if number < 1 || number > 12 {
		return s
	}
	pattern, day := c.calendar.month, ""
	if len(parts) > 2 {
		pattern, day = c.calendar.day, strings.TrimPrefix(parts[2], "0")
	}
	return strings.NewReplacer("{d}", day, "{month}", c.calendar.months[number-1], "{year}", parts[0]).Replace(pattern)
}
