package summary

import "strings"

// isVerb reports whether a token looks like a verb. Forms that a noun has as
// well (attacks, report) don't count, unless the lexicon knows them.
func (l *lexicon) isVerb(t token) bool {
	switch t.class {
	case beVerb, modal, report, belief:
		return true
	case auxiliary:
		return t.canon != "se"
	case content:
		if t.cap && !t.first {
			return false
		}
		return l.is(verbSection, t.word) || hasEnding(t.word, verbEndings[l.lang])
	}
	return false
}

// isParticiple reports whether a token may be a past participle.
func (l *lexicon) isParticiple(t token) bool {
	if t.class == report || t.class == belief {
		return hasEnding(t.word, participleEndings[l.lang]) || l.lang == "fr"
	}
	return t.class == content && (!t.cap || t.first) && (hasEnding(t.word, participleEndings[l.lang]) || l.is(verbSection, t.word))
}

var verbEndings = map[string]string{
	"en": "ed ing",
	"fr": "é ée és ées ait aient èrent er ir era eront ira iront",
}

var participleEndings = map[string]string{
	"en": "ed",
	"fr": "é ée és ées i ie is ies u ue us ues",
}

func hasEnding(word, endings string) bool {
	for ending := range strings.FieldsSeq(endings) {
		if strings.HasSuffix(word, ending) && len(word) > len(ending)+2 {
			return true
		}
	}
	return false
}

func isAdverb(t token) bool {
	return t.class == content && (strings.HasSuffix(t.word, "ly") || strings.HasSuffix(t.word, "ement") || strings.HasSuffix(t.word, "amment"))
}
