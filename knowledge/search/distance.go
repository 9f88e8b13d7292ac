package search

import "unicode/utf8"

// errorsIn returns the typing errors in typed for s, or for a beginning of s
// if open; more than most for more than most.
func errorsIn(typed []rune, s string, most int, open bool) int {
	for len(typed) > 0 && s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if r != typed[0] {
			break
		}
		typed, s = typed[1:], s[size:]
	}
	switch {
	case len(typed) == 0 && (open || s == ""):
		return 0
	case most < 1:
		return 1
	}
	least := most + 1
	try := func(skipTyped, skip int) {
		rest := s
		for range skip {
			_, size := utf8.DecodeRuneInString(rest)
			if size == 0 {
				return
			}
			rest = rest[size:]
		}
		if skipTyped <= len(typed) {
			least = min(least, 1+errorsIn(typed[skipTyped:], rest, least-2, open))
		}
	}
	try(1, 0)
	try(1, 1)
	try(0, 1)
	if r, size := utf8.DecodeRuneInString(s); len(typed) > 1 && r == typed[1] {
		if r, _ := utf8.DecodeRuneInString(s[size:]); r == typed[0] {
			try(2, 2)
		}
	}
	return least
}

// slips reports whether typed becomes s, or a beginning of s if open, if at
// most so many letters are put in or swapped.
func slips(typed []rune, s string, most int, open bool) bool {
	for len(typed) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		if size == 0 {
			return false
		}
		if r != typed[0] {
			if most == 0 {
				return false
			}
			next, more := utf8.DecodeRuneInString(s[size:])
			swapped := len(typed) > 1 && r == typed[1] && next == typed[0] && slips(typed[2:], s[size+more:], most-1, open)
			return swapped || slips(typed, s[size:], most-1, open)
		}
		typed, s = typed[1:], s[size:]
	}
	return open || utf8.RuneCountInString(s) <= most
}
