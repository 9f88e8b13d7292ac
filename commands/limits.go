package commands

import (
	"strings"

	"griot/knowledge/text"
)

// Discord's limits, as its API reference gives them; lengths are counted in
// UTF-16 units, the stricter reading.
const (
	MaxTitle        = 256
	MaxDescription  = 4096
	MaxFooter       = 2048
	MaxEmbeds       = 6000 // of all texts of a message's embeds
	MaxButtonLabel  = 80
	MaxCustomID     = 100
	MaxRows         = 5
	MaxButtonsInRow = 5
	MaxChoices      = 25
	MaxChoice       = 100 // of a choice's name and value

	MaxFields      = 5 // of a form
	MaxFormTitle   = 45
	MaxFieldLabel  = 45
	MaxFieldValue  = 4000
	MaxPlaceholder = 100
	MaxAlt         = 1024    // of the text for those who can't see a file
	MaxFiles       = 10      // of a message
	MaxFile        = 1 << 20 // bytes of what people attach; our own bound
)

// Our own bounds, within Discord's: a page that a person reads without
// scrolling far, a button's label that shows whole on a phone.
const (
	pageLength  = 2400
	labelLength = 34
	listLength  = 1000 // of names in one sentence
	spare       = 200  // of a description: for its heading and a note above it
)

// Cut returns s, shortened at a word if it is longer than limit, with an
// ellipsis that says so. It is never used on a quotation.
func Cut(s string, limit int) string {
	if text.UTF16Len(s) <= limit {
		return s
	}
	cut := 0
	for i, r := range s {
		if text.UTF16Len(s[:i])+1 > limit-1 {
			break
		}
		cut = i + len(string(r))
		if text.UTF16Len(s[:cut]) > limit-1 {
			cut = i
			break
		}
	}
	if space := strings.LastIndexByte(s[:cut], ' '); space > cut/2 {
		cut = space
	}
	return s[:cut] + "…"
}

// cutShown is Cut by the length that Discord counts.
func cutShown(s string, limit int) string {
	for over := Length(s) - limit; over > 0; over = Length(s) - limit {
		s = Cut(s, text.UTF16Len(s)-(over+1)/2)
	}
	return s
}

// length returns how much room a block takes in an embed's description.
func (b Block) length() int {
	n := 8 // marks of list, heading or quotation, and the line end
	for _, s := range b.Spans {
		n += Length(s.Text)
		if id := s.User + s.Role + s.Channel; id != "" {
			n += Length(id) + len("<@&>")
		}
		if s.Bold {
			n += 4
		}
	}
	if !b.Quotation.IsZero() {
		n += Length(b.Quotation.Quoted(nil))
	}
	return n
}
