package question

import (
	"slices"
)

// asksReal reports whether it is asked who did something, and not who should or
// will.
func (q *Question) asksReal() bool {
	return (slices.Contains(q.Aims, Who) || q.shape.polar) && !slices.Contains(q.Aims, Advice) && !slices.Contains(q.Aims, Status) && !q.future && !q.modal
}

// onlyWished reports whether our words say a deed, and each time as one that
// somebody wants, fears or expects.
func (d *document) onlyWished(deed *word) bool {
	said := false
	for _, l := range d.ours {
		for i := range l.words {
			if !l.has(i, deed) {
				continue
			}
			if !slices.ContainsFunc(l.words[max(0, i-wishing):i], func(w string) bool { return wishes[w] }) {
				return false
			}
			said = true
		}
	}
	return said
}

// wishing is how many words may stand between a wish and what is wished.
const wishing = 6

var wishes = wordSet(`ask asks asked demand demands demanded want wants wanted urge urges urged call calls called should
	must fear fears feared expect expects expected hope hopes hoped vow vowed vows promise promises promised plan plans planned
	threaten threatens threatened if`)
