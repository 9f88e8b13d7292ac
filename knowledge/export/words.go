package export

// The words of an export for people, in English.

// answered says how another claim stands to the one it is named with; answers,
// how that one stands to it.
var (
	answered = map[string]string{"denies": "Denied", "contradicts": "Another account", "corrects": "Corrected"}
	answers  = map[string]string{"denies": "It denies this", "contradicts": "Another account", "corrects": "It corrects this"}
)

var groups = []string{"Stated and reported", "Alleged and disputed", "Expected and argued"}

// states say what is known of a citation's wording; of a verified one there is
// nothing to say.
var states = map[string]string{
	"not_imported": ", text not imported", "whole_source": ", source as a whole", "orphan": ", orphan: the stored text has other words there",
}

var related = map[string]string{
	"leads": "Leads", "member of": "Member of", "accused of": "Believed or said to be responsible for", "victim of": "Victim of",
	"claimed": "Claimed", "responded to": "Responded to", "opposes": "Opposes", "proposed": "Proposed", "part of": "Part of", "follows": "Follows",
}

const (
	sayAlso      = "Also called: "
	sayFinds     = "No source here uses these names; they lead here because people type them: "
	sayWhat      = "What it is"
	sayDate      = "When"
	sayPlace     = "Where"
	sayArea      = "Area"
	sayStatus    = "Status"
	sayClaims    = "Claims"
	sayOthers    = "Claims about other entries"
	saySources   = "Sources"
	sayDisputed  = "disputed"
	sayUnsourced = "moderator’s note, unsourced"
	sayRepeats   = "repeats the report of %s, with which it counts once"
	sayUnchecked = "The source is said to write %s; wording not checked"
	sayBy        = "%s by %s"
	sayVia       = "%s, according to %s"
)
