package knowledge

import "errors"

// Errors of reading and writing a store.
var (
	// ErrNotFound says that a store or a view has no such record.
	ErrNotFound = errors.New("not found")
	// ErrDamaged says that a stored record fails its own hash. It is left
	// out; everything else serves.
	ErrDamaged = errors.New("damaged record")
	// ErrInUse says that another process holds the store.
	ErrInUse = errors.New("store is in use")
	// ErrNewer says that a newer Griot wrote the store.
	ErrNewer = errors.New("written by a newer version")
	// ErrFull says that the disk had no room; nothing was saved.
	ErrFull = errors.New("not saved, disk full")
)

// Errors of an edit. Nothing is changed when one is returned.
var (
	// ErrInvalid says that a record breaks a rule of the domain.
	ErrInvalid = errors.New("invalid")
	// ErrNotAllowed says that the person may not do this.
	ErrNotAllowed = errors.New("not allowed")
	// ErrStale says that the record was changed since it was read.
	ErrStale = errors.New("changed in the meantime")
	// ErrFrozen says that a moderator keeps the record from being edited.
	ErrFrozen = errors.New("frozen against edits")
	// ErrRedacted says that the body of a change was taken out, so that it
	// can't be undone.
	ErrRedacted = errors.New("the body of the change was taken out")
	// ErrUnchanged says that an edit would change nothing.
	ErrUnchanged = errors.New("nothing would change")
)
