package commands

import (
	"strings"

	"griot/knowledge"
)

// What several commands read from their options in the same way: kinds and
// dates.

// kindNames completes the kinds of entry.
func kindNames(r Request) []Choice {
	var choices []Choice
	for _, k := range knowledge.EntryKinds() {
		name := r.Say().Say("kinds." + string(k))
		if strings.HasPrefix(strings.ToLower(name), strings.ToLower(r.Values[r.Focused])) {
			choices = append(choices, Choice{Name: name, Value: string(k)})
		}
	}
	return choices
}

// kind reads an option as a kind of entry; "" if it is not given.
func kind(o Option, r Request) (knowledge.Kind, error) {
	typed := strings.ToLower(o.In(r))
	for _, k := range knowledge.EntryKinds() {
		if typed == string(k) || sameWords(typed, r.Say().Say("kinds."+string(k))) {
			return k, nil
		}
	}
	if typed != "" {
		return "", invalid("kind", "typed", Echo(typed))
	}
	return "", nil
}

// dates reads two options as the first and the last date of a span.
func (r Request) dates(first, last Option) (from, to knowledge.Date, err error) {
	if from, err = date(first, r); err != nil {
		return from, to, err
	}
	if to, err = date(last, r); err != nil {
		return from, to, err
	}
	begin, _ := from.Bounds()
	_, end := to.Bounds()
	if !begin.IsZero() && !end.IsZero() && end.Before(begin) {
		return from, to, invalid("dates", "from", r.Say().Date(from), "to", r.Say().Date(to))
	}
	return from, to, nil
}

// within reports whether a date may fall in the span between two, either of
// which may be none.
func within(d, from, to knowledge.Date) bool {
	first, last := d.Bounds()
	begin, _ := from.Bounds()
	_, end := to.Bounds()
	return (begin.IsZero() || last.IsZero() || !last.Before(begin)) && (end.IsZero() || first.IsZero() || !first.After(end))
}

func date(o Option, r Request) (knowledge.Date, error) {
	typed := o.In(r)
	if typed == "" {
		return knowledge.Date{}, nil
	}
	d, ok := readDate(typed, r.Say())
	if !ok {
		return d, invalid("date", "typed", Echo(typed))
	}
	return d, nil
}

// narrowed says what an answer is narrowed to, as it was read; "" if to nothing.
func (r Request) narrowed(parts []string) string {
	if len(parts) == 0 {
		return ""
	}
	return r.Say().Say("search.narrowed", "parts", strings.Join(parts, ", "))
}

// orEmpty returns the reply that a reading asks with, if it does.
func orEmpty(r *Reply) Reply {
	if r == nil {
		return Reply{}
	}
	return *r
}
