package summary

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
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

// tally counts, of each kind, how many there are and how many are shown.
type tally struct{ all, shown map[string]int }

func (f lieFile) tally(level strictness) tally {
	c := tally{map[string]int{}, map[string]int{}}
	for _, item := range f.items {
		kind := item.Kind
		if item.Honest {
			kind = "honest"
		}
		c.all[kind]++
		if shown, _ := f.judge(item, level); shown {
			c.shown[kind]++
		}
	}
	return c
}

func (c tally) kinds() []string {
	var kinds []string
	for kind := range c.all {
		if kind != "honest" {
			kinds = append(kinds, kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// lies returns how many lies there are and how many of them are caught.
func (c tally) lies() (all, caught int) {
	for _, kind := range c.kinds() {
		all += c.all[kind]
		caught += c.all[kind] - c.shown[kind]
	}
	return all, caught
}

func (c tally) print(w io.Writer) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "kind\tlies\tcaught\t%\t")
	for _, kind := range c.kinds() {
		fmt.Fprintf(table, "%s\t%d\t%d\t%.1f\t\n", kind, c.all[kind], c.all[kind]-c.shown[kind], percent(c.all[kind]-c.shown[kind], c.all[kind]))
	}
	all, caught := c.lies()
	fmt.Fprintf(table, "all lies\t%d\t%d\t%.1f\t\n", all, caught, percent(caught, all))
	fmt.Fprintf(table, "honest\t%d\t%d kept\t%.1f\t\n", c.all["honest"], c.shown["honest"], percent(c.shown["honest"], c.all["honest"]))
	table.Flush()
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// TestLies judges the file given by -lies, or the two in testdata, and prints
// what came of it by kind.
func TestLies(t *testing.T) {
	paths := []string{*liesFile}
	if *liesFile == "" {
		paths, _ = filepath.Glob("testdata/lies/*.jsonl")
	}
	for _, path := range paths {
		file := readLies(t, path)
		var b strings.Builder
		file.tally(byGaps).print(&b)
		t.Logf("%s\n%s", path, &b)
		if *slips {
			for _, item := range file.items {
				if shown, v := file.judge(item, byGaps); shown != item.Honest {
					t.Logf("%s: %s\n    %s: %s", item.ID, item.Text, v.Rule, v.Why)
				}
			}
		}
	}
}

// TestCurve prints what each step of the rules catches and costs.
func TestCurve(t *testing.T) {
	for _, path := range []string{"testdata/lies/tune.jsonl", "testdata/lies/kept.jsonl"} {
		file := readLies(t, path)
		for level, name := range []string{"words", "sentence", "order", "gaps"} {
			c := file.tally(strictness(level))
			all, caught := c.lies()
			t.Logf("%s %-9s lies caught %d of %d (%.1f %%), honest kept %d of %d (%.1f %%)", path, name, caught, all, percent(caught, all), c.shown["honest"], c.all["honest"], percent(c.shown["honest"], c.all["honest"]))
		}
	}
}
