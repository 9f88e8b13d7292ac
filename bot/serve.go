package main

import (
	"context"
	"fmt"
	"strconv"

	"griot/bot/discord"
)

// startCommand is what griot does without a command.
type startCommand struct{}

// Run serves Discord if there is a token, else opens the console.
func (startCommand) Run(ctx context.Context, p *program) error {
	token, err := p.token()
	if err != nil {
		return err
	}
	if token != "" {
		return serveCommand{}.Run(ctx, p)
	}
	return p.console(ctx, errNoToken)
}

type serveCommand struct{}

// Run serves Discord until it is told to stop.
func (serveCommand) Run(ctx context.Context, p *program) (err error) {
	token, err := p.token()
	if err != nil {
		return err
	}
	if token == "" {
		return errNoToken
	}
	if _, err := strconv.ParseUint(p.Guild, 10, 64); p.Guild != "" && err != nil {
		return fmt.Errorf("%w: --guild wants the server's id, a number, not %s", errUsage, p.Guild)
	}
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer p.end(&err, lib)
	griot, err := p.griot(ctx, lib)
	if err != nil {
		return err
	}
	defer p.rereadOnHangup()()
	bot := &discord.Bot{Token: token, APIURL: p.APIURL, Guild: p.Guild, Owners: p.Owners, Griot: griot, Log: p.log}
	return bot.Serve(ctx)
}
