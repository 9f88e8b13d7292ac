package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// mostQuestions of a collection are asked, evenly spread.
const mostQuestions = 1500

// quality prints nDCG@10 of every engine on every collection in the folder,
// and the means, for the questions as they are and with one typing error.
func quality(s settings) error {
	folders, err := filepath.Glob(filepath.Join(s.from, "*", "qrels.tsv"))
	if err != nil {
		return err
	}
	names := chosen(s.names, engineNames)
	for _, wrong := range []bool{false, true} {
		sums := make([]float64, len(names))
		fmt.Printf("\n| %s | %s |\n|---|%s\n", map[bool]string{false: "clean", true: "one typing error"}[wrong], strings.Join(names, " | "), strings.Repeat("---|", len(names)))
		for _, f := range folders {
			c, err := read(filepath.Dir(f))
			if err != nil {
				return err
			}
			fmt.Printf("| %s |", c.name)
			for i, name := range names {
				score, err := judge(name, c, wrong)
				if err != nil {
					return fmt.Errorf("%s on %s: %w", name, c.name, err)
				}
				sums[i] += score
				fmt.Printf(" %.4f |", score)
			}
			fmt.Println()
		}
		fmt.Print("| mean |")
		for _, sum := range sums {
			fmt.Printf(" %.4f |", sum/float64(len(folders)))
		}
		fmt.Println()
	}
	return nil
}

// judge returns the mean nDCG@10 of one engine on one collection.
func judge(name string, c *collection, wrong bool) (float64, error) {
	folder, err := os.MkdirTemp("", "bench")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	e, err := open(name, folder, c.language)
	if err != nil {
		return 0, err
	}
	defer e.close()
	if err := e.load(c.passages); err != nil {
		return 0, err
	}
	draw, sum := rand.New(rand.NewPCG(2019, 3)), 0.0
	asked := c.some(mostQuestions)
	for _, q := range asked {
		text := q.Text
		if wrong {
			text = mistyped(text, draw)
		}
		ranked, err := e.search(text, 10)
		if err != nil {
			return 0, err
		}
		sum += q.gain(ranked)
	}
	return sum / float64(len(asked)), nil
}

// mistyped returns a question with one typing error in its longest word, in
// any letter but the first: swapped with the next, lost, doubled or replaced.
func mistyped(text string, draw *rand.Rand) string {
	words := strings.Fields(strings.ToLower(text))
	longest := 0
	for i, w := range words {
		if len([]rune(w)) > len([]rune(words[longest])) {
			longest = i
		}
	}
	letters := []rune(words[longest])
	if len(letters) < 4 {
		return text
	}
	at := 1 + draw.IntN(len(letters)-2)
	before, letter, after := string(letters[:at]), string(letters[at]), string(letters[at+1:])
	switch draw.IntN(4) {
	case 0:
		next := string(letters[at+1])
		words[longest] = before + next + letter + string(letters[at+2:])
	case 1:
		words[longest] = before + after
	case 2:
		words[longest] = before + letter + letter + after
	case 3:
		words[longest] = before + string('a'+rune(draw.IntN(26))) + after
	}
	return strings.Join(words, " ")
}
