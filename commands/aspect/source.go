package aspect

import (
	"strconv"
	"strings"

	"griot/knowledge"
)

func source() Aspect {
	return Aspect{Name: "source", Kinds: []knowledge.Kind{knowledge.KindSource}, fields: []field{
		of("title", func(_ writer, s *knowledge.Source) string { return tidy(s.Label + " " + s.Title) }, readTitle).must(),
		of("details", writeDetails, readDetails).lines().must(),
		of("address", writeAddress, readAddress).lines(),
		of("care", writeCare, readCare).lines(),
	}}
}

// readTitle reads a source's label and then its title.
func readTitle(r *reader, s *knowledge.Source) {
	label, title, found := strings.Cut(tidy(r.value), " ")
	if !found {
		r.fail("fault.title")
	}
	s.Label, s.Title = r.own(label), r.own(title)
}

func writeDetails(_ writer, s *knowledge.Source) string {
	return keyed("author", s.Author, "publisher", s.Publisher, "date", s.Date.String(), "language", s.Language)
}

func readDetails(r *reader, s *knowledge.Source) {
	r.keys(map[string]func(string){
		"author":    func(v string) { s.Author = r.own(v) },
		"publisher": func(v string) { s.Publisher = r.own(v) },
		"date": func(v string) {
			s.Date = knowledge.Date{}
			if v != "" {
				s.Date = r.date(v)
			}
		},
		"language": func(v string) {
			if s.Language = v; !knowledge.IsLanguage(v) {
				r.fail("fault.language")
			}
		},
	})
}

func writeAddress(_ writer, s *knowledge.Source) string {
	return keyed("url", s.URL, "rights", s.Rights)
}

func readAddress(r *reader, s *knowledge.Source) {
	r.keys(map[string]func(string){
		"url": func(v string) {
			if s.URL = r.own(v); v != "" && !strings.HasPrefix(v, "https://") {
				r.fail("fault.url")
			}
		},
		"rights": func(v string) { s.Rights = r.own(v) },
	})
}

func writeCare(w writer, s *knowledge.Source) string {
	repeats := ""
	if s.Repeats != "" {
		repeats = w.ref(s.Repeats, knowledge.KindSource)
	}
	return keyed("marked", string(s.Marked), "note", inLine(s.Note), "repeats", repeats,
		"words a reply", number(s.Budget.Reply), "words a day", number(s.Budget.Day))
}

var marks = []string{string(knowledge.Corrected), string(knowledge.Retracted)}

func readCare(r *reader, s *knowledge.Source) {
	r.keys(map[string]func(string){
		"marked": func(v string) {
			s.Marked = knowledge.Unmarked
			if v != "" {
				s.Marked = knowledge.Mark(r.oneOf(v, marks))
			}
		},
		"note": func(v string) { s.Note = r.textIn(v) },
		"repeats": func(v string) {
			s.Repeats = ""
			if v != "" {
				s.Repeats = r.ref(v, knowledge.KindSource)
			}
		},
		"words a reply": func(v string) { s.Budget.Reply = r.number(v) },
		"words a day":   func(v string) { s.Budget.Day = r.number(v) },
	})
}

// number writes a number that may be missing.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (r *reader) number(s string) int {
	if s == "" {
		return 0
	}
	n, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	if err != nil || n < 0 {
		r.fail("fault.number")
	}
	return n
}

// keyed writes words, each with a value that may be missing.
func keyed(pairs ...string) string {
	var all []string
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, strings.TrimRight(pairs[i]+": "+tidy(pairs[i+1]), " "))
	}
	return strings.Join(all, "\n")
}
