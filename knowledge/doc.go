// Package knowledge is Griot's domain: what sources say about the actors,
// events and reforms of a conflict, who says it, where, and how certain it is.
//
// The words are few. A [Source] is a published text; its [Passage]s are its
// numbered paragraphs. A [Claim] is one statement in our own words, with its
// certainty, its speakers and its [Citation]s. An [Entry] is an actor, an event
// or a reform; all that is known of it stands in claims, and every fact on it
// names the claim it comes from. A [Quotation] is the stored text of a source,
// proved word for word at the moment it is made.
//
// Everything is kept as a [Record] in a layer of a [Store]: the shelf, which
// every server reads, and a desk for each server. A [Library] is what the rest
// of the program talks to: it hands out a [View] for reading, and has one door
// for writing, [Library.Apply].
//
// The package knows neither how records are stored, nor Discord, nor a model.
package knowledge
