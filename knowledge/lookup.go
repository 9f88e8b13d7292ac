package knowledge

import "griot/knowledge/search"

// finder looks names and texts up.
type finder interface {
	Search(query string, k int, options ...search.Option) search.Result
	Complete(prefix string, k int, groups ...string) []search.Completion
	Find(name string, groups ...string) []search.Completion
	Words(query string) []search.Word
	Terms(text, language string) map[string]bool
}

// finder returns the index of the shelf, or that of the desk laid over it.
func (v *View) finder() finder {
	if len(v.layers) == 1 {
		return v.layers[0].found
	}
	desk, shelf := v.layers[0], v.layers[1]
	return search.Over(shelf.found, desk.found, func(id string) bool { return v.replaced(ID(id), 1) })
}

// Search returns at most k records with the words of a query, best first; see
// [search.Index.Search].
func (v *View) Search(query string, k int, options ...search.Option) search.Result {
	return v.finder().Search(query, k, options...)
}

// Complete returns at most k completions of what is being typed, over names of
// the given kinds; see [search.Index.Complete].
func (v *View) Complete(typed string, k int, kinds ...Kind) []search.Completion {
	return v.finder().Complete(typed, k, wordList(kinds...)...)
}

// Find returns the records that a whole name fits; see [search.Index.Find].
func (v *View) Find(name string, kinds ...Kind) []search.Completion {
	return v.finder().Find(name, wordList(kinds...)...)
}

// Words returns the words of a query as the index knows them; see
// [search.Index.Words].
func (v *View) Words(query string) []search.Word { return v.finder().Words(query) }

// Terms returns what a text is looked up by; see [search.Index.Terms].
func (v *View) Terms(text, language string) map[string]bool { return v.finder().Terms(text, language) }

// Named returns the entries that have exactly this name, folded.
func (v *View) Named(folded string) []ID {
	var all []ID
	for i, l := range v.layers {
		for _, id := range l.called[folded] {
			if !v.replaced(id, i) {
				all = append(all, id)
			}
		}
	}
	return all
}
