package question_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
	"griot/storage"
)

// The packs that are asked about.
const (
	mali = "../packs/mali-2019"
	tarn = "../../commands/testdata/tarn"

	soravia   = "testdata/soravia"
	langkara  = "testdata/langkara"
	montelara = "testdata/montelara"
)

// library returns the knowledge of a pack.
func library(t testing.TB, folder string) *knowledge.Library {
	t.Helper()
	store, err := storage.Open(filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(context.Background(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	pack, err := packs.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := packs.Apply(context.Background(), lib, knowledge.Operator(), pack); err != nil {
		t.Fatal(err)
	}
	return lib
}

// articleText returns the file with the article's text, which is not ours to
// give, or skips the test.
func articleText(t testing.TB) string {
	t.Helper()
	file := filepath.Join("..", "..", "..", "shared", "sources", "mali-2019.txt")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the article's text is not at hand: it is not part of this repository")
	}
	return file
}

// importText puts the text of a source in.
func importText(t testing.TB, lib *knowledge.Library, source knowledge.ID, file string) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	article, err := importer.Read(raw, importer.Options{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.ImportText(context.Background(), knowledge.Operator(), knowledge.Shelf, article.Passages, article.Intake); err != nil {
		t.Fatal(err)
	}
}
