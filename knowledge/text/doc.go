// Package text is what Griot knows about writing, and nothing more: words and
// the word digest that guards a quotation, the folded form in which people look
// names up, edit distance for typing errors, sentences of English and French
// prose, and the characters that nobody can see.
//
// It knows nothing of actors, sources or claims. Every function is pure: the
// same text gives the same answer on every machine, and nothing here waits,
// logs or fails. All offsets are in bytes, all lengths in the unit that the
// function names.
package text
