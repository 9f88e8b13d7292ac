package summary

import "slices"

// ownersBehind turns round who owns: the militia's barracks, the barracks of
// the militia. Names such as the Teachers' Union stay.
func (l *lexicon) ownersBehind(all []token) []token {
	for i := 1; i+1 < len(all); i++ {
		if all[i].class != owner || all[i+1].cap || all[i+1].class != content && !isOrdinal(all[i+1]) {
			continue
		}
		start := i
		for start > 0 && l.inNoun(all[start-1]) {
			start--
		}
		end := i + 1
		for end < len(all) && (all[end].class == content && !l.isVerb(all[end]) || isOrdinal(all[end])) {
			end++
		}
		if start == i || end == i+1 {
			continue
		}
		of := token{raw: "of", word: "of", class: weakPrep, canon: "in"}
		all = slices.Concat(all[:start], all[i+1:end], []token{of}, all[start:i], all[end:])
	}
	return all
}

func isOrdinal(t token) bool { return t.canon == "first" || t.canon == "last" }

// inNoun reports whether a token may stand within the name of an owner.
func (l *lexicon) inNoun(t token) bool {
	return t.class == article || t.class == number || t.class == content && (!l.isVerb(t) || t.cap)
}
