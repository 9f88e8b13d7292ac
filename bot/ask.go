package main

import (
	"context"
	"strings"
	"time"

	"griot/bot/console"
	"griot/commands"
	"griot/knowledge"
)

type runCommand struct {
	JSON   bool     `help:"Print one JSON object for each line, and nothing else."`
	As     string   `default:"reader" enum:"reader,moderator,reviewer,owner" help:"The asker's role."`
	User   string   `default:"console" help:"The asker's name."`
	Roles  []string `placeholder:"ID" help:"The ids of the asker's roles on the server, with commas between."`
	Locale string   `default:"en" help:"The asker's language."`
	Fixed  bool     `help:"Pin the clock, the key of the buttons and the time taken, so that the output is always the same."`
	Line   string   `arg:"" help:"A line such as '/actor name:CMA', '? /actor name:kou', '! 2' or '! 2 {\"text\": \"…\"}'; - reads lines from standard input."`
}

// Run answers the line, or each line of standard input.
func (c runCommand) Run(ctx context.Context, p *program) (err error) {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer p.end(&err, lib)
	role, err := knowledge.ParseRole(c.As)
	if err != nil {
		return err
	}
	asker := commands.Asker{Who: knowledge.Who{User: c.User, Guild: p.Guild, Role: role, Roles: c.Roles}, Locale: c.Locale}
	session, err := p.session(ctx, lib, asker)
	if err != nil {
		return err
	}
	if c.Fixed {
		fix(session)
	}
	in := p.in
	if c.Line != "-" {
		in = strings.NewReader(c.Line + "\n")
	}
	return session.Run(ctx, in, p.out, c.JSON)
}

// fix pins all that differs from one run to the next.
func fix(s *console.Session) {
	s.Now = nil
	s.Griot.Now = func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }
	s.Griot.Buttons.Now = s.Griot.Now
	s.Griot.Reference = func() string { return "FIXED" }
	s.Griot.Buttons.Key = []byte("a key that everyone knows")
}

func (p *program) session(ctx context.Context, lib *knowledge.Library, asker commands.Asker) (*console.Session, error) {
	griot, err := p.griot(ctx, lib)
	if err != nil {
		return nil, err
	}
	return &console.Session{Griot: griot, Asker: asker, Now: time.Now, Terminal: console.TerminalOf(p.out, p.getenv)}, nil
}
