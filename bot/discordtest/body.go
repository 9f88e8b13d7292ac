package discordtest

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"regexp"
	"strings"
)

// upload is a file that came beside a body.
type upload struct {
	name, contentType string
	content           []byte
}

// payload is the body of a request: JSON, and files by the number in their
// part's name.
type payload struct {
	raw   []byte
	value any
	files map[string]upload
}

var filePart = regexp.MustCompile(`^files\[(\d+)\]$`)

// read takes the JSON out of a request, from payload_json in a multipart body.
func read(r *http.Request) (*payload, *refusal) {
	kind, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	p := &payload{files: map[string]upload{}}
	var err error
	switch kind {
	case "application/json":
		p.raw, err = io.ReadAll(r.Body)
	case "multipart/form-data":
		err = p.readParts(multipart.NewReader(r.Body, parameters["boundary"]))
	default:
		err = fmt.Errorf("Content-Type %q is neither JSON nor multipart", kind)
	}
	var large *refusal
	if errors.As(err, &large) {
		return nil, large
	}
	if err == nil {
		p.value, err = parse(p.raw)
	}
	if err != nil {
		return nil, refused(http.StatusBadRequest, codeInvalidForm, err.Error())
	}
	return p, nil
}

// Error lets a refusal travel as an error while a body is read.
func (no *refusal) Error() string { return no.words() }

func (p *payload) readParts(parts *multipart.Reader) error {
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("multipart: %w", err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return fmt.Errorf("part %q: %w", part.FormName(), err)
		}
		if part.FormName() == "payload_json" {
			p.raw = content
			continue
		}
		number := filePart.FindStringSubmatch(part.FormName())
		if number == nil || part.FileName() == "" {
			return fmt.Errorf("part %q is neither payload_json nor files[n] with a name", part.FormName())
		}
		if len(content) > maxFileSize {
			return refused(http.StatusRequestEntityTooLarge, codeTooLarge, "Request entity too large")
		}
		p.files[number[1]] = upload{part.FileName(), part.Header.Get("Content-Type"), content}
	}
}

// attachments checks that the files and what the JSON says of them agree. Kept
// are the names, by id, of attachments that the message has already.
func (c *checker) attachments(at string, data map[string]any, p *payload, kept map[string]string) {
	names := map[string]bool{}
	for _, file := range p.files {
		names[file.name] = true
	}
	for i, v := range items(data, "attachments") {
		a, _ := v.(map[string]any)
		id := str(a, "id")
		_, sent := p.files[id]
		name, old := kept[id]
		if !sent && !old {
			c.refuse(place(at+"/attachments", i)+"/id", "no file of that number came with the body")
		}
		names[str(a, "filename")], names[name] = true, true
	}
	if len(p.files) > maxAttachments {
		c.refuse(at+"/attachments", "%d files, at most %d", len(p.files), maxAttachments)
	}
	if _, given := data["attachments"]; !given {
		for _, name := range kept {
			names[name] = true
		}
	}
	c.references(at, data, names)
}

// references demands a file for each attachment:// in a body.
func (c *checker) references(at string, v any, names map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			c.references(at+"/"+key, inner, names)
		}
	case []any:
		for i, inner := range v {
			c.references(place(at, i), inner, names)
		}
	case string:
		name, ok := strings.CutPrefix(v, "attachment://")
		if ok && strings.HasSuffix(at, "url") && !names[name] {
			c.refuse(at, "no file %q came with the body", name)
		}
	}
}
