// Griot answers about the actors, events and reforms of a conflict from
// published sources, in Discord and in a terminal.
//
// # A tour of the repository
//
// The domain is in knowledge/. Begin with knowledge/doc.go, then
// knowledge/claim.go, knowledge/entry.go and knowledge/citation.go: what is
// known, and how surely. knowledge/quotation.go is where words of a source are
// proved; knowledge/bound.go says which claims may not stand alone.
// knowledge/library.go is what everything else talks to, knowledge/apply.go
// its one door for writing, knowledge/view.go one state for reading.
//
// Two rooms under it know nothing of the domain: knowledge/text finds words
// and sentences, knowledge/search is the index of names and texts.
// knowledge/question finds the claims that answer a question, knowledge/summary
// makes an answer shorter and proves every sentence of it against what is stored,
// and knowledge/textgen only asks a language model, whose words it never judges.
// Two fill the store: knowledge/importer takes in the text of an article,
// knowledge/packs the knowledge that people write as YAML; the first pack is
// knowledge/packs/mali-2019. knowledge/packs/offer.go reads a file for a desk and
// tells what it would change; knowledge/export lets people take a desk away.
//
// What people can ask is in commands/: a file a command, such as
// commands/event.go, and a line in commands/catalogue.go. Replies are put
// together in commands/page.go and commands/told.go; every sentence that a
// reader sees, in a reply or in a file that is exported, is in commands/messages:
// what answers say in english.go, what the desk says in english_writing.go,
// english_desk.go, english_review.go and english_moving.go. commands/failure.go is
// the only place where an error becomes words. What people write goes through
// commands/sheet.go: a form, a preview, and then it is saved; commands/aspect
// sets the parts of a record into fields and reads them back.
//
// The desk, where a server corrects what it reads: knowledge/allowed.go says who
// may do what, knowledge/proposal.go what waits for review, knowledge/undo.go how
// a change is taken back. Its forms are in commands/sheet.go and
// commands/aspect, what is shown before it is saved in commands/preview.go,
// files in commands/import.go and commands/export.go. The whole way of a
// correction is a test: bot/discord/session_test.go.
//
// How records are kept is in storage/; storage/doc.go has the table of buckets
// and keys.
//
// This folder wires it: bot/main.go reads the settings, bot/open.go opens the
// library, bot/serve.go connects to Discord through bot/discord, and
// bot/console.go and bot/ask.go answer in the terminal through bot/console;
// bot/verify.go has the store examined in a process of its own. Tests talk to
// bot/discordtest, a Discord on this machine that is as strict as the real one.
//
// # To change something
//
// A new command: commands/doc.go says what it costs. More knowledge: YAML in
// knowledge/packs/mali-2019, then griot pack seal and griot pack check. The
// drawing of who may import whom is held by bot/house_test.go.
package main
