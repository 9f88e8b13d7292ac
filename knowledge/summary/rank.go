package summary

import (
	"math"
	"slices"

	"griot/knowledge/text"
)

// Constants of the ranking. Where a paper's own value is not the best here, the
// value was chosen on testdata and on every twentieth file of the CNN Corpus, and
// looked at on the rest of that.
const (
	saturation = 1.2  // BM25 k1
	lengthPart = 0    // BM25 b: a long sentence of prose says more, not the same at length
	threshold  = 0.15 // LexRank: the least cosine that ties two sentences
	damping    = 0.15 // LexRank: the chance to jump anywhere
	lambda     = 0.7  // MMR: the share of relevance
	floor      = 0.6  // relevance of a sentence without a word of the question, the best has 1.6
	lead       = 0.5  // what the first sentence gains by its place (Edmundson 1969)
	leadHalf   = 3    // after how many sentences that gain has halved
	lengthGain = 0.6  // worth grows with this power of the number of terms
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

// bag is a sentence as counts of its terms, in the order of the terms so that
// sums of floats come out the same from run to run.
type bag struct {
	terms []string
	count []int
	size  int
}

func bagOf(s, lang string) bag {
	all := terms(s, lang)
	slices.Sort(all)
	b := bag{size: len(all)}
	for i, t := range all {
		if i == 0 || all[i-1] != t {
			b.terms, b.count = append(b.terms, t), append(b.count, 0)
		}
		b.count[len(b.count)-1]++
	}
	return b
}

// of returns how often a term stands in the bag.
func (b bag) of(term string) int {
	if i, found := slices.BinarySearch(b.terms, term); found {
		return b.count[i]
	}
	return 0
}

// corpus is a set of sentences with the weights of their terms.
type corpus struct {
	bags []bag
	idf  map[string]float64
	norm []float64
	mean float64 // length
}

func corpusOf(sentences []Sentence) *corpus {
	c := &corpus{idf: map[string]float64{}}
	df := map[string]int{}
	total := 0
	for _, s := range sentences {
		b := bagOf(s.Text, s.Lang)
		c.bags = append(c.bags, b)
		total += b.size
		for _, t := range b.terms {
			df[t]++
		}
	}
	c.mean = float64(total) / float64(max(len(sentences), 1))
	for t, n := range df { // the inverse document frequency of BM25, never negative
		c.idf[t] = math.Log(1 + (float64(len(sentences)-n)+0.5)/(float64(n)+0.5))
	}
	for _, b := range c.bags {
		c.norm = append(c.norm, math.Sqrt(c.dot(b, b)))
	}
	return c
}

// relevance scores each sentence against a question by BM25 (Robertson and
// Zaragoza 2009) over the set.
func (c *corpus) relevance(query bag) []float64 {
	scores := make([]float64, len(c.bags))
	for i, b := range c.bags {
		weight := saturation * (1 - lengthPart + lengthPart*float64(b.size)/max(c.mean, 1))
		for k, t := range query.terms {
			tf := float64(b.of(t))
			scores[i] += float64(query.count[k]) * c.idf[t] * tf * (saturation + 1) / (tf + weight)
		}
	}
	return scores
}

func (c *corpus) dot(a, b bag) float64 {
	sum := 0.0
	for i, t := range a.terms {
		if n := b.of(t); n > 0 {
			sum += float64(a.count[i]*n) * c.idf[t] * c.idf[t]
		}
	}
	return sum
}

// cosine compares two sentences by their terms weighted with tf × idf.
func (c *corpus) cosine(i, j int) float64 {
	if c.norm[i] == 0 || c.norm[j] == 0 {
		return 0
	}
	return c.dot(c.bags[i], c.bags[j]) / (c.norm[i] * c.norm[j])
}

// centrality scores each sentence by LexRank in its threshold form (Erkan and
// Radev 2004, JAIR 22): the share of time that a walk along ties of a cosine
// above the threshold spends at it. The scores add up to one.
func (c *corpus) centrality() []float64 {
	n := len(c.bags)
	ties := make([][]int, n)
	for i := range n {
		ties[i] = append(ties[i], i)
		for j := range i {
			if c.cosine(i, j) > threshold {
				ties[i], ties[j] = append(ties[i], j), append(ties[j], i)
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
