package commands

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"griot/knowledge"
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

// spelled returns a folded word as it is written in what it finds: as the
// reader's language has it, and without a capital if it stands so anywhere,
// since any word may begin a sentence.
func (r Request) spelled(folded string) string {
	hits := r.View.Search(folded, maxResults, filter{r: r}.options()...).Hits
	for _, wordings := range []func(knowledge.Text) []string{r.ownWording, knowledge.Text.All} {
		written := ""
		for _, h := range hits {
			for _, word := range wordForm.FindAllString(r.wordingOf(knowledge.ID(h.ID), wordings), -1) {
				switch {
				case text.Fold(word) != folded:
				case word == strings.ToLower(word):
					return word
				default:
					written = cmp.Or(written, word)
				}
			}
		}
		if written != "" {
			return written
		}
	}
	return folded
}

func (r Request) ownWording(t knowledge.Text) []string { return []string{r.text(t)} }

// wordingOf returns the words of a record that readers see.
func (r Request) wordingOf(id knowledge.ID, wordings func(knowledge.Text) []string) string {
	var words []string
	if e := r.View.Entry(id); e != nil {
		words = slices.Clone(e.Finds)
		for _, t := range append([]knowledge.Text{e.Name, e.Is.Line}, e.Also...) {
			words = append(words, wordings(t)...)
		}
	} else if c := r.View.Claim(id); c != nil {
		words = wordings(c.Text)
	} else if p := r.View.PassageByID(id); p != nil {
		words = []string{p.Text}
	}
	return strings.Join(words, " ")
}
