package commands_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/packs"
	"griot/storage"
)

var update = flag.Bool("update", false, "rewrite the golden replies")

// griot returns a Griot over a fresh store that holds the packs.
func griot(t testing.TB, folders ...string) *commands.Griot {
	t.Helper()
	return griotWith(t, nil, folders...)
}

// today is the day of every test.
func today() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) }

func griotWith(t testing.TB, options []knowledge.Option, folders ...string) *commands.Griot {
	t.Helper()
	return griotOver(t, func(store knowledge.Store) knowledge.Store { return store }, options, folders...)
}

// griotOver returns a Griot whose library sees its store through something.
func griotOver(t testing.TB, through func(knowledge.Store) knowledge.Store, options []knowledge.Option, folders ...string) *commands.Griot {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "griot.db")
	store, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(ctx, through(store), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
		if report, err := storage.Verify(ctx, path); err != nil || len(report.Damage) > 0 {
			t.Errorf("store after the test: %v %v", err, report.Damage)
		}
	})
	for _, folder := range folders {
		pack, err := packs.Load(os.DirFS(folder))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := packs.Apply(ctx, lib, knowledge.Operator(), pack); err != nil {
			t.Fatal(err)
		}
	}
	return &commands.Griot{
		Library: lib, Commands: commands.All(), Buttons: &commands.Signer{Key: []byte("test"), Queries: lib, Now: today},
		Now: today, Log: quiet(), Reference: func() string { return "REF" },
	}
}

// importText takes in the text of a source as the operator would.
func importText(t testing.TB, g *commands.Griot, source knowledge.ID, file string) knowledge.Imported {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	article, err := importer.Read(raw, importer.Options{Source: source})
	if err != nil {
		t.Fatal(err)
	}
	done, err := g.Library.ImportText(context.Background(), knowledge.Operator(), knowledge.Shelf, article.Passages, article.Intake)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// TestReplies holds every reply of testdata/replies, as script_test.go reads
// them. -update rewrites the answers.
func TestReplies(t *testing.T) {
	g := tarn(t)
	files, err := filepath.Glob("testdata/replies/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden replies: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			on := g
			if writes(string(want)) {
				on = tarn(t, knowledge.WithClock(today), knowledge.WithRandom(rand.NewChaCha8([32]byte{})))
			}
			got := replay(on, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("replies differ (-want +got):\n%s", diff)
			}
		})
	}
}

// tarn returns a Griot over a fresh store that holds the valley of Tarn, with
// the Gazette's text.
func tarn(t testing.TB, options ...knowledge.Option) *commands.Griot {
	t.Helper()
	g := griotWith(t, options, "testdata/tarn")
	importText(t, g, "gazette-2015-tarn", "testdata/tarn/gazette.txt")
	return g
}

func asker() commands.Asker {
	return commands.Asker{Who: knowledge.Who{User: "1", Guild: "2"}, Locale: "en"}
}

// parse reads "/command option:value option:value"; a value holds no space but
// before the next option.
func parse(line string) commands.Ask {
	words := strings.Fields(line)
	ask := commands.Ask{Command: strings.TrimPrefix(words[0], "/"), Values: map[string]string{}}
	option := ""
	for _, w := range words[1:] {
		if name, value, ok := strings.Cut(w, ":"); ok {
			option = name
			ask.Values[option] = value
			continue
		}
		ask.Values[option] += " " + w
	}
	return ask
}

func focused(line string) string {
	words := strings.Split(strings.TrimSpace(line), " ")
	for i := len(words) - 1; i > 0; i-- {
		if name, _, ok := strings.Cut(words[i], ":"); ok {
			return name
		}
	}
	return ""
}

var marks = map[commands.Style]string{commands.Heading: "== ", commands.Item: "- ", commands.Under: "  > ", commands.Quote: "    "}

// print lays a reply out for a golden file, all its pages.
func print(r commands.Reply) string {
	var out strings.Builder
	line := func(s string) { out.WriteString("    " + s + "\n") }
	line("outcome: " + string(r.Outcome))
	if r.Form != nil {
		printForm(line, r.Form)
	}
	for _, p := range r.Pages {
		line("# " + p.Title)
		for _, b := range p.Blocks {
			s := ""
			for _, span := range b.Spans {
				switch {
				case span.User+span.Role+span.Channel != "":
					s += "@" + span.User + span.Role + span.Channel
				case span.Bold:
					s += "*" + span.Text + "*"
				default:
					s += span.Text
				}
			}
			line(marks[b.Style] + s + b.Quotation.Quoted(nil))
		}
		for _, f := range p.FootLines() {
			line(f)
		}
		for _, row := range p.Buttons {
			var labels []string
			for _, b := range row {
				labels = append(labels, "("+b.Label+")")
			}
			line(strings.Join(labels, " "))
		}
	}
	for _, f := range r.Files {
		line("file: " + f.Name)
		for l := range strings.Lines(string(f.Body)) {
			line(strings.TrimRight("| "+strings.TrimSuffix(l, "\n"), " "))
		}
	}
	return out.String()
}

// printForm lays a form out: each field by its name and label, then its text.
func printForm(line func(string), f *commands.Form) {
	line("form: " + f.Title)
	for _, field := range f.Fields {
		label := field.Name + ": " + field.Label
		if field.Required {
			label += " (required)"
		}
		if field.Placeholder != "" {
			label += " [" + field.Placeholder + "]"
		}
		line("- " + label)
		for l := range strings.Lines(field.Value) {
			line("    " + strings.TrimRight(l, "\n"))
		}
	}
}
