package packs_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
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

func TestSeal(t *testing.T) {
	dir := written(t, good(t))
	var out strings.Builder
	if err := packs.Seal(dir, "gazette-2001", gazette(t), &out); err != nil {
		t.Fatal(err)
	}
	golden(t, "sealed.txtar", seals(t, dir), out.String())
	left, err := filepath.Glob(filepath.Join(dir, "seals.txt*"))
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v %v", left, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "seals.txt")); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("others can't read the seals: %v %v", info.Mode(), err)
	}
}

// golden compares with a file of testdata that holds seals.txt and out, or
// rewrites it.
func golden(t *testing.T, name, seals, out string) {
	t.Helper()
	files := archive(t, name)
	if *update {
		about, _, _ := strings.Cut(string(files["about"].Data), "-- ")
		content := "-- about --\n" + about + "-- seals.txt --\n" + seals + "-- out --\n" + out
		if err := os.WriteFile(filepath.Join("testdata", name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(files["seals.txt"].Data), seals); diff != "" {
		t.Errorf("seals (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(string(files["out"].Data), out); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
}

func TestSealAgain(t *testing.T) {
	const unused = "gazette-2001 3.1 6 0000000000000000000000000000000000000000000000000000000000000000\n"
	const other = "courier-2001 1.1 9 0000000000000000000000000000000000000000000000000000000000000000\n"
	const wrong = "gazette-2001 2 9 0000000000000000000000000000000000000000000000000000000000000000\n"
	folder := sealed(t)
	folder = edited(t, folder, "claims.yaml", "{source: courier-2001}]\n  phrase", "{source: courier-2001, at: P1.1}]\n  phrase")
	before := string(folder["seals.txt"].Data)
	var kept []string
	for line := range strings.Lines(before) {
		if !strings.HasPrefix(line, "gazette-2001 2 ") {
			kept = append(kept, line)
		}
	}
	folder["seals.txt"] = &fstest.MapFile{Data: []byte(strings.Join(kept, "") + unused + other + wrong)}
	dir := written(t, folder)
	var out strings.Builder
	if err := packs.Seal(dir, "gazette-2001", gazette(t), &out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(other+before, seals(t, dir)); diff != "" {
		t.Errorf("seals (-want +got):\n%s", diff)
	}
	if got := strings.Count(out.String(), "OTHER WORDS THAN BEFORE"); got != 1 {
		t.Errorf("%d anchors are marked as changed, want 1:\n%s", got, out.String())
	}
	if !strings.Contains(out.String(), "\n  2, OTHER WORDS THAN BEFORE: Those who") || strings.Contains(out.String(), ", new") {
		t.Errorf("printed:\n%s", out.String())
	}
}

func TestSealRefuses(t *testing.T) {
	tests := map[string]struct {
		file, old, new string
		text           func([]knowledge.Passage) []knowledge.Passage
		want           string
	}{
		"places that the text doesn't have": {"claims.yaml", "at: P1.2}", "at: P1.9}", func(ps []knowledge.Passage) []knowledge.Passage { return ps[1:] },
			"claims.yaml:11:38: fire-dead: cites[0].at: no place 1.9 in gazette-2001\n" +
				"claims.yaml:38:38: council-announced: cites[0].at: no place T.1 in gazette-2001"},
		"places without words": {"claims.yaml", "at: P2}", "at: P2}", func(ps []knowledge.Passage) []knowledge.Passage {
			ps[3].Text, ps[3].Sentences = "* * *", []text.Span{{Start: 0, End: 1}, {Start: 2, End: 3}}
			return ps
		},
			"claims.yaml:25:38: guard-is: cites[0].at: no words at 2 in gazette-2001\n" +
				"claims.yaml:30:38: guard-accused: cites[0].at: no words at 2.1-2 in gazette-2001"},
		"a pack that breaks a rule": {"claims.yaml", "source: gazette-2001, at: P2.1-2", "source: gazette-2002, at: P2.1-2", nil,
			"claims.yaml:30:20: guard-accused: cites[0].source: no source gazette-2002"},
		"a pack that can't be read": {"claims.yaml", "claims:", "claims: [", nil,
			"claims.yaml:1:9: sequence end token ']' not found"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := written(t, edited(t, sealed(t), tt.file, tt.old, tt.new))
			passages := gazette(t)
			if tt.text != nil {
				passages = tt.text(passages)
			}
			before := seals(t, dir)
			err := packs.Seal(dir, "gazette-2001", passages, io.Discard)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
			if seals(t, dir) != before {
				t.Error("the seals were changed")
			}
		})
	}
}

// failing is a terminal that is gone.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestSealWritesNothingUnread(t *testing.T) {
	dir := written(t, good(t))
	if err := packs.Seal(dir, "gazette-2001", gazette(t), failing{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "seals.txt")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("seals were written: %v", err)
	}
}
