package packs

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"griot/knowledge"
)

// Applied says what [Apply] did.
type Applied struct {
	Pack    knowledge.ID
	Version int // of the pack that was to be applied
	Before  int // the version on the shelf before; 0 if there was none
	Done    bool

	// Records of the pack: put for the first time, put again because they
	// changed, taken from the readers because the pack has dropped them, and
	// left as they were. All are 0 unless Done.
	Added, Changed, Withdrawn, Same int
}

// IsOlder reports that nothing was done because the shelf has a newer version.
func (a Applied) IsOlder() bool { return a.Version < a.Before }

// String says it in a line for the operator.
func (a Applied) String() string {
	switch {
	case a.IsOlder():
		return fmt.Sprintf("pack %s: version %d is older than version %d on the shelf; not applied", a.Pack, a.Version, a.Before)
	case !a.Done:
		return fmt.Sprintf("pack %s: version %d is on the shelf", a.Pack, a.Version)
	}
	return fmt.Sprintf("pack %s: version %d applied: %d added, %d changed, %d withdrawn, %d unchanged",
		a.Pack, a.Version, a.Added, a.Changed, a.Withdrawn, a.Same)
}

// brought is the note on what a pack has put on the shelf.
type brought struct {
	Version int            `json:"version"`
	Digest  string         `json:"digest"` // SHA-256, in hex, of the records
	IDs     []knowledge.ID `json:"ids"`    // all that it ever brought, sorted
}

// knownPacks is the note that lists the packs on the shelf. No pack's id can
// hold a slash.
const knownPacks = "/known"

// Apply puts a pack on the shelf in one edit, if its version is newer than the
// one there or its contents differ. What the pack brought before and has
// dropped is withdrawn; what the owner hid or merged stays so. A record of
// another origin with an id of the pack is an error that wraps
// [knowledge.ErrInvalid], and nothing is changed.
func Apply(ctx context.Context, lib *knowledge.Library, who knowledge.Who, p *Pack) (Applied, error) {
	untouched := Applied{Pack: p.ID, Version: p.Version}
	records, err := p.records()
	if err != nil {
		return untouched, err
	}
	before, err := note[brought](ctx, lib, string(p.ID))
	if err != nil {
		return untouched, err
	}
	untouched.Before = before.Version
	after := brought{Version: p.Version, Digest: digestOf(records), IDs: joinIDs(before.IDs, records)}
	same := after.Version == before.Version && after.Digest == before.Digest
	if untouched.IsOlder() || same && p.isWhole(lib) {
		return untouched, nil
	}
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: p.ID,
		Reason: fmt.Sprintf("version %d", p.Version)}
	done := untouched
	done.Done = true
	if edit.Records, err = p.compare(ctx, lib, before, records, &done); err != nil {
		return untouched, err
	}
	if edit.Notes, err = notes(ctx, lib, p.ID, after); err != nil {
		return untouched, err
	}
	if _, err := lib.Apply(ctx, who, edit); err != nil {
		return untouched, err
	}
	return done, nil
}

// isWhole reports whether the shelf has every record of the pack: one that was
// damaged is put back.
func (p *Pack) isWhole(lib *knowledge.Library) bool {
	return !slices.ContainsFunc(p.items, func(it *item) bool {
		_, found := lib.Stored(knowledge.Shelf, it.id)
		return !found
	})
}

// compare returns the records to put: the new, the changed and the withdrawn.
func (p *Pack) compare(ctx context.Context, lib *knowledge.Library, before brought, records []knowledge.Record, count *Applied) ([]knowledge.Record, error) {
	var edit []knowledge.Record
	for _, r := range records {
		stored, found := lib.Stored(knowledge.Shelf, r.ID)
		if found && !slices.Contains(before.IDs, r.ID) {
			return nil, p.taken(ctx, lib, r)
		}
		r.Rev = stored.Rev
		if stored.State == knowledge.Hidden || stored.State == knowledge.Merged {
			r.State, r.Into = stored.State, stored.Into
		}
		switch {
		case !found:
			count.Added++
		case r.State == stored.State && string(r.Body) == string(stored.Body):
			count.Same++
			continue
		default:
			count.Changed++
		}
		edit = append(edit, r)
	}
	for _, id := range before.IDs {
		r, found := lib.Stored(knowledge.Shelf, id)
		if p.byID[id] != nil || !found || (r.State != knowledge.Live && r.State != knowledge.Hidden) {
			continue
		}
		r.State = knowledge.Withdrawn
		edit = append(edit, r)
		count.Withdrawn++
	}
	return edit, nil
}

// taken says whose record stands in the way of r.
func (p *Pack) taken(ctx context.Context, lib *knowledge.Library, r knowledge.Record) error {
	known, err := note[[]knowledge.ID](ctx, lib, knownPacks)
	if err != nil {
		return err
	}
	owner := "the shelf, and not to a pack"
	for _, id := range known {
		other, err := note[brought](ctx, lib, string(id))
		if err != nil {
			return err
		}
		if id != p.ID && slices.Contains(other.IDs, r.ID) {
			owner = "pack " + string(id)
		}
	}
	return fmt.Errorf("%w: pack %s: %s %s belongs to %s", knowledge.ErrInvalid, p.ID, r.Kind, r.ID, owner)
}

// notes returns what is stored beside the records of an edit.
func notes(ctx context.Context, lib *knowledge.Library, pack knowledge.ID, b brought) ([]knowledge.Note, error) {
	known, err := note[[]knowledge.ID](ctx, lib, knownPacks)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(known, pack) {
		known = append(known, pack)
	}
	var all []knowledge.Note
	for key, v := range map[string]any{string(pack): b, knownPacks: known} {
		value, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		all = append(all, knowledge.Note{Book: knowledge.Packs, Key: key, Value: value})
	}
	return all, nil
}

// note returns a note of the book of packs; the zero T if there is none.
func note[T any](ctx context.Context, lib *knowledge.Library, key string) (v T, err error) {
	value, err := lib.Note(ctx, knowledge.Packs, key)
	if errors.Is(err, knowledge.ErrNotFound) {
		return v, nil
	}
	if err != nil {
		return v, err
	}
	if err := json.Unmarshal(value, &v); err != nil {
		return v, fmt.Errorf("note on packs %s: %w", key, err)
	}
	return v, nil
}

// digestOf returns the SHA-256, in hex, of what records say, whatever files
// they stand in.
func digestOf(records []knowledge.Record) string {
	var lines []string
	for _, r := range records {
		lines = append(lines, fmt.Sprintf("%s %s\n", r.Key, r.Body))
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, line := range lines {
		h.Write([]byte(line))
	}
	return hex.EncodeToString(h.Sum(nil))
}

func joinIDs(ids []knowledge.ID, records []knowledge.Record) []knowledge.ID {
	all := slices.Clone(ids)
	for _, r := range records {
		all = append(all, r.ID)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
