package summary

import (
	"fmt"
	"slices"
)

// strictness says how much of the rules is applied. Readers get byGaps; the
// looser ones are there to measure what each step costs and catches.
type strictness int

const (
	byWords    strictness = iota // every word, number, name and marker stands in the cited passages
	bySentence                   // and all of a clause in one sentence, none of whose markers is left out
	byOrder                      // and in its order
	byGaps                       // and nothing left out that the rest depends on
)

// Prove reads a written answer and returns what of it the passages bear out,
// and a verdict on each of its sentences. The error is ErrAnswer if the bytes
// are not the JSON of WrittenSchema, ErrEvidence if a sentence broke a rule of
// evidence, ErrNothingLeft if fewer than half of the sentences remain or none:
// then nothing may be shown.
func Prove(answer []byte, passages []Passage) (Proved, []Verdict, error) {
	w, err := ReadWritten(answer)
	if err != nil {
		return Proved{}, nil, err
	}
	return w.Prove(passages)
}

// Prove is the function Prove for an answer that is read already.
func (w Written) Prove(passages []Passage) (Proved, []Verdict, error) {
	if !w.Answerable {
		return Proved{}, nil, nil
	}
	if len(w.Sentences) > MaxWritten {
		return Proved{}, nil, fmt.Errorf("%w: %d sentences, at most %d", ErrAnswer, len(w.Sentences), MaxWritten)
	}
	p := Proved{Answerable: true}
	var verdicts []Verdict
	var failed error
	for _, s := range w.Sentences {
		proved, v := prove(s, passages, byGaps)
		verdicts = append(verdicts, v)
		switch {
		case v.Rule == Kept:
			p.Sentences = append(p.Sentences, proved)
		case v.Rule.ofEvidence() && failed == nil:
			failed = fmt.Errorf("%w: %s", ErrEvidence, v.Why)
		}
	}
	if failed == nil && (len(p.Sentences) == 0 || 2*len(p.Sentences) < len(w.Sentences)) {
		failed = fmt.Errorf("%w: %d of %d sentences proved", ErrNothingLeft, len(p.Sentences), len(w.Sentences))
	}
	if failed != nil {
		return Proved{}, verdicts, failed
	}
	return p, verdicts, nil
}

// prove tries the rules on one sentence, one after another.
func prove(w WrittenSentence, passages []Passage, level strictness) (ProvedSentence, Verdict) {
	no := func(rule Rule, why string) (ProvedSentence, Verdict) {
		return ProvedSentence{}, Verdict{w.Text, rule, why}
	}
	e, rule, why := collect(w, passages)
	if rule != Kept {
		return no(rule, why)
	}
	lex, why := e.lexicon()
	if lex == nil {
		return no(Word, why)
	}
	if why := oddIn(w.Text); why != "" {
		return no(Marks, why)
	}
	if why := formOf(w.Text, lex.lang); why != "" {
		return no(Form, why)
	}
	if lex.commands(w.Text) {
		return no(Marks, "is an order to a machine")
	}
	tokens := lex.personal(lex.read(w.Text))
	if rule, why := lex.presence(tokens, e.passages); rule != Kept {
		return no(rule, why)
	}
	if level == byWords {
		return ProvedSentence{Text: w.Text}, Verdict{w.Text, Kept, ""}
	}
	support, why := lex.support(tokens, e.passages, &trial{
		level: level, quoted: e.quoted, names: func(all []token) []token { return lex.plainNames(all, e.passages) },
	})
	if why != "" {
		return no(Statement, why)
	}
	if why := e.unused(support); why != "" {
		return no(Cited, why)
	}
	return ProvedSentence{w.Text, w.Cites, beneath(support, e, passages)}, Verdict{w.Text, Kept, ""}
}

// lexicon returns the rules of the language that all cited passages are in.
func (e evidence) lexicon() (*lexicon, string) {
	lex := lexiconFor(e.passages[0].Lang)
	for _, p := range e.passages {
		if other := lexiconFor(p.Lang); other == nil || other != lex {
			return nil, "cites passages in a language without rules, or in two languages"
		}
	}
	return lex.remembering(), ""
}

// unused wants a quotation out of a sentence that bears the statement out for
// each citation, and no other quotation.
func (e evidence) unused(support []Sentence) string {
	for _, p := range e.passages {
		used := slices.ContainsFunc(support, func(s Sentence) bool { return slices.Contains(e.quoted[p.ID], s.ID) })
		if !used {
			return fmt.Sprintf("what it quotes of %.40q doesn't bear it out", p.ID)
		}
	}
	return ""
}

// beneath returns the supporting and quoted sentences in order, with what they
// are bound to.
func beneath(support []Sentence, e evidence, passages []Passage) []Sentence {
	var ids []string
	for _, s := range support {
		ids = append(ids, s.ID)
	}
	for _, p := range e.passages {
		ids = append(ids, e.quoted[p.ID]...)
	}
	var all []Sentence
	for _, p := range passages {
		all = append(all, p.Sentences...)
	}
	var shown []Sentence
	for _, group := range groups(all) {
		if !slices.ContainsFunc(group, func(i int) bool { return slices.Contains(ids, all[i].ID) }) {
			continue
		}
		for _, i := range group {
			shown = append(shown, all[i])
		}
	}
	return inOrder(shown)
}
