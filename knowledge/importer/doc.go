// Package importer turns what a person copied from a page into the numbered
// passages of a source.
//
// [Read] takes the bytes of a file and gives back an [Article]: the passages
// (title, standfirst, lead and the paragraphs after it) and the
// [knowledge.Intake] that says what was not kept and why. It guesses as little
// as it can, and in doubt it keeps. Only two things are dropped without being
// asked for: a paragraph that equals one already kept, and the block at the end
// after a line such as "More from", if that block reads like a list of other
// articles. What a page sets above its title or its lead, such as menus, buttons
// and bylines, is kept and reported, but numbered last, so that the lead is ¶ 1.
// Every line that holds anything is either in a passage or in Intake.Dropped, and
// Options overrule each guess by the line's number.
//
// The text that is stored is the text that came, byte for byte, except for
// invisible characters (taken out and reported), white space at the ends of
// lines, and the line ends of hard-wrapped paragraphs. Nothing is normalised.
//
// The same bytes and options give the same Article on every machine.
package importer
