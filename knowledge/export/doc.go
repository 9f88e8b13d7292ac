// Package export writes what a desk holds, or one entry with what it rests on,
// so that people can take it away: as a pack or a table that package packs reads
// back, as JSON, as Markdown for reading, and as W3C annotations of the words
// that are quoted.
//
// What holds in a reply holds here. A claim comes with its certainty, its
// speakers, its citations and the claims that are bound to it; words of a
// source stand only between quotation marks, only where they are proved at that
// moment, and only if the caller lets each of them pass. The text of a source
// is never part of an export. The same state gives the same bytes.
package export
