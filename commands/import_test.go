package commands_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// mover moves files as one moderator of one server.
type mover struct {
	t testing.TB
	*commands.Griot
	asker commands.Asker
}

func newMover(t testing.TB, g *commands.Griot, user, guild string) *mover {
	return &mover{t, g, commands.Asker{Who: knowledge.Who{User: user, Guild: guild, Role: knowledge.Moderator}, Locale: "en"}}
}

// attach asks for an import of a file.
func (m *mover) attach(name string, body []byte, values ...string) commands.Reply {
	ask := commands.Ask{Command: "import", Values: map[string]string{"file": name}, Files: map[string]commands.File{"file": {Name: name, Body: body}}}
	for i := 0; i < len(values); i += 2 {
		ask.Values[values[i]] = values[i+1]
	}
	return m.Answer(context.Background(), m.asker, ask)
}

// press presses the button of a reply that has the label.
func (m *mover) press(reply commands.Reply, label, interaction string) commands.Reply {
	m.t.Helper()
	for _, b := range reply.Shown().AllButtons() {
		if b.Label != label {
			continue
		}
		id, err := m.Buttons.Seal(context.Background(), m.asker.Who, b)
		if err != nil {
			m.t.Fatal(err)
		}
		asker := m.asker
		asker.Interaction = interaction
		pressed, _ := m.Press(context.Background(), asker, id)
		return pressed
	}
	m.t.Fatalf("no button %s:\n%s", label, print(reply))
	return commands.Reply{}
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", "imports", name))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// wantSays wants a reply to say something.
func wantSays(t testing.TB, reply commands.Reply, want string) {
	t.Helper()
	if got := print(reply); !strings.Contains(got, want) {
		t.Errorf("want %q in:\n%s", want, got)
	}
}

// TestImportIsOneChange: whatever is in the file, it is one change of the desk's
// log, once however often it is delivered, and one undo takes all of it back.
func TestImportIsOneChange(t *testing.T) {
	g := tarn(t)
	ana := newMover(t, g, "ana", "7")
	before := held(g, "7")
	shown := ana.attach("valley.yaml", fixture(t, "valley.yaml"))
	for range 2 {
		wantSays(t, ana.press(shown, "Save", "save"), "Saved as change 1.")
	}
	wantSays(t, ana.press(shown, "Save", "later"), "It says what is there already.")
	undo := knowledge.Edit{Layer: knowledge.Desk("7"), Action: knowledge.Undo, Of: 1}
	receipt, err := g.Library.Apply(context.Background(), ana.asker.Who, undo)
	if err != nil || receipt.Seq != 2 || len(receipt.Changed) != 3 {
		t.Errorf("undo: %+v, %v", receipt, err)
	}
	if after := held(g, "7"); after != before {
		t.Errorf("after the undo a reader sees\n%s, before\n%s", after, before)
	}
}

// held writes down all that readers of a server see.
func held(g *commands.Griot, guild string) string {
	v := g.Library.View(guild)
	all, err := json.MarshalIndent([]any{v.Sources(), v.Claims(), v.Entries("")}, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(all)
}

// TestImportOverSomebodyElses: what another moderator changed between preview
// and Save is not overwritten, neither records nor a text.
func TestImportOverSomebodyElses(t *testing.T) {
	g := tarn(t)
	ana, ben := newMover(t, g, "ana", "7"), newMover(t, g, "ben", "7")
	table, text := ana.attach("valley.csv", fixture(t, "valley.csv")), ana.attach("later.txt", fixture(t, "gazette-later.txt"), "source", "GAZ15")
	ben.press(ben.attach("valley.yaml", fixture(t, "valley.yaml")), "Save", "b1")
	if late := ana.press(table, "Save", "a1"); late.Err == nil || late.Err.Code != "stale" {
		t.Errorf("a table over another's file:\n%s", print(late))
	}
	own := bytes.Replace(fixture(t, "gazette-later.txt"), []byte("20 herders"), []byte("30 herders"), 1)
	wantSays(t, ben.press(ben.attach("mine.txt", own, "source", "GAZ15"), "Save", "b2"), "Saved as change 2.")
	if late := ana.press(text, "Save", "a2"); late.Err == nil || late.Err.Code != "stale" {
		t.Errorf("a text over another's:\n%s", print(late))
	}
}

// TestImportOnAnotherServer: a file that one server took in is nobody else's.
func TestImportOnAnotherServer(t *testing.T) {
	g := tarn(t)
	before := held(g, "8")
	ana := newMover(t, g, "ana", "7")
	ana.press(ana.attach("valley.yaml", fixture(t, "valley.yaml")), "Save", "a")
	if held(g, "8") != before || held(g, "") != before {
		t.Error("another server, or the shelf, has it too")
	}
}

// TestSensitiveImport: an accusation among other records makes the whole file one
// proposal, which a second moderator passes as one change.
func TestSensitiveImport(t *testing.T) {
	g := tarn(t)
	ana := newMover(t, g, "ana", "7")
	file := append(fixture(t, "valley.yaml"), bytes.TrimPrefix(bytes.SplitAfterN(fixture(t, "accused.yaml"), []byte("\n"), 2)[1], []byte("claims:\n"))...)
	shown := ana.attach("both.yaml", file)
	wantSays(t, shown, "once a second moderator is for it")
	for _, interaction := range []string{"a", "b"} {
		wantSays(t, ana.press(shown, "Save", interaction), "Waits for review")
	}
	v := g.Library.View("7")
	if len(v.Proposals()) != 1 || v.Claim("d-clerk000") != nil {
		t.Fatalf("%d proposals wait", len(v.Proposals()))
	}
	pass := knowledge.Edit{Layer: knowledge.Desk("7"), Action: knowledge.Approve, Proposal: v.Proposals()[0].ID}
	if _, err := g.Library.Apply(t.Context(), ana.asker.Who, pass); err == nil {
		t.Error("the first is the second too")
	}
	ben := newMover(t, g, "ben", "7")
	if done, err := g.Library.Apply(t.Context(), ben.asker.Who, pass); err != nil || done.Seq != 2 {
		t.Fatalf("%+v, %v", done, err)
	}
	v = g.Library.View("7")
	if v.Claim("d-clerk000") == nil || v.Claim("d-blame000") == nil || v.Entry("d-board000") == nil {
		t.Error("a part of the file is missing")
	}
}

// TestImportTooLarge: both kinds of file have a bound, whatever the edge lets
// pass, and neither is kept.
func TestImportTooLarge(t *testing.T) {
	g := tarn(t)
	ana := newMover(t, g, "ana", "7")
	large := bytes.Repeat([]byte("# more\n"), commands.MaxFile/7+1)
	wantSays(t, ana.attach("large.yaml", large), "is over 1 MiB")
	wantSays(t, ana.attach("large.txt", large, "source", "GAZ15"), "too large")
	wantSays(t, ana.attach("book.docx", []byte("PK\x03\x04 a document"), "source", "GAZ15"), "zip archive")
}

// TestImportOfManyPages: every page of a long preview can be turned to, and saves
// all of the file.
func TestImportOfManyPages(t *testing.T) {
	g := tarn(t)
	ana := newMover(t, g, "ana", "7")
	var file strings.Builder
	file.WriteString("places:\n")
	for i := range 60 {
		fmt.Fprintf(&file, "- {id: d-village-%02d, name: Village %d, kind: village, within: upper-valley}\n", i, i)
	}
	shown := ana.attach("many.yaml", []byte(file.String()))
	next := ana.press(shown, "Page 2 ▶", "n")
	if next.Page != 2 || print(next) != print(shown) {
		t.Fatalf("page %d:\n%s", next.Page, print(next))
	}
	wantSays(t, ana.press(next, "Save", "s"), "Saved as change 1.")
	if got := len(g.Library.View("7").Held(knowledge.Desk("7"))); got != 60 {
		t.Errorf("%d of 60 places came in", got)
	}
	broken := ana.attach("broken.yaml", []byte(strings.ReplaceAll(file.String(), "kind: village", "kind: castle with a name that takes a line of its own")))
	if next := ana.press(broken, "Page 2 ▶", "b"); next.Page != 2 || next.Outcome != commands.Invalid {
		t.Errorf("page %d of what is refused:\n%s", next.Page, print(next))
	}
}

// TestExportMoves: what one server exports another takes in, and exports the same,
// in each format that can be read back.
func TestExportMoves(t *testing.T) {
	for _, format := range []string{"yaml", "csv"} {
		g := tarn(t)
		ana, ben := newMover(t, g, "ana", "7"), newMover(t, g, "ben", "8")
		ana.press(ana.attach("valley.yaml", fixture(t, "valley.yaml")), "Save", "a")
		taken := ana.exported(format)
		wantSays(t, ben.press(ben.attach(taken.Name, taken.Body), "Save", "b"), "Saved as change 1.")
		if again := ben.exported(format); string(again.Body) != string(taken.Body) {
			t.Errorf("%s:\n%s\nfrom\n%s", format, again.Body, taken.Body)
		}
		if held(g, "7") != held(g, "8") {
			t.Errorf("%s: readers of both servers see other things", format)
		}
	}
}

// exported returns the file of the whole desk.
func (m *mover) exported(format string) commands.File {
	m.t.Helper()
	reply := m.Answer(context.Background(), m.asker, commands.Ask{Command: "export", Values: map[string]string{"format": format}})
	if len(reply.Files) != 1 {
		m.t.Fatal(print(reply))
	}
	return reply.Files[0]
}
