package knowledge

import (
	"cmp"
	"fmt"
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
}

// ParseDate reads an EDTF string; the error says what is wrong with it.
func ParseDate(s string) (Date, error) {
	s = strings.TrimSpace(s)
	if s == "" || s == ".." {
		return Date{}, fmt.Errorf("%w: date is empty", ErrInvalid)
	}
	parsed, err := parser.ParseString(s)
	if err != nil {
		return Date{}, fmt.Errorf("%w: date %s is not EDTF, such as 2019-03-23, 2019-03, 2015~ or 2019-01/2019-02", ErrInvalid, s)
	}
	d := Date{edtf: s}
	if t, err := parsed.Lower(); err == nil {
		d.first = *t
	}
	if t, err := parsed.Upper(); err == nil {
		d.last = *t
	}
	return d, nil
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
	return strings.TrimSuffix(from, ".."), strings.TrimSuffix(to, ".."), interval
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
// (of an open start: by the last), then the wider before the narrower, then by
// their text; no date comes last.
func (d Date) Compare(other Date) int {
	if d.IsZero() || other.IsZero() {
		return cmp.Compare(zeroLast(d), zeroLast(other))
	}
	f1, l1 := d.Bounds()
	f2, l2 := other.Bounds()
	return cmp.Or(
		anchorOf(f1, l1).Compare(anchorOf(f2, l2)),
		l2.Compare(l1),
		strings.Compare(d.edtf, other.edtf),
	)
}

func zeroLast(d Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}

func anchorOf(first, last time.Time) time.Time {
	if first.IsZero() {
		return last
	}
	return first
}
