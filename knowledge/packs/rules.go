package packs

import (
	"slices"

	"griot/knowledge"
)

// records returns what the pack puts on the shelf, in the order of its files.
func (p *Pack) records() ([]knowledge.Record, error) {
	var records []knowledge.Record
	for _, it := range p.items {
		r, err := knowledge.NewRecord(knowledge.Shelf, it.kind, it.id, it.body)
		if err != nil {
			return nil, err
		}
		r.Pack = p.ID
		records = append(records, r)
	}
	return records, nil
}

// check holds the pack, as the only thing on a shelf, against the rules of the
// domain, but for those whose problems have one of the codes.
func (p *Pack) check(but ...knowledge.Code) errorList {
	view, err := p.view(nil)
	if err != nil {
		return errorList{{File: headerFile, What: err.Error()}}
	}
	return p.locate(slices.DeleteFunc(view.Check(), func(p knowledge.Problem) bool {
		return slices.Contains(but, p.Code)
	}))
}

// checkUnsealed is check for a pack that is about to be sealed.
func (p *Pack) checkUnsealed() errorList { return p.check(knowledge.Unsealed) }

// view returns a shelf of just this pack and the passages of some sources.
func (p *Pack) view(texts map[knowledge.ID][]knowledge.Passage) (*knowledge.View, error) {
	records, err := p.records()
	if err != nil {
		return nil, err
	}
	for source, passages := range texts {
		for _, passage := range passages {
			passage.Source = source
			id := knowledge.PassageID(source, passage.Paragraph)
			r, err := knowledge.NewRecord(knowledge.Shelf, knowledge.KindPassage, id, passage)
			if err != nil {
				return nil, err
			}
			records = append(records, r)
		}
	}
	return knowledge.NewView(records)
}

// locate finds the lines that problems stand in.
func (p *Pack) locate(problems knowledge.Problems) errorList {
	var errs errorList
	for _, problem := range problems {
		what := problem.Error()
		if problem.Code == knowledge.Unsealed {
			what += "; run griot pack seal"
		}
		errs.add(p.spot(problem.ID, problem.Path), "%s", what)
	}
	return errs
}

// spot returns where a field of a record stands.
func (p *Pack) spot(id knowledge.ID, path string) spot {
	it, ok := p.byID[id]
	if !ok {
		return spot{file: headerFile}
	}
	return it.where(path)
}
