package commands

import (
	"context"
	"maps"
	"strings"

	"griot/commands/aspect"
)

func draftCommand() Command {
	return Command{Name: "draft", Hidden: true, Private: true, Run: func(ctx context.Context, r Request) (Reply, error) {
		return r.draft(ctx)
	}}
}

// draft shows what a sheet that was filled in would change. Whatever is wrong
// with it, what was typed can be changed.
func (r Request) draft(ctx context.Context) (Reply, error) {
	s, w, err := r.written()
	if err != nil {
		return Reply{}, err
	}
	to := ways{Notes: w.notes, More: w.more}
	values := maps.Clone(r.Values)
	if values[sheetStamp] != s.stamp {
		values[sheetStamp] = s.stamp
		to.Notes = append([]string{r.Say().Say("sheet.moved")}, to.Notes...)
	}
	to.Save, to.Change = Ask{Command: r.saving(), Values: values}, &Ask{Command: "fill", Values: values}
	if len(w.faults) > 0 {
		return r.unreadable(s, w.faults, to), nil
	}
	reply, err := r.preview(ctx, w.edit, to)
	if f, fresh := failure(err, ""); err != nil && !fresh {
		return r.unsaved(s, to, func(p *pages) { p.note(Line, plain(f.Message(r.Say()))) }), nil
	}
	return reply, err
}

// unreadable says what can't be read in a sheet, by field and line.
func (r Request) unreadable(s sheet, faults aspect.Faults, to ways) Reply {
	say := r.Say()
	return r.unsaved(s, to, func(p *pages) {
		p.note(Line, bold(say.Say("preview.wrong")))
		for _, f := range faults {
			where, _, _ := strings.Cut(say.Say("label."+f.Field), " (")
			if f.Line > 0 {
				where = say.Say("sheet.line", "field", where, "line", f.Line)
			}
			p.note(Item, bold(where), plain(": "+say.Say(f.Code, f.Pairs...)))
		}
	})
}

// unsaved is the page of a sheet that can't be saved as it stands.
func (r Request) unsaved(s sheet, to ways, why func(*pages)) Reply {
	p := r.compose(r.Say().Say("title.not yet", "name", s.title), "")
	p.reply.Outcome = Invalid
	why(p)
	p.buttons(to.row(r, ""))
	return p.done()
}
