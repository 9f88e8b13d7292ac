package knowledge

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/sfomuseum/go-edtf/parser"
)

// Date is a date as exact as its source: an EDTF string (ISO 8601-2, levels 0
// to 2), such as 2019-03-23, 2019-01/2019-02, 2015~ or ../2019-06. The zero
// Date is no date. Dates compare with ==.
type Date struct {
	edtf        string
	first, last time.Time // in UTC; zero for an open or unknown end
	place       time.Time // where it stands in the order of time
}

// ParseDate reads an EDTF string; the error says what is wrong with it. A time
// of day is refused, and so is an interval that ends before it begins.
func ParseDate(s string) (Date, error) {
	d := Date{edtf: strings.TrimSpace(s)}
	from, to, interval := d.Parts()
	if from == "" && to == "" {
		return Date{}, fmt.Errorf("%w: date is empty", ErrInvalid)
	}
	if !interval {
		to = from
	}
	first, _, err := span(from)
	if err != nil {
		return Date{}, err
	}
	end, last, err := span(to)
	if err != nil {
		return Date{}, err
	}
	if endsBefore(last, first) {
		return Date{}, fmt.Errorf("%w: date %s ends before it begins", ErrInvalid, s)
	}
	d.first, d.last, d.place = first, last, first
	if first.IsZero() {
		d.place = end
	}
	return d, nil
}

// span returns the bounds of one end of an interval, or of a date that is
// none. The parser is given no interval: it takes some with a day at one end
// and nothing at the other for a month.
func span(s string) (first, last time.Time, err error) {
	if s == "" {
		return first, last, nil
	}
	if !momentForm.MatchString(s) {
		return first, last, notEDTF(s)
	}
	parsed, err := parser.ParseString(s)
	if err != nil {
		return first, last, notEDTF(s)
	}
	if t, err := parsed.Lower(); err == nil {
		first = *t
	}
	if t, err := parsed.Upper(); err == nil {
		last = *t
	}
	return first, last, nil
}

// momentForm keeps from the parser what no conflict needs and what it can't
// take: years of more than four digits, with their exponents that fill the
// memory, and significant digits, which it cuts too deep.
var momentForm = regexp.MustCompile(`^[0-9X?~%.,\-\[\]{}]{1,60}$`)

func notEDTF(s string) error {
	return fmt.Errorf("%w: date %s is not EDTF, such as 2019-03-23, 2019-03, 2015~ or 2019-01/2019-02", ErrInvalid, s)
}

// String returns the EDTF string.
func (d Date) String() string { return d.edtf }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.edtf == "" }

// MarshalText returns the EDTF string.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.edtf), nil }

// UnmarshalText reads an EDTF string; an empty one is no date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}

// Bounds returns the first and the last moment that d may mean, in UTC. The
// zero time stands for an open or unknown end.
func (d Date) Bounds() (first, last time.Time) { return d.first, d.last }

// Parts splits an interval at its slash. A date that is no interval comes back
// as from, with to empty and interval false; an open end comes back empty.
func (d Date) Parts() (from, to string, interval bool) {
	from, to, interval = strings.Cut(d.edtf, "/")
	return closed(from), closed(to), interval
}

func closed(end string) string {
	if end == ".." {
		return ""
	}
	return end
}

// Overlaps reports whether d may fall within the span of other.
func (d Date) Overlaps(other Date) bool {
	f1, l1 := d.Bounds()
	f2, l2 := other.Bounds()
	return !endsBefore(l1, f2) && !endsBefore(l2, f1)
}

// endsBefore reports whether a span that ends at last is over when one that
// begins at first begins; an open end never is.
func endsBefore(last, first time.Time) bool {
	return !last.IsZero() && !first.IsZero() && last.Before(first)
}

// Compare orders dates for a timeline: by the first moment that they may mean
// (of an open start: by where its end begins, since what is done by April was
// begun before what is done in April), then the wider before the narrower, then by
// their text; no date comes last.
func (d Date) Compare(other Date) int {
	if d.IsZero() || other.IsZero() {
		return cmp.Compare(zeroLast(d), zeroLast(other))
	}
	f1, l1 := d.Bounds()
	f2, l2 := other.Bounds()
	return cmp.Or(
		d.place.Compare(other.place),
		openFirst(f1, f2),
		endOf(l2).Compare(endOf(l1)),
		strings.Compare(d.edtf, other.edtf),
	)
}

func zeroLast(d Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}

// forever is later than any end that four digits of a year can write.
var forever = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)

func endOf(last time.Time) time.Time {
	if last.IsZero() {
		return forever
	}
	return last
}

// openFirst orders an open start before one that is known.
func openFirst(f1, f2 time.Time) int {
	switch {
	case f1.IsZero() == f2.IsZero():
		return 0
	case f1.IsZero():
		return -1
	}
	return 1
}
