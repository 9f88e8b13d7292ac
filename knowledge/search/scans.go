package search

import (
	"sync"
	"sync/atomic"
)

// scans keeps the memory of searches for the next one, and the weights that
// were used last.
type scans struct {
	pool    sync.Pool
	lookUps sync.Pool
	last    atomic.Pointer[stepWeights]
}

// weights returns the weights for a collection.
func (s *scans) weights(all sums) *weights {
	last, step := s.last.Load(), all.step()
	if last == nil || last.step != step {
		last = newWeights(step)
		s.last.Store(last)
	}
	return &last.weights
}

func (s *scans) get() *scan {
	if used, ok := s.pool.Get().(*scan); ok {
		return used
	}
	return &scan{}
}

// put takes a scan back; it forgets what it read, so that it doesn't hold on
// to states that are gone.
func (s *scans) put(used *scan) {
	clear(used.tasks)
	clear(used.live[:cap(used.live)])
	clear(used.top.heap)
	used.tasks, used.top.heap, used.visible, used.weights = used.tasks[:0], used.top.heap[:0], nil, nil
	s.pool.Put(used)
}
