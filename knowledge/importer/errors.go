package importer

import (
	"bytes"
	"errors"
	"fmt"
)

// Errors of a file that can't be imported. Each one comes wrapped in a sentence
// that names the place and says what to do.
var (
	// ErrTooLarge says that the file has more than MaxBytes, or more paragraphs
	// than can be numbered.
	ErrTooLarge = errors.New("text is too large")
	// ErrNotText says that the file is a document, an archive, a picture or a
	// page's HTML.
	ErrNotText = errors.New("not a plain text")
	// ErrNotUTF8 says that the file is in another encoding.
	ErrNotUTF8 = errors.New("not UTF-8")
	// ErrEmpty says that no words are there, or none are left.
	ErrEmpty = errors.New("no text")
)

// ErrLines says that a list of line numbers makes no sense, by itself or for
// this file.
var ErrLines = errors.New("line numbers")

// What an operator can do about a file that isn't a text.
const (
	copyText   = "open it, copy the text of the article, and save that as plain text in UTF-8"
	copyPage   = "open it in a browser, copy the text of the article, and save that as plain text in UTF-8"
	saveUTF8   = "save the file again as plain text in UTF-8"
	copyDamage = "copy the article again, and save it as plain text in UTF-8"
)

// startOf says what a file is by how it starts.
type startOf struct {
	bytes  string
	is     string
	err    error
	advice string
}

// starts lists the files that people mistake for a text, by their first bytes,
// as the formats' own descriptions give them.
var starts = []startOf{
	{"%PDF-", "a PDF document", ErrNotText, copyText},
	{"PK\x03\x04", "a Word or OpenDocument file or another zip archive", ErrNotText, copyText},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document", ErrNotText, copyText},
	{`{\rtf`, "a rich text document", ErrNotText, copyText},
	{"\x1f\x8b", "a gzip archive", ErrNotText, copyText},
	{"\x89PNG", "a picture", ErrNotText, copyText},
	{"\xff\xd8\xff", "a picture", ErrNotText, copyText},
	{"GIF8", "a picture", ErrNotText, copyText},
	{"\x00\x00\xfe\xff", "in UTF-32", ErrNotUTF8, saveUTF8},
	{"\xff\xfe", "in UTF-16", ErrNotUTF8, saveUTF8},
	{"\xfe\xff", "in UTF-16", ErrNotUTF8, saveUTF8},
}

// tags are what an HTML page, or a piece of one, begins with.
var tags = []string{
	"<!doctype", "<?xml", "<!--", "<html", "<head", "<body", "<meta", "<title", "<script", "<style",
	"<div", "<p>", "<p ", "<article", "<section", "<main", "<span", "<h1", "<h2",
}

// recognise returns an error if the file starts like something else than a text.
func recognise(raw []byte) error {
	for _, s := range starts {
		if bytes.HasPrefix(raw, []byte(s.bytes)) {
			return fmt.Errorf("%w: the file is %s: %s", s.err, s.is, s.advice)
		}
	}
	start := bytes.TrimSpace(bytes.TrimPrefix(raw, []byte(byteOrderMark)))
	start = bytes.ToLower(start[:min(len(start), 16)])
	for _, tag := range tags {
		if bytes.HasPrefix(start, []byte(tag)) {
			return fmt.Errorf("%w: the file is the HTML of a page: %s", ErrNotText, copyPage)
		}
	}
	return nil
}

// at names a place in the file: the byte from 0, and the line from 1.
func at(raw []byte, offset int) string {
	return fmt.Sprintf("at byte %d, line %d", offset, len(splitLines(string(raw[:offset])+".")))
}
