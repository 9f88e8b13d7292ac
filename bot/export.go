package main

import (
	"context"
	"fmt"
	"strings"

	"griot/commands/messages"
	"griot/knowledge"
	"griot/knowledge/export"
)

type exportCommand struct {
	Format string `default:"yaml" help:"yaml, json, csv, markdown or annotation." placeholder:"FORMAT"`
	Entry  string `help:"The id of one entry; without it, all that the server's desk holds." placeholder:"ID"`
}

// Run writes what a server's desk holds to standard output, or what the shelf
// holds where no server is named. A desk can be taken out so as long as it is
// kept, also after its server took the bot away.
func (c exportCommand) Run(ctx context.Context, p *program) (err error) {
	format := export.Format(c.Format)
	if format.Media() == "" {
		return fmt.Errorf("%w: --format wants yaml, json, csv, markdown or annotation, not %s", errUsage, c.Format)
	}
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer closing(&err, lib)
	view, what := lib.View(p.Guild), export.Selection{Layer: knowledge.Shelf, Entry: knowledge.ID(c.Entry)}
	if p.Guild != "" {
		what.Layer = knowledge.Desk(p.Guild)
	}
	if len(view.Held(what.Layer)) == 0 && c.Entry == "" {
		return noDesk(p.Guild, lib.Desks())
	}
	if c.Entry != "" && view.Entry(what.Entry) == nil {
		return fmt.Errorf("%w: no entry %s", errRefused, c.Entry)
	}
	_, body, err := export.Export(view, what, format, messages.In(knowledge.English).Say)
	if err != nil {
		return err
	}
	_, err = p.out.Write(body)
	return err
}

// noDesk says that a server has no desk, and what can be exported instead.
func noDesk(guild string, desks []string) error {
	if len(desks) == 0 {
		return fmt.Errorf("%w: server %s has no desk here, nor has any other: nobody has saved a change; without --guild and GRIOT_GUILD the shelf is exported", errRefused, guild)
	}
	return fmt.Errorf("%w: server %s has no desk here; there are desks of: %s", errRefused, guild, strings.Join(desks, ", "))
}
