package packs

import (
	"fmt"
	"regexp"

	"griot/knowledge"
	"griot/knowledge/text"
)

var digestForm = regexp.MustCompile(`^[0-9a-f]{64}$`)

// sealIn fills in the number and the digest of the words of each anchor that
// comes without them, from the text that v has stored. An anchor that comes
// with them keeps them, whether or not the text is there.
func (p *Pack) sealIn(v *knowledge.View, it *item) {
	c, ok := it.body.(*knowledge.Claim)
	if !ok {
		return
	}
	for i := range c.Cites {
		if source := c.Cites[i].Source; v.Source(source) == nil && p.byID[source] == nil {
			continue // the rules will say so
		}
		if field, err := fill(v, &c.Cites[i]); err != nil {
			path := fmt.Sprintf("cites[%d].%s", i, field)
			it.wrong.add(it.where(path), "%s: %s: %v", c.ID, path, err)
		}
	}
}

// fill seals one anchor; the error belongs to the field that it returns.
func fill(v *knowledge.View, c *knowledge.Citation) (field string, err error) {
	sealed := c.Words != 0 || c.Digest != ""
	switch {
	case c.IsWhole() && sealed:
		return "at", fmt.Errorf("words and digest want a place, such as P2.1")
	case c.IsWhole():
		return "", nil
	case sealed && !digestForm.MatchString(c.Digest):
		return "digest", fmt.Errorf("want the digest of the words, 64 of 0-9 and a-f; leave out both words and digest to have them filled in")
	case sealed && (c.Words < 1 || c.Words > 999_999):
		return "words", fmt.Errorf("want the number of words, from 1; leave out both words and digest to have them filled in")
	case sealed:
		return "", nil
	}
	id, label := c.Source, string(c.Source)
	if s := v.Source(c.Source); s != nil {
		id, label = s.ID, s.Label
	}
	if len(v.Passages(id)) == 0 {
		return "at", fmt.Errorf("the text of %s is not stored here, so its words can't be proved: import the text first, or give words and digest", label)
	}
	body, found := runAt(v.Passages(id), c.At)
	if !found {
		return "at", fmt.Errorf("no place %s in %s", c.At, label)
	}
	words, digest := text.Digest(body)
	if words == 0 {
		return "at", fmt.Errorf("no words at %s in %s", c.At, label)
	}
	c.Words, c.Digest = words, digest
	return "", nil
}
