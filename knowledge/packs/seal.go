package packs

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

// SourceOf returns a source of the pack in a folder, sealed or not; its language
// decides where sentences end. The error wraps [knowledge.ErrNotFound] if the
// pack has no such source.
func SourceOf(fsys fs.FS, id knowledge.ID) (*knowledge.Source, error) {
	p, _, _ := load(fsys)
	if it := p.byID[id]; it != nil {
		if s, ok := it.body.(*knowledge.Source); ok {
			return s, nil
		}
	}
	return nil, fmt.Errorf("source %s: %w in this pack", id, knowledge.ErrNotFound)
}

// Seal fills the seals of a pack's folder for every anchor in one source,
// whose text is passages, and prints each anchor's sentences beside the claim
// that rests on them, for a person to read. Seals of other sources stay; those
// that no claim uses any more are taken out. Places that the text doesn't have
// are an error that joins an [*Error] for each, and then, as when the pack is
// refused for another reason, nothing is written.
func Seal(dir string, source knowledge.ID, passages []knowledge.Passage, out io.Writer) error {
	p, errs, _ := load(os.DirFS(dir))
	if len(errs) == 0 {
		errs = p.checkUnsealed()
	}
	if err := errs.err(); err != nil {
		return err
	}
	s := sealer{out: out, before: p.seals, seals: map[anchored]seal{}}
	for i := range passages {
		s.passages = append(s.passages, &passages[i])
	}
	for _, it := range p.items {
		c, ok := it.body.(*knowledge.Claim)
		if !ok {
			continue
		}
		for i, cite := range c.Cites {
			switch key := (anchored{cite.Source, cite.At}); {
			case cite.IsWhole():
			case cite.Source == source:
				if err := s.add(c, key); err != nil {
					path := fmt.Sprintf("cites[%d].at", i)
					errs.add(p.spot(c.ID, path), "%s: %s: %v", c.ID, path, err)
				}
			default:
				s.keep(key)
			}
		}
	}
	switch err := errs.err(); {
	case err != nil:
		return err
	case s.failed != nil:
		return s.failed
	}
	return replace(filepath.Join(dir, sealsFile), formatSeals(s.seals))
}

// sealer gathers the seals of a pack.
type sealer struct {
	out      io.Writer
	passages []*knowledge.Passage
	before   map[anchored]seal
	seals    map[anchored]seal
	failed   error // of writing to out
}

// keep takes over the seal of another source, if it has one.
func (s *sealer) keep(key anchored) {
	if old, ok := s.before[key]; ok {
		s.seals[key] = old
	}
}

// add seals the words at a place and prints them beside the claim.
func (s *sealer) add(c *knowledge.Claim, key anchored) error {
	body, found := runAt(s.passages, key.at)
	if !found {
		return fmt.Errorf("no place %s in %s", key.at, key.source)
	}
	words, digest := text.Digest(body)
	if words == 0 {
		return fmt.Errorf("no words at %s in %s", key.at, key.source)
	}
	now := seal{words, digest}
	s.seals[key] = now
	mark := ""
	if old, ok := s.before[key]; !ok {
		mark = ", new"
	} else if old != now {
		mark = ", OTHER WORDS THAN BEFORE"
	}
	wording, _ := c.Text.In(knowledge.English)
	ours, theirs := inOneLine(wording), inOneLine(body)
	if _, err := fmt.Fprintf(s.out, "%s (%s)\n  %s\n  %s%s: %s\n\n", c.ID, c.Certainty, ours, key.at, mark, theirs); err != nil {
		s.failed = err
	}
	return nil
}

func inOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// runAt returns the words at a place of a text.
func runAt(passages []*knowledge.Passage, at knowledge.At) (body string, found bool) {
	for _, p := range passages {
		if p.Paragraph == at.Paragraph {
			body, err := p.Run(at.First, at.Last)
			return body, err == nil
		}
	}
	return "", false
}

// replace puts content into a file so that a reader finds the old or the new,
// whole.
func replace(name string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // does nothing once it is renamed
	_, err = f.Write(content)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
