package summary

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"griot/knowledge/text"
)

// ngrams counts the runs of n words of each sentence; none goes over the end of
// a sentence.
func ngrams(sentences []Sentence, n int) map[string]int {
	all := map[string]int{}
	for _, s := range sentences {
		words := text.Words(s.Text)
		for i := 0; i+n <= len(words); i++ {
			all[strings.Join(words[i:i+n], " ")]++
		}
	}
	return all
}

// rougeN is ROUGE-N (Lin 2004) as F1: P = m/c, R = m/r, F1 = 2PR/(P+R), where m
// counts the n-grams that candidate and reference share, each as often as the
// rarer, and c and r all n-grams of the candidate and of the reference.
func rougeN(candidate, reference []Sentence, n int) float64 {
	c, r := ngrams(candidate, n), ngrams(reference, n)
	m := 0
	for gram, k := range c {
		m += min(k, r[gram])
	}
	return f1(m, size(c), size(r))
}

func size(grams map[string]int) int {
	n := 0
	for _, k := range grams {
		n += k
	}
	return n
}

// rougeL is the summary-level ROUGE-L (Lin 2004, 3.2) as F1: m counts, over the
// sentences of the reference, the words in the union of the longest common
// subsequences with each sentence of the candidate, no word more often than the
// candidate has it.
func rougeL(candidate, reference []Sentence) float64 {
	m, left := 0, ngrams(candidate, 1)
	for _, r := range reference {
		words := text.Words(r.Text)
		hit := make([]bool, len(words))
		for _, c := range candidate {
			for _, i := range lcs(words, text.Words(c.Text)) {
				hit[i] = true
			}
		}
		for i, h := range hit {
			if h && left[words[i]] > 0 {
				left[words[i]]--
				m++
			}
		}
	}
	return f1(m, size(ngrams(candidate, 1)), size(ngrams(reference, 1)))
}

// lcs returns the places in a of a longest common subsequence of a and b.
func lcs(a, b []string) []int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if length[i][j] = max(length[i+1][j], length[i][j+1]); a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			}
		}
	}
	var at []int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			at = append(at, i)
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return at
}

func f1(m, c, r int) float64 {
	if m == 0 {
		return 0
	}
	p, q := float64(m)/float64(c), float64(m)/float64(r)
	return 2 * p * q / (p + q)
}

// methods are the extract and its rivals.
var methods = []struct {
	name   string
	choose func(topic, int) []Sentence
}{
	{"extract", func(t topic, n int) []Sentence { return Extract(t.sentences, t.query, n) }},
	{"lead", first}, {"BM25", byRelevance}, {"TextRank", textRank},
}

// rougeTable prints how near each method comes to what people pick or write, and
// returns the ROUGE-2 of each. Against several references it is the mean.
func rougeTable(topics []topic) (printed string, two map[string]float64) {
	var b strings.Builder
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "method\tROUGE-1\tROUGE-2\tROUGE-L\tpicks found\t")
	two = map[string]float64{}
	for _, m := range methods {
		var sums [3]float64
		found, all := 0, 0
		for _, topic := range topics {
			references, n := topic.wanted()
			got := m.choose(topic, n)
			for _, r := range references {
				for i, score := range []float64{rougeN(got, r, 1), rougeN(got, r, 2), rougeL(got, r)} {
					sums[i] += score / float64(len(references)*len(topics))
				}
			}
			for _, s := range got {
				all++
				if slices.ContainsFunc(topic.picks, func(i int) bool { return topic.sentences[i].ID == s.ID }) {
					found++
				}
			}
		}
		two[m.name] = sums[1]
		fmt.Fprintf(table, "%s\t%.3f\t%.3f\t%.3f\t%d of %d\t\n", m.name, sums[0], sums[1], sums[2], found, all)
	}
	table.Flush()
	return b.String(), two
}

// TestRouge prints the table for the topics of testdata, and wants the extract
// above the others on ROUGE-2.
func TestRouge(t *testing.T) {
	topics := readTopics(t)
	if len(topics) < 30 {
		t.Fatalf("%d topics, want 30", len(topics))
	}
	table, two := rougeTable(topics)
	t.Logf("%d topics\n%s", len(topics), table)
	for name, score := range two {
		if name != "extract" && score >= two["extract"] {
			t.Errorf("ROUGE-2 of %s is %.3f, of the extract %.3f", name, score, two["extract"])
		}
	}
}
