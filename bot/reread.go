package main

import (
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/alecthomas/kong"
)

// rereadOnHangup reads the model's settings again at each SIGHUP, until the
// function that it returns is called.
func (p *program) rereadOnHangup() (stop func()) {
	hangups := make(chan os.Signal, 1)
	signal.Notify(hangups, syscall.SIGHUP)
	ended := make(chan struct{})
	var reader sync.WaitGroup
	reader.Go(func() {
		for {
			select {
			case <-hangups:
				p.reread()
			case <-ended:
				return
			}
		}
	})
	return func() {
		signal.Stop(hangups)
		close(ended)
		reader.Wait()
	}
}

// reread makes the model's settings those that .env and the files that it names
// hold now. Flags and the real environment win, as at the start. The log says
// what changed, of the key only that it did; settings that can't work are
// refused there, and the old ones stay.
func (p *program) reread() {
	before := p.models.now.Load().settings
	after, err := p.modelSettings()
	if err == nil {
		err = p.models.set(after)
	}
	if err != nil {
		p.log.Error("settings read again and refused: the model stays as it was", "error", err)
		return
	}
	p.log.Info("settings read again", changes(before, after)...)
}

// modelSettings reads the command line and the environment again.
func (p *program) modelSettings() (modelSettings, error) {
	getenv, err := withFile(p.outer, ".env")
	if err != nil {
		return modelSettings{}, err
	}
	var c cli
	parser, err := kong.New(&c, kong.Exit(func(int) {}), kong.Writers(io.Discard, io.Discard), kong.Resolvers(environment(getenv)))
	if err != nil {
		return modelSettings{}, err
	}
	if _, err := parser.Parse(p.args); err != nil {
		return modelSettings{}, err
	}
	key, err := p.modelKey(getenv)
	return modelSettings{c.Model, c.ModelURL, key, c.Summaries}, err
}

// changes lists for the log what differs, old and new.
func changes(before, after modelSettings) []any {
	var list []any
	for _, s := range []struct{ name, before, after string }{
		{"GRIOT_MODEL", before.name, after.name},
		{"OPENAI_BASE_URL", before.address, after.address},
		{"GRIOT_SUMMARIES", before.summaries, after.summaries},
	} {
		if s.before != s.after {
			list = append(list, s.name, s.before+" → "+s.after)
		}
	}
	if before.key != after.key {
		list = append(list, "key", "changed")
	}
	if list == nil {
		list = append(list, "changed", "nothing")
	}
	return list
}
