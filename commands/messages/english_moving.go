package messages

// englishMoving is what is said of files that come in and go out, and of the
// care that sources need.
var englishMoving = map[string]string{
	"command.import":     "Take in a pack, a table or the text of an article; nothing is saved before you have seen it",
	"command.export":     "Take the desk, or one entry, away as a file",
	"command.coverage":   "What of a source's text no claim rests on yet",
	"option.file":        "A pack (.yaml), a table (.csv) or a text, at most 1 MiB",
	"option.text of":     "The source whose text the file is",
	"option.keep":        "Lines of the text to keep whatever the rules say, such as 21-33",
	"option.drop":        "Lines of the text to leave out, such as 4",
	"option.export":      "An entry; without one, the whole desk",
	"option.format":      "Pack, JSON, table, Markdown or annotations",
	"title.import":       "What can be imported",
	"title.paste":        "The text of a source",
	"title.export":       "Export: {name}",
	"title.export desk":  "Export of this server’s desk",
	"title.coverage":     "What is still to be written: {source}",
	"field.pasted of":    "Source (label or title)",
	"field.pasted":       "Its text, paragraphs apart by empty lines",
	"button.paste":       "Paste a text",
	"button.write claim": "Write a claim on {place}",

	"import.pack":          "A pack or a table: /import with a file that ends in .yaml or .csv. /export writes such files.",
	"import.article":       "The text of a source: /import with the file and source:, or paste it here (4,000 characters at most).",
	"import.limits":        "At most 1 MiB, no archives. You see what would change before anything is saved; one Undo takes it all back.",
	"import.counts":        "{new} new, {changed} changed, {same} the same, {refused} refused.",
	"import.alike":         "{id} has the name of {other}. Is it the same? Then merge them with /edit.",
	"import.orphan":        "{id}: the words expected at {place} are not in the stored text; no quotation will be shown.",
	"import.text":          "{n} passages kept, {left} lines left out, {notes} notes on characters.",
	"import.anchors":       "{n} anchors hold, {moved} of them elsewhere than expected; {orphans} orphans.",
	"import.dropped":       "Line {line} is left out: {why}",
	"import.repaired":      "Line {line}: {what}",
	"import.uncovered":     "{n} paragraphs have no claim yet.",
	"import.uncovered.one": "1 paragraph has no claim yet.",

	"coverage.meter":     "{n} of {all} paragraphs have no claim.",
	"coverage.meter.one": "1 of {all} paragraphs has no claim.",
	"coverage.mentions":  "Names {names}",
	"coverage.unknown":   "Names that no entry has",

	"export.done": "{name}: {format}. What is quoted keeps to the budget of its source.",
	"format.yaml": "a pack (YAML)", "format.json": "JSON", "format.csv": "a table (CSV)",
	"format.markdown": "Markdown", "format.annotation": "W3C Web Annotations",

	"mark.corrected": "corrected by its publisher", "mark.retracted": "retracted by its publisher",
	"source.marked":     "{label}, {mark}",
	"source.repeats":    "{label}, repeats {origin}",
	"sources.corrected": "Its publisher corrected it. These rest on its words:",
	"sources.retracted": "Its publisher retracted it. These rest on its words:",
	"quote.budget":      "{id} is not quoted here: the words of this source for one message, or for this channel today, are used up.",

	"failure.import what": "{file} is no pack and no table. If it is the text of an article, say of which source: source:…",
	"failure.no article":  "This text can’t be taken in: {why}.",
	"failure.lines":       "{option} wants numbers of lines, such as 21-33,40.",
	"failure.format":      "{typed} is no format. Write yaml, json, csv, markdown or annotation.",
}
