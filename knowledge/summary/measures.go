package summary

import (
	"slices"
	"strings"
)

// measured turns round how long something lasts, or returns nil if nothing says so
// by a plain number: a strike of eleven days, an eleven day strike.
func (l *lexicon) measured(all []token) []token {
	for i := 1; i+3 < len(all); i++ {
		if all[i].class != content || all[i].cap || l.isVerb(all[i]) || all[i-1].class != article {
			continue
		}
		if isOf(all[i+1]) && all[i+2].class == number && l.isSpan(all[i+3]) && strings.HasSuffix(all[i+3].word, "s") {
			return slices.Concat(all[:i], all[i+2:i+3], []token{l.oneSpan(all[i+3])}, all[i:i+1], all[i+4:])
		}
	}
	return nil
}

// isSpan reports whether a token is a measure of time.
func (l *lexicon) isSpan(t token) bool {
	return l.lang == "en" && t.class == content && l.is(timeSection, t.word)
}

// oneSpan returns days as day.
func (l *lexicon) oneSpan(t token) token {
	t.word, t.fold = strings.TrimSuffix(t.word, "s"), strings.TrimSuffix(t.fold, "s")
	t.stem = l.stem(t.word)
	return t
}

// uncounted takes out how many voted for and against, or returns nil if nobody did:
// voted 51 to 44 to lower the age.
func (l *lexicon) uncounted(all []token) []token {
	for i := 0; i+3 < len(all); i++ {
		if all[i].stem != "vote" || !l.isVerb(all[i]) {
			continue
		}
		from := i + 1
		if isBy(all[from]) {
			from++
		}
		against := from + 1
		if against+1 < len(all) && all[against].word == "votes" {
			against++
		}
		if against+1 < len(all) && all[from].class == number && all[against].class == prep && (all[against].canon == "to" || all[against].canon == "against") && all[against+1].class == number &&
			(against+2 == len(all) || all[against+2].class != unit && !isOf(all[against+2])) {
			return slices.Concat(all[:i+1], all[against+2:])
		}
	}
	return nil
}
