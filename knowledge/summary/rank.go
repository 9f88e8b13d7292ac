package summary

import (
	"math"
	"slices"
	"sync"

	"griot/knowledge/text"
)

// Constants of the ranking. Where a paper's own value is not the best here, the
// value was chosen on every second topic of testdata and looked at on the rest.
const (
	saturation = 1.2  // BM25 k1
	lengthPart = 0    // BM25 b: a long sentence of prose says more, not the same at length
	threshold  = 0.05 // LexRank: the least cosine that ties two sentences
	damping    = 0.15 // LexRank: the chance to jump anywhere
	lambda     = 0.7  // MMR: the share of relevance
	floor      = 0.3  // relevance of a sentence without a word of the question, the best has 1.3
)

// terms returns the stems of the words of s that are about something: no
// grammar of its language, numbers included.
func terms(s, lang string) []string {
	lex := lexiconFor(lang)
	if lex == nil {
		return text.Words(s)
	}
	var all []string
	for _, a := range atoms(s, lex.lang) {
		if a.kind == markAtom || a.kind == ownerAtom || lex.isGrammar(a.word) {
			continue
		}
		all = append(all, text.Fold(lex.stem(a.word)))
	}
	return all
}

// isGrammar reports whether a word alone says nothing about a subject.
func (l *lexicon) isGrammar(word string) bool {
	p, found := l.lookup([]atom{{word: word}})
	return found && p.class != belief && p.class != report && p.class != unit
}

// bag is a sentence as counts of its terms.
type bag struct {
	count map[string]int
	size  int
}

func bagOf(s, lang string) bag {
	b := bag{count: map[string]int{}}
	for _, t := range terms(s, lang) {
		b.count[t]++
		b.size++
	}
	return b
}

// corpus is a set of sentences with how many of them have each term.
type corpus struct {
	bags  []bag
	df    map[string]int
	mean  float64
	norms func() []float64
}

func corpusOf(sentences []Sentence) *corpus {
	c := &corpus{df: map[string]int{}}
	total := 0
	for _, s := range sentences {
		b := bagOf(s.Text, s.Lang)
		c.bags = append(c.bags, b)
		total += b.size
		for t := range b.count {
			c.df[t]++
		}
	}
	c.mean = float64(total) / float64(max(len(sentences), 1))
	c.norms = sync.OnceValue(func() []float64 {
		norms := make([]float64, len(c.bags))
		for i, b := range c.bags {
			norms[i] = math.Sqrt(c.dot(b, b))
		}
		return norms
	})
	return c
}

// idf is the inverse document frequency of BM25, which is never negative.
func (c *corpus) idf(term string) float64 {
	n, df := float64(len(c.bags)), float64(c.df[term])
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}

// relevance scores each sentence against a question by BM25 (Robertson and
// Zaragoza 2009) over the set.
func (c *corpus) relevance(query bag) []float64 {
	scores := make([]float64, len(c.bags))
	for i, b := range c.bags {
		for _, t := range sortedTerms(query) {
			tf := float64(b.count[t])
			weight := saturation * (1 - lengthPart + lengthPart*float64(b.size)/max(c.mean, 1))
			scores[i] += float64(query.count[t]) * c.idf(t) * tf * (saturation + 1) / (tf + weight)
		}
	}
	return scores
}

// sortedTerms keeps sums of floats the same from run to run.
func sortedTerms(b bag) []string {
	all := make([]string, 0, len(b.count))
	for t := range b.count {
		all = append(all, t)
	}
	slices.Sort(all)
	return all
}

func (c *corpus) dot(a, b bag) float64 {
	sum := 0.0
	for _, t := range sortedTerms(a) {
		sum += float64(a.count[t]*b.count[t]) * c.idf(t) * c.idf(t)
	}
	return sum
}

// cosine compares two sentences by their terms weighted with tf × idf.
func (c *corpus) cosine(i, j int) float64 {
	norms := c.norms()
	if norms[i] == 0 || norms[j] == 0 {
		return 0
	}
	return c.dot(c.bags[i], c.bags[j]) / (norms[i] * norms[j])
}

// centrality scores each sentence by LexRank in its threshold form (Erkan and
// Radev 2004, JAIR 22): the share of time that a walk along ties of a cosine
// above the threshold spends at it. The scores add up to one.
func (c *corpus) centrality() []float64 {
	n := len(c.bags)
	ties := make([][]int, n)
	for i := range n {
		for j := range n {
			if i == j || c.cosine(i, j) > threshold {
				ties[i] = append(ties[i], j)
			}
		}
	}
	scores := slices.Repeat([]float64{1 / float64(max(n, 1))}, n)
	for range 100 {
		next := slices.Repeat([]float64{damping / float64(n)}, n)
		for i, list := range ties {
			for _, j := range list {
				next[j] += (1 - damping) * scores[i] / float64(len(list))
			}
		}
		moved := 0.0
		for i := range next {
			moved += math.Abs(next[i] - scores[i])
		}
		scores = next
		if moved < 1e-9 {
			break
		}
	}
	return scores
}
