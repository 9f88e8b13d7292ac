package aspect

import (
	"slices"
	"strings"

	"griot/knowledge"
)

// How a claim is held is written as a card says it: alleged by Human Rights
// Watch, according to Reuters. A claim's chain has Reuters first.

const via = ", according to "

// inWords begins a speaker who is words, and not the actor that these name.
const inWords = "words: "

var certainties = []string{
	string(knowledge.Stated), string(knowledge.Reported), string(knowledge.Alleged), string(knowledge.Expected), string(knowledge.Argued),
}

func (w writer) held(c *knowledge.Claim) string {
	var speakers []string
	for _, s := range slices.Backward(c.By) {
		speakers = append(speakers, w.speaker(s))
	}
	if len(speakers) == 0 {
		return string(c.Certainty)
	}
	return string(c.Certainty) + " by " + strings.Join(speakers, via)
}

func (w writer) speaker(s knowledge.Speaker) string {
	if s.Actor != "" {
		return w.ref(s.Actor, knowledge.KindActor)
	}
	words := inLine(s.Text)
	if id, _ := w.resolve(words, []knowledge.Kind{knowledge.KindActor}); id != "" || strings.HasPrefix(words, inWords) {
		return inWords + words
	}
	return words
}

func (r *reader) held() (knowledge.Certainty, []knowledge.Speaker) {
	certainty, who, _ := strings.Cut(tidy(r.value), " ")
	certainty = r.oneOf(certainty, certainties)
	if who == "" {
		return knowledge.Certainty(certainty), nil
	}
	who, by := strings.CutPrefix(who, "by ")
	if !by {
		r.fail("fault.by")
	}
	var chain []knowledge.Speaker
	for _, s := range slices.Backward(strings.Split(who, via)) {
		chain = append(chain, r.speaker(tidy(s)))
	}
	return knowledge.Certainty(certainty), chain
}

// speaker reads an actor by name or id; other words are words.
func (r *reader) speaker(s string) knowledge.Speaker {
	words, isWords := strings.CutPrefix(s, inWords)
	if id, _ := r.resolve(s, []knowledge.Kind{knowledge.KindActor}); id != "" && !isWords {
		return knowledge.Speaker{Actor: id}
	}
	if words == "" {
		r.fail("fault.by")
	}
	return knowledge.Speaker{Text: r.textIn(words)}
}
