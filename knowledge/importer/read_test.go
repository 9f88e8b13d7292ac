package importer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/*.want anew from what Read does")

// TestRead reads each testdata/*.txt and compares the outline of what comes out
// with the .want beside it: a text and its outline are a test of their own.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			got := outline(t, readFile(t, file), Options{Source: "test"})
			want := strings.TrimSuffix(file, ".txt") + ".want"
			if *update {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(readFile(t, want)), got); diff != "" {
				t.Errorf("outline of %s (-want +got):\n%s", file, diff)
			}
		})
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// outline shows an article as a person would check it: number, sentences, and
// how each passage begins and ends; what was dropped; what was repaired.
func outline(t *testing.T, raw []byte, o Options) string {
	t.Helper()
	a, err := Read(raw, o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "language %s\n", a.Passages[0].Language)
	for _, p := range a.Passages {
		number := fmt.Sprint(p.Paragraph)
		if p.Paragraph < 0 {
			number = "T"
		}
		fmt.Fprintf(&b, "%3s  (%d) %s\n", number, len(p.Sentences), ends(p.Text))
	}
	for _, d := range a.Intake.Dropped {
		fmt.Fprintf(&b, "dropped, line %d: %s: %s\n", d.Line, d.Reason, ends(d.Text))
	}
	for _, r := range a.Intake.Repaired {
		fmt.Fprintf(&b, "line %d: %s\n", r.Line, r.What)
	}
	return b.String()
}

// ends returns the first five and the last three words of s.
func ends(s string) string {
	words := strings.Split(s, " ")
	if len(words) <= 8 {
		return s
	}
	return strings.Join(words[:5], " ") + " … " + strings.Join(words[len(words)-3:], " ")
}
