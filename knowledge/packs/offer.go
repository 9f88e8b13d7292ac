package packs

import (
	"path"
	"slices"
	"strings"

	"griot/knowledge"
)

// Offer is what a file would put into a layer. It has been read, sealed and
// held against the rules; nothing is stored.
type Offer struct {
	Layer knowledge.Layer
	Items []Item   // in the order of the file
	Wrong []*Error // all that is refused, in the order of the file
}

// Item is a record that a file offers and what would become of it.
type Item struct {
	Line, Column  int
	Kind          knowledge.Kind
	ID            knowledge.ID // empty if the file gives none
	Outcome       Outcome
	Before, After knowledge.Record // what is read now, if anything, and then; After is zero if refused

	// Alike are other entries that have one of the names of a new one.
	Alike []knowledge.ID
	// Orphans are the places whose words the stored text doesn't have; the
	// claim would be shown without them.
	Orphans []string
}

// Outcome says what would become of a record that a file offers.
type Outcome string

// The outcomes.
const (
	New     Outcome = "new"
	Changed Outcome = "changed"
	Same    Outcome = "the same"
	Refused Outcome = "refused"
)

// Read reads a file for a layer that lies on top of v, or on v: a pack in one
// file of YAML, its header optional, or a table if the name ends in .csv or
// .tsv. Anchors without the number and digest of their words are sealed against
// the text that v has stored. Everything that is wrong is in the offer, with
// its line; one mistake refuses the whole file.
func Read(v *knowledge.View, layer knowledge.Layer, file string, content []byte) *Offer {
	p := &Pack{byID: map[knowledge.ID]*item{}}
	var errs errorList
	var items []*item
	source, err := readable(file, content)
	switch ext := strings.ToLower(path.Ext(file)); {
	case err != nil:
	case ext == ".csv" || ext == ".tsv":
		items, err = p.readTable(v, layer, file, source)
	default:
		items, err = p.readOne(file, source, &errs)
	}
	if err != nil {
		errs.addErr(file, err)
		errs.sort()
		return &Offer{Layer: layer, Wrong: errs}
	}
	return p.offer(v, layer, file, items, errs)
}

// readOne reads a whole pack from one file.
func (p *Pack) readOne(file, source string, errs *errorList) ([]*item, error) {
	root, err := parseText(file, source)
	if err != nil {
		return nil, err
	}
	if root == nil {
		return nil, &Error{File: file, What: "holds nothing"}
	}
	return p.readLists(root, decoder{file: file, errs: errs}, true), nil
}

// offer holds the items against what there is.
func (p *Pack) offer(v *knowledge.View, layer knowledge.Layer, file string, items []*item, errs errorList) *Offer {
	records := map[*item]pair{}
	var put []knowledge.Record
	p.boundPlaces(v)
	for _, it := range p.items {
		p.sealIn(v, it)
		it.bound()
		r, ok := it.over(v, layer)
		if ok {
			records[it] = r
		}
		if ok && !r.same() {
			put = append(put, r.after)
		}
	}
	next, err := v.With(layer, put)
	if err != nil {
		errs.addErr(file, err)
		next = v
	} else {
		p.judge(v, next, put, file, &errs)
	}
	o := &Offer{Layer: layer}
	for _, it := range items {
		errs = append(errs, it.wrong...)
		o.Items = append(o.Items, it.weigh(next, records[it]))
	}
	errs.sort()
	o.Wrong = errs
	return o
}

// judge tells each item what breaks a rule in it, and the file what it would
// break elsewhere.
func (p *Pack) judge(v, next *knowledge.View, put []knowledge.Record, file string, errs *errorList) {
	var ids []knowledge.ID
	for _, r := range put {
		ids = append(ids, r.ID)
	}
	for _, problem := range next.CheckEdit(v, ids) {
		if problem.Code == knowledge.Unsealed {
			continue // sealIn has said why
		}
		it := p.byID[problem.ID]
		if it == nil {
			errs.add(spot{file: file}, "would break another record: %s", problem.Error())
			continue
		}
		var found errorList
		found.add(it.where(problem.Path), "%s", problem.Error())
		it.wrong.merge(found)
	}
}

// weigh says what would become of an item.
func (it *item) weigh(next *knowledge.View, r pair) Item {
	at := it.where("")
	i := Item{Line: at.line, Column: at.column, Kind: it.kind, ID: it.id, Before: r.before, After: r.after}
	switch {
	case len(it.wrong) > 0:
		i.Outcome, i.After = Refused, knowledge.Record{}
	case r.before.ID == "" || r.before.State == knowledge.Withdrawn:
		i.Outcome = New
		i.Alike = it.alike(next)
	case r.same():
		i.Outcome = Same
	default:
		i.Outcome = Changed
	}
	if c, ok := it.body.(*knowledge.Claim); ok {
		i.Orphans = orphans(next, c)
	}
	return i
}

func orphans(v *knowledge.View, c *knowledge.Claim) (places []string) {
	for _, cite := range c.Cites {
		if _, state := v.Prove(cite); state == knowledge.Orphan && cite.IsSealed() {
			places = append(places, v.PublicID(cite.Source, cite.At))
		}
	}
	return places
}

// Count returns how many items have an outcome.
func (o *Offer) Count(outcome Outcome) int {
	n := 0
	for _, i := range o.Items {
		if i.Outcome == outcome {
			n++
		}
	}
	return n
}

// Err returns nil if nothing is refused, else an error that joins an [*Error]
// for each thing that is.
func (o *Offer) Err() error { return errorList(slices.Clone(o.Wrong)).err() }

// Records returns what one edit of the layer would put: what is new and what
// changed, numbered by what it takes the place of. Of a file with a mistake it
// returns none.
func (o *Offer) Records() []knowledge.Record {
	var all []knowledge.Record
	for _, i := range o.Items {
		if len(o.Wrong) == 0 && (i.Outcome == New || i.Outcome == Changed) {
			all = append(all, i.After)
		}
	}
	return all
}
