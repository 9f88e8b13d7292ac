package commands

import (
	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// chooseAmong asks which of several is meant; each is a button. An empty
// command means the card of each entry's kind.
func (r Request) chooseAmong(key, command string, option Option, all []knowledge.ID, pairs ...any) Reply {
	p := r.compose(r.Say().Say("title.choose"), "")
	p.reply.Outcome = Choose
	p.note(Line, plain(r.Say().Say(key, pairs...)))
	p.choices(command, option, all)
	return p.done()
}

// maxOffered is how many choices a reply offers as buttons.
const maxOffered = 10

// choices lists records, each with its kind, and a button for each.
func (p *pages) choices(command string, option Option, all []knowledge.ID) {
	r := p.request
	offered := all[:min(len(all), maxOffered)]
	var rows [][]Button
	for i, id := range offered {
		line := []Span{bold(r.nameOf(id))}
		to := command
		if e := r.View.Entry(id); e != nil {
			line = append(line, plain(", "+r.Say().Say("kind."+string(e.Kind()))))
			if to == "" {
				to = string(e.Kind())
			}
		}
		p.note(Item, line...)
		if i%MaxButtonsInRow == 0 {
			rows = append(rows, nil)
		}
		b := Button{Label: Cut(r.nameOf(id), labelLength), Ask: r.to(to, option, id)}
		rows[len(rows)-1] = append(rows[len(rows)-1], b)
	}
	if more := len(all) - len(offered); more > 0 {
		p.note(Line, plain(r.Say().Say("choose.more", "n", more)))
	}
	p.shows(offered...)
	p.buttons(rows...)
}

// to returns the ask for a command about a record, as private as this one.
func (r Request) to(command string, option Option, id knowledge.ID) Ask {
	return Ask{Command: command, Values: map[string]string{option.Name: string(id)}}.privately(private.Is(r))
}

// toEntry returns the button that opens an entry's card.
func (r Request) toEntry(e *knowledge.Entry) Button {
	return Button{Label: Cut(r.text(e.Name), labelLength), Ask: r.to(string(e.Kind()), cardName, e.ID), Opens: ForMe}
}

// missing says that the sources don't say, and names the nearest topics. It
// cites nothing.
func (r Request) missing(what, typed string) Reply {
	return r.missingNear(what, r.nearest(typed), r.unsourced(typed))
}

// missingNear says so of topics that are near, and which names that were typed
// no source uses.
func (r Request) missingNear(what string, near []knowledge.ID, unsourced []string) Reply {
	p := r.compose(r.Say().Say("title.not in sources"), "")
	p.reply.Outcome = NotInSources
	p.note(Line, plain(what))
	p.listed("card.finds", unsourced)
	if len(near) > 0 {
		p.note(Line, plain(r.Say().Say("missing.nearest")))
		p.choices("", cardName, near)
	}
	reply := p.done()
	reply.Entries = nil
	return reply
}

// nearest returns up to five topics near to what was typed, if any are: by
// name, else by what is told of them.
func (r Request) nearest(typed string) []knowledge.ID {
	if text.Fold(typed) == "" {
		return nil // which would be near to everything
	}
	if found := ids(r.View.Complete(typed, 5, knowledge.EntryKinds()...)); len(found) > 0 {
		return found
	}
	var groups []string
	for _, k := range knowledge.EntryKinds() {
		groups = append(groups, string(k))
	}
	var near []knowledge.ID
	for _, h := range r.View.Search(typed, 5, search.InGroups(groups...)).Hits {
		near = append(near, knowledge.ID(h.ID))
	}
	return near
}
