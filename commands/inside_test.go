package commands

import "testing"

// TestCapital makes a letter of any language large, and leaves the rest.
func TestCapital(t *testing.T) {
	for s, want := range map[string]string{"": "", "killed": "Killed", "état": "État", "é": "É", "1st": "1st", "Mali": "Mali"} {
		if got := capital(s); got != want {
			t.Errorf("capital(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestButtonsKeepTheLimits: rows, their length and their labels, and the room
// for the row that shares a page.
func TestButtonsKeepTheLimits(t *testing.T) {
	long := Button{Label: string(make([]byte, MaxButtonLabel+1))}
	row := []Button{long, long, long, long, long, long}
	rows := withinLimits([][]Button{row, row, row, row, row})
	if len(rows) != MaxRows-1 || len(rows[0]) != MaxButtonsInRow || len(rows[0][0].Label) > MaxButtonLabel+2 {
		t.Errorf("%d rows of %d with labels of %d", len(rows), len(rows[0]), len(rows[0][0].Label))
	}
}

// TestOn: a yes-or-no option is on by the words that Discord and people use.
func TestOn(t *testing.T) {
	for value, want := range map[string]bool{"true": true, "yes": true, " yes ": true, "no": false, "false": false, "": false} {
		ask := Ask{Values: map[string]string{private.Name: value}}
		if got := private.Is(Request{Values: ask.Values}); got != want || ask.IsPrivate() != want {
			t.Errorf("private:%s is %v, want %v", value, got, want)
		}
	}
	if (Ask{}).IsPrivate() {
		t.Error("an ask without values is private")
	}
}
