package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// passage is one document of a collection.
type passage struct{ ID, Text string }

// question is a query with the grades of the passages that answer it.
type question struct {
	ID, Text string
	grades   map[string]int
}

// collection is a test collection; only its judged questions are kept.
type collection struct {
	name, language string
	passages       []passage
	questions      []question
}

// read loads a folder with docs.jsonl, queries.jsonl and qrels.tsv. A name that
// ends in -fr is French.
func read(folder string) (*collection, error) {
	c := &collection{name: filepath.Base(folder), language: "en"}
	if strings.HasSuffix(c.name, "-fr") {
		c.language = "fr"
	}
	if err := eachLine(filepath.Join(folder, "docs.jsonl"), func(line []byte) error {
		var p passage
		err := json.Unmarshal(line, &p)
		c.passages = append(c.passages, p)
		return err
	}); err != nil {
		return nil, err
	}
	grades, err := readGrades(filepath.Join(folder, "qrels.tsv"))
	if err != nil {
		return nil, err
	}
	return c, eachLine(filepath.Join(folder, "queries.jsonl"), func(line []byte) error {
		var q question
		if err := json.Unmarshal(line, &q); err != nil {
			return err
		}
		if q.grades = grades[q.ID]; q.grades != nil {
			c.questions = append(c.questions, q)
		}
		return nil
	})
}

func readGrades(path string) (map[string]map[string]int, error) {
	grades := map[string]map[string]int{}
	return grades, eachLine(path, func(line []byte) error {
		cells := strings.Split(string(line), "\t")
		if len(cells) != 3 {
			return fmt.Errorf("%s: %q is not question, passage, grade", path, line)
		}
		grade, err := strconv.Atoi(cells[2])
		if grades[cells[0]] == nil {
			grades[cells[0]] = map[string]int{}
		}
		grades[cells[0]][cells[1]] = grade
		return err
	})
}

func eachLine(path string, fn func([]byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		if err := fn(lines.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return lines.Err()
}

// some returns at most n of the questions, evenly spread.
func (c *collection) some(n int) []question {
	if len(c.questions) <= n {
		return c.questions
	}
	var some []question
	for i := range n {
		some = append(some, c.questions[i*len(c.questions)/n])
	}
	return some
}

// gain is nDCG at 10 with the gain 2^grade-1 (Järvelin and Kekäläinen,
// "Cumulated gain-based evaluation of IR techniques", TOIS 20, 2002).
func (q *question) gain(ranked []string) float64 {
	got, best := 0.0, 0.0
	for i, id := range ranked[:min(10, len(ranked))] {
		got += value(q.grades[id], i)
	}
	var grades []int
	for _, g := range q.grades {
		grades = append(grades, g)
	}
	slices.SortFunc(grades, func(a, b int) int { return b - a })
	for i, g := range grades[:min(10, len(grades))] {
		best += value(g, i)
	}
	if best == 0 {
		return 0
	}
	return got / best
}

func value(grade, place int) float64 {
	if grade <= 0 {
		return 0
	}
	return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(place)+2)
}
