package commands

import (
	"slices"

	"griot/knowledge"
)

// pages builds a reply. Units are put on one after the other; a unit is never
// cut, and brings along every claim that is bound to one it names, so that no
// page shows one without the other.
type pages struct {
	request Request
	reply   Reply
	title   string
	kind    knowledge.Kind

	numbers map[knowledge.ID]int    // of sources, over the reply
	lines   map[knowledge.ID]string // of sources, as they stand at the foot
	told    map[knowledge.ID]bool   // claims told in full, over the reply
	page    Page
	named   map[knowledge.ID]bool // claims named on this page
	room    int                   // left on this page
	heading string                // waits for the next unit
	group   string                // the heading that is open

	explained bool // how to read what changes, over the reply
}

// compose begins a reply with a title; kind is that of its entry, if any.
func (r Request) compose(title string, kind knowledge.Kind) *pages {
	p := &pages{
		request: r, title: cutShown(title, MaxTitle-40), kind: kind,
		reply:   Reply{Outcome: Answered, Private: private.Is(r)},
		numbers: map[knowledge.ID]int{}, lines: map[knowledge.ID]string{}, told: map[knowledge.ID]bool{},
	}
	p.turn()
	return p
}

// turn begins a new page.
func (p *pages) turn() {
	p.page = Page{Title: p.title, Kind: p.kind}
	p.named = map[knowledge.ID]bool{}
	p.room = pageLength
}

// flush ends the page, if anything stands on it.
func (p *pages) flush() {
	if len(p.page.Blocks) > 0 {
		for i, c := range p.page.Citations {
			p.page.Citations[i].Text = p.shown(c)
		}
		p.reply.Pages = append(p.reply.Pages, p.page)
		p.turn()
	}
}

// open sets a heading over the units that follow; it is repeated on each page.
func (p *pages) open(heading string) { p.heading, p.group = heading, heading }

// shows lists entries that the reply shows, in the order of appearance.
func (p *pages) shows(entries ...knowledge.ID) {
	for _, id := range entries {
		if !slices.Contains(p.reply.Entries, id) {
			p.reply.Entries = append(p.reply.Entries, id)
		}
	}
}

// note puts a line that names no claim.
func (p *pages) note(style Style, spans ...Span) {
	var u unit
	u.add(style, spans...)
	p.put(u)
}

// set puts a complete unit on the page.
func (p *pages) set(u unit) {
	if p.heading != "" {
		heading := Block{Style: Heading, Spans: []Span{bold(p.heading)}}
		p.page.Blocks = append(p.page.Blocks, heading)
		p.room -= heading.length()
		p.heading = ""
	}
	p.page.Blocks = append(p.page.Blocks, u.blocks...)
	for _, c := range u.claims {
		p.named[c.ID] = true
	}
	for _, id := range u.told {
		p.told[id] = true
	}
	for _, c := range u.citations {
		c.Page = len(p.reply.Pages) + 1
		p.page.cite(c)
	}
}

// strong sets the quotations of the words of q on this page in bold.
func (p *pages) strong(q knowledge.Quotation) {
	for i := range p.page.Blocks {
		if p.page.Blocks[i].Quotation == q {
			p.page.Blocks[i].Strong = true
		}
	}
}

// done ends the reply at the page that was asked for.
func (p *pages) done() Reply {
	p.flush()
	r := &p.reply
	r.Page = min(max(p.request.Page, 1), len(r.Pages))
	for i := range r.Pages {
		page := &r.Pages[i]
		p.foot(page)
		if lost := p.request.View.Lost(); lost > 0 && len(page.Citations) > 0 {
			note := Block{Style: Line, Spans: []Span{plain(p.request.Say().Say("card.lost", "n", lost))}}
			page.Blocks = append([]Block{note}, page.Blocks...)
		}
		if len(r.Pages) > 1 {
			page.Title = p.request.Say().Say("title.page", "title", page.Title, "page", i+1, "pages", len(r.Pages))
		}
		page.Buttons = withinLimits(append(p.turners(i+1), page.Buttons...))
	}
	return *r
}

// withinLimits leaves out the buttons that Discord has no room for, beside the
// row that shows a private page to everyone.
func withinLimits(rows [][]Button) [][]Button {
	rows = rows[:min(len(rows), MaxRows-1)]
	for i, row := range rows {
		rows[i] = row[:min(len(row), MaxButtonsInRow)]
		for j, b := range rows[i] {
			row[j].Label = Cut(visible(b.Label), MaxButtonLabel)
		}
	}
	return rows
}

// turners returns the row of buttons that turn the pages.
func (p *pages) turners(page int) [][]Button {
	var row []Button
	say := p.request.Say()
	if page > 1 {
		row = append(row, Button{Label: say.Say("button.previous", "page", page-1), Ask: p.request.ask(page - 1)})
	}
	if page < len(p.reply.Pages) {
		row = append(row, Button{Label: say.Say("button.next", "page", page+1), Ask: p.request.ask(page + 1)})
	}
	if row == nil {
		return nil
	}
	return [][]Button{row}
}

// button puts a button on the page that the last unit stands on.
func (p *pages) button(b Button) {
	rows := p.page.Buttons
	if len(rows) == 0 || len(rows[len(rows)-1]) == MaxButtonsInRow {
		rows = append(rows, nil)
	}
	rows[len(rows)-1] = append(rows[len(rows)-1], b)
	p.page.Buttons = rows
}

// endPage ends the page with rows of buttons of its own.
func (p *pages) endPage(rows ...[]Button) {
	p.flush()
	last := len(p.reply.Pages) - 1
	p.reply.Pages[last].Buttons = append(p.reply.Pages[last].Buttons, rows...)
}

// buttons puts rows of buttons on every page.
func (p *pages) buttons(rows ...[]Button) {
	p.flush()
	for i := range p.reply.Pages {
		for _, row := range rows {
			if len(row) > 0 {
				p.reply.Pages[i].Buttons = append(p.reply.Pages[i].Buttons, row)
			}
		}
	}
}
