package commands

import (
	"context"
	"slices"

	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/export"
)

var (
	exportName   = Option{Name: "name", Describe: "option.export", Complete: entryNames("name", knowledge.EntryKinds()...)}
	exportFormat = Option{Name: "format", Complete: formatNames}
)

func exportCommand() Command {
	return Command{
		Name: "export", Options: []Option{exportName, exportFormat}, For: knowledge.Moderator, Private: true,
		Run: func(_ context.Context, r Request) (Reply, error) { return r.export() },
	}
}

// formatNames completes the formats of an export.
func formatNames(r Request) []Choice {
	var all []Choice
	for _, f := range export.Formats() {
		all = append(all, Choice{Name: r.Say().Say("format." + string(f)), Value: string(f)})
	}
	return all
}

// export hands out the whole desk, or one entry with what it rests on, as a
// file. A whole desk is its moderators' to take away.
func (r Request) export() (Reply, error) {
	layer, err := r.desk()
	if err != nil {
		return Reply{}, err
	}
	if r.View.Settings().RoleOf(r.Who) < knowledge.Moderator {
		return Reply{}, refused("rights")
	}
	format := export.Format(exportFormat.In(r))
	if format == "" {
		format = export.YAML
	}
	if format.Media() == "" {
		return Reply{}, invalid("format", "typed", Echo(string(format)))
	}
	what := export.Selection{Layer: layer}
	title := r.Say().Say("title.export desk")
	if exportName.In(r) != "" {
		m := r.find(exportName, knowledge.EntryKinds()...)
		if m.reply != nil {
			return *m.reply, nil
		}
		what.Layer, what.Entry = "", m.id
		title = r.Say().Say("title.export", "name", r.titleOf(m.id))
	}
	if what.Entry == "" && !slices.ContainsFunc(r.View.Held(layer), isKnowledge) {
		return Reply{}, refused("empty desk")
	}
	name, body, err := r.exported(what, format)
	if err != nil {
		return Reply{}, err
	}
	p := r.compose(title, "")
	p.note(Line, plain(r.Say().Say("export.done", "name", name, "format", r.Say().Say("format."+string(format)))))
	reply := p.done()
	reply.Files = []File{{Name: name, Body: body, Alt: title}}
	return reply, nil
}

// exported writes a selection. What it quotes counts as what a message quotes.
func (r Request) exported(what export.Selection, format export.Format) (name string, body []byte, err error) {
	r.Spoken.spend(r, func(b *budget) {
		what.Quotable = b.allows
		name, body, err = export.Export(r.View, what, format, messages.In(knowledge.English).Say)
	})
	return name, body, err
}

func isKnowledge(r knowledge.Record) bool { return r.Kind.IsKnowledge() }
