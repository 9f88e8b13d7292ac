package knowledge

import (
	"regexp"

	"golang.org/x/text/language"
)

// Source is a published text that claims rest on. Its own words may or may not
// be in the store: they come in when somebody who has them imports them.
type Source struct {
	ID        ID     `json:"id"`
	Label     string `json:"label"`
	Title     string `json:"title"`
	Author    string `json:"author,omitempty"`
	Publisher string `json:"publisher"`
	Date      Date   `json:"date,omitzero"`
	URL       string `json:"url,omitempty"`
	Language  string `json:"language"`
	Rights    string `json:"rights,omitempty"`
}

var (
	labelForm    = regexp.MustCompile(`^[A-Z]{1,8}[0-9]{0,4}[a-z]?$`)
	urlForm      = regexp.MustCompile(`^https://[^\s<>"]+$`)
	languageForm = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]+)*$`)
)

// Validate reports what is wrong with the source by itself.
func (s Source) Validate() Problems {
	var ps Problems
	ps.id(s.ID)
	if !labelForm.MatchString(s.Label) {
		ps.add("label", "want capitals and a number, such as FP19, not %s", orNothing(s.Label))
	}
	ps.text("title", InEnglish(s.Title))
	ps.text("publisher", InEnglish(s.Publisher))
	ps.unquoted("author", s.Author)
	ps.unquoted("rights", s.Rights)
	if s.URL != "" && !urlForm.MatchString(s.URL) {
		ps.add("url", "want an https address, not %s", s.URL)
	}
	if !isLanguage(s.Language) {
		ps.add("language", "want a language such as en or fr, not %s", orNothing(s.Language))
	}
	return ps
}

// isLanguage reports whether tag is a BCP 47 tag of known subtags, with the
// language in small letters.
func isLanguage(tag string) bool {
	_, err := language.Parse(tag)
	return err == nil && languageForm.MatchString(tag)
}
