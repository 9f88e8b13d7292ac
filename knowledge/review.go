package knowledge

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// ErrSecond says that a sensitive change needs another moderator than those
// who are for it already.
var ErrSecond = errors.New("needs a second moderator")

// takeUp reads the proposal that a step is about, and makes the step what the
// review comes to: the proposed records with the proposal, or the proposal
// alone.
func (s *step) takeUp() error {
	r, err := s.tx.Get(Key{s.Layer, KindProposal, s.Proposal})
	if err != nil {
		return err
	}
	p := new(Proposal)
	if err := json.Unmarshal(r.Body, p); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, r.Key, err)
	}
	if p.State != Waiting || r.State != Live {
		return &HandledError{p.ID, p.State, p.Handled}
	}
	if s.Seen != 0 && s.Seen != r.Rev {
		return fmt.Errorf("%s: %w", p.ID, ErrStale)
	}
	s.about, s.Target = p, p.Target
	if s.Action == Decline {
		p.State, p.Handled, p.Answer = Declined, s.person, s.Reason
		s.Records, err = s.alone()
		return err
	}
	if len(s.Records) > 0 { // others' words now: who was for the old ones need not be for these
		p.Records, p.Backers = s.Records, nil
	}
	if slices.Contains(p.Backers, s.person) {
		return ErrSecond
	}
	p.Backers = append(p.Backers, s.person)
	s.Records = p.Records
	return nil
}

// review lets an edit pass, or turns it into a proposal that waits: always if
// it is suggested, and if it is sensitive until two moderators are for it, the
// second of whom reviews.
func (s *step) review(role Role) error {
	if s.Layer == Shelf || s.Action == Decline || !slices.ContainsFunc(s.edited, isKnowledge) {
		return s.close()
	}
	now := s.lib.state.Load()
	sensitive := isSensitive(now.of(s.Layer), s.next.of(s.Layer), s.edited)
	if s.about != nil {
		s.about.Sensitive = sensitive
		switch {
		case s.about.Missing() > 0:
			return s.wait()
		case sensitive && role < Reviewer:
			return fmt.Errorf("%w: a sensitive change takes the role of %s", ErrNotAllowed, Reviewer)
		}
		s.about.State, s.about.Handled = Approved, s.person
		return s.close()
	}
	if s.Action != Suggest && !sensitive {
		return nil
	}
	return s.propose(sensitive, role)
}

func isKnowledge(e Edited) bool { return e.After.Kind.IsKnowledge() }

// propose makes the edit a proposal, unless the same of the same person waits
// already: then that one goes on waiting.
func (s *step) propose(sensitive bool, role Role) error {
	id, err := s.lib.NewID()
	if err != nil {
		return err
	}
	s.about = &Proposal{
		ID: id, Action: s.Action, Target: s.Target, Records: s.Records, Reason: s.Reason,
		By: s.person, Time: s.now, Sensitive: sensitive, State: Waiting,
	}
	if s.Action == Suggest {
		s.about.Action = EditRecord
	} else if role >= Moderator {
		s.about.Backers = []string{s.person}
	}
	s.about = s.waiting(s.about)
	s.Proposal, s.Action = s.about.ID, Suggest
	return s.wait()
}

// waiting returns the proposal that waits already for the same, or p.
func (s *step) waiting(p *Proposal) *Proposal {
	for _, w := range s.lib.state.Load().of(s.Layer).ProposalsBy(s.person) {
		if w.State == Waiting && w.Action == p.Action && slices.Equal(w.Backers, p.Backers) && slices.EqualFunc(w.Records, p.Records, Record.equal) {
			return w
		}
	}
	return p
}

// wait leaves the proposal as all that the step writes.
func (s *step) wait() (err error) {
	if s.Records, err = s.alone(); err != nil {
		return err
	}
	return s.work()
}

// close writes the proposal, if there is one, with the records.
func (s *step) close() error {
	if s.about == nil || s.Action == Decline {
		return nil
	}
	records, err := s.alone()
	if err != nil {
		return err
	}
	s.Records = append(slices.Clone(s.Records), records...)
	return s.work()
}

// alone returns the record of the step's proposal.
func (s *step) alone() ([]Record, error) {
	r, err := NewRecord(s.Layer, KindProposal, s.about.ID, s.about)
	if err != nil {
		return nil, err
	}
	stored, err := s.tx.Get(r.Key)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	r.Rev = stored.Rev
	return []Record{r}, nil
}
