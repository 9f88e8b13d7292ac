// Package question finds the claims that answer a question, by rules and
// without a model.
//
// Read sees what is asked: what kind of answer is wanted (who, when, how
// many …), which entries are named, which dates limit it. Find ranks claims by
// how much of the question they hold, in our words, in the names of their
// entries, in the facts that come from them and in the words of the source;
// then by whether they are about what is named and bear the kind of fact that
// is wanted. A claim of another date, or without the number that is asked for,
// is no answer. Where too little of the question is found anywhere, the answer
// is that the sources don't say. What was measured stands in README.md.
//
// Two lists are meant to be added to by people who write no code: lexicon.txt
// says in the words of sources what people ask in theirs, light.txt which
// words say nothing.
package question
