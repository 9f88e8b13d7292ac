package knowledge

import (
	"context"
	"time"
)

// Store keeps records, changes and notes. It knows no rule of the domain.
// knowledgetest.TestStore is the test that every Store must pass.
type Store interface {
	// View runs fn on one unchanging state of the store.
	View(ctx context.Context, fn func(Tx) error) error
	// Update runs fn and commits what it wrote, or nothing if fn returns an
	// error or ctx is done. Writers go one at a time. When Update has
	// returned nil, the writes survive a crash.
	Update(ctx context.Context, fn func(Tx) error) error
	// Close waits for those who read and write, and lets go of the file.
	Close() error
}

// Tx is a transaction. It must not be used after the function that got it has
// returned; what it hands out may be kept.
type Tx interface {
	// Get returns a record; ErrNotFound if there is none, ErrDamaged if what
	// is stored fails its hash.
	Get(Key) (Record, error)
	// Put stores a record under its key, in place of the one there.
	Put(Record) error
	// Scan calls fn for every record of a kind in a layer, in the order of
	// their ids. For a damaged one fn gets its key and an error that wraps
	// ErrDamaged. An error that fn returns ends the scan and is returned.
	Scan(Layer, Kind, func(Record, error) error) error
	// Layers returns every layer that holds a record or a change, in order.
	Layers() ([]Layer, error)

	// DropLayer forgets a layer: its records and its log. Only a desk whose
	// server has gone comes to that.
	DropLayer(Layer) error

	// LastChange returns the newest header of a layer; ErrNotFound if none.
	LastChange(Layer) (Change, error)
	// AppendChange puts a header and its body after the last ones. The
	// header's Seq must be the next one.
	AppendChange(header Change, body []byte) error
	// Changes calls fn for every change of a layer, in order; a redacted
	// body is nil.
	Changes(layer Layer, fn func(header Change, body []byte) error) error
	// Change returns one change of a layer by its number; ErrNotFound if there
	// is none. A redacted body is nil.
	Change(layer Layer, seq uint64) (header Change, body []byte, err error)
	// Redact takes out the body of a change; the header stays, so the chain
	// verifies. ErrNotFound if there is no such change.
	Redact(layer Layer, seq uint64) error

	// Note returns a small value beside the records; ErrNotFound if none.
	Note(book Book, key string) ([]byte, error)
	// PutNote stores a note with its time, in place of the one there.
	PutNote(book Book, key string, value []byte, at time.Time) error
	// DropNotes forgets the notes of a book that are older than before and
	// returns how many there were.
	DropNotes(book Book, before time.Time) (int, error)
	// DropNote forgets one note, if it is there.
	DropNote(book Book, key string) error
	// Notes calls fn for every note of a book whose key begins with prefix, in
	// the order of their keys. An error that fn returns ends it and is returned.
	Notes(book Book, prefix string, fn func(key string, value []byte, at time.Time) error) error
}

// Book names a set of notes.
type Book string

// The books of notes.
const (
	// Receipts: what an interaction's edit came to, by the interaction's id.
	Receipts Book = "receipts"
	// Queries: what a button stands for, where it is too long for the
	// button, by its digest.
	Queries Book = "queries"
	// Answers: what a model said, by model, prompts and sentences.
	Answers Book = "answers"
	// Spent: the tokens that a day's asks of a model cost, by the day.
	Spent Book = "spent"
	// Packs: which version of a pack was applied, by the pack's id.
	Packs Book = "packs"
	// People: the person key of a Discord user, by layer and user, and the user
	// behind a key, by layer and key. Both go when somebody is forgotten.
	People Book = "people"
	// Gaps: questions that the sources didn't answer, by layer and words.
	Gaps Book = "gaps"
	// Departures: when a server took the bot away, by layer.
	Departures Book = "departures"
	// Secrets: keys that the program made for itself, by name.
	Secrets Book = "secrets"
)

// Books lists every book.
func Books() []Book {
	return []Book{Receipts, Queries, Answers, Spent, Packs, People, Gaps, Departures, Secrets}
}

// Once returns the receipt of an edit that this interaction has already made;
// ErrNotFound if it has made none.
func Once(tx Tx, interaction string) ([]byte, error) { return tx.Note(Receipts, interaction) }
