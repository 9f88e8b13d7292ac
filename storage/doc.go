// Package storage keeps records, changes and notes in one Bolt file. [Open]
// returns a [Bolt], which is a knowledge.Store; [Verify] examines a closed file.
//
// Bolt is go.etcd.io/bbolt, the maintained continuation of boltdb/bolt: the
// same file, the same transactions. The buckets of schema 4, where 0 is a zero
// byte and seq a change's number in 8 bytes, the highest first:
//
//	bucket          key                 value
//	meta            schema              the schema's number, in digits
//	meta            clean               empty; there only after an orderly stop
//	records         layer 0 kind 0 id   a line of JSON (rev, state, into, base, pack), then the body
//	changes         layer 0 seq         a change's header, in JSON
//	bodies          layer 0 seq         the change's body; absent if it was redacted
//	notes/receipts  interaction         seconds (8 bytes), nanoseconds (4 bytes), value
//	notes/queries   digest              the same
//	notes/answers   model and question  the same
//	notes/spent     day                 the same
//	notes/packs     pack                the same
//	notes/people    layer, user or key  the same; may be erased without breaking a chain
//	notes/gaps      layer and words     the same
//	notes/departures layer              the same
//	notes/secrets   name                the same
//
// Every value stands in a seal: one byte for the seal's version, the SHA-256
// of version, key and value, and the value. A value that was altered, or that
// stands under another key, fails its seal and is knowledge.ErrDamaged; Bolt
// itself opens most damaged files without a word.
//
// What Bolt hands out is its memory map, gone when the transaction ends, so
// only copies leave a transaction.
package storage
