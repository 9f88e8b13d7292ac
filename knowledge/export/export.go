package export

import (
	"fmt"

	"griot/knowledge"
	"griot/knowledge/packs"
)

// Format is a form in which knowledge can be taken away.
type Format string

// The formats.
const (
	YAML       Format = "yaml"       // a pack in one file
	CSV        Format = "csv"        // a table, safe to open in a spreadsheet
	JSON       Format = "json"       // one object, for programs; also what readers don't see
	Markdown   Format = "markdown"   // for people
	Annotation Format = "annotation" // W3C Web Annotations of the quotations
)

// formats are all formats: how a file of each ends, its media type, and who
// writes it.
var formats = []struct {
	name       Format
	end, media string
	write      func(*chosen) ([]byte, error)
}{
	{YAML, ".yaml", "application/yaml", writeYAML},
	{CSV, ".csv", "text/csv", func(c *chosen) ([]byte, error) { return packs.CSV(c.followed()) }},
	{JSON, ".json", "application/json", writeObject},
	{Markdown, ".md", "text/markdown", writePages},
	{Annotation, ".jsonld", "application/ld+json", writeAnnotations},
}

// Formats lists every format.
func Formats() []Format {
	var all []Format
	for _, f := range formats {
		all = append(all, f.name)
	}
	return all
}

// Media returns the media type of a format's files, or "" if there is no such
// format.
func (f Format) Media() string {
	for _, known := range formats {
		if known.name == f {
			return known.media
		}
	}
	return ""
}

// Selection says what is to be exported.
type Selection struct {
	// Layer is the layer whose own records are exported, unless Entry is given.
	Layer knowledge.Layer
	// Entry is the one entry that is exported as the view reads it, with the
	// claims about it and those its facts come from, the claims that these
	// answer or are bound to, and their sources and places.
	Entry knowledge.ID
	// Quotable is asked once for each quotation whether its words may be
	// written, in their order; nil lets every one pass.
	Quotable func(knowledge.Quotation) bool
}

// Say returns a sentence for people by the key that it has in the catalogue of
// messages; pairs of name and value fill it.
type Say func(key string, pairs ...any) string

// Export writes a selection in a format, and names the file by the entry's id
// or the kind of layer alone; say has the words of what is written for people.
// It returns ErrNotFound if there is no such entry,
// and ErrInvalid if there is no such format.
func Export(v *knowledge.View, what Selection, format Format, say Say) (name string, body []byte, err error) {
	c, err := choose(v, what, say)
	if err != nil {
		return "", nil, err
	}
	for _, f := range formats {
		if f.name == format {
			body, err = f.write(c)
			return c.name + f.end, body, err
		}
	}
	return "", nil, fmt.Errorf("%w: no format %s", knowledge.ErrInvalid, format)
}

// writeYAML writes a pack, and in comments what it has no place for.
func writeYAML(c *chosen) ([]byte, error) {
	body, err := packs.YAML(c.followed())
	head := ""
	for _, r := range c.unseen {
		head += fmt.Sprintf("# %s %s is %s and not in this file\n", r.Kind, r.ID, r.State)
	}
	return append([]byte(head), body...), err
}
