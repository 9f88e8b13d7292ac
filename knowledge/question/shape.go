package question

import (
	"slices"
	"strings"
)

// shape is how a question is built, as far as its words tell without a grammar.
// A word is nil where the question has none of its kind.
type shape struct {
	polar   bool    // yes or no is asked
	after   []*word // what follows the deed
	focus   *word   // what kind of thing is asked for: "which newspaper"
	thing   *word   // what is to be counted: "how many soldiers"
	deed    *word   // what is done: "who commanded", "when was … freed"
	role    *word   // what somebody or something is to be: "the mayor of …"
	of      []*word // and of what
	besides []*word // what else is said of the role: the foreign minister
	actor   *word   // who or what does it, unless that is a name: "did the attackers use …"
	state   bool    // the deed is what somebody becomes or is: "become independent"
	called  bool    // the name of somebody is asked for
}

// needs reports whether a word says what is asked for, or what is to be so.
func (s shape) needs(typed string) bool {
	return slices.ContainsFunc([]*word{s.focus, s.thing, s.role}, func(w *word) bool { return w != nil && w.Typed == typed })
}

// token is a word of the question as it stands.
type token struct {
	folded string
	word   *word // nil if it says nothing
	deed   bool  // may be something done
}

// knownDeed reports whether a token may be something done that a list knows.
func (t token) knownDeed() bool { return t.deed && len(t.word.senses) > 0 }

// says reports whether a token says something.
func (t token) says() bool { return t.word != nil }

func (t token) named() bool { return t.word != nil && t.word.named }

// shapeOf reads the shape of a question.
func (q *Question) shapeOf(folded []string) shape {
	r := reader{grammar: grammarOf(folded), tokens: q.tokens(folded)}
	r.read()
	return r.shape
}

func (q *Question) tokens(folded []string) []token {
	tokens := make([]token, len(folded))
	for i, f := range folded {
		tokens[i].folded = f
		at := slices.IndexFunc(q.words, func(w word) bool { return w.Typed == f })
		if at < 0 {
			continue
		}
		w := &q.words[at]
		tokens[i].word = w
		tokens[i].deed = w.mayBeDeed(f, folded[min(i+1, len(folded)-1)])
	}
	return tokens
}

// mayBeDeed reports whether a word, with the one behind it, may be something
// done: not a name, a time or those who do it.
func (w *word) mayBeDeed(folded, next string) bool {
	if w.named || dated(next) || isTime(next) || hours[folded] || isAgent(folded) {
		return false
	}
	return len(w.senses) == 0 || strings.HasSuffix(folded, "ed") || slices.ContainsFunc(w.senses, isDeed)
}

// isAgent reports whether a word is for people who do something.
func isAgent(w string) bool {
	return slices.ContainsFunc(agentEnds, func(end string) bool { return strings.HasSuffix(w, end) })
}

var agentEnds = strings.Fields("ers ors eurs ants ists istes ians iens")
