package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// namedKinds are the kinds of record that people find by a name.
func namedKinds() []knowledge.Kind {
	return append(knowledge.EntryKinds(), knowledge.KindSource, knowledge.KindPlace)
}

// editable completes names of entries, sources and places, ids and words of
// claims and, for moderators, names of what readers don't see.
func (r Request) editable() []Choice {
	typed := r.Values["name"]
	choices := entryNames("name", namedKinds()...)(r)
	if text.Fold(typed) == "" {
		return choices
	}
	for _, c := range r.claimsLike(typed) {
		choices = append(choices, Choice{Name: Cut(visible(r.claimChoice(c)), MaxChoice), Value: string(c.ID)})
	}
	if r.may(knowledge.Show) == nil {
		choices = append(choices, r.unseen(typed)...)
	}
	return choices[:min(len(choices), MaxChoices)]
}

// claimChoice shows a claim by its id and words; one that may not stand alone by
// the ids of those it is bound to, since their words have no room.
func (r Request) claimChoice(c *knowledge.Claim) string {
	var others []string
	for _, other := range r.View.Bound(c) {
		others = append(others, string(other.ID))
	}
	if len(others) > 0 {
		return r.Say().Say("choice.bound", "id", c.ID, "others", strings.Join(others, ", "))
	}
	wording, _ := c.Text.In(r.Locale)
	return r.Say().Say("choice.claim", "id", c.ID, "text", wording)
}

// maxClaims is how many claims are offered beside names.
const maxClaims = 8

// claimsLike returns the claims whose ids begin with what is typed, then those
// that are found by its words.
func (r Request) claimsLike(typed string) []*knowledge.Claim {
	var all []*knowledge.Claim
	add := func(c *knowledge.Claim) {
		if c != nil && len(all) < maxClaims && !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	if id := strings.ToLower(strings.TrimSpace(typed)); len(id) > 1 {
		for _, c := range r.View.Claims() {
			if strings.HasPrefix(string(c.ID), id) {
				add(c)
			}
		}
	}
	for _, h := range r.View.Search(typed, maxClaims, search.InGroups(string(knowledge.KindClaim))).Hits {
		add(r.View.Claim(knowledge.ID(h.ID)))
	}
	return all
}

// unseen offers what the desk hides, by its name or id.
func (r Request) unseen(typed string) []Choice {
	var all []Choice
	for _, record := range r.View.Held(r.View.Layer()) {
		name := r.draftTitle(record)
		words := text.Fold(name + " " + string(record.ID))
		if record.State == knowledge.Hidden && record.Kind.IsKnowledge() && strings.Contains(words, text.Fold(typed)) {
			shown := r.Say().Say("choice.hidden", "name", name)
			all = append(all, Choice{Name: Cut(visible(shown), MaxChoice), Value: string(record.ID)})
		}
	}
	return all
}
