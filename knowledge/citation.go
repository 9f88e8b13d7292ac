package knowledge

import (
	"griot/knowledge/text"
)

// Citation says where a claim stands: an anchor in a source, or the whole
// source. An anchor is known by the number and the digest of its words; At
// says where its author saw them.
type Citation struct {
	Source ID     `json:"source"`
	At     At     `json:"at,omitzero"`
	Words  int    `json:"words,omitempty"`
	Digest string `json:"digest,omitempty"`
}

// IsWhole reports whether the citation is to a source as a whole.
func (c Citation) IsWhole() bool { return c.At.IsZero() }

// IsSealed reports whether the anchor's words are known.
func (c Citation) IsSealed() bool { return c.Words > 0 && c.Digest != "" }

// Holds reports whether s has the anchor's words, and no others.
func (c Citation) Holds(s string) bool {
	words, digest := text.Digest(s)
	return words == c.Words && digest == c.Digest
}

// State says what is known of a citation's wording.
type State string

// The states of a citation.
const (
	// Verified: the stored text has these words.
	Verified State = "verified"
	// NotImported: the source's text is not in the store.
	NotImported State = "not_imported"
	// WholeSource: the citation names no words.
	WholeSource State = "whole_source"
	// Orphan: the text is stored and does not have these words, or has them
	// at several places none of which is the expected one.
	Orphan State = "orphan"
)

func (c Citation) validate(path string) Problems {
	var ps Problems
	if c.Source == "" {
		ps.add(path+".source", "is missing")
	}
	if !c.IsWhole() && !c.IsSealed() {
		ps.add(path+".at", "%s of %s is not sealed", c.At, c.Source)
		ps.code(Unsealed)
	}
	return ps
}
