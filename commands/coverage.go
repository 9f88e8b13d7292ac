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

// maxUnknown is how many names that match nothing are listed.
const maxUnknown = 30

// coverage shows what of a source's text no claim rests on yet, paragraph by
// paragraph, with the way to write one; and the names in it.
func (r Request) coverage(source knowledge.ID) Reply {
	say := r.Say()
	text := r.View.Passages(source)
	if len(text) == 0 {
		return r.missing(say.Say("missing.text", "source", r.titleOf(source)), "")
	}
	bare := r.View.Uncovered(source)
	p := r.compose(say.Say("title.coverage", "source", r.titleOf(source)), "")
	p.note(Line, plain(say.Say("coverage.meter", "n", len(bare), "all", bodyOf(text))))
	for _, passage := range bare {
		at := knowledge.Sentences(passage.Paragraph, 1, 1)
		id := r.View.PublicID(source, at)
		if q, err := r.View.QuoteAt(r.View.Source(source).Label, at); err == nil {
			p.quotation(q)
		}
		p.mentions(passage)
		p.button(Button{Label: say.Say("button.write claim", "place", id), Ask: r.newClaim(id), Writes: true})
	}
	if unknown := r.View.Unknown(source); len(unknown) > 0 {
		p.note(Line, bold(say.Say("coverage.unknown")), plain(": "+strings.Join(unknown[:min(len(unknown), maxUnknown)], ", ")))
	}
	return p.done()
}

// newClaim is the ask that opens the form of a new claim on a place.
func (r Request) newClaim(place string) Ask {
	return Ask{Command: "add", Values: map[string]string{"kind": string(knowledge.KindClaim), "sources": place}}
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

// mentions names the entries that a paragraph speaks of.
func (p *pages) mentions(passage *knowledge.Passage) {
	var names []string
	for _, id := range p.request.View.Mentioned(passage.Text) {
		names = append(names, p.request.nameOf(id))
	}
	if len(names) > 0 {
		p.note(Under, plain(p.request.Say().Say("coverage.mentions", "names", strings.Join(names, ", "))))
	}
}
