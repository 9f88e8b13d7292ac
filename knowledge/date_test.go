package knowledge_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"griot/knowledge"
)

func date(t testing.TB, s string) knowledge.Date {
	t.Helper()
	d, err := knowledge.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestDates holds testdata/dates.txt.
func TestDates(t *testing.T) {
	file, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		d, err := knowledge.ParseDate(" " + words[0] + " ")
		if words[1] == "refused" {
			if !errors.Is(err, knowledge.ErrInvalid) || !d.IsZero() {
				t.Errorf("%s is read as %s, %v", words[0], d, err)
			}
			continue
		}
		if err != nil || d.String() != words[0] {
			t.Errorf("%s is %s, %v", words[0], d, err)
		}
		first, last := d.Bounds()
		if day(first) != words[1] || day(last) != words[2] {
			t.Errorf("%s: %s to %s, want %s to %s", d, day(first), day(last), words[1], words[2])
		}
		if !last.IsZero() && last.Add(time.Second).Day() == last.Day() {
			t.Errorf("%s: the last moment %s is not the end of a day", d, last)
		}
	}
}

func day(t time.Time) string {
	if t.IsZero() {
		return ".."
	}
	return t.Format("2006-01-02")
}

func TestDateParts(t *testing.T) {
	for s, want := range map[string][3]string{
		"2019-03":         {"2019-03", "", "no"},
		"2019-01/2019-02": {"2019-01", "2019-02", "interval"},
		"../2019-06":      {"", "2019-06", "interval"},
		"2019/..":         {"2019", "", "interval"},
		"[1760-12..]":     {"[1760-12..]", "", "no"},
	} {
		from, to, interval := date(t, s).Parts()
		if from != want[0] || to != want[1] || interval != (want[2] == "interval") {
			t.Errorf("%s: %q, %q, %t", s, from, to, interval)
		}
	}
}

func TestDateAsText(t *testing.T) {
	var d knowledge.Date
	if err := d.UnmarshalText([]byte("2019-03~")); err != nil || d != date(t, "2019-03~") {
		t.Errorf("%s, %v", d, err)
	}
	if b, err := d.MarshalText(); err != nil || string(b) != "2019-03~" {
		t.Errorf("%s, %v", b, err)
	}
	if err := d.UnmarshalText([]byte("soon")); err == nil {
		t.Error("soon is a date")
	}
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("nothing is read as %s, %v", d, err)
	}
}

// TestDateOrder: every date of the list comes before those that follow it.
func TestDateOrder(t *testing.T) {
	order := strings.Fields(`-0044 ../1999 201X 2012/2015 2018-12 2019/.. 2019 2019~ 2019-37 2019-01/2019-02 2019-01
		2019-01-01 2019-03 2019-03-23 2019-03-24/2019-04-02 ../2019-06 2019-12-31 2020`)
	for i, a := range order {
		for j, b := range order {
			got := date(t, a).Compare(date(t, b))
			if (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("%s compared with %s: %d", a, b, got)
			}
		}
		if date(t, a).Compare(knowledge.Date{}) >= 0 || (knowledge.Date{}).Compare(date(t, a)) <= 0 {
			t.Errorf("no date doesn't come after %s", a)
		}
	}
	if (knowledge.Date{}).Compare(knowledge.Date{}) != 0 {
		t.Error("no date differs from no date")
	}
}

func TestOverlaps(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2019-03", "2019", true},
		{"2019-03", "2019-03-31", true},
		{"2019-03", "2019-04", false},
		{"2019-03-23", "2019-03-24", false},
		{"2019/..", "2030", true},
		{"2019/..", "2018", false},
		{"../2019-06", "1800", true},
		{"../2019-06", "2019-06-30", true},
		{"../2019-06", "2019-07", false},
		{"../2019-06", "2019/..", true},
		{"../2019-06", "2020/..", false},
		{"201X", "2015~", true},
	} {
		a, b := date(t, c.a), date(t, c.b)
		if a.Overlaps(b) != c.want || b.Overlaps(a) != c.want {
			t.Errorf("%s and %s overlap: %t, %t, want %t", c.a, c.b, a.Overlaps(b), b.Overlaps(a), c.want)
		}
	}
}
