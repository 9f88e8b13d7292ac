package summary

import "slices"

// told returns what else a sentence says by the form of its words: that the same
// who did one thing did the next, what is said second, and what was told without
// to whom.
func (l *lexicon) told(all []token) [][]token {
	list := [][]token{all}
	for _, turn := range []func([]token) []token{l.firstOfTwo, l.secondOfTwo, l.sameSubject, l.saidSecond, l.someOf, l.someOfThem, l.measured, l.uncounted, l.toldWhom, l.anyhow} {
		for _, sense := range list {
			if more := turn(sense); more != nil {
				list = append(list, more)
			}
		}
	}
	return list[1:]
}

// firstOfTwo returns what stands before a semicolon, or nil.
func (l *lexicon) firstOfTwo(all []token) []token {
	if at := l.semicolon(all); at > 0 {
		return all[:at]
	}
	return nil
}

// secondOfTwo returns what stands behind a semicolon, or nil if what is before it
// may put that into somebody's mouth.
func (l *lexicon) secondOfTwo(all []token) []token {
	at := l.semicolon(all)
	speaks := func(t token) bool { return t.class == report || t.class == belief }
	if at < 0 || slices.ContainsFunc(all[:at], overcast) && !slices.ContainsFunc(all[at:], speaks) {
		return nil
	}
	return all[at+1:]
}

// semicolon returns the place of the only one, if a verb stands before and behind
// it, or -1.
func (l *lexicon) semicolon(all []token) int {
	at := slices.IndexFunc(all, func(t token) bool { return t.class == mark && t.raw == ";" })
	if at < 1 || !slices.ContainsFunc(all[:at], l.isVerb) || !slices.ContainsFunc(all[at:], l.isVerb) ||
		slices.ContainsFunc(all[at+1:], func(t token) bool { return t.class == mark && t.raw == ";" }) {
		return -1
	}
	return at
}

// sameSubject takes out a he or she that goes on with the subject behind and or
// but, where nobody else is named: she paid and she left. It returns nil if there
// is none.
func (l *lexicon) sameSubject(all []token) []token {
	for i := 1; i+1 < len(all); i++ {
		t := all[i]
		if t.class != pronoun || isPossessive(t) || all[i-1].class != coordinator || !l.isVerb(all[i+1]) {
			continue
		}
		switch t.canon {
		case "he", "she", "il", "elle":
		default:
			continue
		}
		if before := all[:i-1]; len(l.people(before)) <= 1 && !slices.ContainsFunc(before, func(t token) bool { return t.class == relative }) {
			return slices.Concat(all[:i], all[i+1:])
		}
	}
	return nil
}

// saidSecond returns a sentence with only the second of two things said: they
// said that it rained and that the dam broke.
func (l *lexicon) saidSecond(all []token) []token {
	first := slices.IndexFunc(all, func(t token) bool { return t.class == relative && (t.word == "that" || t.canon == "que") })
	if first < 1 || all[first-1].class != report && all[first-1].class != belief {
		return nil
	}
	for i := first + 1; i+1 < len(all); i++ {
		if t := all[i]; t.class == coordinator && (t.canon == "and" || t.canon == "et") && all[i+1].class == relative && all[i+1].word == all[first].word {
			return slices.Concat(all[:first], all[i+1:])
		}
	}
	return nil
}

// anyhow takes out the clause that says which one thing the sentence is about: the
// man who shot the guard was arrested. It returns nil if there is none, or if more
// is said in it than done.
func (l *lexicon) anyhow(all []token) []token {
	which := slices.IndexFunc(all, func(t token) bool { return t.class == relative })
	if which < 2 || which > 3 || all[0].class != article || !describes(all[which]) && all[which].word != "that" ||
		all[which-1].class != content || l.isPlural(all[which-1]) || slices.ContainsFunc(all[1:which], func(t token) bool { return l.isVerb(t) || t.cap }) {
		return nil
	}
	verb := which + 1
	for verb < len(all) && (l.isFinite(all[verb]) || verb > which+1 && l.isVerb(all[verb])) {
		verb++
	}
	for end := verb + 1; end < len(all); end++ {
		switch t := all[end]; {
		case t.class == mark, t.class == coordinator, t.class == relative, t.class == connective, t.class == report, t.class == belief, t.class == negation:
			return nil
		case t.class == beVerb || t.class == auxiliary && t.canon != "se" && l.lang != "fr" || l.lang == "fr" && (t.word == "a" || t.word == "ont"):
			return slices.Concat(all[:which], all[end:])
		}
	}
	return nil
}

