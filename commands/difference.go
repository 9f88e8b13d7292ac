package commands

import (
	"slices"

	"griot/knowledge"
)

// differences returns what an edit changes in a record: its fields, and whether
// readers see it, which is said in words.
func (p *pages) differences(e knowledge.Edited) []knowledge.Difference {
	before, after := knowledge.Record{}, e.After
	if e.Before != nil {
		before = *e.Before
	}
	if shelf, there := p.request.Library.Stored(knowledge.Shelf, after.ID); there && after.State == knowledge.Returned {
		after.Body = shelf.Body
	}
	all := slices.DeleteFunc(knowledge.Differences(before, after), isOfState)
	switch e.After.Kind {
	case knowledge.KindSettings:
		all = p.request.settingsChanged(before, e.After)
	case knowledge.KindProposal:
		was, is := p.request.stageOf(before), p.request.stageOf(e.After)
		if was != is {
			all = []knowledge.Difference{{Path: p.request.Say().Say("preview.stage"), Before: was, After: is}}
		}
	}
	said := e.Before != nil || e.After.State != knowledge.Live || e.After.Kind == knowledge.KindFrozen // that a new one is shown goes without saying
	if was, is := p.stateOf(before), p.stateOf(e.After); was != is && said {
		all = append(all, knowledge.Difference{Path: p.request.Say().Say("preview.state"), Before: was, After: is})
	}
	return all
}

// stageOf says what became of the proposal that a record is.
func (r Request) stageOf(record knowledge.Record) string {
	content, err := record.Content()
	if q, ok := content.(*knowledge.Proposal); ok && err == nil {
		return r.Say().Say("stage." + string(q.State))
	}
	return ""
}

// isOfState reports whether a difference is one of the record's state, which is
// said in words.
func isOfState(d knowledge.Difference) bool { return d.Path == "state" || d.Path == "into" }
