package commands

import (
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// inOurWords tells claims where the words of their sources can't be shown.
func (r Request) inOurWords(title, why string, claims []*knowledge.Claim) Reply {
	p := r.compose(title, "")
	p.note(Line, plain(why))
	p.open(r.Say().Say("quote.claims"))
	for _, c := range claims {
		p.claim(c)
	}
	return p.done()
}

// worded returns the claims whose own text or phrase has all the words.
func (r Request) worded(typed string) []*knowledge.Claim {
	words := strings.Fields(text.Fold(typed))
	var all []*knowledge.Claim
	for _, c := range r.View.Claims() {
		folded := " " + text.Fold(strings.Join(append(c.Text.All(), c.Phrase), " ")) + " "
		if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, " "+w+" ") }) {
			all = append(all, c)
		}
	}
	return all
}

// restingOn returns the claims that cite some of a quotation's sentences.
func (r Request) restingOn(q knowledge.Quotation) []*knowledge.Claim {
	var all []*knowledge.Claim
	for _, c := range r.View.Claims() {
		if slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool { return r.overlaps(cite, q) }) {
			all = append(all, c)
		}
	}
	return all
}

// resting is a claim that may not stand alone, and stored words it rests on.
type resting struct {
	claim *knowledge.Claim
	words knowledge.Quotation
}

// boundOn returns the claims resting on a quotation that may not stand alone:
// whoever reads its words must see what answers them. Where their words stand
// is found once a state.
func (p *pages) boundOn(q knowledge.Quotation) []*knowledge.Claim {
	r := p.request
	bound := knowledge.Remember(r.View, "bound words", "", r.bound)
	var all []*knowledge.Claim
	for _, b := range bound[q.Source()] {
		if meet(b.words.At(), q.At()) {
			all = append(all, b.claim)
		}
	}
	return all
}

// bound lists the claims that may not stand alone and rest on stored words, by
// source.
func (r Request) bound() map[knowledge.ID][]resting {
	all := map[knowledge.ID][]resting{}
	for _, c := range r.View.Claims() {
		if len(r.View.Bound(c)) == 0 {
			continue
		}
		for _, cite := range c.Cites {
			if q, state := r.View.Prove(cite); state == knowledge.Verified {
				all[q.Source()] = append(all[q.Source()], resting{c, q})
			}
		}
	}
	return all
}

// restingIn returns the claims whose words stand in a passage.
func (r Request) restingIn(p *knowledge.Passage) []*knowledge.Claim {
	q, err := r.View.QuoteAt(r.View.Source(p.Source).Label, knowledge.Sentences(p.Paragraph, 0, 0))
	if err != nil {
		return nil
	}
	return r.restingOn(q)
}

func (r Request) overlaps(cite knowledge.Citation, q knowledge.Quotation) bool {
	if r.sourceOf(cite) != q.Source() {
		return false
	}
	words, state := r.View.Prove(cite)
	return state == knowledge.Verified && meet(words.At(), q.At())
}

// meet reports whether two places share a sentence.
func meet(a, b knowledge.At) bool {
	return a.Paragraph == b.Paragraph && (a.First == 0 || b.First == 0 || a.First <= b.Last && b.First <= a.Last)
}

// maxQuotations is how many sentences a search for words shows.
const maxQuotations = 20

// wording returns the stored sentences that have the words as a run; where
// none has, those that have all of them.
func (r Request) wording(typed string) []knowledge.Quotation {
	words := strings.Fields(text.Fold(typed))
	if len(words) == 0 {
		return nil
	}
	run := r.sentencesWith(func(folded string) bool { return strings.Contains(folded, " "+strings.Join(words, " ")+" ") })
	if len(run) > 0 {
		return run
	}
	return r.sentencesWith(func(folded string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, " "+w+" ") })
	})
}

// sentencesWith returns stored sentences whose folded words, with a space at
// each end, the test holds of.
func (r Request) sentencesWith(test func(folded string) bool) []knowledge.Quotation {
	var found []knowledge.Quotation
	for _, s := range r.View.Sources() {
		for _, p := range r.View.Passages(s.ID) {
			for i, at := range p.Sentences {
				if len(found) == maxQuotations || !test(" "+text.Fold(p.Text[at.Start:at.End])+" ") {
					continue
				}
				if q, err := r.View.QuoteAt(s.Label, knowledge.Sentences(p.Paragraph, i+1, i+1)); err == nil {
					found = append(found, q)
				}
			}
		}
	}
	return found
}

// quotation sets words that no claim need stand for, sentence by sentence if
// they are long.
func (p *pages) quotation(q knowledge.Quotation) {
	all := []knowledge.Quotation{q}
	if Length(q.Quoted(nil)) > longQuotation {
		all = p.request.sentences(q)
	}
	for _, q := range all {
		p.put(p.quoted(q))
	}
}

// quoted returns words with their place.
func (p *pages) quoted(q knowledge.Quotation) unit {
	var u unit
	c := Citation{N: p.number(q.Source()), Source: q.Source(), At: q.At(), State: knowledge.Verified}
	u.add(Line, bold(p.mark(c)))
	p.quote(&u, q)
	u.citations = append(u.citations, c)
	return u
}
