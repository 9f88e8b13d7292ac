package knowledge

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// The words of violence, English and French, by the part they play in a
// sentence. Accents count: "tué" is a participle, "tue" is not, and "a
// massacré" is no massacre. What is only feared, such as threatening, is left
// out; so is what happens in any politics, such as opposing.
var (
	// done are past tenses that are participles too: after a name they say
	// what it did, after "were" what was done to it.
	done = wordSet(`massacred killed murdered slaughtered attacked shot gunned
		burned burnt torched executed raped looted pillaged kidnapped abducted
		tortured beheaded bombed ambushed raided assassinated lynched shelled`)
	// does are the forms that say what a name does, and nothing else.
	does = wordSet(`massacres kills murders slaughters burns executes rapes loots
		tue tuent tua tuèrent massacrent massacra massacrèrent assassinent assassina
		attaquent attaqua attaquèrent pillent pilla pillèrent brûlent brûla brûlèrent
		incendient incendia exécutent exécuta égorgent égorgea enlèvent enleva`)
	// fait are French participles: after "a" or "ont" what a name did, before
	// "par" what was done by it.
	fait = participles(`massacré tué assassiné attaqué abattu brûlé incendié exécuté
		violé pillé enlevé kidnappé torturé décapité lynché égorgé bombardé`)
	// deeds are the nouns.
	deeds = wordSet(`massacre massacres attack attacks killing killings murder murders
		atrocity atrocities raid raids pogrom pogroms bombing bombings ambush assault
		slaughter execution executions abduction abductions rape rapes
		attaque attaques tuerie tueries meurtre meurtres atrocités exaction exactions
		assassinat assassinats viol viols enlèvement enlèvements exécution exécutions`)
	// commits are what, before a deed, makes a name its doer.
	commits = []string{
		"carried out", "carries out", "committed", "commits", "perpetrated", "perpetrates", "staged", "conducted",
		"launched", "led", "organized", "organised", "planned", "mounted", "took part in", "participated in",
		"responsible for", "guilty of", "behind", "perpetrators of", "perpetrator of", "authors of", "author of",
		"commis", "perpétré", "mené", "organisé", "lancé", "participé", "responsable", "responsables", "coupable",
		"coupables", "auteur", "auteurs", "commet", "commettent",
	}
)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// participles are French participles in their four forms.
func participles(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		for _, end := range []string{"", "e", "s", "es"} {
			set[w+end] = true
		}
	}
	return set
}

// The words that tell who does from who suffers.
var (
	suffers = wordSet(`was were is are be been being got being été est sont était étaient fut furent être`)
	have    = wordSet(`a ont avait avaient ayant`)
	places  = wordSet(`in at on by during near when since after before while around outside from`)
	targets = wordSet(`on against upon for contre sur`)
	article = wordSet(`the a an le la les l un une des du`)
	given   = wordSet(`claimed counted reported recorded given documented cited published named made
		rapporté rapportée rapportés recensé recensés recensées publié revendiqué revendiquée cité`)
)

// maxBetween is how many words may stand between the parts of what is said of
// a doer: "committed many of the worst atrocities", "by members of the militia".
const maxBetween = 6

// violence is a sentence read for who did a deed.
type violence struct {
	words  []string // with accents, for the lexicon
	folded []string // without, for names
}

func readViolence(sentence string) violence {
	v := violence{words: text.Words(sentence)}
	for _, w := range v.words {
		v.folded = append(v.folded, text.Fold(w))
	}
	return v
}

// any reports whether the sentence has a word of violence at all.
func (v violence) any() bool {
	return slices.ContainsFunc(v.words, func(w string) bool { return done[w] || does[w] || fait[w] || deeds[w] })
}

// blames reports whether the sentence says as its own that one with this name
// did a deed: in the active voice after the name, or by the name.
func (v violence) blames(name string) bool {
	var run []string
	for _, w := range text.Words(name) {
		run = append(run, text.Fold(w))
	}
	for start := 0; len(run) > 0 && start+len(run) <= len(v.folded); start++ {
		end := start + len(run)
		if slices.Equal(v.folded[start:end], run) && (v.actsFrom(start, end) || v.doneBy(start) || v.owns(end)) {
			return true
		}
	}
	return false
}

// actsFrom reports whether what stands between start and end does a deed later
// on. A name after "on" or "against" is a target's.
func (v violence) actsFrom(start, end int) bool {
	before := start - 1
	for before >= 0 && article[v.words[before]] {
		before--
	}
	return (before < 0 || !targets[v.words[before]]) && v.acts(end)
}

// acts reports whether a deed in the active voice stands at or after word from.
func (v violence) acts(from int) bool {
	for i := from; i < len(v.words); i++ {
		w := v.words[i]
		if does[w] || done[w] && !v.suffered(i) || fait[w] && i > from && have[v.words[i-1]] || v.commitsAt(i) {
			return true
		}
	}
	return false
}

// suffered reports whether the participle at i is done to the one before it:
// "were killed", "were often shot and burned", "killed in the attack".
func (v violence) suffered(i int) bool {
	next := ""
	if i+1 < len(v.words) {
		next = v.words[i+1]
	}
	switch {
	case v.passive(i):
		return true
	case next == "":
		return !slices.Contains(v.words[:i], "whom")
	}
	return places[next]
}

func (v violence) passive(i int) bool {
	for k := max(0, i-2); k < i; k++ {
		if suffers[v.words[k]] {
			return true
		}
	}
	coupled := i >= 2 && (v.words[i-1] == "and" || v.words[i-1] == "or") && done[v.words[i-2]]
	return coupled && v.passive(i-2)
}

// commitsAt reports whether, from word i on, somebody carries out a deed.
func (v violence) commitsAt(i int) bool {
	for _, phrase := range commits {
		parts := strings.Fields(phrase)
		end := i + len(parts)
		if end > len(v.words) || !slices.Equal(v.words[i:end], parts) || i > 0 && suffers[v.words[i-1]] && strings.HasSuffix(phrase, "ed") {
			continue
		}
		if slices.ContainsFunc(v.words[end:min(end+maxBetween, len(v.words))], func(w string) bool { return deeds[w] }) {
			return true
		}
	}
	return false
}

// doneBy reports whether a deed is said to be done by what begins at start.
func (v violence) doneBy(start int) bool {
	for by := max(1, start-maxBetween); by < start; by++ {
		if v.words[by] != "by" && v.words[by] != "par" || given[v.words[by-1]] {
			continue
		}
		if slices.ContainsFunc(v.words[:by], func(w string) bool { return done[w] || fait[w] || deeds[w] }) {
			return true
		}
	}
	return false
}

// owns reports whether what ends at end stands as the doer before a noun:
// "militia massacre of herders", "militia’s attack on the village".
func (v violence) owns(end int) bool {
	if end < len(v.words) && v.words[end] == "s" {
		end++
	}
	return end+1 < len(v.words) && deeds[v.words[end]] && slices.Contains([]string{"of", "on", "against", "de", "contre", "sur"}, v.words[end+1])
}
