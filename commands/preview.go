package commands

import (
	"context"
	"errors"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// ways are the buttons of a preview: what saves, and what opens the form anew
// with what was typed; without a Change there is nothing to change. Above is a
// line that stands over what changes, if there is one, Notes are lines under it,
// More stands beside the buttons.
type ways struct {
	Save   Ask
	Change *Ask
	Above  []Span
	Notes  []string
	More   []Button
}

// preview shows what an edit would change, word by word, before anything is
// written. What can't be saved is shown with the reasons, and without Save.
func (r Request) preview(ctx context.Context, e knowledge.Edit, to ways) (Reply, error) {
	return r.previewOf(ctx, e, e.Records, to)
}

// previewOf shows an edit whose records are not its own to bring.
func (r Request) previewOf(ctx context.Context, e knowledge.Edit, records []knowledge.Record, to ways) (Reply, error) {
	layer, err := r.desk()
	if err != nil {
		return Reply{}, err
	}
	e.Layer = layer
	receipt, err := r.Library.Try(ctx, r.Who, e)
	wrong := problemsOf(err)
	if err != nil && (wrong == nil || e.Action == knowledge.Undo) {
		return r.ranInto(ctx, err)
	}
	say := r.Say()
	title, save := "title.preview", "button.save"
	if e.Action == knowledge.Suggest {
		title, save = "title.before sending", "button.send"
	}
	if wrong != nil {
		title, save = "title.not yet", ""
	}
	p := r.compose(say.Say(title, "name", r.titleIn(e)), "")
	p.problems(wrong)
	if len(to.Above) > 0 {
		p.note(Line, to.Above...)
	}
	for _, n := range to.Notes {
		p.note(Line, plain(n))
	}
	if changed := p.changes(records); !changed && wrong == nil {
		p.note(Line, plain(say.Say("preview.unchanged")))
		p.reply.Outcome = Invalid
		p.buttons(to.row(r, ""))
		return p.done(), nil
	}
	switch {
	case wrong != nil:
		p.reply.Outcome = Invalid
	case e.Action == knowledge.Suggest:
		p.note(Line, plain(say.Say("preview.suggestion")))
	case receipt.Waiting != "":
		p.note(Line, plain(say.Say("preview.second")))
	}
	p.buttons(to.row(r, save))
	return p.done(), nil
}

// row returns the buttons of a preview; save is the label's key of the one that
// saves, if it can be saved.
func (to ways) row(r Request, save string) []Button {
	say, row := r.Say(), []Button(nil)
	if save != "" {
		row = append(row, Button{Label: say.Say(save), Ask: to.Save, Writes: true, Tone: Do})
	}
	if to.Change != nil {
		row = append(row, Button{Label: say.Say("button.change"), Ask: *to.Change, Writes: true})
	}
	row = append(row, Button{Label: say.Say("button.cancel"), Ask: Ask{Command: "cancel"}, Writes: true})
	return append(row, to.More...)
}

// notTaken says what is wrong with what was typed, and leads back to the form that
// holds it.
func (r Request) notTaken(err error, change Ask) (Reply, error) {
	var wrong *Failure
	if !errors.As(err, &wrong) {
		return Reply{}, err
	}
	p := r.compose(r.Say().Say("title.again"), "")
	p.reply.Outcome = wrong.Outcome
	p.note(Line, plain(wrong.Message(r.Say())))
	p.buttons(ways{Change: &change}.row(r, ""))
	return p.done(), nil
}

// problems lists what is wrong with an edit.
func (p *pages) problems(wrong knowledge.Problems) {
	if len(wrong) == 0 {
		return
	}
	say := p.request.Say()
	p.note(Line, bold(say.Say("preview.wrong")))
	for _, w := range wrong {
		p.note(Item, plain(say.Say("preview.problem", "path", w.Path, "what", w.What)))
	}
}

// changes sets what records would change against what the desk has, and
// reports whether anything does.
func (p *pages) changes(records []knowledge.Record) bool {
	var pairs []knowledge.Edited
	for _, r := range records {
		e := knowledge.Edited{After: r}
		if before, ok := p.request.View.Draft(r.ID); ok {
			e.Before = &before
		}
		pairs = append(pairs, e)
	}
	return p.edits(pairs)
}

// edits sets what was changed, or would be, record by record and field by
// field. How to read it is said once a reply.
func (p *pages) edits(edited []knowledge.Edited) bool {
	say, any := p.request.Say(), false
	for _, e := range edited {
		all := p.differences(e)
		if len(all) == 0 {
			continue
		}
		if !p.explained {
			p.note(Line, plain(say.Say("preview.how")))
		}
		any, p.explained = true, true
		p.note(Line, bold(say.Say("preview.record", "kind", say.Say("kind."+string(e.After.Kind)), "id", e.After.ID)))
		for _, d := range all {
			p.difference(d)
		}
	}
	return any
}

func (p *pages) stateOf(r knowledge.Record) string {
	switch {
	case r.State == "":
		return ""
	case r.Kind == knowledge.KindFrozen && r.State == knowledge.Live:
		return p.request.Say().Say("state.frozen")
	case r.Kind == knowledge.KindFrozen:
		return p.request.Say().Say("state.thawed")
	}
	return p.request.Say().Say("state."+string(r.State), "into", r.Into)
}

// maxPiece is how much of a difference stands in one line; a longer one goes on
// in the next, so that a page can end between them.
const maxPiece = 700

// difference sets one field, word by word. Signs tell what goes and what comes
// as well as bold does.
func (p *pages) difference(d knowledge.Difference) {
	say := p.request.Say()
	style, line, room := Item, []Span{bold(d.Path), plain(": ")}, maxPiece
	for _, piece := range text.Diff(d.Before, d.After) {
		for _, part := range parts(piece.Text, maxPiece) {
			if room -= len(part); room < 0 && len(line) > 0 {
				p.note(style, line...)
				style, line, room = Under, nil, maxPiece-len(part)
			}
			switch piece.Op {
			case text.Removed:
				line = append(line, plain(say.Say("preview.gone", "text", part)))
			case text.Added:
				line = append(line, bold(say.Say("preview.come", "text", part)))
			default:
				line = append(line, plain(part))
			}
		}
	}
	p.note(style, line...)
}

// parts cuts a text into pieces of at most limit bytes, at spaces where it can.
func parts(s string, limit int) []string {
	var all []string
	for len(s) > limit {
		cut := strings.LastIndexByte(s[:limit], ' ') + 1
		if cut == 0 {
			cut = len(strings.ToValidUTF8(s[:limit], ""))
		}
		all = append(all, s[:cut])
		s = s[cut:]
	}
	return append(all, s)
}
