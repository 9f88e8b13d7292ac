package question

import (
	"cmp"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/search"
)

// Answer is what was found.
type Answer struct {
	Question
	Fits  []Fit   // best first, all worth showing; none if the sources don't say
	Share float64 // the most of the question's weight that a claim holds
}

// candidates is how many claims the index is asked for.
const candidates = 80

// Find returns the claims that answer a question, or none if too little of the
// question is found in any of them. It reads the first 600 bytes of it.
func Find(v *knowledge.View, asked string) Answer {
	a := Answer{Question: Read(v, asked)}
	total := a.total()
	if total == 0 {
		return a
	}
	for _, c := range a.candidates(v, asked) {
		f := a.fit(v, c, total)
		a.Share = max(a.Share, f.Share)
		a.Fits = append(a.Fits, f)
	}
	slices.SortFunc(a.Fits, func(x, y Fit) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), strings.Compare(string(x.Claim.ID), string(y.Claim.ID)))
	})
	all := a.Fits
	if a.Fits = a.worth(slices.Clone(all), total); len(a.Fits) == 0 {
		a.Fits = a.byField(v, all)
	}
	return a
}

// How much of a question's weight a claim must hold for the sources to say
// anything; how much words that nobody knows count against that; and how much
// it must hold of what the question says beside names. They were measured: see
// the table in the README.
const (
	leastShare    = 0.36
	unknownWeight = 0.3
	leastSaid     = 0.15
)

// worstScore is how much worse than the best fit another may be.
const worstScore = 0.5

// worth keeps the fits that are worth showing: none if no claim answers, nor any
// that is far behind the best.
func (q *Question) worth(fits []Fit, total float64) []Fit {
	if q.strange() {
		return nil
	}
	fits = slices.DeleteFunc(fits, func(f Fit) bool { return f.lacks != "" })
	for len(fits) > 0 && !q.answers(fits[0], total) {
		fits = fits[1:]
	}
	if len(fits) == 0 {
		return nil
	}
	least := worstScore * fits[0].Score
	return slices.DeleteFunc(fits, func(f Fit) bool { return f.Score < least })
}

// answers reports whether a claim answers at all. One that is about several
// things that the question names need not hold more.
func (q *Question) answers(f Fit, total float64) bool {
	unknown := 0.0
	for _, w := range q.words {
		if !w.Known && len(w.means) == 0 && !slices.ContainsFunc(w.senses, isDeed) {
			unknown += w.Weight / total
		}
	}
	tied := f.tied || f.about > 1 && f.about == len(q.Entries) || f.about > 0 && !q.shape.polar && q.chats()
	least := leastShare
	switch {
	case f.tied && q.accusation != nil:
		return true
	case f.tied:
		least /= 2
	}
	return f.Share-unknownWeight*unknown >= least && (tied || f.Said >= leastSaid)
}

// chats reports whether all that the question says beside names is words that
// nobody knows and that it can do without: slang, more likely than not.
func (q *Question) chats() bool {
	return !slices.ContainsFunc(q.words, func(w word) bool {
		return !w.named && (w.Known || len(w.senses) > 0 || len(w.means) > 0 || q.shape.needs(w.Typed))
	})
}

// strange reports whether the question names somebody or a number that no
// source has: then nothing that they say is an answer to it.
func (q *Question) strange() bool {
	return slices.ContainsFunc(q.words, func(w word) bool { return w.strange && !(q.shape.polar && w.count) }) || q.guesses()
}

// guesses reports whether nothing that the question says is known as it stands,
// and something is a guess at what was typed badly.
func (q *Question) guesses() bool {
	known := func(w word) bool { return w.Known || w.linked }
	return len(q.Entries) == 0 && !slices.ContainsFunc(q.words, known) && slices.ContainsFunc(q.words, func(w word) bool { return w.guessed })
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
	for _, query := range []string{shorten(asked, longest), q.meant()} {
		for _, h := range v.Search(query, candidates/2, search.InGroups(string(knowledge.KindClaim))).Hits {
			add(v.Claim(knowledge.ID(h.ID)))
		}
	}
	named := slices.Clone(q.Entries)
	if q.accusation != nil {
		named = append(named, q.accusation.crimes...)
	}
	if q.status != "" {
		for _, e := range v.Entries(knowledge.KindReform) {
			named = append(named, e.ID)
		}
	}
	for _, id := range named {
		for _, c := range v.About(id) {
			if len(all) < 2*candidates {
				add(c)
			}
		}
	}
	return all
}
