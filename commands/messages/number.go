package messages

import "strconv"

// Number writes a number of people or things, with the language's mark between
// its thousands: 1,000,000.
func (c *Catalogue) Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + c.Say("number.thousands") + s[i:]
	}
	return s
}
