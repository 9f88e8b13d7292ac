package commands

import (
	"regexp"
	"slices"

	"griot/knowledge/search"
	"griot/knowledge/text"
)

// corrected says which words were searched in place of those typed.
func (p *pages) corrected(corrections []search.Correction) {
	if len(corrections) == 0 {
		return
	}
	spans := []Span{plain(p.request.Say().Say("search.corrected") + " ")}
	for i, c := range corrections {
		if i > 0 {
			spans = append(spans, plain(", "))
		}
		spans = append(spans, bold(c.Meant))
	}
	p.note(Line, append(spans, plain("."))...)
}

// asWritten returns corrections with the words as they are written in what they
// find.
func (r Request) asWritten(corrections []search.Correction) []search.Correction {
	written := slices.Clone(corrections)
	for i, c := range written {
		written[i].Meant = r.spelled(c.Meant)
	}
	return written
}

var wordForm = regexp.MustCompile(`[\p{L}\p{M}\p{N}]+`)

// reworded returns what was typed with its corrections in their places.
func reworded(typed string, corrections []search.Correction) string {
	return wordForm.ReplaceAllStringFunc(typed, func(word string) string {
		for _, c := range corrections {
			if text.Fold(word) == c.Typed {
				return c.Meant
			}
		}
		return word
	})
}
