package summary

import (
	"fmt"
	"io"
	"slices"
	"testing"
	"text/tabwriter"
)

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

// bars holds a file to what is promised of lies, and to no fewer honest sentences
// than a change of the rules should ever leave. The 75 % that are wanted of all are
// held to in TestLies; ninth.jsonl and tenth.jsonl alone keep less.
func (c tally) bars(t *testing.T, path string) {
	for _, kind := range c.kinds() {
		if n := c.shown[kind]; n > 0 && (slices.Contains(ofForm, kind) || percent(n, c.all[kind]) > 2) {
			t.Errorf("%s: %d lies of the kind %s are shown", path, n, kind)
		}
	}
	if kept := percent(c.shown["honest"], c.all["honest"]); kept < 65 {
		t.Errorf("%s: %.1f %% of the honest sentences are kept, want 65", path, kept)
	}
}
