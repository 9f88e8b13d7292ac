package messages_test

import (
	"testing"

	"griot/commands/messages"
)

func TestSay(t *testing.T) {
	en := messages.In("en")
	for _, c := range []struct {
		key   string
		pairs []any
		want  string
	}{
		{"card.date", nil, "When"},
		{"no such message", nil, "no such message"},
		{"title.page", []any{"title", "Sources", "page", 2, "pages", 3}, "Sources (2 of 3)"},
		{"card.step", []any{"date", "2019", "status", "done"}, "done, 2019"},
		{"title.page", []any{"title", "Sources", "page", 2}, "Sources (2 of )"},
		{"title.page", []any{"page"}, " ( of )"},
		{"sources.claims", []any{"n", 2}, "2 claims rest on it"},
		{"sources.claims", []any{"n", 0}, "0 claims rest on it"},
		{"sources.claims", []any{"n", 1}, "1 claim rests on it"},
		{"sources.claims", []any{"n", "1"}, "1 claim rests on it"},
		{"sources.text", []any{"n", 1, "verified", 5, "orphans", 0}, "1 paragraph stored; 5 quotations verified, 0 orphans"},
		{"choose.more", []any{"n", 1}, "and 1 more; type more of the name."}, // has no singular of its own
		{"card.step", []any{"status", "{date}", "date", "{status} {n}"}, "{date}, {status} {n}"},
		{"card.also", []any{"names", "a { b } c {names}"}, "Also called a { b } c {names}"},
		{"how.exactly", nil, ""},
	} {
		if got := en.Say(c.key, c.pairs...); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.key, c.pairs, got, c.want)
		}
	}
}

func TestTerm(t *testing.T) {
	en := messages.In("en")
	for _, c := range [][3]string{
		{"how", "exactly", ""}, {"how", "at least", "at least"}, {"count", "killed", "Killed"}, {"count", "fish", "fish"},
	} {
		if got := en.Term(c[0], c[1]); got != c[2] {
			t.Errorf("%s %s: %q", c[0], c[1], got)
		}
	}
	if !en.Has("how.exactly") || en.Has("how") || en.Has("count.fish") {
		t.Error("Has doesn't tell which messages there are")
	}
}

// TestIn: until there is another language, everybody is answered in English.
func TestIn(t *testing.T) {
	for _, locale := range []string{"en", "en-GB", "fr-CA", ""} {
		if got := messages.In(locale).Language(); got != "en" {
			t.Errorf("%s: %s", locale, got)
		}
	}
}
