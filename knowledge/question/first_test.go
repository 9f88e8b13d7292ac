package question_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge/question"
)

var update = flag.Bool("update", false, "write testdata/first.txt anew")

// TestFirstAnswers holds the first three claims that answer each question on the
// invented packs: whoever changes a rule or adds a word sees in the difference
// which questions that touches. Whether they are the right claims is for
// TestQuestions to say.
func TestFirstAnswers(t *testing.T) {
	var got strings.Builder
	for _, w := range []struct {
		pack  string
		files []file
	}{{soravia, onSoravia}, {langkara, onLangkara}, {montelara, onMontelara}} {
		v := library(t, w.pack).View("")
		for _, f := range w.files {
			fmt.Fprintf(&got, "# %s\n", f.name)
			for _, a := range readQuestions(t, f.path) {
				fits := question.Find(v, a.q).Fits
				ids := []string{"    refused"}
				for i, fit := range fits[:min(3, len(fits))] {
					ids = append(ids[:i], "    "+string(fit.Claim.ID))
				}
				fmt.Fprintf(&got, "%s\n%s\n", a.q, strings.Join(ids, "\n"))
			}
		}
	}
	const path = "testdata/first.txt"
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("other first answers; if they are better or as good, run this with -update (-then +now):\n%s", diff)
	}
}
