package summary

import "slices"

// described is who somebody is said to be: the former chief of police, Tomas
// Ekelund; Mayor Lund.
type described struct {
	from, to int // the place of both, commas included
	words    []token
	name     []token
}

// plainNames takes the descriptions beside names out of a statement, if the
// passages put each beside the same name, and returns nil if they don't or there
// are none. What is left is held against sentences without theirs.
func (l *lexicon) plainNames(tokens []token, passages []Passage) []token {
	found := l.descriptions(tokens)
	if len(found) == 0 {
		return nil
	}
	var known []described
	for _, p := range passages {
		for i := range p.Sentences {
			if l.commands(p.Sentences[i].Text) {
				continue
			}
			for _, sense := range l.senses(p, i) {
				known = append(known, l.descriptions(l.plain(sense))...)
			}
		}
	}
	for _, d := range found {
		if !slices.ContainsFunc(known, func(k described) bool { return l.isSame(d, k) }) {
			return nil
		}
	}
	return bare(tokens, found)
}

// bare returns tokens with the bare names in the place of what is described.
func bare(tokens []token, found []described) []token {
	var all []token
	at := 0
	for _, d := range found {
		all = slices.Concat(all, tokens[at:d.from], d.name)
		at = d.to
		if d.from > 0 && attributes(tokens[d.from-1]) && tokens[at-1].class == mark {
			at-- // the comma says where the speaker ends
		}
	}
	return append(all, tokens[at:]...)
}

// unnamed returns tokens with the descriptions in the place of who is described, or
// nil if one of them may be of several: the former warden Glen Sutter, the former
// warden.
func (l *lexicon) unnamed(tokens []token, found []described) []token {
	var roles []described
	for _, d := range found {
		if len(d.words) < 2 || d.words[0].class != article || !points(d.words[0]) || slices.ContainsFunc(found, func(o described) bool {
			return !sameName(o.name, d.name) && l.isDescribed(o.words, d.words)
		}) {
			return nil
		}
		d.name = d.words
		roles = append(roles, d)
	}
	return bare(tokens, roles)
}

func sameName(a, b []token) bool { return a[len(a)-1].fold == b[len(b)-1].fold }

// isDescribed reports whether the last words of two descriptions, before what they
// are of, are the same.
func (l *lexicon) isDescribed(a, b []token) bool {
	head := func(words []token) token {
		if of := slices.IndexFunc(words, isPrep); of > 0 {
			words = words[:of]
		}
		return words[len(words)-1]
	}
	return head(a).stem == head(b).stem
}

// whoIs returns what the first description beside a name says, as a statement, or
// nil: Trond, a former whaler.
func (l *lexicon) whoIs(all []token) []token {
	found := l.descriptions(all)
	if len(found) == 0 || slices.ContainsFunc(all[:found[0].from], overcast) || l.attributed(all[found[0].to:]) {
		return nil
	}
	be := token{raw: "was", word: "was", class: beVerb, canon: "be"}
	return slices.Concat(found[0].name, []token{be}, found[0].words)
}

// isSame reports whether a written description says no more of a name than a
// stored one: the same words, or those before its first of.
func (l *lexicon) isSame(w, s described) bool {
	if w.name[len(w.name)-1].fold != s.name[len(s.name)-1].fold || len(w.name) > len(s.name) {
		return false
	}
	ours, theirs := l.weighty(w.words), l.weighty(s.words)
	if len(ours) == len(theirs) {
		return !slices.ContainsFunc(ours, func(t token) bool {
			return !slices.ContainsFunc(theirs, func(o token) bool { return l.matches(t, o, false) })
		})
	}
	of := slices.IndexFunc(s.words, func(t token) bool { return t.word == "of" || t.word == "de" || t.word == "d" })
	if of < 0 {
		return false
	}
	head := l.weighty(s.words[:of])
	return len(ours) == len(head) && slices.EqualFunc(ours, head, func(a, b token) bool { return l.matches(a, b, false) })
}

func (l *lexicon) weighty(tokens []token) []token {
	return slices.DeleteFunc(slices.Clone(tokens), func(t token) bool { return !mustStand(t) })
}

