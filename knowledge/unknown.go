package knowledge

import (
	"slices"
	"strings"

	"griot/knowledge/text"
)

// Unknown returns the names of a stored text that no entry, place or source
// has, in their order, each once. They are found by their capitals alone, in
// English and French, so some will be no names. The title is left out: there
// every word may have a capital.
func (v *View) Unknown(source ID) []string {
	passages := slices.DeleteFunc(slices.Clone(v.Passages(source)), func(p *Passage) bool { return p.Paragraph == TitleParagraph })
	common := commonWords(passages)
	var all []string
	for _, p := range passages {
		for _, s := range p.Sentences {
			for _, name := range namesIn(p.Text[s.Start:s.End], common) {
				if !slices.Contains(all, name) && !v.isNamed(name) {
					all = append(all, name)
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(name string) bool {
		return slices.ContainsFunc(all, func(longer string) bool { return strings.HasSuffix(longer, " "+name) })
	})
}

// isNamed reports whether an entry, a place or a source has the name, or a
// longer one that it begins or ends.
func (v *View) isNamed(name string) bool {
	if len(v.Named(text.Fold(name))) > 0 {
		return true
	}
	found := v.Complete(name, 1, KindPlace, KindSource, KindActor, KindEvent, KindReform)
	return len(found) > 0 && found[0].Errors == 0
}

// commonWords returns the words that a text has without a capital: with one, they
// are names only beside others.
func commonWords(passages []*Passage) map[string]bool {
	common := map[string]bool{}
	for _, p := range passages {
		for _, t := range tokens(p.Text) {
			if !t.capital {
				common[t.text] = true
			}
		}
	}
	return common
}

// Words that tell what is a name and what isn't.
var (
	// openers begin sentences and no names.
	openers = wordSet(`a an the this that these those it its he she they we i you his her their our my your in on at by to from
		for with as if when while since after before during but and or so yet there here what who whose where how why not no
		all both some many most more such even although though however one two three under over between among against without
		within until because then now today yesterday once also still only just each every any few several another other
		le la les un une des du de d l en au aux dans sur par pour avec sans sous ce cet cette ces il elle ils elles on nous
		vous je tu mais et ou donc or ni car quand lorsque depuis après avant pendant si comme son sa ses leur leurs notre
		nos votre tout tous toute toutes plusieurs certains deux trois selon entre vers chez contre malgré dès jusque où qui
		que quoi dont alors ainsi aussi hier demain aujourd’hui cependant toutefois pourtant non oui`)
	// calendar names no one.
	calendar = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars
		avril mai juin juillet août septembre octobre novembre décembre`)
	// titles stand before names.
	titles = wordSet(`mr mrs ms dr prof gen general col colonel capt captain lt lieutenant sgt maj major president minister
		senator governor judge m mm mme mlle général commandant capitaine président présidente ministre gouverneur maître`)
	// peoples are no names of their own: Malian forces, un soldat français.
	peoples = wordSet(`malian malians french american americans british african africans european europeans russian nigerien
		burkinabe mauritanian algerian ivorian senegalese german english western northern southern eastern islamic muslim
		muslims christian christians arab arabs malien maliens malienne français française américain africain européen russe`)
	// joints are the small words that stand within names.
	joints = wordSet("of de du des la le les al el ag ould ben bin ibn van der von y da do dos for pour sur the and et")
)
