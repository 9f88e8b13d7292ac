package knowledge

// Intake is the record of how a source's text came in: what was dropped and
// why, what was repaired, and the anchors that were found elsewhere than
// expected. It is kept with the source, and never shown as its text.
type Intake struct {
	Source   ID           `json:"source"`
	Digest   string       `json:"digest"` // SHA-256, in hex, of the file as it came
	Dropped  []Dropped    `json:"dropped,omitempty"`
	Repaired []Repair     `json:"repaired,omitempty"`
	Moved    []MovedPlace `json:"moved,omitempty"`
}

// Dropped is a line that was not kept as a passage.
type Dropped struct {
	Line   int    `json:"line"` // in the file, from 1
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Repair is a character that was taken out or that a reader should look at.
type Repair struct {
	Line int    `json:"line"` // in the file, from 1
	What string `json:"what"`
}

// MovedPlace is an anchor that holds at another place than its author saw.
type MovedPlace struct {
	Claim    ID `json:"claim"`
	Expected At `json:"expected"`
	Found    At `json:"found"`
}

// IntakeID returns the id of a source's intake.
func IntakeID(source ID) ID { return source + "/intake" }
