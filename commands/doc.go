// Package commands is what people can ask Griot, and what it answers.
//
// A [Command] is a file of its own and a line in catalogue.go. Its handler is a
// function from a [Request] to a [Reply]; both hold plain values, so the same
// command serves Discord, the console and a test. Nothing here knows how a
// reply is sent or how knowledge is stored.
//
// A new command costs one file, one line in catalogue.go, its sentences in
// messages, and one golden file in testdata/replies: write the questions there,
// and go test -update writes the answers, and the line of /help. A command that
// writes also says in rights_test.go who may: without that, nobody.
//
// A reply is built from claims and quotations by [pages]: that is where
// sources get their numbers, where a claim brings along those it is bound to,
// and where a reply is cut into pages that keep Discord's limits.
//
// What is written goes one way: a form (form.go, sheet.go; aspect reads and
// writes its fields), a preview that shows word by word what would change
// (preview.go, difference.go), and Save (save.go), which makes the one call of
// Library.Apply. What stands between them travels in the buttons, so that
// nothing is kept for a person who goes away.
package commands
