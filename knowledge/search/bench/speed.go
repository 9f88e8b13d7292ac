package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// slot is how long one kind of query is asked.
const slot = 2 * time.Second

// speed measures one engine: latency of 4 and 8 words, queries a second of two
// readers, latency beside a writer, and one passage added, durable and found,
// beside a bare commit of the same passage to Bolt.
func speed(s settings) (figures, error) {
	m, err := newMaker(s.from)
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "bench")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	e, err := open(s.child, folder, "en")
	if err != nil {
		return nil, err
	}
	defer e.close()
	if err := e.load(m.passages(s.size)); err != nil {
		return nil, err
	}
	f := figures{}
	for _, n := range []int{4, 8} {
		times, err := latency(e, m.queries(n, 400))
		if err != nil {
			return nil, err
		}
		f[fmt.Sprintf("%d words p50 µs", n)] = percentile(times, 0.5)
		f[fmt.Sprintf("%d words p99 µs", n)] = percentile(times, 0.99)
	}
	if f["queries/s of two"], err = throughput(e, m.queries(4, 400)); err != nil {
		return nil, err
	}
	if err := additions(e, m, s.size, filepath.Join(folder, "bare.db"), f); err != nil {
		return nil, err
	}
	return f, besideWriter(s, m, f)
}

// latency returns the least time that each query took in five rounds: what the
// engine needs, and not what the machine was busy with beside it.
func latency(e engine, queries []string) ([]time.Duration, error) {
	least := make([]time.Duration, len(queries))
	for round := range 5 {
		for i, q := range queries {
			t := time.Now()
			if _, err := e.search(q, 10); err != nil {
				return nil, err
			}
			if d := time.Since(t); round == 0 || d < least[i] {
				least[i] = d
			}
		}
	}
	return least, nil
}

func throughput(e engine, queries []string) (float64, error) {
	var done atomic.Int64
	var failed atomic.Pointer[error]
	var readers sync.WaitGroup
	start := time.Now()
	for r := range 2 {
		readers.Go(func() {
			for i := r * len(queries) / 2; time.Since(start) < slot; i++ {
				if _, err := e.search(queries[i%len(queries)], 10); err != nil {
					failed.Store(&err)
					return
				}
				done.Add(1)
			}
		})
	}
	readers.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return float64(done.Load()) / time.Since(start).Seconds(), nil
}

// additions adds passages one by one and looks for each. Bare commits take turns
// with them, twenty by twenty: what the disk is busy with hits both alike, and a
// commit still comes behind its own kind.
func additions(e engine, m *maker, size int, path string, f figures) error {
	bare, err := openBolt(path)
	if err != nil {
		return err
	}
	defer bare.Close()
	var added, committed []time.Duration
	for from := size; from < size+1000; from += 20 {
		for i := from; i < from+20; i++ {
			d, err := addition(e, m.passage(i))
			if err != nil {
				return err
			}
			added = append(added, d)
		}
		for i := from; i < from+20; i++ {
			p := m.passage(i)
			t := time.Now()
			if err := put(bare, p); err != nil {
				return err
			}
			committed = append(committed, time.Since(t))
		}
	}
	f["added p50 µs"], f["bare commit p50 µs"] = percentile(added, 0.5), percentile(committed, 0.5)
	return nil
}

// addition returns how long it takes until an added passage is found.
func addition(e engine, p passage) (time.Duration, error) {
	word := "zqx" + p.ID + "w"
	p.Text += " " + word
	t := time.Now()
	if err := e.add(p); err != nil {
		return 0, err
	}
	found, err := e.search(word, 1)
	if err != nil {
		return 0, err
	}
	d := time.Since(t)
	if len(found) != 1 || found[0] != p.ID {
		return 0, fmt.Errorf("added %s, found %v", p.ID, found)
	}
	return d, nil
}
