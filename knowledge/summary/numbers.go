package summary

import "strconv"

// number reads a number in digits or words, with its scale: 2.3 million,
// forty-five, three hundred.
func (l *lexicon) number(list []atom) (value string, n int) {
	total, current, seen := 0.0, 0.0, false
	for n < len(list) {
		a := list[n]
		if scale, is := l.sides[scaleSection][a.word]; is && (seen || l.lang == "fr") {
			times, _ := strconv.ParseFloat(scale, 64)
			if current = max(current, 1) * times; times >= 1000 {
				total, current = total+current, 0
			}
		} else if small, is := l.numeral(a); is && l.lang == "fr" && seen && frenchTens(current, small) {
			if current += small; small == 20 {
				current = 80
			}
		} else if is && (!seen || joinsTens(current, small) || current >= 100 && a.kind == wordAtom) {
			current += small
		} else {
			break
		}
		seen = true
		n++
	}
	if !seen {
		return "", 0
	}
	return strconv.FormatFloat(total+current, 'f', -1, 64), n
}

func (l *lexicon) numeral(a atom) (float64, bool) {
	word, is := a.word, a.kind == numberAtom
	if !is {
		word, is = l.sides[numberSection][a.word]
	}
	v, err := strconv.ParseFloat(word, 64)
	return v, is && err == nil
}

// frenchTens reports whether a number goes on as in soixante-dix, quatre-vingts,
// quatre-vingt-dix.
func frenchTens(before, next float64) bool {
	return (before == 60 || before == 80) && next >= 10 && next < 20 || before == 4 && next == 20
}

func joinsTens(tens, ones float64) bool {
	return tens >= 20 && tens < 100 && int(tens)%10 == 0 && ones < 10
}

// estimates reads some, about, around and over before a number or a fraction as
// what they say of it: about, more than.
func estimates(all []token) []token {
	for i := 0; i+1 < len(all); i++ {
		if all[i+1].class != number && !isFraction(all[i+1]) {
			continue
		}
		switch all[i].canon {
		case "some", "about", "around":
			all[i].class, all[i].canon = qualifier, "about"
		case "over":
			all[i].class, all[i].canon = qualifier, "more than"
		}
	}
	return all
}

// isFraction reports whether a quantifier is a share that can be counted.
func isFraction(t token) bool {
	switch t.canon {
	case "half", "third", "quarter", "two thirds", "three quarters":
		return t.class == quantifier
	}
	return false
}

// unitsBehind puts a sign of currency behind the number that it stands before.
func unitsBehind(all []token) []token {
	for i := 0; i+1 < len(all); i++ {
		if all[i].class == unit && all[i+1].class == number {
			all[i], all[i+1] = all[i+1], all[i]
			i++
		}
	}
	return all
}
