package commands

import (
	"slices"

	"griot/knowledge"
	"griot/knowledge/search"
)

// filter is what a search is narrowed to.
type filter struct {
	r        Request
	kind     knowledge.Kind
	source   knowledge.ID
	meant    meant // by what was typed for the source
	from, to knowledge.Date
}

func (r Request) filter() (f filter, ask *Reply, err error) {
	f.r = r
	if f.kind, err = kind(searchKind, r); err != nil {
		return f, nil, err
	}
	if f.from, f.to, err = r.dates(searchFrom, searchTo); err != nil {
		return f, nil, err
	}
	if searchSource.In(r) != "" {
		f.meant = r.findSource(searchSource)
		f.source, ask = f.meant.id, f.meant.reply
	}
	return f, ask, nil
}

// line says what a search is narrowed to, as it was read; "" if to nothing.
func (f filter) line() string {
	var parts []string
	if f.kind != "" {
		parts = append(parts, f.r.Say().Say("kinds."+string(f.kind)))
	}
	if f.source != "" {
		parts = append(parts, f.r.View.Source(f.source).Label)
	}
	if !f.undated() {
		parts = append(parts, f.r.spanLine(f.from, f.to))
	}
	return f.r.narrowed(parts)
}

func (f filter) isEmpty() bool { return f.kind == "" && f.source == "" && f.undated() }

func (f filter) undated() bool { return f.from.IsZero() && f.to.IsZero() }

// search looks for words in what the filter keeps. A word that stands elsewhere
// is no typing error for not standing here: words are corrected as if nothing
// were left out. It returns them as they were looked for.
func (f filter) search(words string, k int) (search.Result, string) {
	corrected := f.r.asWritten(f.r.View.Search(words, 1, filter{r: f.r}.options()...).Corrected)
	meant := reworded(words, corrected)
	result := f.r.View.Search(meant, k, f.options()...)
	if len(result.Corrected) > 0 { // which stand elsewhere only
		for i := range result.Corrected {
			result.Corrected[i].Meant = ""
		}
		result = f.r.View.Search(reworded(meant, result.Corrected), k, f.options()...)
	}
	result.Corrected = corrected
	return result, meant
}

// inKinds narrows a search to records of some kinds.
func inKinds(kinds []knowledge.Kind) search.Option {
	var groups []string
	for _, k := range kinds {
		groups = append(groups, string(k))
	}
	return search.InGroups(groups...)
}

func (f filter) options() []search.Option {
	kinds := []knowledge.Kind{f.kind}
	if f.kind == "" {
		kinds = append([]knowledge.Kind{knowledge.KindPassage, knowledge.KindClaim}, knowledge.EntryKinds()...)
	}
	return []search.Option{inKinds(kinds), search.Where(func(id string) bool { return f.keeps(knowledge.ID(id)) })}
}

// keeps reports whether a record is there and fits the filter.
func (f filter) keeps(id knowledge.ID) bool {
	claims, ok := f.claims(id)
	if !ok {
		return false
	}
	may, _ := f.dated(id, claims)
	if p := f.r.View.PassageByID(id); p != nil {
		return may && (f.source == "" || f.r.View.Canonical(p.Source) == f.source)
	}
	return may && (f.source == "" || slices.ContainsFunc(claims, f.cites))
}

// claims are those by which the filter judges a record: itself, those about an
// entry, or those that rest on a passage. It is false if there is no such
// record, or if it is a claim whose words are stored: that is left to its
// passage, which shows them.
func (f filter) claims(id knowledge.ID) (claims []*knowledge.Claim, ok bool) {
	v := f.r.View
	if c := v.Claim(id); c != nil {
		return []*knowledge.Claim{c}, !f.r.hasWords(c)
	}
	e, p := v.Entry(id), v.PassageByID(id)
	switch {
	case e != nil && !f.isEmpty():
		claims = v.About(id)
	case p != nil && !f.undated():
		claims = f.r.restingIn(p)
	}
	return claims, e != nil || p != nil
}

func (f filter) cites(c *knowledge.Claim) bool {
	return slices.ContainsFunc(c.Cites, func(cite knowledge.Citation) bool { return f.r.sourceOf(cite) == f.source })
}

// dated reports whether a record may fall within the span, and whether it
// surely does: an entry that has dates by those, all else by the facts that come
// from its claims.
func (f filter) dated(id knowledge.ID, claims []*knowledge.Claim) (may, sure bool) {
	if f.undated() {
		return true, true
	}
	if e := f.r.View.Entry(id); e != nil {
		if own := f.r.momentsOf(e); len(own) > 0 {
			return f.falls(own, func(dated) bool { return true })
		}
	}
	for _, c := range claims {
		for _, e := range f.r.View.FactsOf(c.ID) {
			falls, surely := f.falls(f.r.momentsOf(e), func(d dated) bool { return d.claim == c.ID })
			may, sure = may || falls, sure || surely
		}
	}
	return may, sure
}

// falls reports whether some of the dates may fall in the span, or surely do.
func (f filter) falls(moments []moment, which func(dated) bool) (may, sure bool) {
	for _, m := range moments {
		for _, d := range m.fields {
			if which(d) {
				falls, surely := f.r.falls(d, f.from, f.to)
				may, sure = may || falls, sure || surely
			}
		}
	}
	return may, sure
}
