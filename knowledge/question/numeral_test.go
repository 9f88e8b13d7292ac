package question

import "testing"

func TestInDigits(t *testing.T) {
	for asked, want := range map[string]string{
		"did twenty-three soldiers die?":               "did 23 soldiers die?",
		"were one hundred sixty people killed":         "were 160 people killed",
		"were one hundred and sixty-one people killed": "were 161 people killed",
		"two hundred thousand marched":                 "200000 marched",
		"a thousand and one nights":                    "a 1001 nights",
		"two or three men":                             "two or three men",
		"the seven incidents":                          "the seven incidents",
		"vingt-trois soldats, cent soixante morts":     "23 soldats, 160 morts",
		"one and only":                                 "one and only",
		"":                                             "",
	} {
		if got := inDigits(asked); got != want {
			t.Errorf("%q: %q, not %q", asked, got, want)
		}
	}
}
