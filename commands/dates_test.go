package commands

import (
	"testing"

	"griot/commands/messages"
)

// TestDatesAsPeopleWriteThem: what is no date, or no day of the calendar, stays
// unread rather than guessed.
func TestDatesAsPeopleWriteThem(t *testing.T) {
	for typed, want := range map[string]string{
		"2019": "2019", "2019-03": "2019-03", "2019-03-23": "2019-03-23", "2015~": "2015~", "2018/2019": "2018/2019",
		"23 March 2019": "2019-03-23", "March 23, 2019": "2019-03-23", "23rd of March 2019": "2019-03-23", "Mar. 23rd, 2019": "2019-03-23",
		"23 mars 2019": "2019-03-23", "le 1er août 2019": "2019-08-01", "on the 1st of August, 2019": "2019-08-01", "AOÛT 2019": "2019-08",
		"23/03/2019": "2019-03-23", "3/23/2019": "2019-03-23", "4/3/2019": "2019-03-04", "23.3.2019": "2019-03-23", "2019/3/4": "2019-03-04",
		"03/2019": "2019-03", "2019/03": "2019-03", "March 2019": "2019-03", "2019 March": "2019-03", "in 2019": "2019", "en mars 2019": "2019-03",
		"early 2019": "2019-37", "Mid-2019": "2019-38", "spring 2019": "2019-21",
		"30 February 2019": "", "2019-13": "", "32/03/2019": "", "0/3/2019": "", "23/03/19": "", "March": "", "23 March": "",
		"yesterday": "", "about 2019": "", "2019 2020": "", "1 2 3 2019": "", "…": "", "": "", "@everyone 2019": "",
		"99999999999999999999/2019": "", "March April 2019": "",
	} {
		got, ok := readDate(typed, messages.In("en"))
		if got.String() != want || ok != (want != "") {
			t.Errorf("%s is read as %s, %v; want %s", typed, got, ok, want)
		}
	}
}
