package main

import (
	"sync"
	"sync/atomic"
	"time"

	"griot/knowledge/search"
)

// besideWriter measures package search with and without a writer that adds a
// passage every two milliseconds, about as fast as commits allow. A reader
// takes the state that is published at the moment it asks, as the product does.
func besideWriter(s settings, m *maker, f figures) error {
	if s.child != "griot" {
		return nil
	}
	var published atomic.Pointer[search.Index]
	g := griot{language: "en", index: search.New()}
	if err := g.load(m.passages(s.size)); err != nil {
		return err
	}
	published.Store(g.index)
	ask := asker{&published}
	queries := m.queries(8, 400)
	alone, err := latency(ask, queries)
	if err != nil {
		return err
	}
	stop := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		tick := time.NewTicker(2 * time.Millisecond)
		defer tick.Stop()
		for i := s.size; ; i++ {
			select {
			case <-stop:
				return
			case <-tick.C:
				published.Store(published.Load().With([]search.Doc{g.doc(m.passage(i))}, nil))
			}
		}
	})
	beside, err := latency(ask, queries)
	close(stop)
	writer.Wait()
	f["8 words p99 µs alone"], f["8 words p99 µs beside a writer"] = percentile(alone, 0.99), percentile(beside, 0.99)
	return err
}

// asker searches what is published.
type asker struct{ published *atomic.Pointer[search.Index] }

func (a asker) search(query string, k int) ([]string, error) {
	return make([]string, len(a.published.Load().Search(query, k).Hits)), nil
}
func (a asker) load([]passage) error { return nil }
func (a asker) add(passage) error    { return nil }
func (a asker) close() error         { return nil }
