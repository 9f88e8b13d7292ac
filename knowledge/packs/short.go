package packs

import (
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"griot/knowledge"
)

// setShort reads an element without braces. The claim of a fact comes last.
func setShort(element any, s string) (err error) {
	words := strings.Fields(s)
	before, claim, ok := cutLast(words)
	first, second, two := cutLast(strings.Fields(before))
	switch e := element.(type) {
	case *knowledge.Text:
		*e = knowledge.InEnglish(s)
	case *knowledge.Speaker:
		e.Text = knowledge.InEnglish(s)
	case *knowledge.Citation:
		*e, err = parseCitation(words)
	case *knowledge.Answer:
		*e = knowledge.Answer{How: knowledge.Stance(before), Claim: claim}
		return wanted(ok, "contradicts claim-id")
	case *knowledge.Dated:
		if e.Claim, err = claim, wanted(ok, "2019-03-23 claim-id"); err == nil {
			err = e.Date.UnmarshalText([]byte(before))
		}
	case *knowledge.Located:
		*e = knowledge.Located{Place: knowledge.ID(before), Claim: claim}
		return wanted(ok, "place-id claim-id")
	case *knowledge.InArea:
		*e = knowledge.InArea{Area: before, Claim: claim}
		return wanted(ok, "security claim-id")
	case *knowledge.Step:
		e.Status, e.Claim = first, claim
		if err = wanted(two, "announced 2019-02 claim-id"); err == nil {
			err = e.Date.UnmarshalText([]byte(second))
		}
	case *knowledge.Relation:
		*e = knowledge.Relation{Is: first, To: second, Claim: claim}
		return wanted(two, "accused of entry-id claim-id")
	default:
		return errors.New("want fields, such as {what: killed, number: 12, how: at least, claim: claim-id}")
	}
	return err
}

// cutLast parts the last word from those before it.
func cutLast(words []string) (before string, last knowledge.ID, ok bool) {
	if len(words) < 2 {
		return "", "", false
	}
	n := len(words) - 1
	return strings.Join(words[:n], " "), knowledge.ID(words[n]), true
}

func wanted(ok bool, example string) error {
	if ok {
		return nil
	}
	return fmt.Errorf("want it as in: %s", example)
}

// parseCitation reads a source, a place, and the number and digest of the words
// there, as a line of seals.txt has them; all but the source may be missing.
func parseCitation(words []string) (c knowledge.Citation, err error) {
	if len(words) == 0 || len(words) == 3 || len(words) > 4 {
		return c, wanted(false, "source-id P2.1")
	}
	c.Source = knowledge.ID(words[0])
	if len(words) > 1 {
		if c.At, err = knowledge.ParseAt(words[1]); err != nil {
			return c, errors.New(strings.TrimPrefix(err.Error(), knowledge.ErrInvalid.Error()+": "))
		}
	}
	if len(words) > 2 {
		c.Digest = words[3]
		if c.Words, err = strconv.Atoi(words[2]); err != nil {
			return c, fmt.Errorf("%s is no number of words", words[2])
		}
	}
	return c, nil
}

// shortOf returns an element without braces; empty if it has no such form.
func shortOf(element any) string {
	switch e := element.(type) {
	case knowledge.Text:
		return onlyEnglish(e)
	case knowledge.Speaker:
		return onlyEnglish(e.Text)
	case knowledge.Citation:
		if e.IsSealed() {
			return strings.Join([]string{string(e.Source), e.At.String(), flow(reflect.ValueOf(e.Words)), e.Digest}, " ")
		}
		return strings.TrimSpace(string(e.Source) + " " + e.At.String())
	case knowledge.Answer:
		return string(e.How) + " " + string(e.Claim)
	case knowledge.Dated:
		return e.Date.String() + " " + string(e.Claim)
	case knowledge.Located:
		return string(e.Place) + " " + string(e.Claim)
	case knowledge.InArea:
		return e.Area + " " + string(e.Claim)
	case knowledge.Step:
		return e.Status + " " + e.Date.String() + " " + string(e.Claim)
	case knowledge.Relation:
		return e.Is + " " + string(e.To) + " " + string(e.Claim)
	}
	return ""
}

func onlyEnglish(t knowledge.Text) string {
	if len(t) != 1 {
		return ""
	}
	return t[knowledge.English]
}
