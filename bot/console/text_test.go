package console

import (
	"path/filepath"
	"strings"
	"testing"

	"griot/commands"
	"griot/commands/messages"
	"griot/knowledge"
)

// card is a reply with a block of each style; it quotes the first paragraph's
// first sentences.
func card(t *testing.T, sentences int) commands.Reply {
	t.Helper()
	q, err := hale(t).Griot.Library.View("").QuoteAt("PKT11", knowledge.Sentences(1, 1, sentences))
	if err != nil {
		t.Fatal(err)
	}
	plain := func(s string) commands.Span { return commands.Span{Text: s} }
	bold := func(s string) commands.Span { return commands.Span{Text: s, Bold: true} }
	block := func(style commands.Style, spans ...commands.Span) commands.Block {
		return commands.Block{Style: style, Spans: spans}
	}
	button := func(label string) commands.Button { return commands.Button{Label: label} }
	page := commands.Page{
		Title: "Strike of Hale", Kind: knowledge.KindEvent,
		Blocks: []commands.Block{
			block(commands.Line, bold("When"), plain(": 30 July 2011"), plain(" [1] PKT11-1.1")),
			block(commands.Heading, bold("Stated and reported")),
			block(commands.Item, plain("The dockers stopped work on 30 July 2011, a Saturday, and stayed at the gate until night."),
				plain(" [1] PKT11-1.1-2"), plain(" [2] BEL11")),
			{Style: commands.Quote, Quotation: q},
			block(commands.Under, bold("Denied"), plain(": The council says that it had promised the board before anybody stood at a gate.")),
			block(commands.Heading, plain("Argued")),
			block(commands.Item, plain("Short.")),
		},
		Footer: []string{
			"[1] PKT11: Nell Arkwright, The Port That Stopped, The Hale Packet, 4 August 2011, a weekly",
			"[2] BEL11: A Quiet Quay (text not imported)",
		},
		Buttons: [][]commands.Button{
			{button("Page 2 ▶")},
			{button("Quotations"), button("Timeline"), button("Related"), button("A rather long name of an entry"), button("More context")},
		},
	}
	return commands.Reply{Outcome: commands.Answered, Pages: []commands.Page{page}, Page: 1, Private: true}
}

// TestText holds what people see. In the golden files an escape stands as ␛;
// go test -update rewrites them.
func TestText(t *testing.T) {
	say := messages.In("en")
	shown := card(t, 1)
	second := shown
	second.Pages = append([]commands.Page{{Title: "not this one"}}, shown.Pages...)
	second.Page = 2
	notPrivate := commands.Reply{Pages: []commands.Page{{Title: "Bare"}}, Page: 1}
	failure := commands.Reply{
		Pages: []commands.Page{{Title: "Not possible", Blocks: []commands.Block{{Spans: []commands.Span{{Text: "Ask a moderator."}}}}}},
		Page:  1, Private: true, Err: &commands.Failure{},
	}
	hostile := commands.Reply{Page: 1, Pages: []commands.Page{{
		Title:   "a\x1b[2Jb",
		Blocks:  []commands.Block{{Spans: []commands.Span{{Text: "c\x1b]0;x\x07d\u202e\r"}}}},
		Footer:  []string{"e\x1bf"},
		Buttons: [][]commands.Button{{{Label: "g\x1bh"}}},
	}}}
	named := commands.Reply{Page: 1, Pages: []commands.Page{{Title: "Who", Blocks: []commands.Block{
		{Spans: []commands.Span{{Text: "Saved by "}, {User: "1234567890123456789"}}},
	}}}}
	form := &commands.Form{Title: "A new text", Fields: []commands.Field{
		{Name: "text", Label: "The text", Value: "One paragraph that is long enough to be laid out on two lines of a terminal.\n\nAnother.\x1b[2J", Required: true, Long: true},
		{Name: "reason", Label: "Why"},
	}}
	told := commands.Page{Title: "To review", Kind: knowledge.KindEvent, Blocks: []commands.Block{{Spans: []commands.Span{{Text: "A suggestion waits."}}}}}
	saved := commands.Reply{
		Page: 1, Pages: []commands.Page{{Title: "Saved"}}, Outcome: commands.Answered,
		Files:   []commands.File{{Name: "pack.yaml", Body: []byte("sources:\n- {\u202eid: a, title: \"A long line that isn't wrapped, since somebody may want to copy it\"}")}, {Name: "map.png", Body: []byte{0xff, 0x1b}}},
		Notices: []commands.Notice{{Channel: "7", Page: told}, {User: "8", Page: told}},
	}
	list := Exchange{say: say, Choices: []Choice{{"Dockers of Hale (matches dock)", "dockers"}, {"Strike of Hale", "strike"}}}
	for name, c := range map[string]struct {
		exchange Exchange
		terminal Terminal
	}{
		"card":        {Exchange{reply: &shown, others: true, say: say}, Terminal{}},
		"card-colour": {Exchange{reply: &second, others: true, say: say}, Terminal{Colour: true, Width: 200}},
		"card-narrow": {Exchange{reply: &shown, others: true, say: say}, Terminal{Colour: true, Width: 40}},
		"bare":        {Exchange{reply: &notPrivate, say: say}, Terminal{Colour: true, Width: 80}},
		"failure":     {Exchange{reply: &failure, others: true, say: say}, Terminal{Colour: true, Width: 80}},
		"hostile":     {Exchange{reply: &hostile, say: say}, Terminal{}},
		"card-alone":  {Exchange{reply: &shown, say: say}, Terminal{}},
		"person":      {Exchange{reply: &named, say: say}, Terminal{}},
		"form":        {Exchange{form: form, n: 2, say: say}, Terminal{}},
		"beside":      {Exchange{reply: &saved, say: say, Files: files(saved), Notices: []Notice{{Channel: "7"}, {User: "8"}}}, Terminal{}},
		"list":        {list, Terminal{}},
		"list-colour": {list, Terminal{Colour: true, Width: 80}},
		"list-empty":  {Exchange{say: say}, Terminal{Colour: true, Width: 80}},
		"list-failed": {Exchange{say: say, Error: &Failure{"unknown option", "There is no such option."}}, Terminal{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := c.exchange.Text(c.terminal)
			golden(t, filepath.Join("testdata", "text", name+".txt"), strings.ReplaceAll(got, "\x1b", "␛"))
		})
	}
}

// TestTextKeepsQuotations takes the layout away again and compares words.
func TestTextKeepsQuotations(t *testing.T) {
	reply := card(t, 3)
	want := reply.Shown().Blocks[3].Quotation.Quoted(nil)
	for width := range 120 {
		got := Exchange{reply: &reply, say: messages.In("en")}.Text(Terminal{Width: width})
		var lines []string
		for line := range strings.Lines(got) {
			lines = append(lines, strings.TrimSpace(line))
		}
		if !strings.Contains(strings.Join(lines, " "), want) {
			t.Errorf("at width %d the quotation is another:\n%s", width, got)
		}
	}
}
