package knowledge

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Action says what a change does; [Allowed] decides by it.
type Action string

// The actions on a layer.
const (
	ApplyPack  Action = "apply pack"
	ImportText Action = "import text"
	ImportFile Action = "import" // of a pack's records or a table
	EditRecord Action = "edit"
	Hide       Action = "hide"
	Show       Action = "show" // what was hidden
	Freeze     Action = "freeze"
	Thaw       Action = "thaw"
	Merge      Action = "merge"
	Suggest    Action = "suggest"
	Approve    Action = "approve"
	Decline    Action = "decline"
	Undo       Action = "undo"
	Follow     Action = "follow the shelf" // keep, take or join what a newer pack changed
	Configure  Action = "configure"
	Redact     Action = "redact"
)

// Actions lists every action.
func Actions() []Action {
	return []Action{
		ApplyPack, ImportText, ImportFile, EditRecord, Hide, Show, Freeze, Thaw, Merge,
		Suggest, Approve, Decline, Undo, Follow, Configure, Redact,
	}
}

// Change is the header of one step in a layer's log. Each holds the hash of
// the one before, so a header that is altered breaks the chain; the body
// stands apart and is held by its digest, so that it can be redacted.
type Change struct {
	Seq    uint64    `json:"seq"` // from 1, without gaps, in each layer
	Time   time.Time `json:"time"`
	Layer  Layer     `json:"layer"`
	Action Action    `json:"action"`
	Target ID        `json:"target"`
	Of     uint64    `json:"of,omitempty"` // the change that this one undoes or redacts
	Person string    `json:"person"`       // the person key; whose it is stands elsewhere
	Body   string    `json:"body"`         // SHA-256 of the body, in hex
	Prev   string    `json:"prev"`         // Hash of the header before; empty for the first
}

// ChangeBody is what a change did and why, and the proposal it came from.
type ChangeBody struct {
	Reason   string   `json:"reason,omitempty"`
	Proposal ID       `json:"proposal,omitempty"`
	Edits    []Edited `json:"edits"`
}

// Edited is one record before and after; Before is nil for a new one.
type Edited struct {
	Before *Record `json:"before,omitempty"`
	After  Record  `json:"after"`
}

// Hash returns the SHA-256, in hex, of the header's JSON.
func (c Change) Hash() string {
	b, err := json.Marshal(c)
	if err != nil {
		panic(fmt.Sprintf("change %d: %v", c.Seq, err)) // strings, numbers and a time always encode
	}
	return digestOf(b)
}

func digestOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// appendChange puts body under header as the next step of its layer's log.
func appendChange(tx Tx, header Change, body ChangeBody) (Change, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return Change{}, fmt.Errorf("change of %s: %w", header.Target, err)
	}
	last, err := tx.LastChange(header.Layer)
	switch {
	case err == nil:
		header.Seq, header.Prev = last.Seq+1, last.Hash()
	case errors.Is(err, ErrNotFound):
		header.Seq = 1
	default:
		return Change{}, err
	}
	header.Body = digestOf(raw)
	return header, tx.AppendChange(header, raw)
}

// ErrBrokenChain says that a log of changes was altered.
var ErrBrokenChain = errors.New("broken chain of changes")

// VerifyChain walks a layer's log and returns how many changes it holds, or an
// error that wraps ErrBrokenChain and names the first broken link. A redacted
// body, which is nil, is no break.
func VerifyChain(tx Tx, layer Layer) (n int, err error) {
	prev := ""
	err = tx.Changes(layer, func(c Change, body []byte) error {
		switch {
		case c.Seq != uint64(n)+1:
			return fmt.Errorf("%w: %s: change %d follows change %d", ErrBrokenChain, layer, c.Seq, n)
		case c.Prev != prev:
			return fmt.Errorf("%w: %s: change %d doesn't follow from the one before", ErrBrokenChain, layer, c.Seq)
		case body != nil && digestOf(body) != c.Body:
			return fmt.Errorf("%w: %s: the body of change %d was altered", ErrBrokenChain, layer, c.Seq)
		}
		prev = c.Hash()
		n++
		return nil
	})
	return n, err
}
