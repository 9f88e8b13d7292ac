package summary

import (
	"math"
	"slices"
)

// MaxExtract is the most sentences that an extract shows.
const MaxExtract = 5

// Extract chooses at most n whole sentences, n itself at most MaxExtract, and
// returns them in the order of their sources, bound ones side by side.
//
// A sentence's worth is its relevance to the query (BM25) times its centrality
// among the others (LexRank, threshold form, Erkan and Radev 2004), its place and
// its length (Edmundson 1969); the next is
// taken by maximal marginal relevance (Carbonell and Goldstein 1998, λ 0.7), so
// that two which say the same don't both come. Bound sentences come together or
// not at all; a group that has more than n is left out. Without a query, or if
// no sentence has a word of it, centrality alone counts. The same input gives
// the same extract; equal worth goes to the earlier sentence.
func Extract(sentences []Sentence, query string, n int) []Sentence {
	n = min(n, MaxExtract)
	e := extract{corpus: corpusOf(sentences)}
	e.weigh(sentences, query)
	open := groups(sentences)
	var chosen []Sentence
	for len(e.taken) < n {
		best, value := -1, 0.0
		for i, group := range open {
			if len(group) == 0 || len(e.taken)+len(group) > n {
				continue
			}
			if v := e.marginal(group); best < 0 || v > value {
				best, value = i, v
			}
		}
		if best < 0 {
			break
		}
		for _, i := range open[best] {
			e.taken = append(e.taken, i)
			chosen = append(chosen, sentences[i])
		}
		open[best] = nil
	}
	return inOrder(chosen)
}

// extract is a choice under way.
type extract struct {
	*corpus
	worth []float64 // of each sentence, the best is 1
	taken []int
}

// marginal is what a group adds: the worth of its best sentence, less how much
// that is like one that is taken already.
func (e *extract) marginal(group []int) float64 {
	best := group[0]
	for _, i := range group {
		if e.worth[i] > e.worth[best] {
			best = i
		}
	}
	like := 0.0
	for _, t := range e.taken {
		like = max(like, e.cosine(best, t))
	}
	return lambda*e.worth[best] - (1-lambda)*like
}

// weigh sets the worth of each sentence to relevance × centrality, a little more
// where it stands early and where it is long: sources say first what matters.
func (e *extract) weigh(sentences []Sentence, query string) {
	e.worth = e.centrality()
	if len(sentences) == 0 {
		return
	}
	relevance := e.relevance(bagOf(query, sentences[0].Lang))
	if most := slices.Max(relevance); most > 0 {
		for i := range e.worth {
			e.worth[i] *= floor + relevance[i]/most
		}
	}
	for i := range e.worth {
		e.worth[i] *= 1 + lead/(1+float64(i)/leadHalf)
		e.worth[i] *= math.Pow(float64(e.bags[i].size)+1, lengthGain)
	}
	most := slices.Max(e.worth) // a walk leaves no sentence without a share
	for i := range e.worth {
		e.worth[i] /= most
	}
}
