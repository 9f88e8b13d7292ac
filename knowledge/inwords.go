package knowledge

import (
	"fmt"
	"strconv"
	"strings"
)

// fields are what a record says, field by field, in words.
type fields struct {
	names  []string
	values map[string][]string
	lists  map[string]bool
}

func fieldsOf(r Record) fields {
	f := fields{values: map[string][]string{}, lists: map[string]bool{}}
	if r.Kind == "" {
		return f
	}
	f.one("state", string(r.State))
	f.one("into", string(r.Into))
	body, err := r.decode()
	if err != nil {
		return f
	}
	switch b := body.(type) {
	case *Source:
		f.source(b)
	case *Place:
		f.place(b)
	case *Claim:
		f.claim(b)
	case *Entry:
		f.entry(b)
	}
	return f
}

// one notes a field with one value; an empty one is none.
func (f *fields) one(name, value string) {
	if value != "" {
		f.names = append(f.names, name)
		f.values[name] = []string{value}
	}
}

// mark notes what is so or is not.
func (f *fields) mark(name string, so bool) {
	if so {
		f.one(name, "yes")
	}
}

// number notes a number; 0 is none.
func (f *fields) number(name string, n int) {
	if n != 0 {
		f.one(name, strconv.Itoa(n))
	}
}

func (f *fields) text(name string, t Text) {
	for _, l := range t.languages() {
		f.one(name+" ("+l+")", t[l])
	}
}

// list notes a field that is a list, each element put in words.
func list[T any](f *fields, name string, elements []T, words func(T) string) {
	if len(elements) == 0 {
		return
	}
	f.names, f.lists[name] = append(f.names, name), true
	for _, e := range elements {
		f.values[name] = append(f.values[name], words(e))
	}
}

func (f *fields) source(s *Source) {
	f.one("label", s.Label)
	f.one("title", s.Title)
	f.one("author", s.Author)
	f.one("publisher", s.Publisher)
	f.one("date", s.Date.String())
	f.one("url", s.URL)
	f.one("language", s.Language)
	f.one("rights", s.Rights)
	f.one("marked", string(s.Marked))
	f.text("note", s.Note)
	f.one("repeats", string(s.Repeats))
	f.number("budget.reply", s.Budget.Reply)
	f.number("budget.day", s.Budget.Day)
}

func (f *fields) place(p *Place) {
	f.text("name", p.Name)
	list(f, "also", p.Also, Text.inWords)
	list(f, "finds", p.Finds, strings.Clone)
	f.one("kind", p.Kind)
	f.one("within", string(p.Within))
}

func (f *fields) claim(c *Claim) {
	list(f, "about", c.About, ID.inWords)
	f.text("text", c.Text)
	f.one("certainty", string(c.Certainty))
	list(f, "by", c.By, Speaker.inWords)
	list(f, "cites", c.Cites, Citation.inWords)
	f.one("phrase", c.Phrase)
	list(f, "answers", c.Answers, Answer.inWords)
	f.mark("sensitive", c.Sensitive)
	f.mark("unsourced", c.Unsourced)
}

func (f *fields) entry(e *Entry) {
	f.text("name", e.Name)
	list(f, "also", e.Also, Text.inWords)
	list(f, "finds", e.Finds, strings.Clone)
	f.one("is.type", e.Is.Type)
	f.text("is.line", e.Is.Line)
	f.one("is.claim", string(e.Is.Claim))
	list(f, "dates", e.Dates, func(d Dated) string { return from(d.Date.String(), d.Claim) })
	list(f, "places", e.Places, func(p Located) string { return from(string(p.Place), p.Claim) })
	list(f, "counts", e.Counts, Count.inWords)
	list(f, "areas", e.Areas, func(a InArea) string { return from(a.Area, a.Claim) })
	list(f, "steps", e.Steps, func(s Step) string { return from(s.Status+" "+s.Date.String(), s.Claim) })
	list(f, "relations", e.Relations, func(r Relation) string { return from(r.Is+" → "+string(r.To), r.Claim) })
}

// from says a fact and the claim it comes from.
func from(fact string, claim ID) string { return fact + " (" + string(claim) + ")" }

func (id ID) inWords() string { return string(id) }

// inWords returns a plain English text as it is, else each wording behind its
// language.
func (t Text) inWords() string {
	if len(t) == 1 && t[English] != "" {
		return t[English]
	}
	var all []string
	for _, l := range t.languages() {
		all = append(all, l+": "+t[l])
	}
	return strings.Join(all, "; ")
}

func (s Speaker) inWords() string {
	if s.Actor != "" {
		return "→ " + string(s.Actor)
	}
	return s.Text.inWords()
}

func (a Answer) inWords() string { return string(a.How) + " " + string(a.Claim) }

// inWords names the place, and the words by their number and the beginning of
// their digest.
func (c Citation) inWords() string {
	s := string(c.Source)
	if !c.IsWhole() {
		s += " ¶ " + c.At.String()
	}
	if c.IsSealed() {
		s += fmt.Sprintf(", %d words %.12s", c.Words, c.Digest)
	}
	return s
}

func (c Count) inWords() string {
	s := c.Words.inWords()
	if len(c.Words) == 0 {
		s = strings.TrimSpace(c.How + " " + strconv.Itoa(c.Number))
	}
	s += " " + c.What
	if len(c.Of) > 0 {
		s += " of " + c.Of.inWords()
	}
	return from(s, c.Claim)
}
