// Package summary makes an answer shorter without being able to lie.
//
// Everything starts from sentences that stand in the store: FromPassages and
// FromClaims take them from what one guild reads. Three levels make an answer
// of them, and whoever calls one says in the reply which it was.
//
//   - Extract (level 3) chooses whole sentences by rule. It needs no model and
//     always answers.
//   - Select (level 1) reads the ids that a model chose. The model writes no
//     word that a reader sees.
//   - Prove (level 2) reads sentences that a model wrote and lets through those
//     that the cited passages bear out word by word, by rule.
//
// A model's answer comes in as bytes; the package knows no network. An error of
// Select or Prove means: show the extract.
//
// Sentences that are bound (an accusation and its denial, a figure and its
// correction) come together or not at all, at every level.
//
// # Where to look
//
// The sentences: material.go, sentence.go. Level 3: extract.go, rank.go. Level
// 1: selection.go. Level 2, in the order in which a written sentence goes
// through it:
//
//	written.go       the model's JSON, and the names of the rules
//	prove.go         the rules one after another; start here
//	evidence.go      citations and quotations
//	form.go          one plain statement; nothing that acts on a client
//	presence.go      every word, number and name stands in the passages
//	support.go       which stored sentences bear it out, clause by clause
//	fit.go           every wording of the statement on every one of a sentence
//	align.go         one on one: each word in its place
//	gaps.go, across.go, scope.go, narrow.go
//	                 what may be left out between, around and before words
//	overcast.go, governors.go, dated.go
//	                 what may never be: speaker, hedge, condition, governor, date
//
// A sentence as the rules see it:
//
//	atoms.go, tokens.go, numbers.go, dates.go, spans.go
//	                 from letters to tokens
//	lexicon.go       the words that carry the form of a statement, and synonyms;
//	                 they stand in lexicon/en.txt and lexicon/fr.txt
//	match.go, verbs.go, nouns.go
//	                 which words are the same, which are verbs
//
// Other wordings of the same sentence, each in a form that doesn't depend on
// style:
//
//	reading.go, passive.go, style.go, speaker.go
//	                 clauses in one order, passives turned round
//	variants.go, turns.go, asides.go, adjuncts.go, owners.go
//	                 phrases and clauses that may stand elsewhere
//	impersonal.go    it was proposed by the mediator that
//	descriptions.go, roles.go
//	                 who is who: the former chief of police, Tomas Ekelund; the major
//	senses.go        what the sentences before one make plain in it
//	people.go, antecedents.go, pronouns.go
//	                 whom a pronoun means
//	demonstratives.go
//	                 which survey that survey is
//	counts.go, measures.go
//	                 two of the three exits; a strike of eleven days
//
// A new wording is a function that returns the tokens of another sentence which
// the first bears out, a + line and several - lines in testdata/rules.
package summary
