package summary

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	liesFile = flag.String("lies", "", "a file of lies and honest sentences to judge and print by kind")
	slips    = flag.Bool("slips", false, "print each lie that was shown and each honest sentence that was not")
)

// lieFile is a file of testdata/lies: passages, and what a model might make of
// them.
type lieFile struct {
	passages []Passage
	items    []lieItem
}

type lieItem struct {
	ID     string   `json:"id"`
	Kind   string   `json:"kind"`
	Honest bool     `json:"honest"`
	Text   string   `json:"text"`
	Cites  []string `json:"cites"`
	Quotes []Quote  `json:"quotes"`
	Why    string   `json:"why"`
}

func readLies(t testing.TB, path string) lieFile {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	var file lieFile
	for lines.Scan() {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		if file.passages == nil {
			file.passages = readPassages(t, lines.Bytes())
			continue
		}
		var item lieItem
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		file.items = append(file.items, item)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return file
}

func readPassages(t testing.TB, line []byte) []Passage {
	t.Helper()
	var head struct {
		Passages []struct {
			ID        string   `json:"id"`
			Lang      string   `json:"lang"`
			Sentences []string `json:"sentences"`
		} `json:"passages"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		t.Fatal(err)
	}
	var all []Passage
	for _, p := range head.Passages {
		passage := Passage{ID: p.ID, Lang: p.Lang}
		for i, s := range p.Sentences {
			passage.Sentences = append(passage.Sentences, Sentence{ID: fmt.Sprintf("%s.%d", p.ID, i+1), Passage: p.ID, Lang: p.Lang, Text: s})
		}
		all = append(all, passage)
	}
	return all
}

// judge returns whether a level shows an item that is its answer's only
// sentence, and why not.
func (f lieFile) judge(item lieItem, level strictness) (bool, Verdict) {
	_, v := prove(WrittenSentence{item.Text, item.Cites, item.Quotes}, f.passages, level)
	return v.Rule == Kept, v
}

// ofForm names the kinds of lies that are about evidence or form; not one of
// these may be shown.
var ofForm = []string{
	"quotation altered", "ellipsis", "fragment", "wrong citation", "unknown id", "no citation", "link", "ping", "markup",
	"invisible", "homoglyph", "injected order", "quotation marks",
}

func lieFiles() []string {
	paths, _ := filepath.Glob("testdata/lies/*.jsonl")
	return paths
}

// TestLies judges the file given by -lies and prints what came of it by kind;
// without one, those in testdata, which must hold to the bars.
func TestLies(t *testing.T) {
	paths := lieFiles()
	if *liesFile != "" {
		paths = []string{*liesFile}
	}
	lies, honest, kept, kinds := 0, 0, 0, map[string]bool{}
	for _, path := range paths {
		file := readLies(t, path)
		c := file.tally(byGaps)
		var b strings.Builder
		c.print(&b)
		t.Logf("%s\n%s", path, &b)
		if *slips {
			file.logSlips(t)
		}
		all, _ := c.lies()
		lies, honest, kept = lies+all, honest+c.all["honest"], kept+c.shown["honest"]
		for _, kind := range c.kinds() {
			kinds[kind] = true
		}
		if *liesFile == "" {
			c.bars(t, path)
		}
	}
	if *liesFile == "" && percent(kept, honest) < 75 {
		t.Errorf("%d of %d honest sentences are kept, want 75 %%", kept, honest)
	}
	if *liesFile == "" && (lies < 300 || honest < 60 || len(kinds) < 20) {
		t.Errorf("%d lies of %d kinds and %d honest sentences, want 300, 20 and 60", lies, len(kinds), honest)
	}
}

func (f lieFile) logSlips(t *testing.T) {
	for _, item := range f.items {
		if shown, v := f.judge(item, byGaps); shown != item.Honest {
			t.Logf("%s: %s\n    %s: %s", item.ID, item.Text, v.Rule, v.Why)
		}
	}
}

// TestCurve prints what each step of the rules catches and costs, and wants each
// step to catch more than the one before, and in no file less. It judges every item
// four times, so it runs only with GRIOT_LONG=1.
func TestCurve(t *testing.T) {
	if os.Getenv("GRIOT_LONG") == "" {
		t.Skip("takes long: set GRIOT_LONG=1 to run it")
	}
	steps := []string{"words", "sentence", "order", "gaps"}
	total := make([]int, len(steps))
	for _, path := range lieFiles() {
		file := readLies(t, path)
		before := 0
		for level, name := range steps {
			c := file.tally(strictness(level))
			all, caught := c.lies()
			t.Logf("%s %-9s lies caught %d of %d (%.1f %%), honest kept %d of %d (%.1f %%)", path, name, caught, all,
				percent(caught, all), c.shown["honest"], c.all["honest"], percent(c.shown["honest"], c.all["honest"]))
			if caught < before {
				t.Errorf("%s: step %s catches %d, the one before %d", path, name, caught, before)
			}
			before = caught
			total[level] += caught
		}
	}
	for level := 1; level < len(steps); level++ {
		if total[level] <= total[level-1] {
			t.Errorf("step %s catches %d, the one before %d", steps[level], total[level], total[level-1])
		}
	}
}
