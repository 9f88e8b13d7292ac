// Package aspect writes the parts of a record as people read and type them in
// the fields of a form, and reads them back: names one a line, facts with the
// claim that they come from, speakers in a sentence, places in a source by
// their public id.
//
// What is written reads back as the same record. What can't be read is said
// with its field and line, and what to write instead; nothing is guessed.
package aspect