// descriptions finds, from left to right, each name with words beside it that
// say who that is.
func (l *lexicon) descriptions(tokens []token) []described {
	var all []described
	for i := 0; i < len(tokens); i++ {
		end := l.nameEnd(tokens, i)
		if end == i {
			continue
		}
		d, ok := l.descriptionAt(tokens, i, end)
		if ok && (len(all) == 0 || all[len(all)-1].to <= d.from) {
			all = append(all, d)
			end = max(end, d.to)
		}
		i = end - 1
	}
	return all
}

// nameEnd returns where the name that begins at i ends; i if there is none. A
// title is no part of it.
func (l *lexicon) nameEnd(tokens []token, i int) int {
	end := i
	for end < len(tokens) && tokens[end].class == content && tokens[end].cap && !l.is(titleSection, tokens[end].word) {
		end++
	}
	if end == i+1 && tokens[i].first && (end == len(tokens) || tokens[end].class != mark) {
		return i // any word has a capital there
	}
	return end
}

// descriptionAt looks for the words beside the name between start and end.
func (l *lexicon) descriptionAt(tokens []token, start, end int) (described, bool) {
	name := tokens[start:end]
	if stop, ok := l.beside(tokens, end); ok && !isAllName(tokens[end+1:stop]) {
		return described{start, min(stop+1, len(tokens)), tokens[end+1 : stop], name}, true
	}
	if start > 0 && tokens[start-1].raw == "," && tokens[start-1].class == mark {
		stop, ok := l.beside(tokens, start-1)
		first := l.nounStart(tokens, start-1, true)
		if ok && stop == end && first < start-1 && !l.isAnothers(tokens[first:start-1]) {
			return described{first, min(stop+1, len(tokens)), tokens[first : start-1], name}, true
		}
		return described{}, false
	}
	if first := l.nounStart(tokens, start, false); first < start {
		return described{first, end, tokens[first:start], name}, true
	}
	return described{}, false
}

// isAnothers reports whether a description may be of somebody near the one who is
// named: the son of the president.
func (l *lexicon) isAnothers(words []token) bool {
	of := slices.IndexFunc(words, isPrep)
	if of < 1 {
		return of == 0
	}
	held := l.is(titleSection, words[of-1].word) // the mayor of Kora
	return slices.ContainsFunc(words[of:], func(t token) bool { return l.is(titleSection, t.word) || t.class == content && t.cap && !held })
}

// beside is apposition, at the end of a sentence too.
func (l *lexicon) beside(tokens []token, comma int) (end int, ok bool) {
	if end, ok := l.apposition(tokens, comma); ok || comma+1 >= len(tokens) {
		return end, ok
	}
	if slices.ContainsFunc(tokens[comma+1:], func(t token) bool { return t.class == mark }) {
		return 0, false
	}
	stop := token{raw: ",", class: mark}
	end, ok = l.apposition(slices.Concat(tokens, []token{stop, stop}), comma)
	return min(end, len(tokens)), ok
}

// nounStart returns where the noun that ends before end begins: an article or
// possessive, words without capitals, titles, and, if asked for, what these are
// of. It returns end if there is none.
func (l *lexicon) nounStart(tokens []token, end int, withOf bool) int {
	start, head, named := end, end, false // head: where a noun without names begins
	for start > 0 {
		t := tokens[start-1]
		switch {
		case t.class == content && (!t.cap || t.first || l.is(titleSection, t.word)) && !l.isVerb(t) && !isAdverb(t) && !(t.modifier && start == end):
		case withOf && t.class == content && t.cap && start > 1:
			named = true // good only if it is what something else is of
		case withOf && t.class == weakPrep && isOf(t) && start < end:
			named = false
		case t.class == article && start < end && withOf && start > 1 && isOf(tokens[start-2]):
		case (t.class == article || isPossessive(t)) && start < end && !named:
			return start - 1
		default:
			t.class = mark
		}
		if t.class == mark {
			break
		}
		start--
		if !named && tokens[start].class == content {
			head = start
		}
	}
	return head
}

func isOf(t token) bool { return t.word == "of" || t.word == "de" || t.word == "d" }
