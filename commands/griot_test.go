package commands_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/text"
)

// TestFailuresHaveWords: what is known is said; what is not gets a reference
// that also stands in the log, and no detail.
func TestFailuresHaveWords(t *testing.T) {
	g := griot(t, "testdata/tarn")
	var log bytes.Buffer
	g.Log = slog.New(slog.NewTextHandler(&log, nil))
	fail := func(err error) commands.Command {
		return commands.Command{Name: "fail", Run: func(context.Context, commands.Request) (commands.Reply, error) {
			if err == nil {
				panic("a bug")
			}
			return commands.Reply{}, err
		}}
	}
	for _, c := range []struct {
		name    string
		err     error
		outcome commands.Outcome
		code    string
		logged  bool
	}{
		{"not allowed", fmt.Errorf("x: %w", knowledge.ErrNotAllowed), commands.Refused, "rights", false},
		{"stale", knowledge.ErrStale, commands.Refused, "stale", false},
		{"full", knowledge.ErrFull, commands.Failed, "full", false},
		{"unknown", errors.New("a secret detail"), commands.Failed, "unknown", true},
		{"panic", nil, commands.Failed, "unknown", true},
	} {
		log.Reset()
		g.Commands = []commands.Command{fail(c.err)}
		r := answer(g, "/fail")
		if r.Outcome != c.outcome || r.Err == nil || r.Err.Code != c.code || !r.Private || len(r.Citations()) > 0 {
			t.Errorf("%s: %s %v, private: %v", c.name, r.Outcome, r.Err, r.Private)
		}
		said := print(r)
		if strings.Contains(said, "secret detail") || strings.Contains(said, "a bug") {
			t.Errorf("%s: the reader sees the detail: %s", c.name, said)
		}
		if got := strings.Contains(log.String(), "REF"); got != c.logged {
			t.Errorf("%s: the reference in the log: %v, want %v: %s", c.name, got, c.logged, log.String())
		}
		if c.logged && !strings.Contains(said, "REF") {
			t.Errorf("%s: no reference for the reader: %s", c.name, said)
		}
	}
	g.Commands = []commands.Command{{Name: "fail", Options: []commands.Option{{Name: "x", Complete: func(commands.Request) []commands.Choice { panic("a bug") }}}}}
	if got := g.Complete(asker(), parse("/fail x:"), "x"); got != nil {
		t.Errorf("a panic while completing gives %v", got)
	}
}

// TestPressDoesNotPanic: a fault in opening a button is a reply like any other.
func TestPressDoesNotPanic(t *testing.T) {
	g := griot(t, "testdata/tarn")
	g.Buttons = nil
	reply, opens := g.Press(context.Background(), asker(), "10q"+strings.Repeat("1", 50))
	if reply.Err == nil || reply.Err.Code != "unknown" || opens != commands.ForMe {
		t.Errorf("a press that fails is %v, opens %v", reply.Err, opens)
	}
}

// TestEscaping: nothing that people or sources write means anything to
// Discord, and what is escaped can be read back.
func TestEscaping(t *testing.T) {
	for s, want := range map[string]string{
		"plain words.":            "plain words.",
		"**bold** _it_ ~~x~~":     `\*\*bold\*\* \_it\_ \~\~x\~\~`,
		"`code` ||spoiler||":      "\\`code\\` \\|\\|spoiler\\|\\|",
		"[a](http://b.c)":         `\[a\](http\://b.c)`,
		"<@123> @everyone <#1>":   `\<\@123\> \@everyone \<#1\>`,
		"# heading":               `\# heading`,
		"- item":                  `\- item`,
		"1. item":                 `1\. item`,
		"a - b # c 1. d":          "a - b # c 1. d",
		"line\n# heading":         "line\n\\# heading",
		"> quote":                 `\> quote`,
		":smile: at 10:30":        `\:smile: at 10:30`,
		"a\u200bb\u202ec\u2066d":  "abcd",
		`back\slash`:              `back\\slash`,
		"https://example.org/a_b": `https\://example.org/a\_b`,
	} {
		got := commands.Escape(s)
		if got != want {
			t.Errorf("Escape(%q) = %q, want %q", s, got, want)
		}
		if !strings.ContainsAny(s, "\u200b\u202e") && commands.Unescape(got) != s {
			t.Errorf("Unescape(%q) = %q, want %q", got, commands.Unescape(got), s)
		}
	}
}

// TestChoicesSayWhyOnlyIfThereIsMore: a name that was mistyped is not said to
// match itself.
func TestChoicesSayWhyOnlyIfThereIsMore(t *testing.T) {
	g := griot(t, "testdata/tarn")
	for typed, want := range map[string]string{
		"mara oduyo": "Mara Oduya",
		"wos":        "Wardens of the Sluice (sources don't use WOS)",
	} {
		got := g.Complete(asker(), parse("/actor name:"+typed), "name")
		if len(got) == 0 || got[0].Name != want {
			t.Errorf("%s: %v, want %s first", typed, got, want)
		}
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "*a*", "\\", "<@1>", "::", "1.", "\n- x", "http://x", "é\u200d", "\xef\x10\x88\x85"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := commands.Escape(s)
		if strings.Contains(once, "@everyone") && !strings.Contains(once, `\@everyone`) {
			t.Errorf("%q pings: %q", s, once)
		}
		if back := commands.Unescape(once); commands.Escape(back) != once {
			t.Errorf("%q: escaped %q, back %q", s, once, back)
		}
		if got, want := commands.Length(s), text.UTF16Len(once); got != want {
			t.Errorf("%q: the length is %d, of what is sent %d", s, got, want)
		}
	})
}

// TestCut shortens at a word, never beyond the limit, never inside a character.
func TestCut(t *testing.T) {
	for _, c := range []struct {
		s     string
		limit int
		want  string
	}{
		{"short", 10, "short"},
		{"exactly 10", 10, "exactly 10"},
		{"a sentence of words", 12, "a sentence…"},
		{"onelongwordwithout", 8, "onelong…"},
		{"😀😀😀😀", 5, "😀😀…"},
	} {
		if got := commands.Cut(c.s, c.limit); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.s, c.limit, got, c.want)
		}
	}
}

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }
