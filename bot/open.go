package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/storage"
)

// openLibrary opens the store, fills it from the packs within the program, and
// says on the error stream what it did. The caller closes it.
func (p *program) openLibrary(ctx context.Context) (*knowledge.Library, error) {
	if err := p.checkPages(ctx); err != nil {
		return nil, err
	}
	_, err := os.Stat(p.Data)
	fresh := errors.Is(err, os.ErrNotExist)
	store, err := storage.Open(p.Data)
	if err != nil {
		return nil, inUse(p.Data, err)
	}
	lib, err := knowledge.OpenLibrary(ctx, store, knowledge.WithLog(p.log))
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	if fresh {
		fmt.Fprintf(p.err, "%s: made\n", p.Data)
	}
	if err := p.applyPacks(ctx, lib); err != nil {
		return nil, errors.Join(err, lib.Close())
	}
	return lib, nil
}

// applyPacks puts the packs within the program on the shelf, where they are
// newer than what is there.
func (p *program) applyPacks(ctx context.Context, lib *knowledge.Library) error {
	for _, folder := range packs.Builtin() {
		pack, err := packs.Load(folder)
		if err != nil {
			return err
		}
		applied, err := packs.Apply(ctx, lib, knowledge.Operator(), pack)
		if err != nil {
			return err
		}
		if applied.Done || applied.IsOlder() {
			fmt.Fprintf(p.err, "%s\n", applied)
		}
	}
	return nil
}

// pageCheckTime is how long the check of Bolt's pages may take after an
// unclean stop.
const pageCheckTime = 30 * time.Second

// checkPages has the file's pages checked after an unclean stop. It is done in
// a process of its own, before this one maps the file: a damaged page can end
// the process that touches it.
func (p *program) checkPages(ctx context.Context) error {
	clean, err := storage.StoppedCleanly(p.Data)
	if err != nil {
		return inUse(p.Data, err)
	}
	if clean {
		return nil
	}
	fmt.Fprintf(p.err, "%s: the last stop was not orderly; checking it\n", p.Data)
	self, err := os.Executable()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, pageCheckTime)
	defer cancel()
	child := exec.CommandContext(ctx, self, "verify", "--data", p.Data)
	child.Args[0] = os.Args[0]
	if out, err := child.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s: restore a backup; griot verify says more: %w\n%s", errDamaged, p.Data, err, out)
	}
	return nil
}

// inUse adds to the error of a store that another process holds what to do.
func inUse(path string, err error) error {
	if errors.Is(err, knowledge.ErrInUse) {
		return fmt.Errorf("%s is in use: stop it, or use the command in Discord: %w", path, knowledge.ErrInUse)
	}
	return err
}

// desk returns what answers requests from a library, with a key for its
// buttons that is kept in the store.
func (p *program) desk(ctx context.Context, lib *knowledge.Library) (*commands.Desk, error) {
	key, err := lib.Secret(ctx, "buttons")
	if err != nil {
		return nil, err
	}
	model, err := p.openModel()
	if err != nil {
		return nil, err
	}
	return &commands.Desk{
		Model: model, Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: key, Queries: lib},
		Now: time.Now, Log: p.log, Reference: commands.NewReference,
	}, nil
}
