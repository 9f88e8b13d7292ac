// Command bench measures package search beside the peers that a Go engineer
// would reach for: Bleve and SQLite's FTS5, and for completion a plain walk
// over a sorted list. It stands in a module of its own, so that the product
// depends on none of them.
//
//	go run -tags sqlite_fts5 . quality    ranking on judged collections
//	go run -tags sqlite_fts5 . speed      latency, throughput, writers, additions
//	go run -tags sqlite_fts5 . memory     resident memory, and start to ready
//	go run -tags sqlite_fts5 . complete   names typed well and badly
//
// Every speed, memory and completion measurement is a process of its own, the
// engines take turns, and medians over the repetitions are printed.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// settings are the same for all measurements.
type settings struct {
	from  string // folder of collections
	reps  int
	sizes string
	child string // the engine to be measured in this process
	size  int
	names string // engines
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: bench quality|speed|memory|complete [flags]")
		os.Exit(2)
	}
	var s settings
	flags := flag.NewFlagSet(os.Args[1], flag.ExitOnError)
	flags.StringVar(&s.from, "from", collectionsFolder(), "folder of collections (or IR_COLLECTIONS)")
	flags.IntVar(&s.reps, "reps", 3, "repetitions")
	flags.StringVar(&s.sizes, "sizes", "1000,10000,100000", "numbers of passages or names")
	flags.StringVar(&s.names, "engines", "", "engines, all if empty")
	flags.StringVar(&s.child, "child", "", "internal: measure this engine")
	flags.IntVar(&s.size, "n", 0, "internal: at this size")
	if err := flags.Parse(os.Args[2:]); err != nil {
		os.Exit(2)
	}
	if err := run(os.Args[1], s); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func collectionsFolder() string {
	if dir := os.Getenv("IR_COLLECTIONS"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "..", "shared", "ir")
}

func run(what string, s settings) error {
	if _, err := os.Stat(s.from); errors.Is(err, fs.ErrNotExist) {
		fmt.Printf("skipped: there are no collections in %s; name their folder with -from\n", s.from)
		return nil
	}
	switch what {
	case "quality":
		return quality(s)
	case "speed":
		return inTurns(s, what, []string{"griot", "bleve", "fts5"}, speed)
	case "memory":
		return inTurns(s, what, engineNames, memory)
	case "complete":
		return inTurns(s, what, completerNames, complete)
	}
	return fmt.Errorf("%q is none of quality, speed, memory, complete", what)
}
