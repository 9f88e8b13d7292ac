package summary

import "slices"

// attributes reports whether a token names its speaker, or who thinks so, behind
// it, as according to does.
func attributes(t token) bool {
	switch t.word {
	case "according to", "in the words of", "selon", "d après", "aux dires de":
		return t.class == report
	case "in the view of", "in the opinion of":
		return t.class == belief
	}
	return false
}

// speakerFirst puts an attribution that stands behind or within what is said
// before it, as in: the hospital said that eleven died.
func (l *lexicon) speakerFirst(all []token) []token {
	for i, t := range all {
		if !attributes(t) {
			continue
		}
		end := i + 1
		for end < len(all) && all[end].class != mark && all[end].class != relative {
			end++
		}
		if i == 0 && end == len(all) {
			return all // no comma says where the speaker ends
		}
		end = l.speakerEnd(all, end)
		if i > 0 && !slices.ContainsFunc(all[i+1:], l.isNoSpeaker) {
			end = len(all) // according to the governor, Ana Brozek
		}
		body := slices.Concat(trimMark(all[:i]), cutMark(all[end:]))
		return l.spoken(all[i+1:end], t, body)
	}
	return l.speakerFromEnd(all)
}

// speakerEnd returns where a relative clause or a name between commas ends that
// begins at end, so that it stays with the speaker; else end.
func (l *lexicon) speakerEnd(all []token, end int) int {
	if stop, ok := l.apposition(all, end); ok && end > 0 {
		return stop
	}
	if end+1 >= len(all) || all[end].class != mark || all[end+1].class != relative {
		return end
	}
	for end += 2; end < len(all) && all[end].class != mark; end++ {
	}
	return end
}

// speakerFromEnd turns round: eleven died, the hospital said; eleven died,
// said the hospital.
func (l *lexicon) speakerFromEnd(all []token) []token {
	comma := -1
	for i, t := range all {
		if t.class == mark && t.raw == "," {
			comma = i
		}
	}
	if comma < 1 || !slices.ContainsFunc(all[:comma], l.isVerb) {
		return all
	}
	tail := all[comma+1:]
	verb := slices.IndexFunc(tail, func(t token) bool { return t.class == report || t.class == belief })
	if verb < 0 {
		verb = l.endingVerb(tail)
	}
	if verb < 0 {
		return all
	}
	before, after := tail[:verb], tail[verb+1:]
	turned := l.lang == "fr" && len(before) == 1 && before[0].class == auxiliary // ont annoncé les pompiers
	before = slices.DeleteFunc(slices.Clone(before), func(t token) bool { return t.class == auxiliary })
	if slices.ContainsFunc(before, l.isNoSpeaker) || slices.ContainsFunc(after, l.isNoSpeaker) {
		return all
	}
	switch {
	case len(before) > 0:
		return slices.Concat(before, []token{tail[verb]}, after, []token{l.that()}, all[:comma])
	case len(after) > 0 && (turned || l.opensClause(all[:comma])):
		return l.spoken(after, tail[verb], all[:comma])
	}
	return all
}

// opensClause reports whether there is a verb before the first comma, so that
// the tokens are what is said and not a subject.
func (l *lexicon) opensClause(all []token) bool {
	for _, t := range all {
		if t.class == mark || t.class == relative {
			return false
		}
		if l.isVerb(t) {
			return true
		}
	}
	return false
}

// endingVerb returns the place of the only verb of a tail such as a study found,
// where nothing but a date comes behind it, or -1.
func (l *lexicon) endingVerb(tail []token) int {
	verb := slices.IndexFunc(tail, l.isVerb)
	if verb < 1 || tail[0].class == relative || hasEnding(tail[verb].word, "ing") {
		return -1
	}
	for _, t := range tail[verb+1:] {
		if t.class != when {
			return -1
		}
	}
	return verb
}

// isNoSpeaker reports whether a token keeps a run of words from being just the
// name of who speaks.
func (l *lexicon) isNoSpeaker(t token) bool {
	return l.isVerb(t) || t.class == relative || t.class == coordinator || t.class == condition || t.class == connective
}

// spoken joins speaker, verb and what is said.
func (l *lexicon) spoken(speaker []token, verb token, body []token) []token {
	if i := slices.IndexFunc(speaker, func(t token) bool { return t.class == mark }); i >= 0 {
		speaker = append(slices.Clone(speaker), speaker[i]) // the aside ends before the verb
	}
	return slices.Concat(speaker, []token{verb, l.that()}, body)
}

func (l *lexicon) that() token {
	if l.lang == "fr" {
		return token{raw: "que", word: "que", class: relative, canon: "que"}
	}
	return token{raw: "that", word: "that", class: relative, canon: "that"}
}
