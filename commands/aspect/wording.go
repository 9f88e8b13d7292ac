package aspect

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"griot/knowledge"
)

// A text stands in English as it is, and in another language behind its tag:
// fr: incendie de Selm.

var tagged = regexp.MustCompile(`^([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*): *`)

// cutTag returns the language that a text begins with, if it does.
func cutTag(s string) (language, rest string, found bool) {
	m := tagged.FindStringSubmatch(s)
	if m == nil || !knowledge.IsLanguage(m[1]) {
		return "", s, false
	}
	return m[1], s[len(m[0]):], true
}

// wordings returns each wording of a text as it is typed, English first.
func wordings(t knowledge.Text) []string {
	var all []string
	for _, l := range slices.Sorted(maps.Keys(t)) {
		s := tidy(t[l])
		if l != knowledge.English {
			all = append(all, l+": "+s)
			continue
		}
		if _, _, found := cutTag(s); found {
			s = l + ": " + s
		}
		all = slices.Insert(all, 0, s)
	}
	return all
}

// inLines writes a text, each language on a line.
func inLines(t knowledge.Text) string { return strings.Join(wordings(t), "\n") }

// inLine writes a text on one line.
func inLine(t knowledge.Text) string { return strings.Join(wordings(t), "; ") }

// textOf reads a text whose lines each go on, or begin another language.
func (r *reader) textOf() knowledge.Text {
	t, language := knowledge.Text{}, knowledge.English
	r.each(func(line string) {
		if l, rest, found := cutTag(line); found {
			language = l
			r.put(t, l, rest)
			return
		}
		line = r.own(line)
		if before := t[language]; before != "" {
			line = before + " " + line
		}
		t[language] = line
	})
	return t
}

// put notes the wording of a language, of which there is one.
func (r *reader) put(t knowledge.Text, language, s string) {
	if _, twice := t[language]; twice {
		r.fail("fault.language twice", "language", language)
	}
	t[language] = r.own(s)
}

// textIn reads a text on one line.
func (r *reader) textIn(s string) knowledge.Text {
	if s == "" {
		return nil
	}
	t, language, part := knowledge.Text{}, knowledge.English, ""
	if l, rest, found := cutTag(s); found {
		language, s = l, rest
	}
	for s != "" {
		part, s = s, ""
		next := knowledge.English
		for i := range len(part) {
			if part[i] != ';' {
				continue
			}
			if l, rest, found := cutTag(strings.TrimPrefix(part[i+1:], " ")); found {
				part, s, next = part[:i], rest, l
				break
			}
		}
		r.put(t, language, part)
		language = next
	}
	return t
}
