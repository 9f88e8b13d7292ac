package question

import "slices"

// reader reads a question from left to right.
type reader struct {
	grammar
	tokens []token
	at     int
	shape
}

func (r *reader) read() {
	if at := r.find("name", "of"); at >= 0 {
		r.at, r.called = at, true
		r.role = r.subject()
		return
	}
	if last := len(r.tokens) - 1; last > 1 && (r.tokens[last].folded == "name" || r.tokens[last].folded == "names") && r.tokens[last-1].says() && r.kinds[r.tokens[0].folded] {
		r.at, r.called = last, true
		r.role = r.tokens[last-1].word
		return
	}
	ask := slices.IndexFunc(r.tokens, func(t token) bool { return r.asks[t.folded] })
	subject := true // what is asked for is what does it
	switch {
	case ask >= 0:
		r.at = ask + 1
		subject = r.wanted(r.tokens[ask].folded)
	default:
		r.at = slices.IndexFunc(r.tokens, func(t token) bool { return r.helps[t.folded] || r.does[t.folded] })
		if r.at < 0 || r.at > 0 && r.tokens[r.at-1].says() && !r.subjectFirst {
			r.polar = !r.subjectFirst && r.at > 0 || r.subjectFirst && slices.ContainsFunc(r.tokens, func(t token) bool { return inverted[t.folded] })
			return
		}
		subject, r.polar = r.subjectFirst, true
	}
	r.sentence(subject)
}

// inverted stand behind the verb where French asks yes or no.
var inverted = wordSet("il elle ils elles on")

// sentence reads what is done, or what something is to be.
func (r *reader) sentence(subject bool) {
	help := r.at
	for help < len(r.tokens) && !r.helps[r.tokens[help].folded] && !r.does[r.tokens[help].folded] {
		if subject && r.tokens[help].deed {
			r.deed = r.done(true) // "who signed"
			return
		}
		help++
	}
	if help == len(r.tokens) {
		if !subject && !r.subjectFirst {
			r.actor = r.subject() // "tell me why the government resigned"
		}
		r.deed = r.done(subject)
		return
	}
	does := r.does[r.tokens[help].folded]
	r.at = help + 1
	r.skip(r.fillers)
	switch {
	case r.subjectFirst && !r.is(r.determiners):
		r.deed = r.done(false)
	case does || !subject || r.is(r.determiners), r.at < len(r.tokens) && r.tokens[r.at].named() && r.has[r.tokens[help].folded]:
		head := r.subject()
		r.deed = r.done(false)
		switch {
		case does && r.deed == nil:
			r.deed, r.actor, r.state = r.predicate(), head, true
		case r.deed == nil:
			r.role = head
		case r.actor == nil:
			r.actor = head
		}
	default:
		if r.deed = r.done(false); r.deed == nil {
			r.at = help + 1
			r.role = r.subject()
		}
	}
}

// is reports whether the next word is one of a list.
func (r *reader) is(list map[string]bool) bool {
	return r.at < len(r.tokens) && list[r.tokens[r.at].folded]
}

func (r *reader) skip(list map[string]bool) {
	for r.is(list) {
		r.at++
	}
}

// predicate returns what is said of the subject where nothing is done: "become
// independent".
func (r *reader) predicate() *word {
	for i := r.at; i < len(r.tokens); i++ {
		t := r.tokens[i]
		if r.prepositions[t.folded] {
			return nil
		}
		if t.says() && !t.named() && !hours[t.folded] && len(t.word.senses) > 0 {
			return t.word
		}
	}
	return nil
}

// find returns the place after two words that follow each other, or -1.
func (r *reader) find(first, second string) int {
	for i, t := range r.tokens {
		if t.folded == first && i+1 < len(r.tokens) && r.tokens[i+1].folded == second {
			return i + 2
		}
	}
	return -1
}

// done returns what is done, from where the reader is: the first word that may
// be a deed and stands in no adjunct. One that only leads to another ("is
// believed to have attacked") is passed over.
func (r *reader) done(direct bool) *word {
	var leading *word
	first := r.at
	for i := r.at; i < len(r.tokens); i++ {
		t := r.tokens[i]
		inside := i > r.at && (r.prepositions[r.tokens[i-1].folded] || i > 1 && r.determiners[r.tokens[i-1].folded] && r.prepositions[r.tokens[i-2].folded])
		if !t.deed || inside && !r.infinitive(i) {
			continue
		}
		if r.modals[t.folded] || len(t.word.senses) == 0 && (i > first || !direct) {
			if len(t.word.senses) > 0 {
				leading = t.word
			}
			continue
		}
		r.at = i + 1
		if r.is(r.by) {
			r.at++
			r.actor = r.doer()
		}
		r.after = r.rest()
		return t.word
	}
	return leading
}

// rest returns what else is said, up to where another question begins.
func (r *reader) rest() (all []*word) {
	for _, t := range r.tokens[r.at:] {
		if t.folded == "or" || t.folded == "ou" {
			return all
		}
		if t.says() {
			all = append(all, t.word)
		}
	}
	return all
}

// infinitive reports whether the word at i follows "to", not a place.
func (r *reader) infinitive(i int) bool {
	return r.tokens[i-1].folded == "to" || r.tokens[i-1].folded == "a" && r.subjectFirst
}
