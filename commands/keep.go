package commands

import (
	"context"
	"errors"
	"math"

	"griot/knowledge"
)

func keepCommand() Command { return savingCommand("keep") }

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
