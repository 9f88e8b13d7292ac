package question

import (
	"slices"
	"strings"
)

// noun reads a kind of thing up to where something else begins, and returns its
// last word: a football club is a club.
func (r *reader) noun() (head *word) {
	if r.at < len(r.tokens) && r.tokens[r.at].named() {
		for ; r.at < len(r.tokens) && r.tokens[r.at].named(); r.at++ {
			head = r.tokens[r.at].word
		}
		return head
	}
	begun := false
	for ; r.at < len(r.tokens); r.at++ {
		t := r.tokens[r.at]
		if begun && r.joins[t.folded] {
			r.at++ // the other of two kinds
			continue
		}
		if r.helps[t.folded] || r.does[t.folded] || r.prepositions[t.folded] || r.determiners[t.folded] || t.named() ||
			begun && (r.acts() || r.passed() || r.light[t.folded] || r.subjectFirst) {
			return head
		}
		if t.says() && !r.adjectives[t.folded] && !(begun && r.joins[r.tokens[r.at-1].folded]) {
			head = t.word
		}
		begun = true
	}
	return head
}

// acts reports whether the next word is a deed, and no thing of which something
// is said: "how many demonstrators were killed".
func (r *reader) acts() bool {
	t := r.tokens[r.at]
	next := r.at + 1
	return t.deed && len(t.word.senses) > 0 && (next == len(r.tokens) || !r.helps[r.tokens[next].folded])
}

// passed reports whether the next word is a deed by its ending, although no list
// has it: "how many people showed up at the vigil".
func (r *reader) passed() bool {
	next := r.at + 1
	return strings.HasSuffix(r.tokens[r.at].folded, "ed") && r.tokens[r.at].deed &&
		(next == len(r.tokens) || r.prepositions[r.tokens[next].folded] || !r.tokens[next].says())
}

// subject reads who or what does it, with all that belongs to it, and returns
// the word for it unless it is a name.
func (r *reader) subject() (head *word) {
	r.skip(r.determiners)
	begun := false
	defer func() { r.besides = slices.DeleteFunc(r.besides, func(w *word) bool { return w == head }) }()
	for ; r.at < len(r.tokens); r.at++ {
		t := r.tokens[r.at]
		switch {
		case r.prepositions[t.folded]:
			r.adjunct()
		case r.helps[t.folded] && t.folded != "s", begun && (r.light[t.folded] || r.begins()):
			return head
		case t.named():
			begun = true
			r.of = append(r.of, t.word)
		case t.says() && (isTime(t.folded) || dated(t.folded) || r.modals[t.folded]):
			begun = true
		case t.says():
			begun = begun || !r.adjectives[t.folded] && !numberWords[t.folded] && !isNumber(t.folded)
			if !r.adjectives[t.folded] {
				head = t.word
			}
			if !r.adjectives[t.folded] || r.ordinals[t.folded] {
				r.besides = append(r.besides, t.word)
			}
		case !r.determiners[t.folded] && !r.fillers[t.folded]:
			begun = true
		}
	}
	return head
}

// begins reports whether what is done begins here, behind those who do it: not
// where the word is what somebody has, nor a thing.
func (r *reader) begins() bool {
	return r.tokens[r.at].knownDeed() && r.tokens[r.at-1].folded != "s" && !r.compound()
}

// compound reports whether the word here is a thing although it may be a deed:
// a bare deed follows it, as in "did the decentralization plan cost".
func (r *reader) compound() bool {
	next := r.at + 1
	if next >= len(r.tokens) || r.at == 0 || !r.tokens[r.at-1].says() {
		return false
	}
	w := r.tokens[next].folded
	bare := !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing")
	return bare && r.tokens[next].knownDeed() && !r.prepositions[w]
}

// adjunct reads what follows a preposition, and stops at its last word.
func (r *reader) adjunct() {
	r.at++
	r.skip(r.determiners)
	for ; r.at < len(r.tokens); r.at++ {
		t := r.tokens[r.at]
		if t.says() {
			r.of = append(r.of, t.word)
		}
		next := r.at + 1
		if next == len(r.tokens) || !t.named() && t.says() || !r.tokens[next].named() && t.says() {
			return
		}
		if r.helps[r.tokens[next].folded] {
			return
		}
	}
	r.at = len(r.tokens) - 1
}

// doer returns by whom it is done: the last word of what follows.
func (r *reader) doer() (head *word) {
	r.skip(r.determiners)
	for i := r.at; i < len(r.tokens); i++ {
		t := r.tokens[i]
		if !t.says() || t.named() || r.prepositions[t.folded] || t.deed && head != nil {
			return head
		}
		if !r.adjectives[t.folded] {
			head = t.word
		}
	}
	return head
}

// countsDoers reports whether the next word is a deed, and those who do it are
// to be counted.
func (r *reader) countsDoers() bool {
	if r.at >= len(r.tokens) || !r.tokens[r.at].deed || !strings.HasSuffix(r.tokens[r.at].folded, "ed") {
		return false
	}
	next := r.at + 1
	return next == len(r.tokens) || r.prepositions[r.tokens[next].folded] || r.determiners[r.tokens[next].folded] || r.particles[r.tokens[next].folded]
}
