package question

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"griot/knowledge"
)

// accusation is what a question asks of blame: who did something violent, or
// whether or what somebody did.
type accusation struct {
	who      bool           // who did it, or claimed it
	claimed  bool           // who claimed it
	suspects []knowledge.ID // otherwise of whom it is asked
	nouns    []*word        // and those of them who have no name: "the army"
	crimes   []knowledge.ID // the events that it is asked of
	others   bool           // something else is named, but nothing violent
	deed     *word          // what they did, where something else than yes or no is asked
}

// violent are the senses of deeds that somebody is to blame for, other than
// fighting.
var violent = sync.OnceValue(func() map[int]bool {
	senses := senseSet("kill attack massacre murder")
	for n := range senseSet("fight") {
		delete(senses, n)
	}
	return senses
})

func (w *word) isViolent() bool {
	return w != nil && slices.ContainsFunc(w.senses, func(n int) bool { return violent()[n] })
}

// guilty are deeds by which somebody is to blame for a violent event, done by
// themselves or by others.
var guilty = wordSet(`commit committed commits perpetrate perpetrated carry carried order ordered organize organized
	organise organised planned mastermind masterminded orchestrate orchestrated involve involved
	commis commettre ordonne planifie perpetre`)

// blamed are what somebody is who is to blame, behind a form of to be.
var blamed = wordSet(`accused guilty responsible suspected implicated involved behind blame culprit culprits
	accuse accusee accusees accuses coupable coupables responsable responsables soupconne soupconnee soupconnes implique
	impliques derriere`)

// The forms of to be, and the words behind which somebody does something.
var (
	passives = wordSet("is are was were be been being s est sont ete etait etaient")
	actives  = wordSet("did does do has have had could would might may a ont avait avaient aurait")
	doers    = wordSet("who whos whod qui which by par quel quelle quels quelles")
	agents   = wordSet("by par")
)

// readAccusation reads what a question asks of blame; nil if nothing.
func (q *Question) readAccusation(v *knowledge.View, folded []string) *accusation {
	deed := q.shape.deed
	a := &accusation{claimed: deed != nil && claims[deed.Typed]}
	there := q.violenceAt(v)
	violentEvents := len(there) > 0 || slices.ContainsFunc(q.Entries, func(id knowledge.ID) bool { return isViolent(v, v.Entry(id)) })
	if violentEvents && (!isDone(deed, folded) || !deed.isViolent()) {
		deed = cmp.Or(q.guiltyWord(folded), deed)
	}
	acts := isDone(deed, folded) && (deed.isViolent() || (guilty[deed.Typed] || a.claimed) && violentEvents)
	state := -1
	if violence := violentEvents || slices.ContainsFunc(q.words, func(w word) bool { return w.isViolent() }); violence {
		state = stateOfBlame(folded)
		acts = acts || deed == nil && strings.HasPrefix(strings.Join(folded, " "), "who did ")
	}
	if len(folded) == 0 || !acts && state < 0 && !slices.Contains(q.Aims, Blame) {
		return nil
	}
	zone, passive := doersZone(folded, deed, state)
	for _, id := range q.Entries {
		if e := v.Entry(id); e != nil && e.Kind() == knowledge.KindActor && q.namesBy(zone, v, e) {
			a.suspects = append(a.suspects, id)
		}
	}
	a.crimes = q.crimesOf(v, a.suspects, there)
	a.others = len(q.Entries) > len(a.suspects)
	if !q.shape.polar {
		a.deed = deed
	}
	if yes := q.shape.polar || slices.Contains(q.Aims, HowMany); len(a.suspects) == 0 && (yes || len(a.crimes) > 0) {
		a.nouns = q.nounsOf(zone)
	}
	a.who = len(a.suspects)+len(a.nouns) == 0
	switch {
	case state >= 0 && !q.shape.polar && !slices.Contains(q.Aims, Who),
		a.who && (passive || !slices.Contains(q.Aims, Who) || !doers[folded[0]] && !slices.Contains(q.Aims, Blame)),
		!a.who && len(a.crimes) == 0 && slices.ContainsFunc(q.Aims, func(a Aim) bool { return a == Why || a == When || a == Where }):
		return nil
	}
	return a
}

