package console

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"griot/commands"
	"griot/knowledge"
)

// bars are the paints of the bar beside a card, by the kind of its entry.
var bars = map[knowledge.Kind]paint{
	knowledge.KindActor:  "94", // bright blue
	knowledge.KindEvent:  "32", // green
	knowledge.KindReform: "33", // yellow
	"":                   "90", // grey
}

// sheet is text that is being laid out.
type sheet struct {
	Terminal
	bar paint
	strings.Builder
}

// barWidth is how far everything stands from the left.
const barWidth = 2

// Text lays the exchange out for a person. It ends with a line feed.
func (x Exchange) Text(t Terminal) string {
	s := &sheet{Terminal: t, bar: bars[""]}
	switch {
	case x.form != nil:
		s.ofForm(x)
		return s.String()
	case x.reply == nil:
		s.choices(x)
		return s.String()
	}
	page := x.reply.Shown()
	s.page(page)
	s.foot(x, page)
	s.buttons(page)
	s.files(x)
	s.notices(x)
	return s.String()
}

// page writes a page's title and blocks.
func (s *sheet) page(page commands.Page) {
	s.bar = bars[""]
	if bar, ok := bars[page.Kind]; ok {
		s.bar = bar
	}
	s.put(mark{}, run{text: page.Title, paint: strong})
	for i, b := range page.Blocks {
		if b.Style == commands.Heading && i > 0 {
			s.blank()
		}
		s.block(b)
	}
}

// mark is what stands before a text: on its first line, and on the others.
type mark struct {
	first, others string
	paint         paint
}

var marks = map[commands.Style]mark{
	commands.Item:  {"• ", "  ", usual},
	commands.Under: {"  ↳ ", "    ", usual},
}

func (s *sheet) block(b commands.Block) {
	if b.Style == commands.Quote {
		s.quotation(b)
		return
	}
	var runs []run
	for _, span := range b.Spans {
		r := run{text: span.Text + span.User + span.Role + span.Channel, tied: citationForm.MatchString(span.Text)}
		switch {
		case span.Bold || b.Style == commands.Heading:
			r.paint = strong
		case r.tied:
			r.paint = dim
		}
		runs = append(runs, r)
	}
	s.put(marks[b.Style], runs...)
}

// citationForm is how a citation stands in a line: its source's number and the
// place. It isn't torn apart.
var citationForm = regexp.MustCompile(`^ ?\[[0-9]+\] \S+$`)

// quotation sets the words off. They stay as they are but for where lines end.
func (s *sheet) quotation(b commands.Block) {
	m := mark{"    ", "    ", dim}
	if s.Colour {
		m.first, m.others = "  │ ", "  │ "
	}
	words := run{text: b.Quotation.Quoted(nil)}
	if b.Strong {
		words.paint = strong
	}
	s.put(m, words)
}

// put writes a text behind the bar and the mark, wrapped.
func (s *sheet) put(m mark, runs ...run) {
	indent := max(utf8.RuneCountInString(m.first), utf8.RuneCountInString(m.others))
	for i, line := range wrap(runs, s.columns()-barWidth-indent) {
		before := m.first
		if i > 0 {
			before = m.others
		}
		s.line(s.in(m.paint, before) + s.painted(line))
	}
}

// line writes one line behind the bar, or behind two spaces without colours.
func (s *sheet) line(content string) {
	bar := "  "
	if s.Colour {
		bar = s.in(s.bar, "▌") + " "
	}
	s.WriteString(strings.TrimRight(bar+content, " ") + "\n")
}

func (s *sheet) blank() { s.line("") }

// foot lists the sources and what else stands at the foot, and says in a server that nobody else sees what was
// asked for in private.
func (s *sheet) foot(x Exchange, page commands.Page) {
	lines := page.FootLines()
	if len(lines) > 0 {
		s.blank()
	}
	for _, line := range lines {
		s.put(mark{others: "    "}, run{text: line, paint: dim})
	}
	if x.others && x.reply.Private && x.reply.Err == nil {
		s.blank()
		s.put(mark{}, run{text: x.say.Say("console.private"), paint: dim})
	}
}

// buttons lists the page's buttons with the numbers that press them.
func (s *sheet) buttons(page commands.Page) {
	n := 0
	if len(page.AllButtons()) > 0 {
		s.WriteString("\n")
	}
	for _, row := range page.Buttons {
		var labels []label
		for _, b := range row {
			n++
			labels = append(labels, label{fmt.Sprintf("[%d]", n), b.Label})
		}
		s.row(labels)
	}
}

type label struct{ number, text string }

func (l label) columns() int { return columnsOf(glyphs([]run{{text: l.number + " " + l.text}})) }

// row writes labels side by side, on as many lines as they need.
func (s *sheet) row(labels []label) {
	column := 0
	for _, l := range labels {
		if column > 0 && column+barWidth+l.columns() > s.columns() {
			s.WriteString("\n")
			column = 0
		}
		s.WriteString("  " + s.in(strong, l.number) + " " + s.painted(glyphs([]run{{text: l.text}})))
		column += barWidth + l.columns()
	}
	s.WriteString("\n")
}

// choices lists completions: what is shown, and what it stands for.
func (s *sheet) choices(x Exchange) {
	switch {
	case x.Error != nil:
		s.put(mark{}, run{text: x.Error.Message})
	case len(x.Choices) == 0:
		s.put(mark{}, run{text: x.say.Say("console.no choices"), paint: dim})
	}
	for _, c := range x.Choices {
		s.put(marks[commands.Item], run{text: c.Name}, run{text: "  " + c.Value, paint: dim})
	}
}
