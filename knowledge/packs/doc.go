// Package packs fills a library from packs: folders of YAML that a historian
// writes, with facts in our own words and not a sentence of anybody else's.
//
// [Load] reads a folder and refuses what breaks a rule, with file, line and
// column of every problem. [Apply] puts a pack on the shelf as one change.
// [Seal] fills in the words that each anchor stands for, from a text that the
// author has and the pack doesn't carry; they stand as numbers and digests in
// seals.txt, beside the YAML, as go.sum stands beside go.mod. [Check] holds a
// pack against the texts that are at hand.
//
// [Read] reads one file for a desk or the shelf, a pack in YAML or a table, and
// says of each record what would become of it before anything is stored; [YAML]
// and [CSV] write records so that Read reads them back.
//
// Every *.yaml file of a folder may hold any of the lists sources, places,
// actors, events, reforms and claims; pack.yaml also holds the pack's id,
// version, title, about and rights. The fields are those of package knowledge,
// under the names that their JSON has.
package packs
