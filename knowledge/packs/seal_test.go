package packs_test

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/knowledge/text"
)

// gazette returns the text that the small pack's anchors are in.
func gazette(t testing.TB) []knowledge.Passage {
	t.Helper()
	files := archive(t, "text.txtar")
	var passages []knowledge.Passage
	for line := range strings.Lines(string(files["text.txt"].Data)) {
		number, body, _ := strings.Cut(strings.TrimSpace(line), " ")
		paragraph, err := strconv.Atoi(strings.Replace(number, "T", "-1", 1))
		if err != nil {
			t.Fatal(err)
		}
		passages = append(passages, knowledge.Passage{Source: "gazette-2001", Paragraph: paragraph,
			Language: "en", Text: body, Sentences: text.Sentences(body, "en")})
	}
	return passages
}

func seals(t testing.TB, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "seals.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sealed returns the small pack, its anchors sealed, with files put in place of
// its own.
func sealed(t testing.TB, replacements ...fstest.MapFS) fstest.MapFS {
	t.Helper()
	folder := good(t)
	dir := written(t, folder)
	if err := packs.Seal(dir, "gazette-2001", gazette(t), io.Discard); err != nil {
		t.Fatal(err)
	}
	folder["seals.txt"] = &fstest.MapFile{Data: []byte(seals(t, dir))}
	for _, r := range replacements {
		for name, f := range r {
			folder[name] = f
		}
	}
	return folder
}
