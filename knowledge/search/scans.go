package search

import "sync"

// scans keeps the memory of searches for the next one.
type scans struct{ pool sync.Pool }

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
