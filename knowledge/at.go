package knowledge

import (
	"fmt"
	"regexp"
	"strconv"
)

// At is a run of whole sentences in one paragraph: where an anchor's author
// saw its words. First 0 means the whole paragraph. The zero At is nowhere.
type At struct {
	set         bool
	Paragraph   int
	First, Last int
}

// Sentences returns the place of sentences first to last of a paragraph.
func Sentences(paragraph, first, last int) At { return At{true, paragraph, first, last} }

var atForm = regexp.MustCompile(`^(?:[Pp]?([0-9]{1,5})|([Tt]))(?:\.([0-9]{1,4})(?:-([0-9]{1,4}))?)?$`)

// ParseAt reads P2.1-2, 2.1, P2 or T.1: paragraph, first sentence, last
// sentence; T is the title.
func ParseAt(s string) (At, error) {
	m := atForm.FindStringSubmatch(s)
	if m == nil {
		return At{}, fmt.Errorf("%w: place %s: want paragraph and sentences, such as P2.1-2", ErrInvalid, strconv.Quote(s))
	}
	at := At{set: true, Paragraph: TitleParagraph}
	if m[2] == "" {
		at.Paragraph, _ = strconv.Atoi(m[1]) // five digits at most
	}
	at.First, _ = strconv.Atoi(m[3])
	at.Last = at.First
	if m[4] != "" {
		at.Last, _ = strconv.Atoi(m[4])
	}
	if at.Last < at.First || (m[3] != "" && at.First == 0) {
		return At{}, fmt.Errorf("%w: place %s: sentences count from 1, the first before the last", ErrInvalid, strconv.Quote(s))
	}
	return at, nil
}

// IsZero reports whether a is nowhere.
func (a At) IsZero() bool { return !a.set }

// String returns the form that public ids end in: 2.1, 2.1-2, 2 or T.1.
func (a At) String() string {
	if a.IsZero() {
		return ""
	}
	s := "T"
	if a.Paragraph != TitleParagraph {
		s = strconv.Itoa(a.Paragraph)
	}
	if a.First > 0 {
		s += "." + strconv.Itoa(a.First)
	}
	if a.Last > a.First {
		s += "-" + strconv.Itoa(a.Last)
	}
	return s
}

// MarshalText returns String.
func (a At) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads what ParseAt reads.
func (a *At) UnmarshalText(b []byte) (err error) {
	*a, err = ParseAt(string(b))
	return err
}
