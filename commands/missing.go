package commands

import (
	"slices"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// maxTopics is how many topics a refusal leads to.
const maxTopics = 5

// topics are what a refusal leads to: the nearest ones or, where nothing is
// near, those that most is told of.
type topics struct {
	heading string // by its key
	all     []knowledge.ID
}

// missing says that the sources don't say, which names that were typed none
// uses, and the nearest topics; if nothing was typed, there are none. It cites
// nothing.
func (r Request) missing(what, typed string) Reply {
	if typed == "" {
		return r.missingNear(what, topics{}, nil)
	}
	return r.missingNear(what, r.topics(r.nearest(typed)), r.unsourced(typed))
}

// missingNear says so of these topics and names.
func (r Request) missingNear(what string, near topics, unsourced []string) Reply {
	p := r.compose(r.Say().Say("title.not in sources"), "")
	p.reply.Outcome = NotInSources
	p.note(Line, plain(what))
	p.listed("card.finds", unsourced)
	if len(near.all) > 0 {
		p.note(Line, plain(r.Say().Say(near.heading)))
		p.choices("", cardName, near.all)
	}
	reply := p.done()
	reply.Entries = nil
	return reply
}

// topics returns those that are near or, if none is, the best connected.
func (r Request) topics(near []knowledge.ID) topics {
	if len(near) > 0 {
		return topics{"missing.nearest", near}
	}
	return topics{"missing.connected", ids(r.View.Complete("", maxTopics, knowledge.EntryKinds()...))}
}

// shortestSlip is the length from which a name or a word that fits what was
// typed but for an error is near: "Paris" has nothing to do with parties.
const shortestSlip = 6

// nearest returns up to five topics near to what was typed, if any are: by
// name, else by what is told of them.
func (r Request) nearest(typed string) []knowledge.ID {
	if text.Fold(typed) == "" {
		return nil // which would be near to everything
	}
	kinds := knowledge.EntryKinds()
	found := r.View.Complete(typed, maxTopics, kinds...)
	if slips(typed) {
		found = slices.DeleteFunc(found, func(c search.Completion) bool { return c.Why == search.Corrected })
	}
	if len(found) > 0 {
		return ids(found)
	}
	result := r.View.Search(typed, maxTopics, inKinds(kinds))
	if short := slices.DeleteFunc(result.Corrected, func(c search.Correction) bool { return !slips(c.Typed) }); len(short) > 0 {
		for i := range short {
			short[i].Meant = ""
		}
		result = r.View.Search(reworded(typed, short), maxTopics, inKinds(kinds))
	}
	var near []knowledge.ID
	for _, h := range result.Hits {
		near = append(near, knowledge.ID(h.ID))
	}
	return near
}

// slips reports whether so little was typed that it fits much by accident, if
// an error is forgiven.
func slips(typed string) bool { return utf8.RuneCountInString(text.Fold(typed)) < shortestSlip }
