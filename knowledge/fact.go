package knowledge

// What says in a line what an entry is, and of an actor of which type.
type What struct {
	Type  string `json:"type,omitempty"`
	Line  Text   `json:"line"`
	Claim ID     `json:"claim"`
}

// The types of actor that more hangs on than a word.
const (
	Person     = "person" // what is said of a person takes more care
	ActorState = "state"
)

// ActorTypes are the types of actor.
var ActorTypes = []string{
	Person, "community", "armed group", "movement", "government body", ActorState, "international body",
}

func (w What) validate(k Kind) Problems {
	var ps Problems
	ps.text("is.line", w.Line)
	if k == KindActor {
		ps.oneOf("is.type", w.Type, ActorTypes)
	} else if w.Type != "" {
		ps.add("is.type", "belongs to actors")
	}
	return ps
}

// Dated is when an event took place, as one claim has it.
type Dated struct {
	Date  Date `json:"date"`
	Claim ID   `json:"claim"`
}

// Located is where an event took place, as one claim has it.
type Located struct {
	Place ID `json:"place"`
	Claim ID `json:"claim"`
}

// Count is a number of people or things in an event, as one claim has it.
// Counts of one event stand side by side; no total is ever computed. Where the
// source gives no number, Words hold what it gives ("thousands").
type Count struct {
	What   string `json:"what"`
	Number int    `json:"number,omitempty"`
	How    string `json:"how,omitempty"`
	Words  Text   `json:"words,omitempty"`
	Of     Text   `json:"of,omitempty"`
	Claim  ID     `json:"claim"`
}

// CountHows are the qualifiers of a number, which never leave it.
var CountHows = []string{"exactly", "about", "at least", "more than", "at most"}

func (c Count) validate(path string) Problems {
	var ps Problems
	ps.name(path+".what", InEnglish(c.What))
	if c.Of != nil {
		ps.name(path+".of", c.Of)
	}
	if len(c.Words) > 0 {
		ps.name(path+".words", c.Words)
		if c.Number != 0 || c.How != "" {
			ps.add(path, "want a number or words, not both")
		}
		return ps
	}
	ps.oneOf(path+".how", c.How, CountHows)
	if c.Number < 0 {
		ps.add(path+".number", "is below zero")
	}
	return ps
}

// Areas are the fields of reform.
var Areas = []string{"peace accord", "decentralization", "constitution", "security", "justice", "land"}

// InArea is the field of reform that a reform belongs to, as one claim has it.
type InArea struct {
	Area  string `json:"area"`
	Claim ID     `json:"claim"`
}

// Statuses are the steps that a reform can take.
var Statuses = []string{"announced", "promised", "begun", "partly done", "stalled", "contested", "done"}

// Step is one step in a reform's history, as one claim has it.
type Step struct {
	Status string `json:"status"`
	Date   Date   `json:"date"`
	Claim  ID     `json:"claim"`
}

func (s Step) validate(path string) Problems {
	var ps Problems
	ps.oneOf(path+".status", s.Status, Statuses)
	if s.Date.IsZero() {
		ps.add(path+".date", "is missing")
	}
	return ps
}

// Relations are what can tie one entry to another, read from the entry that
// carries the relation to the one it names.
var Relations = []string{
	Leads, MemberOf, AccusedOf, VictimOf, Claimed, RespondedTo, Opposes, Proposed, PartOf, Follows,
}

// The relations. One of AccusedOf never comes from a claim that is stated.
const (
	Leads       = "leads"
	MemberOf    = "member of"
	AccusedOf   = "accused of"
	VictimOf    = "victim of"
	Claimed     = "claimed"
	RespondedTo = "responded to"
	Opposes     = "opposes"
	Proposed    = "proposed"
	PartOf      = "part of"
	Follows     = "follows"
)

// Relation ties an entry to another, as one claim has it.
type Relation struct {
	Is    string `json:"is"`
	To    ID     `json:"to"`
	Claim ID     `json:"claim"`
}

func (r Relation) validate(path string, from ID) Problems {
	var ps Problems
	ps.oneOf(path+".is", r.Is, Relations)
	if r.To == from {
		ps.add(path+".to", "an entry can't be tied to itself")
	}
	if r.To == "" {
		ps.add(path+".to", "is missing")
	}
	return ps
}