// toldWhom takes out whom it was told: guards told researchers that they had
// orders.
func (l *lexicon) toldWhom(all []token) []token {
	for i, t := range all {
		if t.canon != "tell" || t.class != report {
			continue
		}
		end := i + 1
		for end < len(all) && (all[end].class == article || all[end].class == content && !l.isVerb(all[end]) || all[end].class == pronoun) {
			end++
		}
		if end > i+1 && end < len(all) && all[end].class == relative && all[end].word == "that" {
			said := t
			said.canon = "say"
			return slices.Concat(all[:i], []token{said}, all[end:])
		}
	}
	return nil
}

// activated turns round a passive whose agents end the sentence, or returns nil:
// the truce was signed in Kora by the army and the rebels.
func (l *lexicon) activated(all []token) []token {
	be := slices.IndexFunc(all, func(t token) bool { return t.class == beVerb })
	by := -1
	for i, t := range all {
		if isBy(t) {
			by = i
		}
	}
	if be < 1 || by < be+2 || by+2 >= len(all) {
		return nil
	}
	verb := be + 1
	for verb < by && (all[verb].class == beVerb || all[verb].class == auxiliary || isAdverb(all[verb])) {
		verb++
	}
	agents := all[by+1:]
	if verb == by || !l.isParticiple(all[verb]) || agents[0].class == number || slices.ContainsFunc(all[:be], l.isNoSpeaker) ||
		slices.ContainsFunc(agents, func(t token) bool {
			return t.class == mark || isPrep(t) && t.word != "of" && t.word != "de" && t.word != "d" || t.class == relative
		}) {
		return nil
	}
	did := all[verb]
	did.acts = true
	helped := slices.DeleteFunc(slices.Clone(all[be:verb]), func(t token) bool { return t.class == beVerb })
	return slices.Concat(agents, helped, []token{did}, all[:be], all[verb+1:by])
}

// laterAdverb puts an adverb that opens a sentence at its end, or returns nil.
func laterAdverb(all []token) []token {
	if len(all) < 2 || !isAdverb(all[0]) {
		return nil
	}
	rest := all[1:]
	if rest[0].class == mark {
		rest = rest[1:]
	}
	return slices.Concat(rest, all[:1])
}

// denied puts a no behind its verb, or before the subject of a passive, to the
// verb, as not stands: published no list, did not publish a list; no list was
// published. It returns nil if there is not just one.
func (l *lexicon) denied(all []token) []token {
	at := -1
	for i, t := range all {
		if t.class == negation && (t.canon == "no" || t.canon == "aucun") {
			if at >= 0 {
				return nil
			}
			at = i
		}
		if t.class == negation && i != at {
			return nil
		}
	}
	if at < 0 || at+1 >= len(all) {
		return nil
	}
	clause := at
	for clause > 0 && all[clause-1].class != mark && all[clause-1].class != coordinator {
		clause--
	}
	if slices.ContainsFunc(all[clause:], func(t token) bool { return t.class == quantifier }) {
		return nil
	}
	not := all[at]
	not.canon, not.word = "not", "not"
	rest := slices.Concat(all[:at], all[at+1:])
	verb := at - 1
	if at == 0 || all[at-1].class == relative {
		verb = slices.IndexFunc(rest[at:], l.isFinite) + at
		if verb < at || !slices.ContainsFunc(rest[verb:min(verb+2, len(rest))], func(t token) bool { return t.class == beVerb }) {
			return nil // no council published: of that council alone nothing is said
		}
		return slices.Insert(rest, verb, not)
	}
	if !l.isVerb(all[verb]) {
		return nil
	}
	return slices.Insert(rest, verb, not)
}
