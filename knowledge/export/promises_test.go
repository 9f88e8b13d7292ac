package export_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"griot/knowledge"
	"griot/knowledge/export"
	"griot/knowledge/packs"
)

var quotation = regexp.MustCompile(`(?m)^  > (?:“(.*)”|«(.*)») (\S+)$`)

// plain takes the backslashes of Markdown away again.
func plain(s string) string { return regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllString(s, "$1") }

// Quotation marks stand round stored words, byte for byte, and nowhere else.
func TestMarkdownQuotesStoredWordsAlone(t *testing.T) {
	v := world(t)
	_, body := exported(t, v, whole, export.Markdown)
	found := quotation.FindAllStringSubmatch(string(body), -1)
	if len(found) != 5 { // one stands with each of the two entries that it is about
		t.Errorf("%d quotations", len(found))
	}
	for _, m := range found {
		words, id := plain(m[1]+m[2]), m[3]
		label, place, _ := strings.Cut(plain(id), "-")
		at, err := knowledge.ParseAt(place)
		if err != nil {
			t.Fatal(err)
		}
		if q, err := v.QuoteAt(label, at); err != nil || q.Text() != words {
			t.Errorf("%s is quoted as %s; stored is %s, %v", id, words, q.Text(), err)
		}
	}
	if rest := quotation.ReplaceAllString(string(body), ""); strings.ContainsAny(rest, knowledge.QuotationMarks) {
		t.Errorf("a quotation mark that no quotation draws:\n%s", rest)
	}
}

// Where the text is not stored, or its words may not be written, no word of it
// is in any export.
func TestNoWordsWithoutTextOrLeave(t *testing.T) {
	v := world(t)
	var shelf []knowledge.Record
	for _, r := range v.Held(knowledge.Shelf) {
		if r.Kind != knowledge.KindPassage {
			shelf = append(shelf, r)
		}
	}
	kept := whole
	kept.Quotable = func(knowledge.Quotation) bool { return false }
	for _, format := range export.Formats() {
		_, without := exported(t, view(t, shelf), whole, format)
		_, refused := exported(t, v, kept, format)
		for _, body := range [][]byte{without, refused} {
			if strings.Contains(string(body), "Surgeons") || strings.Contains(string(body), "“") {
				t.Errorf("%s holds words of the source:\n%s", format, body)
			}
		}
	}
	_, without := exported(t, view(t, shelf), whole, export.Markdown)
	if !strings.Contains(string(without), "the source is said to write keepers of the peace; wording not checked") {
		t.Errorf("a phrase is not marked:\n%s", without)
	}
}

// Each quotation is asked for once.
func TestQuotableIsAskedOnce(t *testing.T) {
	asked := map[string]int{}
	what := whole
	what.Quotable = func(q knowledge.Quotation) bool { asked[q.ID()]++; return true }
	if _, _, err := export.Export(world(t), what, export.Markdown, inEnglish); err != nil {
		t.Fatal(err)
	}
	for id, n := range asked {
		if n != 1 {
			t.Errorf("%s is asked for %d times", id, n)
		}
	}
	if len(asked) != 4 {
		t.Errorf("asked for %v", asked)
	}
}

// A claim is never told without its certainty, or without what is bound to it.
func TestClaimsGoWithWhatTheyMayNotGoWithout(t *testing.T) {
	v := world(t)
	_, body := exported(t, v, whole, export.Markdown)
	lines := strings.Split(plain(string(body)), "\n")
	told := 0
	for i, line := range lines {
		if !strings.Contains(line, "The Herald has heard of more than seven") || !strings.HasPrefix(line, "- ") {
			continue
		}
		told++
		after := strings.Join(lines[i:min(i+4, len(lines))], "\n")
		if !strings.Contains(line, "(reported by a doctor, according to Oxley Herald, disputed) [HER87-1.2]") ||
			!strings.Contains(after, "Another account**: Nobody at all was hurt, the miller writes. (reported by The miller, disputed) [LET87, source as a whole]") {
			t.Errorf("told as:\n%s", after)
		}
	}
	if told == 0 {
		t.Error("the claim is not told")
	}
}

// An annotation gives the stored words and what stands round them, and says in
// its body how the claim is held.
func TestAnnotationsPointAtTheirWords(t *testing.T) {
	v := world(t)
	_, body := exported(t, v, whole, export.Annotation)
	var all []struct {
		ID   string
		Body []struct{ Value, Purpose string }

		Target struct {
			Source   string
			Selector struct{ Exact, Prefix, Suffix string }
		}
	}
	if err := json.Unmarshal(body, &all); err != nil || len(all) != 4 {
		t.Fatalf("%d annotations, %v", len(all), err)
	}
	stored := string(readFile(t, "herald.txt"))
	seen := map[string]bool{}
	for _, a := range all {
		s := a.Target.Selector
		if strings.Count(stored, s.Prefix+s.Exact+s.Suffix) != 1 || s.Exact == "" {
			t.Errorf("%s points at %+v", a.ID, s)
		}
		if a.Target.Source != "https://example.org/oxley?a=1&b=2" || seen[a.ID] {
			t.Errorf("%s is of %s", a.ID, a.Target.Source)
		}
		seen[a.ID] = true
		if a.Body[1].Purpose != "classifying" || !strings.Contains(a.Body[0].Value, "("+a.Body[1].Value) {
			t.Errorf("%s says %+v", a.ID, a.Body)
		}
	}
}

// A note without a source says so, and a source that was retracted, or that
// repeats another, wherever it is cited.
func TestExportsTellWhatAReaderMustKnow(t *testing.T) {
	v, layer := world(t), knowledge.Desk("1")
	file := "sources:\n- {id: herald-1887, label: HER87, title: The fair at Oxley, publisher: Oxley Herald, language: en, marked: retracted, note: taken back, repeats: letter-1887}\n" +
		"claims:\n- {id: d-notesays, about: [miller], text: The miller is old., certainty: stated, unsourced: true}\n"
	desk, err := v.With(layer, read(t, v, layer, "desk.yaml", []byte(file)).Records())
	if err != nil {
		t.Fatal(err)
	}
	_, body := exported(t, desk, export.Selection{Layer: layer}, export.Markdown)
	for _, want := range []string{
		"- The miller is old. (stated, moderator's note, unsourced)\n",
		"**HER87**: The fair at Oxley, Oxley Herald, en, retracted: taken back; repeats the report of LET87, with which it counts once",
	} {
		if !strings.Contains(plain(string(body)), want) {
			t.Errorf("want %s in\n%s", want, body)
		}
	}
	_, body = exported(t, desk, export.Selection{Entry: "tent-fire"}, export.Markdown)
	if !strings.Contains(plain(string(body)), "[HER87-1.1, retracted]") {
		t.Errorf("a retracted source is cited as any other:\n%s", body)
	}
	_, body = exported(t, desk, export.Selection{Entry: "tent-fire"}, export.Annotation)
	if n := strings.Count(string(body), "HER87: retracted: taken back; repeats"); n != 3 {
		t.Errorf("%d annotations tell that their source was retracted", n)
	}
	for _, format := range []export.Format{export.YAML, export.CSV} {
		name, body := exported(t, desk, export.Selection{Layer: layer}, format)
		if o := packs.Read(desk, layer, name, body); o.Err() != nil || o.Count(packs.Same) != 2 {
			t.Errorf("%s comes back as %v, %v", name, o.Items, o.Err())
		}
	}
}
