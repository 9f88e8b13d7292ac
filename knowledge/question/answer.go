package question

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
)

// Fit is a claim and how well it answers, from 0.
type Fit struct {
	Claim *knowledge.Claim
	Score float64
	Share float64 // of the question's weight that it holds
	Said  float64 // the same, of what is said of the names in it
}

// Answer is what was found.
type Answer struct {
	Question
	Fits  []Fit // best first; none if the sources don't say
	Share float64
}

// candidates is how many claims are looked at closely.
const candidates = 150

// Find returns the claims that answer a question, or none if too little of the
// question is found in any of them.
func Find(v *knowledge.View, asked string) Answer {
	a := Answer{Question: Read(v, asked)}
	scale := a.total()
	if scale == 0 {
		return a
	}
	for _, c := range a.candidates(v, asked) {
		a.Fits = append(a.Fits, a.fit(v, c, scale))
	}
	slices.SortStableFunc(a.Fits, func(x, y Fit) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), strings.Compare(string(x.Claim.ID), string(y.Claim.ID)))
	})
	for _, f := range a.Fits {
		a.Share = max(a.Share, f.Share)
	}
	if len(a.Fits) > 0 && (!answers(a.Fits[0]) || a.strange()) {
		a.Fits = nil
	}
	return a
}

// How much of a question's weight a claim must hold for the sources to say
// anything, and how much of what the question says of the names in it. They
// were measured: see the table in the README.
const (
	leastShare = 0.4
	leastSaid  = 0.15
)

func answers(f Fit) bool { return f.Share >= leastShare && f.Said >= leastSaid }

// strange reports whether the question names somebody, a number or a date that
// no source has: then nothing that they say is an answer to it.
func (q *Question) strange() bool {
	return slices.ContainsFunc(q.words, func(w word) bool { return w.strange })
}

// total is the weight of all that the question says.
func (q *Question) total() float64 {
	sum := 0.0
	for _, w := range q.words {
		sum += w.Weight
	}
	return sum
}

// candidates returns the claims to look at: those that the index leads to by
// the question's words and by what they stand for, and those about the entries
// that are named.
func (q *Question) candidates(v *knowledge.View, asked string) []*knowledge.Claim {
	var all []*knowledge.Claim
	seen := map[knowledge.ID]bool{}
	add := func(c *knowledge.Claim) {
		if c != nil && !seen[c.ID] {
			seen[c.ID] = true
			all = append(all, c)
		}
	}
	wider := asked
	for _, w := range q.words {
		wider += " " + w.Meant
	}
	wider += strings.Join(meanings(strings.Fields(wider)), " ")
	for _, h := range v.Search(wider, candidates, search.InGroups(string(knowledge.KindClaim))).Hits {
		add(v.Claim(knowledge.ID(h.ID)))
	}
	for _, id := range q.Entries {
		for _, c := range v.About(id) {
			if len(all) < 2*candidates {
				add(c)
			}
		}
	}
	return all
}

// How much a word counts by where a claim has it.
const (
	inText    = 1.0  // in our words or a fact
	inMeaning = 0.8  // by what it stands for
	inName    = 0.75 // in a name of an entry it is about
	inSource  = 0.6  // in the source's words only
)

// fit scores a claim.
func (q *Question) fit(v *knowledge.View, c *knowledge.Claim, scale float64) Fit {
	d := documentOf(v, c)
	f := Fit{Claim: c}
	said, of := 0.0, 0.0
	for _, w := range q.words {
		holds := w.Weight * d.holds(w)
		f.Share += holds / scale
		if !w.named {
			said += holds
			of += w.Weight
		}
	}
	if f.Said = 1; of > 0 {
		f.Said = said / of
	}
	f.Score = f.Share + 0.3*f.Said + q.bonus(v, c)
	f.Score -= 0.002 * float64(len(d.text)) // of two that say it, the shorter
	return f
}

// bonus is what a claim gets for its place in the structure.
func (q *Question) bonus(v *knowledge.View, c *knowledge.Claim) float64 {
	bonus := 0.0
	about := 0
	for _, id := range q.Entries {
		if slices.Contains(c.About, id) {
			about++
		}
	}
	if len(q.Entries) > 0 {
		bonus += 0.25 * float64(about) / float64(len(q.Entries))
	}
	for _, aim := range q.Aims {
		best := 0.0
		for _, e := range v.FactsOf(c.ID) {
			if bears(e, c.ID, aim) {
				best = max(best, 0.05+0.25*q.names(v, e))
			}
		}
		bonus += best
		if aim == Advice && c.Certainty == knowledge.Argued {
			bonus += 0.2
		}
	}
	return bonus
}

// names returns how much of an entry's name the question says, from 0 to 1.
func (q *Question) names(v *knowledge.View, e *knowledge.Entry) float64 {
	if slices.Contains(q.Entries, e.ID) {
		return 1
	}
	best := 0.0
	for language, name := range e.Name {
		terms, said := v.Terms(name, language), 0
		for _, w := range q.words {
			if hasAny(terms, w.Terms) || meets(terms, w.means) {
				said++
			}
		}
		best = max(best, min(1, float64(said)/float64(max(1, len(terms)))))
	}
	return best
}

// document is what a claim holds, as terms.
type document struct{ text, names, source map[string]bool }

func documentOf(v *knowledge.View, c *knowledge.Claim) document {
	ours, names, source := v.WordsOf(c)
	return document{v.Terms(ours, knowledge.English), v.Terms(names, knowledge.English), v.Terms(source, knowledge.English)}
}

// holds returns how much of a word the document has, from 0 to 1.
func (d document) holds(w word) float64 {
	switch {
	case hasAny(d.text, w.Terms):
		return inText
	case meets(d.text, w.means):
		return inMeaning
	case hasAny(d.names, w.Terms):
		return inName
	case hasAny(d.source, w.Terms):
		return inSource
	case meets(d.names, w.means), meets(d.source, w.means):
		return inSource * inMeaning
	}
	return 0
}

func hasAny(set map[string]bool, terms []string) bool {
	return slices.ContainsFunc(terms, func(t string) bool { return set[t] })
}

func meets(set, other map[string]bool) bool {
	for t := range other {
		if set[t] {
			return true
		}
	}
	return false
}
