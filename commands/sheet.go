package commands

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"strings"

	"griot/commands/aspect"
	"griot/knowledge"
)

// sheet is a form of the desk: the fields with what stands there now, and the
// edit that what is typed comes to. The fill command opens it, draft shows what
// it would change, keep saves it, or send if it is suggested; between them it is
// made anew each time, from the values of the ask that say what it is about.
type sheet struct {
	title  string
	fields []Field
	stamp  string // of the records that it begins with, as stampOf makes it
	edit   func(typed map[string]string) (written, error)
}

// written is what a sheet comes to once it is filled in.
type written struct {
	edit   knowledge.Edit
	notes  []string // to be told before it is saved
	more   []Button
	faults aspect.Faults // what can't be read; the edit is of no use then
}

// What an ask says of a sheet, beside what is typed.
const (
	sheetAs       = "as"       // which sheet
	sheetRecord   = "record"   // the id that it is about
	sheetClaim    = "claim"    // of a new entry: the claim's id
	sheetAbout    = "topic"    // of a new claim: the entry's id
	sheetProposal = "proposal" // of one that passes in other words
	sheetSuggest  = "suggest"  // set if it is suggested
	sheetStamp    = "stamp"
)

var sheetValues = []string{sheetAs, sheetRecord, sheetClaim, sheetAbout, sheetProposal, sheetSuggest, sheetStamp}

func fillCommand() Command {
	return Command{Name: "fill", Hidden: true, Private: true, Form: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.fill()
	}}
}

func draftCommand() Command {
	return Command{Name: "draft", Hidden: true, Private: true, Run: func(ctx context.Context, r Request) (Reply, error) {
		return r.draft(ctx)
	}}
}

func keepCommand() Command { return savingCommand("keep") }

// sendCommand saves what is suggested, and nothing else.
func sendCommand() Command { return savingCommand("send") }

func savingCommand(name string) Command {
	return Command{Name: name, Hidden: true, Private: true, Run: func(ctx context.Context, r Request) (Reply, error) {
		if r.saving() != name {
			return Reply{}, refused("button")
		}
		return r.keep(ctx)
	}}
}

// saving is the command that saves a sheet.
func (r Request) saving() string {
	if r.editing() == knowledge.Suggest {
		return "send"
	}
	return "keep"
}

// fill opens a sheet: with what was typed before, if anything was.
func (r Request) fill() (Reply, error) {
	r, err := r.numbered()
	if err != nil {
		return Reply{}, err
	}
	s, err := r.sheet()
	if err != nil {
		return Reply{}, err
	}
	form := &Form{Title: s.title, Fields: s.fields, Ask: Ask{Command: "draft", Values: map[string]string{}}}
	for _, name := range sheetValues {
		if value := r.Values[name]; value != "" {
			form.Ask.Values[name] = value
		}
	}
	form.Ask.Values[sheetStamp] = cmp.Or(r.Values[sheetStamp], s.stamp)
	for i, f := range form.Fields {
		if typed, there := r.Values[f.Name]; there {
			form.Fields[i].Value = typed
		}
	}
	return Reply{Form: form}, nil
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

// keep saves a sheet, unless what it begins with was changed since it was
// opened: then what it would change now is shown, and nothing is written.
func (r Request) keep(ctx context.Context) (Reply, error) {
	s, w, err := r.written()
	if err != nil {
		return Reply{}, err
	}
	if len(w.faults) > 0 {
		return r.draft(ctx)
	}
	if r.Values[sheetStamp] != s.stamp { // which a second delivery of what was saved passes still
		for i := range w.edit.Records {
			w.edit.Records[i].Rev = math.MaxUint64
		}
	}
	reply, err := r.save(ctx, w.edit)
	var handled *knowledge.HandledError
	if errors.Is(err, knowledge.ErrStale) && !errors.As(err, &handled) {
		return r.draft(ctx)
	}
	return reply, err
}

func (r Request) written() (sheet, written, error) {
	s, err := r.sheet()
	if err != nil {
		return s, written{}, err
	}
	w, err := s.edit(r.Values)
	w.edit.Reason = r.reason()
	return s, w, err
}

// reason is why, and where it can be read, as who writes says it.
func (r Request) reason() string {
	reason, where := strings.TrimSpace(r.Values["reason"]), strings.TrimSpace(r.Values["where"])
	if where == "" {
		return reason
	}
	return strings.TrimSpace(reason + "\n" + r.Say().Say("sheet.where", "where", where))
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

// stampOf tells one version of records from another.
func stampOf(records ...knowledge.Record) string {
	var all []string
	for _, r := range records {
		all = append(all, fmt.Sprintf("%d.%d", r.Rev, r.Base))
	}
	return strings.Join(all, " ")
}

// sheetButton leads to a sheet.
func (r Request) sheetButton(label string, pairs ...string) Button {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return Button{Label: label, Ask: Ask{Command: "fill", Values: values}, Opens: ForMe}
}
