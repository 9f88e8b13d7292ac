package knowledge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge/text"
)

// Uncovered returns the paragraphs of a source's body that no claim rests on,
// in order. Title and standfirst need none.
func (v *View) Uncovered(source ID) []*Passage {
	covered := map[int]bool{}
	for _, c := range v.Claims() {
		for _, cite := range c.Cites {
			if q, state := v.Prove(cite); state == Verified && q.Source() == source {
				covered[q.At().Paragraph] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(v.Passages(source)), func(p *Passage) bool {
		return p.Paragraph < 1 || covered[p.Paragraph]
	})
}

// Mentioned returns the entries that a text names by one of their names, in
// the order of ids.
func (v *View) Mentioned(body string) []ID {
	folded := " " + foldedWords(body) + " "
	var all []ID
	for _, e := range v.Entries("") {
		for _, name := range namesOf(e.Name, e.Also, e.Finds) {
			if words := foldedWords(name.Text); words != "" && strings.Contains(folded, " "+words+" ") {
				all = append(all, e.ID)
				break
			}
		}
	}
	return all
}

func foldedWords(s string) string { return strings.Join(text.Words(text.Fold(s)), " ") }

// Unknown returns the names of a stored text that no entry, place or source
// has, in their order, each once: runs of words with a capital, but for single
// words at the start of a sentence. Some will be no names.
func (v *View) Unknown(source ID) []string {
	var all []string
	for _, p := range v.Passages(source) {
		for _, s := range p.Sentences {
			for _, name := range capitalised(p.Text[s.Start:s.End]) {
				if !slices.Contains(all, name) && len(v.Named(text.Fold(name))) == 0 && !v.isNamed(name) {
					all = append(all, name)
				}
			}
		}
	}
	return all
}

// isNamed reports whether a place, a source or an entry has the name, exactly
// or as the beginning of a longer one.
func (v *View) isNamed(name string) bool {
	for _, c := range v.Complete(name, 1, KindPlace, KindSource, KindActor, KindEvent, KindReform) {
		if c.Errors == 0 {
			return true
		}
	}
	return false
}

// openers begin sentences and no names; calendar names no one alone.
var (
	openers = wordSet(`a an the this that these those it its he she they we i you his her their our in on at by to from for
		with as if when while since after before during but and or so yet there here what who where how why not no all
		both some many most more such even although though however
		le la les un une des du de l d en au aux dans sur par pour avec sans sous ce cet cette ces il elle ils elles on nous
		vous je mais et ou donc or ni car quand lorsque depuis après avant pendant si comme son sa ses leur leurs tout tous`)
	calendar = wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
		august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche`)
)

// joints are the small words that stand within names.
var joints = wordSet("of the de du des la le les al el ag ben bin van der von und and et")

// capitalised returns the runs of words of a sentence that begin with a
// capital, with the small words within them.
func capitalised(sentence string) []string {
	var all, run []string
	first := true
	flush := func(atStart bool) {
		for atStart && len(run) > 0 && openers[strings.ToLower(run[0])] {
			run, atStart = run[1:], false
		}
		if len(run) == 1 && calendar[strings.ToLower(run[0])] {
			run = nil
		}
		for len(run) > 0 && joints[run[len(run)-1]] {
			run = run[:len(run)-1]
		}
		if len(run) > 1 || len(run) == 1 && !atStart && utf8.RuneCountInString(run[0]) > 2 {
			all = append(all, strings.Join(run, " "))
		}
		run = nil
	}
	begins := false
	for _, word := range strings.Fields(sentence) {
		bare := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "’s"), "'s")
		r, _ := utf8.DecodeRuneInString(bare)
		switch {
		case unicode.IsUpper(r):
			begins = begins || len(run) == 0 && first
			run = append(run, bare)
		case len(run) > 0 && joints[bare]:
			run = append(run, bare)
		default:
			flush(begins)
			begins = false
		}
		if strings.ContainsAny(word[len(word)-1:], ",;:.") {
			flush(begins)
			begins = false
		}
		first = false
	}
	flush(begins)
	return all
}
