package commands

import "griot/knowledge"

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
