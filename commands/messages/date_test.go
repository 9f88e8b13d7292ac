package messages_test

import (
	"os"
	"strings"
	"testing"

	"griot/commands/messages"
	"griot/knowledge"
)

// TestDates holds testdata/dates.txt: a date as a pack writes it, a bar, and
// how a reader is told it.
func TestDates(t *testing.T) {
	file, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		written, want, _ := strings.Cut(line, "|")
		date, err := knowledge.ParseDate(strings.TrimSpace(written))
		if err != nil {
			t.Error(err)
			continue
		}
		if got, want := messages.In("en").Date(date), strings.TrimSpace(want); got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}

func TestNoDate(t *testing.T) {
	if got := messages.In("en").Date(knowledge.Date{}); got != "" {
		t.Errorf("no date is written %q", got)
	}
}

// FuzzDate: no date that a pack may hold ends the process, and none that ends
// in words ends without them.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2019-03-23", "198X/..", "../2019-06", "1950S9", "-0044/0010", "[1667..1672]", "2011-%06-13", "1/2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		date, err := knowledge.ParseDate(s)
		if err == nil && strings.TrimSpace(messages.In("en").Date(date)) == "" {
			t.Errorf("%q is a date, and is written as nothing", s)
		}
	})
}
