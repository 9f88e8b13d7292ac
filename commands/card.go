package commands

import (
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// cardName is the option that every card is asked for by; each kind's command
// completes it with its own names.
var cardName = Option{Name: "name", Required: true, Wanted: true}

func (o Option) completing(kinds ...knowledge.Kind) Option {
	o.Complete = entryNames(o.Name, kinds...)
	return o
}

// card answers what the sources say about the entry that the option names.
func (r Request) card(o Option, kind knowledge.Kind) (Reply, error) {
	m := r.find(o, kind)
	if m.reply != nil {
		return *m.reply, nil
	}
	e := r.View.Entry(m.id)
	p := r.compose(r.text(e.Name), e.Kind())
	p.reply.Entry = e.ID
	p.showing(m)
	p.also(e)
	p.overtaken(e)
	p.facts(e)
	p.relations(e)
	p.shows(r.tiedTo(e)...)
	p.finds(e)
	p.claims(e)
	review := p.waiting(r.unreviewed(e))
	p.buttons(review)
	p.pivots(e)
	return p.done(), nil
}

// also says what else the sources call the entry.
func (p *pages) also(e *knowledge.Entry) { p.called(e.Also, nil) }

// called says other names, and those that people type.
func (p *pages) called(also []knowledge.Text, finds []string) {
	var names []string
	for _, t := range also {
		names = append(names, p.request.text(t))
	}
	p.listed("card.also", names)
	p.listed("card.finds", finds)
}

// finds says which names lead here that the sources don't use.
func (p *pages) finds(e *knowledge.Entry) {
	p.listed("card.finds", p.request.onlyFound(e.ID))
}

// listed says names in a sentence, or in as many as they need.
func (p *pages) listed(key string, names []string) {
	for len(names) > 0 {
		n, length := 0, 0
		for n == 0 || n < len(names) && length+Length(names[n]) <= listLength {
			length += Length(names[n]) + len(", ")
			n++
		}
		p.note(Line, plain(p.request.Say().Say(key, "names", strings.Join(names[:n], ", "))))
		names = names[n:]
	}
}

// claims tells every claim about the entry, in the groups of a card.
func (p *pages) claims(e *knowledge.Entry) {
	about := p.request.View.About(e.ID)
	for g := knowledge.Told; g <= knowledge.Ahead; g++ {
		group := slices.DeleteFunc(slices.Clone(about), func(c *knowledge.Claim) bool { return p.request.View.GroupOf(c) != g })
		if len(group) == 0 {
			continue
		}
		p.open(p.request.Say().Say("group." + strconv.Itoa(int(g))))
		for _, c := range group {
			p.claim(c)
		}
	}
}

// pivots puts the buttons that lead on from a card.
func (p *pages) pivots(e *knowledge.Entry) {
	r, say := p.request, p.request.Say()
	row := []Button{
		{Label: say.Say("button.quotations"), Ask: r.to("quotations", quotationsName, e.ID), Opens: ForMe},
		{Label: say.Say("button.timeline"), Ask: r.to("timeline", timelineAbout, e.ID), Opens: ForMe},
		{Label: say.Say("button.related"), Ask: r.to("related", relatedName, e.ID), Opens: ForMe},
	}
	if r.takesSuggestions() {
		row = append(row, Button{Label: say.Say("button.suggest"), Ask: r.to("suggest", suggestName, e.ID), Opens: ForMe})
	}
	p.buttons(row)
	for i := range p.reply.Pages {
		p.contextButton(&p.reply.Pages[i])
	}
}

// contextButton leads from a page to what stands around its first quotation.
func (p *pages) contextButton(page *Page) {
	for _, c := range page.Citations {
		if c.Text == "" {
			continue
		}
		id := p.request.View.PublicID(c.Source, c.At)
		b := Button{Label: p.request.Say().Say("button.context"), Ask: p.request.to("context", contextAt, knowledge.ID(id)), Opens: ForMe}
		last := len(page.Buttons) - 1
		page.Buttons[last] = append(page.Buttons[last], b)
		return
	}
}
