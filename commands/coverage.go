package commands

import (
	"context"
	"strings"

	"griot/knowledge"
)

var coverageSource = Option{Name: "source", Required: true, Describe: "option.source", Complete: entryNames("source", knowledge.KindSource)}

func coverageCommand() Command {
	return Command{
		Name: "coverage", Options: []Option{coverageSource}, For: knowledge.Moderator, Private: true,
		Run: func(_ context.Context, r Request) (Reply, error) {
			m := r.findSource(coverageSource)
			if m.reply != nil {
				return *m.reply, nil
			}
			return r.coverage(m.id), nil
		},
	}
}

// toCoverage leads to what is still to be written of a source.
func (r Request) toCoverage(source knowledge.ID) Button {
	return Button{Label: r.Say().Say("button.coverage"), Ask: r.to("coverage", coverageSource, source), Opens: ForMe}
}

const (
	maxUnknown = 30 // names that match nothing and are listed
	maxNew     = 5  // of these, how many have a button that begins an entry
)

// coverage shows what of a source's text no claim rests on yet, paragraph by
// paragraph, and the names in it; who may write gets the forms to do so.
func (r Request) coverage(source knowledge.ID) Reply {
	say := r.Say()
	text := r.View.Passages(source)
	if len(text) == 0 {
		return r.missing(say.Say("missing.text", "source", r.titleOf(source)), "")
	}
	writes := r.may(knowledge.EditRecord) == nil
	bare := r.View.Uncovered(source)
	p := r.compose(say.Say("title.coverage", "source", r.titleOf(source)), "")
	if len(bare) > 0 {
		p.note(Line, plain(say.Say("coverage.meter", "n", len(bare), "all", bodyOf(text))))
	} else {
		p.note(Line, plain(say.Say("coverage.whole")))
	}
	for i, passage := range bare {
		if i > 0 && i%(2*MaxButtonsInRow) == 0 {
			p.flush() // a page has no room for more buttons
		}
		p.uncovered(passage, writes)
	}
	p.unknown(r.View.Unknown(source), writes)
	return p.done()
}

// uncovered sets the beginning of a paragraph that no claim rests on, and the
// entries that it names.
func (p *pages) uncovered(passage *knowledge.Passage, writes bool) {
	r := p.request
	q, err := r.View.QuoteAt(r.View.Source(passage.Source).Label, knowledge.Sentences(passage.Paragraph, 1, 1))
	if err != nil {
		return
	}
	p.quotation(q)
	var names []string
	for _, id := range r.View.Mentioned(passage.Text) {
		names = append(names, r.nameOf(id))
	}
	if len(names) > 0 {
		p.note(Under, plain(r.Say().Say("coverage.mentions", "names", strings.Join(names, ", "))))
	}
	if writes {
		ask := Ask{Command: "add", Values: map[string]string{"kind": string(knowledge.KindClaim), "sources": q.ID()}}
		p.button(Button{Label: r.Say().Say("button.write claim", "place", q.ID()), Ask: ask, Writes: true})
	}
}

// unknown lists names that no entry has, as candidates for new ones.
func (p *pages) unknown(names []string, writes bool) {
	if len(names) == 0 {
		return
	}
	say := p.request.Say()
	p.note(Line, bold(say.Say("coverage.unknown")), plain(": "+strings.Join(names[:min(len(names), maxUnknown)], ", ")))
	if more := len(names) - maxUnknown; more > 0 {
		p.note(Line, plain(say.Say("coverage.more", "n", more)))
	}
	for _, name := range names[:min(len(names), maxNew)] {
		if writes {
			ask := Ask{Command: "add", Values: map[string]string{"name": name}}
			p.button(Button{Label: Cut(say.Say("button.new entry", "name", name), labelLength), Ask: ask, Writes: true})
		}
	}
}

// bodyOf counts the paragraphs that want a claim.
func bodyOf(text []*knowledge.Passage) (n int) {
	for _, p := range text {
		if p.Paragraph > 0 {
			n++
		}
	}
	return n
}
