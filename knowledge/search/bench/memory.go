package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// memory measures what one engine holds in memory after a thousand searches,
// and how long it takes from passages in memory to ready, on one core.
func memory(s settings) (figures, error) {
	m, err := newMaker(s.from)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	queries := m.queries(4, 400)
	before, err := resident()
	if err != nil {
		return nil, err
	}
	e, err := open(s.child, folder, "en")
	if err != nil {
		return nil, err
	}
	defer e.close()
	f := figures{}
	runtime.GOMAXPROCS(1)
	passages := m.passages(s.size)
	start := time.Now()
	if err := e.load(passages); err != nil {
		return nil, err
	}
	f["ready s"] = time.Since(start).Seconds()
	passages = nil
	for i := range 1000 {
		if _, err := e.search(queries[i%len(queries)], 10); err != nil {
			return nil, err
		}
	}
	after, err := resident()
	f["MiB"] = after - before
	runtime.KeepAlive(m)
	return f, err
}

// resident returns the memory of this process after a collection, in MiB:
// anonymous, and files that are mapped.
func resident() (float64, error) {
	debug.FreeOSMemory()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	kib := 0.0
	for line := range strings.Lines(string(status)) {
		cells := strings.Fields(line)
		if len(cells) > 1 && (cells[0] == "RssAnon:" || cells[0] == "RssFile:") {
			n, err := strconv.ParseFloat(cells[1], 64)
			if err != nil {
				return 0, err
			}
			kib += n
		}
	}
	return kib / 1024, nil
}
