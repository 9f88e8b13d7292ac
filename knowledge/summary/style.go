package summary

import "slices"

// claimMarks puts the that back in where English leaves it out: police believe
// the crane had fallen.
func (l *lexicon) claimMarks(all []token) []token {
	var out []token
	for i, t := range all {
		out = append(out, t)
		if l.lang != "en" || t.class != report && t.class != belief || i+1 == len(all) {
			continue
		}
		switch next := all[i+1]; next.class {
		case relative, prep, weakPrep, mark, coordinator, connective, condition:
			continue
		default:
			if l.hasClause(all[i+1:]) {
				out = append(out, l.that())
			}
		}
	}
	return out
}

// hasClause reports whether a finite verb comes before the next mark or
// conjunction, with a subject before it.
func (l *lexicon) hasClause(all []token) bool {
	for i, t := range all {
		switch t.class {
		case mark, coordinator, connective, condition, relative, prep:
			return false
		case beVerb, auxiliary, modal:
			return i > 0
		}
		if i > 0 && l.isVerb(t) && !hasEnding(t.word, "ing") && all[i-1].class != article {
			return true
		}
	}
	return false
}

// hedgesFirst puts adverbs such as reportedly before all else in their clause: what
// is alleged of those who threw stones isn't of those who fired.
func (l *lexicon) hedgesFirst(all []token) []token {
	var first, rest []token
	for i, t := range all {
		switch {
		case t.class == hedge:
			if at := clauseStart(rest); at > 0 {
				rest = slices.Insert(rest, at, t)
			} else {
				first = append(first, t)
			}
		case t.class == mark && i > 0 && all[i-1].class == hedge:
			// the comma that parts the adverb goes with it
		default:
			rest = append(rest, t)
		}
	}
	return append(first, rest...)
}

// clauseStart returns the place behind the last word that begins a clause within the
// sentence, if no mark ends that, or the end if it begins one on a noun; else 0.
func clauseStart(before []token) int {
	for i := len(before) - 1; i > 0; i-- {
		switch before[i].class {
		case mark:
			if i+1 < len(before) {
				return 0
			}
		case relative:
			if !startsClause(before[i]) {
				return len(before) // where a clause on a noun ends can't be seen
			}
			return i + 1
		case connective, condition:
			return i + 1
		}
	}
	return 0
}

// causeBehind puts a clause with its conjunction that comes first, up to its
// comma, behind the main clause: if it rains, the dam holds.
func (l *lexicon) causeBehind(all []token) []token {
	if len(all) == 0 || all[0].class != connective && all[0].class != condition {
		return all
	}
	comma := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == "," })
	if comma < 0 || !slices.ContainsFunc(all[comma:], l.isVerb) {
		return all
	}
	return slices.Concat(all[comma+1:], all[:comma])
}

// trimMark returns all without a mark at its end.
func trimMark(all []token) []token {
	for len(all) > 0 && all[len(all)-1].class == mark {
		all = all[:len(all)-1]
	}
	return all
}

// cutMark returns all without marks and relatives at its start.
func cutMark(all []token) []token {
	for len(all) > 0 && (all[0].class == mark || all[0].class == relative) {
		all = all[1:]
	}
	return all
}
