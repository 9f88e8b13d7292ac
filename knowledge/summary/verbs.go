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
		if t.acts {
			return true
		}
		if t.cap && !t.first || t.modifier || l.is(nounSection, t.word) {
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
		least := len(ending) + 2
		if strings.HasPrefix(ending, "é") {
			least-- // tué, née
		}
		if strings.HasSuffix(word, ending) && len(word) > least {
			return true
		}
	}
	return false
}

// isAdverb reports whether a content word may be left out without harm to the
// rest: how, or when seen from the day of writing.
func isAdverb(t token) bool { return t.class == content && t.adverb }

// isMannered reports whether a word says how, by its ending or because the
// lexicon lists it. Nouns and adjectives that end alike are listed too.
func (l *lexicon) isMannered(word string) bool {
	return l.is(adverbSection, word) || hasEnding(word, adverbEndings[l.lang]) && !l.is(notAdverbSection, word)
}

var adverbEndings = map[string]string{
	"en": "ly",
	"fr": "ivement usement ellement alement èrement amment emment iquement",
}
