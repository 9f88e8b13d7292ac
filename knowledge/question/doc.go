// Package question finds the claims that answer a question, by rules and
// without a model.
//
// Read sees what is asked: what kind of answer is wanted (who, when, how
// many …), which entries are named and which dates. Answer ranks claims by how
// much of the question they hold, in their own words, in the names of their
// entries, in the facts that come from them and in the words of the source;
// and by whether they bear the kind of fact that is wanted. Where too little
// of the question is found anywhere, the answer is that the sources don't say.
// The threshold is measured on a set of questions; see commands/testdata/questions.
package question
