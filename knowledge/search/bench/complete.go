package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"time"

	"griot/knowledge/text"
)

// most is how many completions are wanted: Discord shows no more.
const most = 25

// attempt is what somebody typed of a name.
type attempt struct {
	typed  string
	errors int
	meant  int
}

// complete measures one completer with beginnings of names: as they are, with
// one or two typing errors behind the first letter, and with the first letter
// wrong.
func complete(s settings) (figures, error) {
	var names, folded []string
	if err := eachLine(filepath.Join(s.from, "names.txt"), func(line []byte) error {
		if len(names) < s.size {
			names, folded = append(names, string(line)), append(folded, text.Fold(string(line)))
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var c completer
	if s.child == "griot" {
		c = newGriotNames(names)
	} else {
		c = newWalk(folded)
	}
	f, draw := figures{}, rand.New(rand.NewPCG(31, uint64(s.size)))
	for _, kind := range []string{"0", "1", "2", "first"} {
		times, found := ask(c, folded, attempts(folded, kind, draw))
		f[fmt.Sprintf("%s p50 µs", kind)], f[fmt.Sprintf("%s p99 µs", kind)] = percentile(times, 0.5), percentile(times, 0.99)
		f[fmt.Sprintf("%s found", kind)] = found
	}
	return f, nil
}

// ask returns how long each attempt took, the least of five, and the share of
// attempts that had the meant name, or one like it, among the answers.
func ask(c completer, folded []string, attempts []attempt) (times []time.Duration, share float64) {
	found := 0
	for _, a := range attempts {
		least, answer := time.Hour, []int(nil)
		for range 5 {
			t := time.Now()
			answer = c.find(a.typed, a.errors)
			least = min(least, time.Since(t))
		}
		times = append(times, least)
		if slices.ContainsFunc(answer, func(i int) bool { return folded[i] == folded[a.meant] }) {
			found++
		}
	}
	return times, float64(found) / float64(len(attempts))
}

// attempts makes 500 beginnings: from one letter on without errors, from five
// on with one, from eight on with two.
func attempts(folded []string, kind string, draw *rand.Rand) []attempt {
	least, errors := map[string]int{"0": 1, "1": 5, "2": 8, "first": 5}[kind], map[string]int{"0": 0, "1": 1, "2": 2, "first": 1}[kind]
	var all []attempt
	for len(all) < 500 {
		meant := draw.IntN(len(folded))
		letters := []rune(folded[meant])
		if len(letters) < least {
			continue
		}
		letters = slices.Clone(letters[:least+draw.IntN(min(10, len(letters)-least+1))])
		for range errors {
			at := 1 + draw.IntN(len(letters)-2)
			letter := 'a' + rune(draw.IntN(26))
			switch n := draw.IntN(3); {
			case kind == "first":
				letters[0] = letter
			case n == 0:
				letters[at] = letter
			case n == 1:
				letters = slices.Delete(letters, at, at+1)
			default:
				letters = slices.Insert(letters, at, letter)
			}
		}
		all = append(all, attempt{string(letters), errors, meant})
	}
	return all
}