// guiltyWord returns the first word of a question by which somebody is to blame,
// or nil.
func (q *Question) guiltyWord(folded []string) *word {
	for i := range q.words {
		if w := &q.words[i]; guilty[w.Typed] && slices.Contains(folded, w.Typed) {
			return w
		}
	}
	return nil
}

// isDone reports whether a word is something that somebody does to others: not a
// thing, nor a death.
func isDone(deed *word, folded []string) bool {
	if deed == nil || dying[deed.Typed] {
		return false
	}
	at := slices.Index(folded, deed.Typed)
	g := grammarOf(folded)
	return at < 1 || !g.determiners[folded[at-1]] && !g.kinds[folded[at-1]]
}

// dying are deeds that nobody does to others.
var dying = wordSet("die died dies dying dead perish perished mort morts morte mortes mourir mourut meurent decede decedes peri")

// claims are the words of claiming responsibility.
var claims = wordSet("claimed claim claims revendique revendiquee revendiquer revendiquent")

// stateOfBlame returns where a question says that somebody is to blame, behind a
// form of to be, or -1.
func stateOfBlame(folded []string) int {
	for i, w := range folded {
		if blamed[w] && slices.ContainsFunc(folded[:i], func(w string) bool { return passives[w] }) {
			return i
		}
	}
	return -1
}

// doersZone returns the words among which those who do it are named: behind "by",
// before what they are to blame, or between a helping verb and the deed; and
// whether it is done to somebody, by nobody who is said.
func doersZone(folded []string, deed *word, state int) (zone []string, passive bool) {
	by := slices.IndexFunc(folded, func(w string) bool { return agents[w] })
	at := -1
	if deed != nil {
		at = slices.Index(folded, deed.Typed)
	}
	switch {
	case state >= 0:
		return folded[:state], false
	case by > 0 && by+1 < len(folded):
		return folded[by+1:], !doers[folded[by+1]] && by > 1
	case by > 0: // "who was it planned by"
		return nil, false
	case at > 0 && passives[folded[at-1]]:
		return nil, true
	case at <= 0:
		return nil, false
	}
	help := slices.IndexFunc(folded[:at], func(w string) bool { return actives[w] })
	switch {
	case help < 0:
		return nil, len(folded) > 1 && passives[folded[1]]
	case help > 0 && grammarOf(folded).subjectFirst:
		return folded[:at], false
	}
	return folded[help+1 : at], false
}

// nounsOf returns the words of some that are for people or bodies and no names.
func (q *Question) nounsOf(zone []string) (nouns []*word) {
	for i := range q.words {
		w := &q.words[i]
		if slices.Contains(zone, w.Typed) && w.isBody() && !q.shape.needs(w.Typed) {
			nouns = append(nouns, w)
		}
	}
	return nouns
}

// isBody reports whether a word is for people or a body, and not just for those
// who did it, whoever they are.
func (w *word) isBody() bool {
	return !w.named && !w.count && !w.isTime() && len(w.senses) > 0 &&
		!slices.ContainsFunc(w.senses, func(n int) bool { return isDeed(n) || attacking()[n] })
}

// namesBy reports whether some words of the question name an entry, or are part
// of its name.
func (q *Question) namesBy(words []string, v *knowledge.View, e *knowledge.Entry) bool {
	return slices.ContainsFunc(q.named, func(n naming) bool {
		return slices.Contains(n.ids, e.ID) && len(n.run) > 0 && slices.Contains(words, n.run[0])
	}) || slices.ContainsFunc(q.words, func(w word) bool { return slices.Contains(words, w.Typed) && isPart(v, e, &w) })
}
