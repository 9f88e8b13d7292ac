// Package question finds the claims that answer a question, by rules and
// without a model.
//
// Read sees what is asked: what kind of answer is wanted (who, when, how
// many …), which entries and places are named, which dates limit it, and how it
// is built: what is done, by whom, which role of what. Find ranks claims by how
// much of the question they hold, in our words, in the names of their entries,
// in the facts that come from them and in the words of the source; then by
// whether they are about what is named and bear the kind of fact or relation
// that is wanted. A claim that lacks what the question can't do without (its
// date, number, name, deed, role or place) is no answer. Where no claim answers,
// the answer is that the sources don't say. What was measured stands in
// README.md.
//
// Lists are meant to be added to by people who write no code: senses.txt says
// which words mean nearly the same, lexicon.txt in the words of sources what
// people ask in theirs, light.txt which words say nothing, shorthand.txt what
// people shorten, abroad.txt which countries they may ask about. What is needed to
// read a question, rather than to understand it, stands in Go beside its reader.
//
// # The rooms
//
// A question is put right (shorthand.go, numeral.go, spelling.go, complete.go) and
// read (read.go, word.go, meaning.go, aim.go, clock.go, date.go, measure.go,
// status.go, speech.go); what it names is found (link.go, loose.go, place.go,
// name.go). Its shape is read from left to right (shape.go, reader.go, wanted.go,
// phrase.go, grammar.go).
//
// A claim is laid out (document.go, line.go, words.go, root.go), scored (fit.go,
// bonus.go, relation.go, after.go) and checked (check.go: start here; then
// accusation.go, crime.go and culprit.go, which win over the others, number.go, counted.go,
// concern.go, kind.go, deed.go, wish.go, negation.go, role.go, where.go, asof.go). answer.go
// decides; field.go answers from a card where no claim does.
//
// The lists are read by sense.go, lexicon.go, light.go and abroad.go.
package question
