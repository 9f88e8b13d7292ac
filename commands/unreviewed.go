package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// unreviewed returns the proposals that wait on what an entry's card shows, to
// moderators in a reply that nobody else sees: readers never learn of them.
func (r Request) unreviewed(e *knowledge.Entry) []*knowledge.Proposal {
	if !private.Is(r) || r.may(knowledge.Approve) != nil {
		return nil
	}
	shown := r.onCard(e)
	return slices.DeleteFunc(r.View.Proposals(), func(q *knowledge.Proposal) bool {
		about := func(record knowledge.Record) bool {
			content, err := record.Content()
			c, isClaim := content.(*knowledge.Claim) // perhaps one that isn't there yet
			return slices.Contains(shown, record.ID) || err == nil && isClaim && slices.Contains(c.About, e.ID)
		}
		return !slices.ContainsFunc(q.Records, about)
	})
}

// onCard returns the records that an entry's card tells: the entry and the
// claims about it or behind its facts.
func (r Request) onCard(e *knowledge.Entry) []knowledge.ID {
	shown := []knowledge.ID{e.ID}
	for _, c := range r.View.About(e.ID) {
		shown = append(shown, c.ID)
	}
	for _, f := range e.Facts() {
		shown = append(shown, f.Claim)
	}
	return shown
}

// waiting names what waits on the card, and leads to it.
func (p *pages) waiting(all []*knowledge.Proposal) []Button {
	r, say := p.request, p.request.Say()
	var row []Button
	for _, q := range all[:min(len(all), MaxButtonsInRow)] {
		p.note(Item, bold(say.Say("card.unreviewed")), plain(": "+say.Say("card.proposed", "what", say.Say("action."+string(q.Action)), "name", r.nameIn(q))))
		open := r.toProposal(q)
		open.Label = say.Say("button.review")
		if len(all) > 1 {
			open.Label = say.Say("button.review of", "name", Cut(r.nameIn(q), labelLength))
		}
		row = append(row, open)
	}
	return row
}

// overtaken says where a newer pack gives another number, or another certainty,
// than the card shows, until a moderator has looked at it.
func (p *pages) overtaken(e *knowledge.Entry) {
	r, say := p.request, p.request.Say()
	if o, ok := r.View.OvertakenBy(e.ID); ok && slices.ContainsFunc(knowledge.Differences(o.Own, o.Shelf), isCount) {
		p.note(Line, plain(say.Say("card.other counts")))
	}
	for _, c := range r.View.About(e.ID) {
		o, ok := r.View.OvertakenBy(c.ID)
		if !ok {
			continue
		}
		content, err := o.Shelf.Content()
		if fresh, isClaim := content.(*knowledge.Claim); err == nil && isClaim && fresh.Certainty != c.Certainty {
			p.note(Line, plain(say.Say("card.other certainty", "claim", r.text(c.Text),
				"own", say.Say("certainty."+string(c.Certainty)), "shelf", say.Say("certainty."+string(fresh.Certainty)))))
		}
	}
}

func isCount(d knowledge.Difference) bool { return strings.HasPrefix(d.Path, "counts") }
