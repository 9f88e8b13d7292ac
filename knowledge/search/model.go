package search

import "math"

// sums are what ranking needs to know of a collection as a whole.
type sums struct {
	texts  int // documents with at least one word
	length int // words in all of them, weighted
}

func sumsOf(parts []part) (all sums) {
	for i := range parts {
		p := &parts[i]
		all.texts += p.sums.texts
		all.length += p.sums.length
		if p.dead != nil {
			all.texts -= p.dead.texts
			all.length -= p.dead.length
		}
	}
	return all
}

// BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework:
// BM25 and Beyond", Foundations and Trends in Information Retrieval 3, 2009. The
// two constants were chosen on collections of English abstracts and French
// encyclopedia paragraphs; short passages want less weight on length.
const (
	k1          = 1.3
	lengthShare = 0.6 // called b there
)

// idf is the weight of a term that stands in n documents, (k1+1) included; the
// form that is never negative.
func (s sums) idf(n int) float64 {
	return (k1 + 1) * math.Log(1+(float64(s.texts-n)+0.5)/(float64(n)+0.5))
}

// meanSteps are the steps in which the mean length of documents doubles; one is
// 0.02 %. So one document more or less seldom changes the weights of all.
const meanSteps = 4096

// step is the mean length, rounded.
func (s sums) step() int {
	return int(math.Round(math.Log2(float64(max(1, s.length))/float64(max(1, s.texts))) * meanSteps))
}

// weights are the part of a score that depends on the document, from 0 to 1,
// by count and packed length.
type weights [(maxCount + 1) << 8]float32

// stepWeights are the weights for a mean length.
type stepWeights struct {
	step int
	weights
}

func newWeights(step int) *stepWeights {
	w, mean := &stepWeights{step: step}, math.Exp2(float64(step)/meanSteps)
	for code, length := range lengths {
		norm := float32(k1 * (1 - lengthShare + lengthShare*length/mean))
		for count := 1; count <= maxCount; count++ {
			w.weights[count<<8|code] = float32(count) / (float32(count) + norm)
		}
	}
	return w
}

// unit is what a score of 1 is in the whole numbers that scores are added up
// in. Whole numbers add up to the same in any order, so a document's score does
// not depend on how the index came to be.
const unit = 1 << 18
