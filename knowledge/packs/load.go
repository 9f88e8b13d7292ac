package packs

import (
	"io/fs"
	"slices"

	"griot/knowledge"
)

// headerFile is the file that says what a pack is.
const headerFile = "pack.yaml"

// Pack is a folder of knowledge, read and found sound.
type Pack struct {
	ID      knowledge.ID   `json:"id"`
	Version int            `json:"version"` // from 1; a newer one replaces an older one
	Title   knowledge.Text `json:"title"`
	About   knowledge.Text `json:"about"`
	Rights  knowledge.Text `json:"rights"`

	items []*item // of two with the same id the first
	byID  map[knowledge.ID]*item
	seals map[anchored]seal
}

// item is a record of a pack and where it stands.
type item struct {
	kind  knowledge.Kind
	id    knowledge.ID
	body  any                    // *knowledge.Source, *Place, *Claim or *Entry
	where func(path string) spot // of a field, or of what lacks it
	wrong errorList              // what was found while reading it
}

// kinds are the lists that a file may hold.
var kinds = map[string]knowledge.Kind{
	"sources": knowledge.KindSource, "places": knowledge.KindPlace, "claims": knowledge.KindClaim,
	"actors": knowledge.KindActor, "events": knowledge.KindEvent, "reforms": knowledge.KindReform,
}

// Load reads a pack from its folder. The error joins an [*Error] for each thing
// that is wrong, in the order of the files: what is no YAML or no field, and
// every rule of the domain that the pack as a whole would break. While a file
// can't be read at all the rules are left for later, since much would seem to
// be missing. A pack that Load returns can be put on an empty shelf.
func Load(fsys fs.FS) (*Pack, error) {
	p, errs, whole := load(fsys)
	if whole {
		errs.merge(p.check())
	}
	if err := errs.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// load reads the files and checks their form; whole says that each one could
// be read.
func load(fsys fs.FS) (p *Pack, errs errorList, whole bool) {
	p, whole = &Pack{byID: map[knowledge.ID]*item{}}, true
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		errs.addErr(".", err)
	}
	for _, name := range names {
		root, err := parse(fsys, name)
		switch {
		case err != nil:
			errs.addErr(name, err)
			whole = false
		case root != nil:
			p.readFile(name, root, &errs)
		case name == headerFile:
			errs.add(spot{file: name}, "holds nothing")
		}
	}
	if !slices.Contains(names, headerFile) {
		errs.add(spot{file: headerFile}, "is missing")
	}
	if p.seals, err = readSeals(fsys, &errs); err != nil {
		errs.addErr(sealsFile, err)
		whole = false
	}
	p.fillSeals()
	return p, errs, whole
}

// fillSeals gives every anchor the words that it was sealed with.
func (p *Pack) fillSeals() {
	for _, it := range p.items {
		c, ok := it.body.(*knowledge.Claim)
		if !ok {
			continue
		}
		for i, cite := range c.Cites {
			if s, ok := p.seals[anchored{cite.Source, cite.At}]; ok && !cite.IsWhole() {
				c.Cites[i].Words, c.Cites[i].Digest = s.words, s.digest
			}
		}
	}
}
