package summary

import "slices"

// turned returns the reading with each passive turned round within its
// segment: agent, verb, patient and the rest. The agent ends at the next
// preposition, or, if long, with the segment.
func (r reading) turned(long bool) reading {
	var all []token
	at, agentless := 0, map[int]bool{}
	for i, s := range r.segments {
		all = append(all, r.tokens[at:s.start]...)
		tokens, patientOnly := r.turn(s, long)
		all = append(all, tokens...)
		agentless[i] = patientOnly
		at = s.end
	}
	all = append(all, r.tokens[at:]...)
	turned := r.lex.parted(all)
	turned.active, turned.agentless = true, agentless
	return turned
}

func (r reading) turn(s segment, long bool) (tokens []token, agentless bool) {
	be, v := r.passiveIn(s)
	if v < 0 {
		return r.tokens[s.start:s.end], false
	}
	start := s.start
	if introduces(r.tokens[start]) && r.tokens[start].class != negation {
		start++
	}
	agent, rest := r.agent(v+1, s.end, long)
	if len(agent) > 0 && r.lex.is(togetherSection, r.tokens[v].word) && r.goesOn(s) {
		return r.tokens[s.start:s.end], false // signed by the one and the other
	}
	verb := slices.DeleteFunc(slices.Clone(r.tokens[be:v+1]), func(t token) bool { return t.class == beVerb })
	verb[len(verb)-1].acts = true
	// Modals and negations that stand before the form of be belong to the verb.
	patient := start
	for i := start; i < be; i++ {
		switch r.tokens[i].class {
		case modal, negation, auxiliary:
		default:
			patient = i + 1
		}
	}
	return slices.Concat(r.tokens[s.start:start], agent, r.tokens[patient:be], verb, r.tokens[start:patient], rest), len(agent) == 0
}

// goesOn reports whether the segment behind s adds a noun to its last.
func (r reading) goesOn(s segment) bool {
	for _, next := range r.segments {
		if next.start == s.end {
			return next.intro.class == coordinator && next.verb < 0
		}
	}
	return false
}

// agent finds who did it behind a participle and returns the rest without it.
func (r reading) agent(from, to int, long bool) (agent, rest []token) {
	for i := from; i+1 < to; i++ {
		if c := r.tokens[i].canon; r.tokens[i].class != prep || c != "by" && c != "par" {
			continue
		}
		end := i + 1
		for end < to && !isAdverb(r.tokens[end]) && (long || r.tokens[end].class != prep && r.tokens[end].class != when && !r.startsPlace(end, i+1)) {
			end++
		}
		next := r.tokens[i+1]
		if next.class == number && !r.counts(from-1, i+1, end) || next.class == when || hasEnding(next.word, "ing") {
			return nil, r.tokens[from:to]
		}
		return r.tokens[i+1 : end], slices.Concat(r.tokens[from:i], r.tokens[end:to])
	}
	return nil, r.tokens[from:to]
}

// counts reports whether a number behind by says how many did it, and not by how
// much: occupied by forty officers, cut by forty dollars.
func (r reading) counts(verb, num, end int) bool {
	return num+1 < end && r.tokens[num+1].class == content && r.lex.isPlural(r.tokens[num+1]) &&
		!r.lex.is(timeSection, r.tokens[num+1].word) && !r.lex.is(measureSection, r.tokens[num+1].word) && !r.lex.is(measureSection, r.tokens[verb].word)
}

// startsPlace reports whether the token says where or when rather than whose.
func (r reading) startsPlace(i, first int) bool {
	t := r.tokens[i]
	if i+1 < len(r.tokens) && (t.word == "d" || t.word == "de") && (r.tokens[i+1].class == auxiliary || hasEnding(r.tokens[i+1].word, "er ir re")) {
		return true // accused of having
	}
	if i > first && t.class == number && r.tokens[i-1].class != weakPrep || t.word == "of" && i+1 < len(r.tokens) && hasEnding(r.tokens[i+1].word, "ing") {
		return true
	}
	return i > first && t.class == weakPrep && (t.word == "in" || t.word == "at" || t.word == "on" || t.word == "during" || t.word == "à" || t.word == "au" || t.word == "aux" || t.word == "dans" || t.word == "en")
}

// markPassives marks the participles that stand behind a form of be, and those
// that share it: was wounded and taken.
func (r *reading) markPassives() {
	for i := range r.segments {
		s := r.segments[i]
		be, v := r.passiveIn(s)
		if v < 0 && s.bare && i > 0 && be < 0 && r.lex.isParticiple(r.tokens[s.verb]) {
			if _, before := r.passiveIn(r.segments[i-1]); before >= 0 && s.intro.class == coordinator && !r.hasObject(s) {
				v = s.verb
			}
		}
		if v < 0 && i > 0 && s.opened == "," && r.segments[i-1].verb < 0 && r.lex.isParticiple(r.tokens[s.start]) {
			v = s.start // the deal, brokered by Norway,
		}
		if v >= 0 {
			r.tokens[v].passive = true
		}
	}
}

// hasObject reports whether the thing that the verb of a segment is done to stands
// right behind it: was hurt and left Kora.
func (r *reading) hasObject(s segment) bool {
	if s.verb+1 >= s.end {
		return false
	}
	next := r.tokens[s.verb+1]
	return next.class == article || next.class == number || next.class == pronoun || next.class == content && next.cap
}

// isFrequency reports whether a quantifier says how often.
func isFrequency(t token) bool {
	switch t.canon {
	case "always", "often", "sometimes", "rarely", "toujours", "souvent", "parfois", "rarement":
		return t.class == quantifier
	}
	return false
}

// passiveIn returns the places of the form of be and the participle behind it
// in a segment, or -1.
func (r *reading) passiveIn(s segment) (be, participle int) {
	for i := s.start; i < s.end; i++ {
		if r.tokens[i].class != beVerb {
			continue
		}
		for j := i + 1; j < s.end; j++ {
			t := r.tokens[j]
			switch {
			case t.class == beVerb, t.class == negation, t.class == auxiliary, isAdverb(t), isFrequency(t):
				continue
			case t.word == "born" || t.word == "né" || t.word == "née":
				return -1, -1 // nobody did it
			case r.lex.isParticiple(t):
				return i, j
			}
			break
		}
	}
	return -1, -1
}
