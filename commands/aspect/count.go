package aspect

import (
	"regexp"
	"strconv"
	"strings"

	"griot/knowledge"
)

// A count is written killed: more than 160 of members of the community, or
// demonstrators: tens of thousands, of students where the source gives words
// in the place of a number.

var numbered = regexp.MustCompile(`^(?i)(exactly|about|at least|more than|at most)? ?([0-9][0-9,]*)(?: of (.+))?$`)

func writeCount(c knowledge.Count) string {
	s, of := c.How+" "+strconv.Itoa(c.Number), " of "
	if len(c.Words) > 0 {
		s, of = inLine(c.Words), ", of "
	}
	if len(c.Of) > 0 {
		s += of + inLine(c.Of)
	}
	return from(tidy(c.What)+": "+s, c.Claim)
}

func (r *reader) count(line string) knowledge.Count {
	said, claim := r.fact(line)
	what, rest := r.pair(said, "fault.count")
	c := knowledge.Count{What: r.own(what), Claim: claim}
	m := numbered.FindStringSubmatch(rest)
	if m == nil {
		words, of, _ := strings.Cut(rest, ", of ")
		c.Words, c.Of = r.textIn(tidy(words)), r.textIn(tidy(of))
		if words == "" {
			r.fail("fault.count")
		}
		return c
	}
	number, err := strconv.Atoi(strings.ReplaceAll(m[2], ",", ""))
	if err != nil {
		r.fail("fault.number")
	}
	c.Number, c.How, c.Of = number, strings.ToLower(m[1]), r.textIn(tidy(m[3]))
	if c.How == "" {
		c.How = "exactly"
	}
	return c
}
