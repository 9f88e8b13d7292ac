package main

import (
	"bufio"
	"context"

	"griot/bot/console"
	"griot/commands"
	"griot/knowledge"
)

type consoleCommand struct{}

// Run opens the console.
func (consoleCommand) Run(ctx context.Context, p *program) error { return p.console(ctx, nil) }

// console lets a person ask in the terminal. atEnd, if there is one, is the
// error if standard input is at its end already.
func (p *program) console(ctx context.Context, atEnd error) (err error) {
	in := p.in
	if atEnd != nil && !console.IsTerminal(in) {
		lines := bufio.NewReader(in)
		if _, err := lines.Peek(1); err != nil {
			return atEnd
		}
		in = lines
	}
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer p.end(&err, lib)
	session, err := p.session(ctx, lib, commands.Asker{Who: knowledge.Operator()})
	if err != nil {
		return err
	}
	return session.Interactive(ctx, in, p.out)
}
