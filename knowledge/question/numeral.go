package question

import (
	"slices"
	"strconv"
	"strings"

	"griot/knowledge/text"
)

// numerals are the words of numbers, in English and French, that say it by
// themselves or one behind the other.
var numerals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
	"eighty": 80, "ninety": 90, "hundred": hundred, "thousand": thousand,
	"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12,
	"treize": 13, "quatorze": 14, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
	"soixante": 60, "cent": hundred, "cents": hundred, "mille": thousand,
}

const hundred, thousand = 100, 1000

// numeral returns the number that some words begin with, and how many words say
// it; 0 if none does.
func numeral(words []string) (value, n int) {
	sum, last := 0, 0 // last is what a hundred multiplies
	for n < len(words) {
		v, ok := numerals[words[n]]
		switch {
		case ok && v == hundred:
			last = max(last, 1) * hundred
		case ok && v == thousand:
			sum, last = sum+max(last, 1)*thousand, 0
		case ok:
			last += v
		case n == 0 || words[n] != "and" && words[n] != "et" || n+1 == len(words) || numerals[words[n+1]] == 0:
			return sum + last, n
		}
		n++
	}
	return sum + last, n
}

// inDigits writes the numbers that a question says in several words in digits:
// twenty-three, one hundred and sixty. One word is left: the sources may have
// it.
func inDigits(question string) string {
	fields := strings.Fields(question)
	for i := 0; i < len(fields); i++ {
		var words []string
		for _, f := range fields[i:] {
			words = append(words, strings.Fields(text.Fold(f))...)
		}
		value, n := numeral(words)
		if n < 2 {
			continue
		}
		took := 0
		for j := i; j < len(fields) && took < n; j++ {
			took += len(strings.Fields(text.Fold(fields[j])))
			if took == n {
				fields = slices.Replace(fields, i, j+1, strconv.Itoa(value))
			}
		}
	}
	return strings.Join(fields, " ")
}
