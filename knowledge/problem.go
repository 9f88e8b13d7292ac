package knowledge

import (
	"fmt"
	"slices"
	"strings"

	"griot/knowledge/text"
)

// Problem is one thing that is wrong with a record: where in it, and what.
// Path names the field as a pack writes it, such as "relations[2].to".
// Code is empty where callers need not tell one problem from another.
type Problem struct {
	ID   ID
	Path string
	What string
	Code Code
}

// Code tells callers what kind of problem it is; What is for people.
type Code string

// The problems that callers treat apart.
const (
	// Unsealed: the words of an anchor are not known.
	Unsealed Code = "unsealed"
	// Borrowed: a wording runs with its source for too many words.
	Borrowed Code = "borrowed"
)

// Error names the record, the field and what is wrong.
func (p Problem) Error() string {
	if p.Path == "" {
		return fmt.Sprintf("%s: %s", p.ID, p.What)
	}
	return fmt.Sprintf("%s: %s: %s", p.ID, p.Path, p.What)
}

// Problems is all that is wrong with one or more records.
type Problems []Problem

// Short names the first n problems on one line, without the records' ids.
func (ps Problems) Short(n int) string {
	var lines []string
	for _, p := range ps[:min(len(ps), n)] {
		if p.Path != "" {
			p.What = p.Path + ": " + p.What
		}
		lines = append(lines, p.What)
	}
	return strings.Join(lines, "; ")
}

// Err returns nil if there is no problem, else an [*InvalidError].
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return &InvalidError{ps}
}

// InvalidError says all that is wrong with an edit. It wraps ErrInvalid.
type InvalidError struct{ Problems Problems }

// Error names each problem.
func (e *InvalidError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Error()
	}
	return fmt.Sprintf("%v: %s", ErrInvalid, strings.Join(lines, "; "))
}

// Unwrap makes it an ErrInvalid.
func (e *InvalidError) Unwrap() error { return ErrInvalid }

// about fills in the record that problems without an id belong to.
func (ps Problems) about(id ID) Problems {
	for i := range ps {
		if ps[i].ID == "" {
			ps[i].ID = id
		}
	}
	return ps
}

func (ps *Problems) add(path, format string, args ...any) {
	*ps = append(*ps, Problem{Path: path, What: fmt.Sprintf(format, args...)})
}

// code marks the last problem.
func (ps Problems) code(c Code) { ps[len(ps)-1].Code = c }

func (ps *Problems) id(id ID) {
	if err := id.Validate(); err != nil {
		ps.add("id", "want 2 to 40 of a-z, 0-9 and hyphen, not %s", id)
	}
}

// text wants at least one wording, none of them empty, none with a quotation
// mark: only a proved quotation may stand between those.
func (ps *Problems) text(path string, t Text) {
	if len(t) == 0 {
		ps.add(path, "is missing")
	}
	for _, wording := range t.All() {
		if strings.TrimSpace(wording) == "" {
			ps.add(path, "is empty")
		}
		if mark, found := quotationMark(wording); found {
			ps.add(path, "holds the quotation mark %c; only a proved quotation may", mark)
		}
		ps.atMost(path, wording, MaxText)
	}
}

// The lengths, in UTF-16 units, up to which a page of a reply has room for what
// stands on it together.
const (
	MaxText = 1000 // a claim, a line
	MaxName = 200  // a name, a speaker, what a count is of
)

func (ps *Problems) atMost(path, s string, limit int) {
	if n := text.UTF16Len(s); n > limit {
		ps.add(path, "has %d characters; at most %d", n, limit)
	}
}

// name wants a text that is no longer than a name may be.
func (ps *Problems) name(path string, t Text) {
	ps.text(path, t)
	for _, wording := range t.All() {
		if len(wording) <= MaxText { // or text has said so
			ps.atMost(path, wording, MaxName)
		}
		if clean, _ := text.Clean(wording); strings.TrimSpace(wording) != "" && strings.TrimSpace(clean) == "" {
			ps.add(path, "has no character that can be seen")
		}
	}
}

// names wants each name of an entry or a place to be a text.
func (ps *Problems) names(name Text, also []Text, finds []string) {
	ps.name("name", name)
	for i, t := range also {
		ps.name(fmt.Sprintf("also[%d]", i), t)
	}
	for i, s := range finds {
		ps.name(fmt.Sprintf("finds[%d]", i), InEnglish(s))
	}
}

// unquoted wants a text that may be missing to hold no quotation mark.
func (ps *Problems) unquoted(path, s string) {
	if s != "" {
		ps.text(path, InEnglish(s))
	}
}

func (ps *Problems) claim(path string, claim ID) {
	if claim == "" {
		ps.add(path, "a fact needs the claim it comes from")
	}
}

func (ps *Problems) oneOf(path, word string, allowed []string) {
	if !slices.Contains(allowed, word) {
		ps.add(path, "want one of %s, not %s", strings.Join(allowed, ", "), orNothing(word))
	}
}

func orNothing(word string) string {
	if word == "" {
		return "nothing"
	}
	return word
}

func wordList[T ~string](words ...T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}

// quotationMark finds the first character that opens or closes a quotation.
// The apostrophe ’ is none; as an opening mark, ‘ is.
func quotationMark(s string) (rune, bool) {
	for _, r := range s {
		if strings.ContainsRune(QuotationMarks, r) {
			return r, true
		}
	}
	return 0, false
}

// QuotationMarks are the characters that only a proved quotation may draw.
const QuotationMarks = "\"“”„‟«»‹›‘‚‛❝❞〝〞＂「」『』"
