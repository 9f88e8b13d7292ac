package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
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

// checkPages has the file examined after an unclean stop, before this process
// maps it.
func (p *program) checkPages(ctx context.Context) error {
	clean, err := storage.StoppedCleanly(p.Data)
	if err != nil {
		return inUse(p.Data, err)
	}
	if clean {
		return nil
	}
	fmt.Fprintf(p.err, "%s: the last stop was not orderly; checking it\n", p.Data)
	if report, err := p.verify(ctx); err != nil {
		return fmt.Errorf("%w\n%srestore a backup; griot verify examines it again", err, report)
	}
	return nil
}

// inUseError says of a store that another process holds it, and what to do.
type inUseError struct{ path string }

// Error returns the sentence for the operator.
func (e inUseError) Error() string {
	return e.path + " is in use: stop it, or use the command in Discord"
}

// Unwrap returns knowledge.ErrInUse.
func (inUseError) Unwrap() error { return knowledge.ErrInUse }

// inUse adds to the error of a store that another process holds what to do.
func inUse(path string, err error) error {
	if errors.Is(err, knowledge.ErrInUse) {
		return inUseError{path}
	}
	return err
}

// griot returns what answers requests from a library, with a key for its
// buttons that is kept in the store.
func (p *program) griot(ctx context.Context, lib *knowledge.Library) (*commands.Griot, error) {
	key, err := lib.Secret(ctx, "buttons")
	if err != nil {
		return nil, err
	}
	if err := p.openModels(lib); err != nil {
		return nil, err
	}
	p.answers = &commands.Griot{
		Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: key, Queries: lib, Now: time.Now},
		Model: p.models.current, Level: p.models.level, Spoken: &commands.Ledger{},
		Now: time.Now, Log: p.log, Reference: commands.NewReference, Copies: p.copies,
	}
	return p.answers, nil
}

// copies lists the older copies of the store that lie beside it.
func (p *program) copies() ([]commands.Copy, error) {
	found, err := storage.Copies(p.Data)
	var all []commands.Copy
	for _, c := range found {
		all = append(all, commands.Copy(c))
	}
	return all, err
}

// end closes what desk opened, so that what was asked and what was spent is
// written down, and then the library; an error is the command's if that has
// none.
func (p *program) end(err *error, lib io.Closer) {
	if p.answers != nil {
		closing(err, p.answers)
	}
	if p.models != nil {
		closing(err, p.models.diary)
	}
	closing(err, lib)
}

// closing closes what was opened when a command ends; its error is the
// command's if that has none.
func closing(err *error, c io.Closer) {
	if closed := c.Close(); closed != nil {
		*err = errors.Join(*err, fmt.Errorf("close: %w", closed))
	}
}
