package commands

import (
	"slices"

	"griot/knowledge"
)

// Outcome says in a word what a reply is.
type Outcome string

// The outcomes.
const (
	Answered     Outcome = "answer"         // what was asked for
	Choose       Outcome = "choose"         // several fit: which one?
	NotInSources Outcome = "not_in_sources" // the sources don't say
	Refused      Outcome = "refused"        // not allowed, or a button that is not good
	Invalid      Outcome = "invalid"        // asked in a way that can't be read
	Failed       Outcome = "failed"         // our fault; the log has the reference
)

// Reply is what the reader gets: all its pages, and which one is shown; or a
// form to fill in, and no pages.
type Reply struct {
	Outcome Outcome
	Entry   knowledge.ID   // the one that is answered about, if any
	Entries []knowledge.ID // all that are shown, over all pages
	Form    *Form          // if the answer is a form; nil if it is pages
	Pages   []Page         // at least one, unless there is a form
	Page    int            // the one shown, from 1
	Private bool           // only the asker sees it
	Level   Level          // who shortened it, if it was
	Left    string         // what the day still has for a model, where there is one
	Files   []File         // at most MaxFiles
	Notices []Notice       // told to others once the reply is out, if it is an answer
	Err     *Failure       // what went wrong, where something did
}

// Notice tells somebody else of what a reply answers: a channel, or a person in
// a conversation with the bot. Whether it arrives is never known to the asker.
type Notice struct {
	Channel string // its id, or
	User    string // the person's
	Page    Page
}

// Shown returns the page that is shown.
func (r Reply) Shown() Page { return r.Pages[r.Page-1] }

// Citations returns the citations of all pages in the order of appearance.
func (r Reply) Citations() []Citation {
	var all []Citation
	for _, p := range r.Pages {
		all = append(all, p.Citations...)
	}
	return all
}

// Page is one message.
type Page struct {
	Title     string
	Kind      knowledge.Kind // of the entry that it is about, for its colour
	Blocks    []Block
	Footer    []string // the sources cited on this page, one a line
	Left      string   // stands below the footer: what the day still has for a model
	Citations []Citation
	Buttons   [][]Button // by row
}

// FootLines returns what stands at the foot of a page: the sources, then what
// the day still has.
func (p Page) FootLines() []string {
	if p.Left == "" {
		return p.Footer
	}
	return append(slices.Clone(p.Footer), p.Left)
}

// AllButtons returns the buttons of a page in the order in which they stand.
func (p Page) AllButtons() []Button { return slices.Concat(p.Buttons...) }

// Style says how a block is set.
type Style int

// The styles of a block.
const (
	Line    Style = iota // a line by itself
	Heading              // opens a group
	Item                 // one of a list
	Under                // belongs to the item above
	Quote                // a quotation, set off
)

// Block is a line of a page. Of a Quote, Quotation holds the words.
type Block struct {
	Style     Style
	Spans     []Span
	Quotation knowledge.Quotation
	Strong    bool // of a Quote: it is what was looked for, set in bold
}

// Span is a stretch of text in one type. Its text is plain: whoever sets it
// escapes it. With a User, a Role or a Channel it names that one instead, by the
// Discord id; that pings nobody.
type Span struct {
	Text    string
	Bold    bool
	User    string
	Role    string
	Channel string
}

func plain(s string) Span { return Span{Text: s} }
func bold(s string) Span  { return Span{Text: s, Bold: true} }

// Citation is where something on a page comes from.
type Citation struct {
	Page   int // from 1
	N      int // the number of its source in the reply
	Claim  knowledge.ID
	Source knowledge.ID
	At     knowledge.At // where its words are, or are expected
	State  knowledge.State
	Text   string // the stored bytes, where they are verified and shown
}

// Opens says what pressing a button does to the message that it stands on.
type Opens int

// What a button opens.
const (
	InPlace Opens = iota // the message turns into the answer
	ForMe                // a message that only the presser sees
	ForAll               // a message that everyone sees
)

// Tone says how grave the press of a button is, to the eye; the label says so
// in words.
type Tone int

// The tones of a button.
const (
	Plain  Tone = iota // leads on
	Do                 // does what the page is about
	Danger             // does what is hard to take back
)

// Button is a way on from a reply. One that reads is everyone's and never
// expires; one that writes works for who got the reply, for 15 minutes.
type Button struct {
	Label  string
	Ask    Ask
	Opens  Opens
	Writes bool
	Tone   Tone
}
