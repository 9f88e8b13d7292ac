package knowledge

import (
	"encoding/json"
	"fmt"
)

// Layer names a set of records: the shelf, or a server's desk.
type Layer string

// Shelf is the layer that every server reads.
const Shelf Layer = "shelf"

// Desk returns the layer of one Discord server.
func Desk(guild string) Layer { return Layer("desk/" + guild) }

// Key is where a record stands.
type Key struct {
	Layer Layer `json:"layer"`
	Kind  Kind  `json:"kind"`
	ID    ID    `json:"id"`
}

// String names the record for an error or a log.
func (k Key) String() string { return fmt.Sprintf("%s %s %s", k.Layer, k.Kind, k.ID) }

// RecordState says whether readers see a record.
type RecordState string

// The states of a record. Nothing is deleted.
const (
	Live      RecordState = "live"
	Hidden    RecordState = "hidden"
	Withdrawn RecordState = "withdrawn"
	Merged    RecordState = "merged" // into the record named by Into
	// Returned: a desk no longer decides on it, the shelf does.
	Returned RecordState = "returned"
)

// Record is the unit of storage: a body in JSON and what the store must know
// of it. Rev counts its versions from 1. On a desk, Base is the shelf's rev
// that it replaced, 0 if it replaced none.
type Record struct {
	Key
	Rev   uint64          `json:"rev"`
	State RecordState     `json:"state"`
	Into  ID              `json:"into,omitempty"`
	Base  uint64          `json:"base,omitempty"`
	Pack  ID              `json:"pack,omitempty"` // on the shelf: the pack that brought it
	Body  json.RawMessage `json:"body"`
}

// NewRecord returns a live record of body that has not been stored yet.
func NewRecord(layer Layer, kind Kind, id ID, body any) (Record, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return Record{}, fmt.Errorf("%s %s: %w", kind, id, err)
	}
	return Record{Key: Key{layer, kind, id}, State: Live, Body: b}, nil
}

// same reports whether two versions of a record say the same.
func (r Record) same(other Record) bool {
	return r.State == other.State && r.Into == other.Into && r.Base == other.Base && r.Pack == other.Pack && string(r.Body) == string(other.Body)
}

// equal reports whether two edits would put the same in the same place.
func (r Record) equal(other Record) bool {
	return r.Kind == other.Kind && r.ID == other.ID && r.Rev == other.Rev && r.same(other)
}

// idOf returns the id of the record that a body belongs to.
func idOf(body any) ID {
	switch b := body.(type) {
	case *Source:
		return b.ID
	case *Passage:
		return PassageID(b.Source, b.Paragraph)
	case *Intake:
		return IntakeID(b.Source)
	case *Place:
		return b.ID
	case *Claim:
		return b.ID
	case *Entry:
		return b.ID
	case *Settings:
		return SettingsID
	case *Frozen:
		return FrozenID(b.Target)
	case *Proposal:
		return b.ID
	}
	return ""
}

// decode returns the record's body as the domain knows it: *Source, *Passage,
// *Intake, *Place, *Claim, *Entry, *Settings, *Frozen or *Proposal.
func (r Record) decode() (any, error) {
	var body any
	switch r.Kind {
	case KindSource:
		body = new(Source)
	case KindPassage:
		body = new(Passage)
	case KindIntake:
		body = new(Intake)
	case KindPlace:
		body = new(Place)
	case KindClaim:
		body = new(Claim)
	case KindActor, KindEvent, KindReform:
		body = &Entry{kind: r.Kind}
	case KindSettings:
		body = new(Settings)
	case KindFrozen:
		body = new(Frozen)
	case KindProposal:
		body = new(Proposal)
	default:
		return nil, fmt.Errorf("%w: kind %s of %s", ErrInvalid, r.Kind, r.ID)
	}
	if err := json.Unmarshal(r.Body, body); err != nil {
		return nil, fmt.Errorf("%w: body of %s: %w", ErrInvalid, r.Key, err)
	}
	if p, ok := body.(*Passage); ok {
		return p, p.Validate().about(r.ID).Err() // or cutting it would panic
	}
	return body, nil
}
