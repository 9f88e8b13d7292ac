package search

import (
	"math"
	"sync"
)

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

// model scores one collection at one moment: how much a term's presence counts
// by how often it stands in a document and how long the document is.
type model struct {
	sums
	once  sync.Once
	table *weights
}

// weights are the part of a score that depends on the document, from 0 to 1,
// by count and packed length.
type weights [(maxCount + 1) << 8]float32

// weights returns the table, which is computed at the first use: most states
// of an index are replaced before they are asked anything.
func (m *model) weights() *weights {
	m.once.Do(func() {
		m.table = &weights{}
		mean := float64(m.length) / float64(max(1, m.texts))
		for code := range 256 {
			norm := float32(k1 * (1 - lengthShare + lengthShare*unpackLength(uint8(code))/mean))
			for count := 1; count <= maxCount; count++ {
				m.table[count<<8|code] = float32(count) / (float32(count) + norm)
			}
		}
	})
	return m.table
}

// idf is the weight of a term that stands in n documents, (k1+1) included; the
// form that is never negative.
func (m *model) idf(n int) float64 {
	return (k1 + 1) * math.Log(1+(float64(m.texts-n)+0.5)/(float64(n)+0.5))
}

// unit is what a score of 1 is in the whole numbers that scores are added up
// in. Whole numbers add up to the same in any order, so a document's score does
// not depend on how the index came to be.
const unit = 1 << 18
