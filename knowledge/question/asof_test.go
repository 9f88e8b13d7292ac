package question

import (
	"strings"
	"testing"
)

// What a line says of a year which it does not name.
func TestLineTellsWhatWasSoInAYear(t *testing.T) {
	for _, c := range []struct {
		line         string
		at           int
		spans, takes bool
	}{
		{"dossa was president until 2008", 2007, true, false},
		{"dossa was president until 2008", 1999, false, false},
		{"dossa was president until 2008", 2009, false, false},
		{"she has been minister since 2013", 2016, true, false},
		{"she has been minister since 2013", 2012, false, false},
		{"duarte was president from 2010 to 2018", 2010, true, false},
		{"duarte was president from 2010 to 2018", 2014, true, false},
		{"duarte was president from 2010 to 2018", 2018, true, false},
		{"duarte was president from 2010 to 2018", 2019, false, false},
		{"between 2001 and 2003 nobody ruled", 2002, true, false},
		{"altamira took office in august 2018", 2019, false, true},
		{"altamira took office in august 2018", 2018, false, true},
		{"altamira took office in august 2018", 2017, false, false},
		{"altamira took office in august 2018", 2023, false, false},
		{"in 2018 altamira took office", 2019, false, false},
	} {
		l := line{words: strings.Fields(c.line)}
		if l.spans(c.at) != c.spans || l.takes(c.at) != c.takes {
			t.Errorf("%s, in %d: spans %v, takes %v", c.line, c.at, l.spans(c.at), l.takes(c.at))
		}
	}
}
