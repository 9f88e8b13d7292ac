package knowledge

import (
	"cmp"
	"regexp"

	"golang.org/x/text/language"
)

// Source is a published text that claims rest on. Its own words may or may not
// be in the store: they come in when somebody who has them imports them.
type Source struct {
	ID        ID     `json:"id"`
	Label     string `json:"label"`
	Title     string `json:"title"`
	Author    string `json:"author,omitempty"`
	Publisher string `json:"publisher"`
	Date      Date   `json:"date,omitzero"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language"`
	Rights    string `json:"rights,omitempty"`

	// Care that readers must know of.
	Marked  Mark   `json:"marked,omitempty"`
	Note    Text   `json:"note,omitempty"`    // of the publisher's correction or retraction, in our words
	Repeats ID     `json:"repeats,omitempty"` // the source whose report this one repeats
	Budget  Budget `json:"budget,omitzero"`
}

// Mark says what its publisher did to a source after it appeared.
type Mark string

// The marks.
const (
	Unmarked  Mark = ""
	Corrected Mark = "corrected"
	Retracted Mark = "retracted"
)

// Budget is how many words of a source may be quoted, so that nobody
// republishes it piece by piece; 0 means the usual number.
type Budget struct {
	Reply int `json:"reply,omitempty"` // words in one message
	Day   int `json:"day,omitempty"`   // words in one channel and day
}

// The usual budget: what one page of Griot can hold at most in common prose, and less than an article in
// a day of reading together.
const (
	usualReply = 600
	usualDay   = 2000
)

// Words returns the budget with the usual numbers where none are given.
func (b Budget) Words() Budget {
	return Budget{Reply: cmp.Or(b.Reply, usualReply), Day: cmp.Or(b.Day, usualDay)}
}

var (
	labelForm    = regexp.MustCompile(`^[A-Z]{1,8}[0-9]{0,4}[a-z]?$`)
	urlForm      = regexp.MustCompile(`^https://[^\s<>"]+$`)
	languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)
)

// Validate reports what is wrong with the source by itself.
func (s Source) Validate() Problems {
	var ps Problems
	ps.id(s.ID)
	if !labelForm.MatchString(s.Label) {
		ps.add("label", "want capitals and a number, such as FP19, not %s", orNothing(s.Label))
	}
	ps.text("title", InEnglish(s.Title))
	ps.text("publisher", InEnglish(s.Publisher))
	ps.unquoted("author", s.Author)
	ps.unquoted("rights", s.Rights)
	if s.URL != "" && !urlForm.MatchString(s.URL) {
		ps.add("url", "want an https address, not %s", s.URL)
	}
	if !IsLanguage(s.Language) {
		ps.add("language", "want a language such as en or fr, not %s", orNothing(s.Language))
	}
	ps.oneOf("marked", string(s.Marked), wordList(Unmarked, Corrected, Retracted))
	if s.Note != nil {
		ps.text("note", s.Note)
	}
	if s.Budget.Reply < 0 || s.Budget.Day < 0 {
		ps.add("budget", "is below zero")
	}
	return ps
}

// IsLanguage reports whether tag is a BCP 47 tag of known subtags, with the
// language in small letters.
func IsLanguage(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil && languageForm.MatchString(tag)
}
