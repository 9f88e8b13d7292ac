package knowledge

import (
	"encoding/json"
	"fmt"
	"slices"

	"griot/knowledge/text"
)

// Certainty says how a claim is held by those who make it. It goes with the
// claim into every reply, list and summary.
type Certainty string

// The certainties, from the surest.
const (
	Stated   Certainty = "stated"   // the source in its own voice
	Reported Certainty = "reported" // reportedly, according to
	Alleged  Certainty = "alleged"  // believed, suspected, accused
	Expected Certainty = "expected" // future
	Argued   Certainty = "argued"   // opinion, advice
)

var certainties = wordList(Stated, Reported, Alleged, Expected, Argued)

// Speaker is one who says a claim: an actor of the store, or words for one.
type Speaker struct {
	Actor ID   `json:"actor,omitempty"`
	Text  Text `json:"text,omitempty"`
}

// UnmarshalYAML reads a plain string or languages as words, {actor: id} as an
// actor.
func (s *Speaker) UnmarshalYAML(decode func(any) error) error {
	type fields Speaker
	if err := decode((*fields)(s)); err == nil && (s.Actor != "" || s.Text != nil) {
		return nil
	}
	*s = Speaker{}
	return decode(&s.Text)
}

// UnmarshalJSON reads what UnmarshalYAML reads.
func (s *Speaker) UnmarshalJSON(b []byte) error {
	return s.UnmarshalYAML(func(v any) error { return json.Unmarshal(b, v) })
}

// Answer says how one claim stands to another.
type Answer struct {
	Claim ID     `json:"claim"`
	How   Stance `json:"how"`
}

// Stance is what an answer does to the claim that it answers.
type Stance string

// The stances.
const (
	Denies      Stance = "denies"
	Contradicts Stance = "contradicts"
	Corrects    Stance = "corrects"
	Supports    Stance = "supports"
)

var stances = wordList(Denies, Contradicts, Corrects, Supports)

// Binds reports whether claims so linked may only be shown together.
func (s Stance) Binds() bool { return s != Supports }

// Disputes reports whether an answer of this stance makes a claim disputed.
func (s Stance) Disputes() bool { return s == Denies || s == Contradicts }

// Claim is one statement in our own words: who says it, where, how certain.
type Claim struct {
	ID        ID         `json:"id"`
	About     []ID       `json:"about"`
	Text      Text       `json:"text"`
	Certainty Certainty  `json:"certainty"`
	By        []Speaker  `json:"by,omitempty"`
	Cites     []Citation `json:"cites"`
	Phrase    string     `json:"phrase,omitempty"`
	Answers   []Answer   `json:"answers,omitempty"`
	Sensitive bool       `json:"sensitive,omitempty"`

	// Unsourced: a moderator's note that rests on no source, and says so
	// wherever it is shown. Only a desk may hold one.
	Unsourced bool `json:"unsourced,omitempty"`
}

// First returns the claim's first citation; none for an unsourced one.
func (c *Claim) First() Citation {
	if len(c.Cites) == 0 {
		return Citation{}
	}
	return c.Cites[0]
}

// MaxPhrase is the most words that a claim may carry of its source's own
// wording, and the most that its text may share running with the source.
const MaxPhrase = 8

// The most speakers that a claim's chain may have, and the most places that it
// may cite: what one line of a reply has room for.
const (
	MaxSpeakers = 8
	MaxCites    = 40
)

// Validate reports what is wrong with the claim by itself. What it points to
// is checked when it is put among the others.
func (c Claim) Validate() Problems {
	var ps Problems
	ps.id(c.ID)
	if len(c.About) == 0 {
		ps.add("about", "name at least one entry")
	}
	ps.text("text", c.Text)
	ps.oneOf("certainty", string(c.Certainty), certainties)
	switch {
	case len(c.Cites) == 0 && !c.Unsourced:
		ps.add("cites", "a claim needs a source")
	case len(c.Cites) > 0 && c.Unsourced:
		ps.add("unsourced", "the claim has a source")
	}
	if n := len(c.Cites); n > MaxCites {
		ps.add("cites", "has %d places; at most %d", n, MaxCites)
	}
	for i, cite := range c.Cites {
		ps = append(ps, cite.validate(fmt.Sprintf("cites[%d]", i))...)
	}
	c.validateSpeakers(&ps)
	c.validatePhrase(&ps)
	for i, a := range c.Answers {
		ps.oneOf(fmt.Sprintf("answers[%d].how", i), string(a.How), stances)
		if a.Claim == c.ID {
			ps.add(fmt.Sprintf("answers[%d].claim", i), "a claim can't answer itself")
		}
	}
	if c.needsHedge() {
		ps.add("text", "a claim that is %s needs its speaker, or a word such as believed or reportedly", c.Certainty)
	}
	return ps
}

func (c Claim) validateSpeakers(ps *Problems) {
	for i, s := range c.By {
		path := fmt.Sprintf("by[%d]", i)
		if (s.Actor == "") == (len(s.Text) == 0) {
			ps.add(path, "want an actor or a text")
		}
		if s.Actor == "" {
			ps.name(path, s.Text)
		}
	}
	if n := len(c.By); n > MaxSpeakers {
		ps.add("by", "has %d speakers; at most %d", n, MaxSpeakers)
	}
}

func (c Claim) validatePhrase(ps *Problems) {
	if n := len(text.Words(c.Phrase)); n > MaxPhrase {
		ps.add("phrase", "has %d words; at most %d", n, MaxPhrase)
	}
	ps.atMost("phrase", c.Phrase, MaxName)
	if mark, found := quotationMark(c.Phrase); found {
		ps.add("phrase", "holds the quotation mark %c", mark)
	}
}

func (c Claim) needsHedge() bool {
	if c.Certainty == Stated || len(c.By) > 0 {
		return false
	}
	ahead := c.Certainty == Expected || c.Certainty == Argued
	return slices.ContainsFunc(c.Text.All(), func(s string) bool { return !IsHedged(s) && !(ahead && looksAhead(s)) })
}
