package knowledge

import (
	"fmt"
	"regexp"
	"strconv"
)

// ID names a record: 2 to 40 characters of a-z, 0-9 and hyphen, in one
// namespace over all kinds. Passages, intakes and frozen marks belong to another
// record and carry its id with a suffix behind a slash, which no other id can
// hold.
type ID string

var idForm = regexp.MustCompile(`^[a-z0-9-]{2,40}$`)

// Validate returns an error that wraps ErrInvalid if id is not well formed.
func (id ID) Validate() error {
	if !idForm.MatchString(string(id)) {
		return fmt.Errorf("%w: id %s: want 2 to 40 of a-z, 0-9 and hyphen", ErrInvalid, strconv.Quote(string(id)))
	}
	return nil
}

// Kind says what a record is.
type Kind string

// The kinds of record.
const (
	KindSource  Kind = "source"
	KindPassage Kind = "passage"
	KindIntake  Kind = "intake"
	KindPlace   Kind = "place"
	KindClaim   Kind = "claim"
	KindActor   Kind = "actor"
	KindEvent   Kind = "event"
	KindReform  Kind = "reform"

	// Of desks only.
	KindSettings Kind = "settings"
	KindFrozen   Kind = "frozen"
	KindProposal Kind = "proposal"
)

// Kinds lists every kind in the order in which a layer is read: what others
// rest on comes first.
func Kinds() []Kind {
	return []Kind{KindSource, KindPassage, KindIntake, KindPlace, KindClaim, KindActor, KindEvent, KindReform,
		KindSettings, KindFrozen, KindProposal}
}

// IsKnowledge reports whether records of the kind are what readers ask about,
// rather than how a desk works.
func (k Kind) IsKnowledge() bool {
	return k != KindSettings && k != KindFrozen && k != KindProposal
}

// EntryKinds lists the kinds that have a card.
func EntryKinds() []Kind { return []Kind{KindActor, KindEvent, KindReform} }
