package knowledge

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Proposal is a change that waits for review: somebody suggested it, or a
// moderator made one that a single person may not pass. It is a record of its
// desk, so its history and its undo are those of every record.
type Proposal struct {
	ID      ID        `json:"id"`
	Action  Action    `json:"action"` // what passing it does
	Target  ID        `json:"target"`
	Records []Record  `json:"records"` // as they would be; Rev is the one their author saw; none once redacted
	Reason  string    `json:"reason,omitempty"`
	By      string    `json:"by"` // person key of the author
	Time    time.Time `json:"time"`

	// Backers are the moderators who are for it, the author among them if
	// the author is one, and no longer if others changed the words.
	Backers   []string `json:"backers,omitempty"`
	Sensitive bool     `json:"sensitive,omitempty"`

	State   ProposalState `json:"state"`
	Handled string        `json:"handled,omitempty"` // person key of who passed or declined it
	Answer  string        `json:"answer,omitempty"`  // why it was declined
}

// ProposalState says what became of a proposal.
type ProposalState string

// The states of a proposal.
const (
	Waiting  ProposalState = "waiting"
	Approved ProposalState = "approved"
	Declined ProposalState = "declined"
)

// backersNeeded is how many moderators must be for a sensitive change.
const backersNeeded = 2

// Missing returns how many moderators a proposal still lacks.
func (p *Proposal) Missing() int {
	need := 1
	if p.Sensitive {
		need = backersNeeded
	}
	return max(need-len(p.Backers), 0)
}

// Validate reports what is wrong with the proposal by itself.
func (p *Proposal) Validate() Problems {
	var ps Problems
	ps.id(p.ID)
	if len(p.Records) == 0 && p.State == Waiting {
		ps.add("records", "a proposal changes something")
	}
	ps.oneOf("state", string(p.State), wordList(Waiting, Approved, Declined))
	return ps
}

// Proposal returns a proposal of the desk, or nil.
func (v *View) Proposal(id ID) *Proposal { return body[Proposal](v, id) }

// Proposals returns the proposals of the desk that wait, the oldest first.
func (v *View) Proposals() []*Proposal {
	var all []*Proposal
	each(v, func(p *Proposal) {
		if p.State == Waiting {
			all = append(all, p)
		}
	})
	slices.SortFunc(all, func(a, b *Proposal) int {
		return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// ProposalsBy returns all that a person proposed here, the newest first.
func (v *View) ProposalsBy(person string) []*Proposal {
	var all []*Proposal
	each(v, func(p *Proposal) {
		if p.By == person && person != "" {
			all = append(all, p)
		}
	})
	slices.SortFunc(all, func(a, b *Proposal) int {
		return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(a.ID, b.ID))
	})
	return all
}

// WaitingOn returns the proposals that would change a record.
func (v *View) WaitingOn(id ID) []*Proposal {
	return slices.DeleteFunc(v.Proposals(), func(p *Proposal) bool {
		return !slices.ContainsFunc(p.Records, func(r Record) bool { return r.ID == id })
	})
}

// HandledError says that somebody else was faster with a proposal.
type HandledError struct {
	Proposal ID
	State    ProposalState
	Person   string // person key of who handled it
}

// Error names the proposal and what became of it.
func (e *HandledError) Error() string {
	return fmt.Sprintf("proposal %s is %s already", e.Proposal, e.State)
}

// Unwrap makes it an ErrStale.
func (e *HandledError) Unwrap() error { return ErrStale }
