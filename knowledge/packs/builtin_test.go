package packs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
)

func TestBuiltinPacksLoadAndApply(t *testing.T) {
	lib := library(t)
	for _, folder := range packs.Builtin() {
		p := load(t, folder)
		applied, err := packs.Apply(t.Context(), lib, knowledge.Operator(), p)
		if err != nil || !applied.Done || applied.Added == 0 {
			t.Errorf("%s: %v, %v", p.ID, applied, err)
		}
	}
}

// article returns the first source as people paste it. It is not part of the
// project; the test is skipped where it is absent.
func article(t *testing.T) importer.Article {
	t.Helper()
	root, err := filepath.Abs(".")
	for ; err == nil; root = filepath.Dir(root) {
		if _, gone := os.Stat(filepath.Join(root, "go.mod")); gone == nil || root == filepath.Dir(root) {
			break
		}
	}
	raw, err := os.ReadFile(filepath.Join(root, "..", "shared", "sources", "mali-2019.txt"))
	if err != nil {
		t.Skip("the text of fp-2019-mali is not here, so the seals of mali-2019 go unchecked: ", err)
	}
	a, err := importer.Read(raw, importer.Options{Source: "fp-2019-mali", Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestMali2019HoldsAgainstItsArticle(t *testing.T) {
	passages := article(t).Passages
	dir := t.TempDir()
	if err := os.CopyFS(dir, packs.Builtin()[0]); err != nil {
		t.Fatal(err)
	}
	before := seals(t, dir)
	var out strings.Builder
	if err := packs.Seal(dir, "fp-2019-mali", passages, &out); err != nil {
		t.Fatal(err)
	}
	if seals(t, dir) != before {
		t.Error("seals.txt is not what griot pack seal writes")
	}
	report := packs.Check(load(t, os.DirFS(dir)), texts{"fp-2019-mali": passages})
	if err := report.Err(); err != nil {
		t.Error(err)
	}
	if report.Verified == 0 || report.NotImported > 0 || len(report.Moved) > 0 || len(report.Uncovered) > 0 {
		t.Errorf("not all of the article is covered:\n%s", report)
	}
}
