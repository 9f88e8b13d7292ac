package text

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// article returns the lines of the article on Mali that hold text, as people
// paste it, or skips the test. Its words are not ours to keep here.
func article(t *testing.T) []string {
	t.Helper()
	root, err := filepath.Abs(".")
	for ; err == nil; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		} else if root == filepath.Dir(root) {
			t.Fatal("no go.mod above this folder")
		}
	}
	file, err := os.ReadFile(filepath.Join(root, "..", "shared", "sources", "mali-2019.txt"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the article is not here: its sentences go uncounted")
	}
	if err != nil {
		t.Fatal(err)
	}
	return strings.FieldsFunc(string(file), func(r rune) bool { return r == '\n' })
}

// The words of each sentence of the article, counted by a reader: title,
// standfirst, the lead (which was pasted twice), then to the author's line.
func TestSentencesOfTheArticle(t *testing.T) {
	want := [][]int{
		{7},
		{25},
		{21, 19, 32, 16, 3, 41},
		{21, 19, 32, 16, 3, 41},
		{38, 13, 19, 21, 21},
		{38, 31, 23, 28},
		{29, 28, 49, 14},
		{25, 11, 21},
		{27, 24},
		{29, 11, 74, 21},
		{25, 55, 39, 31, 25},
		{10, 22, 38, 24, 33},
		{43, 22, 36, 20},
		{14, 28, 18, 40},
		{22, 47, 15, 27},
		{27, 32, 28},
		{46, 26, 14},
		{21, 21, 30, 15},
		{17, 34, 20},
		{40},
	}
	var got [][]int
	var firsts []string
	for _, line := range article(t)[:20] {
		var words []int
		for _, sentence := range cut(line, "en") {
			list := Words(sentence)
			words = append(words, len(list))
			firsts = append(firsts, list[:2]...)
		}
		got = append(got, words)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("words in each sentence (-want +got):\n%s", diff)
	}
	const digest = "36a3e4b685918adce0f9de687207ff3f2ab1578c286cc58053bc7420f7392ad0"
	if _, d := Digest(strings.Join(firsts, " ")); d != digest {
		t.Errorf("the first two words of all sentences have the digest %s, want %s", d, digest)
	}
}
