package summary

import (
	"cmp"
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"griot/knowledge/text"
)

var (
	collection = flag.String("collection", os.Getenv("GRIOT_ROUGE_COLLECTION"), "a folder of the CNN Corpus or of Opinosis, to measure the extract on")
	everyNth   = flag.Int("every", 1, "take every nth topic of the collection")
)

// readCollection reads a public collection, whichever the folder holds: the XML
// files of the CNN Corpus (Lins et al. 2019), with the sentences that people
// marked, or the topics and summaries-gold of Opinosis (Ganesan et al. 2010),
// with summaries that people wrote.
func readCollection(t *testing.T, folder string) []topic {
	t.Helper()
	if paths, _ := filepath.Glob(filepath.Join(folder, "*.xml")); len(paths) > 0 {
		return each(t, paths, cnnTopic)
	}
	paths, _ := filepath.Glob(filepath.Join(folder, "topics", "*.txt.data"))
	if len(paths) == 0 {
		t.Fatalf("%s holds neither the CNN Corpus nor Opinosis", folder)
	}
	return each(t, paths, opinosisTopic)
}

// each reads every nth file.
func each(t *testing.T, paths []string, read func(*testing.T, string) topic) []topic {
	var all []topic
	for i, path := range paths {
		if i%*everyNth == 0 {
			all = append(all, read(t, path))
		}
	}
	return all
}

func cnnTopic(t *testing.T, path string) topic {
	t.Helper()
	var doc struct {
		Title string `xml:"title"`
		Gold  []struct {
			ID int `xml:"id,attr"`
		} `xml:"summaries>gold_standard>sentence"`
		Sentences []struct {
			ID      int    `xml:"id,attr"`
			Content string `xml:"content"`
		} `xml:"article>paragraph>sentences>sentence"`
	}
	b, err := os.ReadFile(path)
	if err == nil {
		err = xml.Unmarshal(b, &doc)
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	unescape := strings.NewReplacer("&apos;", "'", "&quot;", `"`, "&amp;", "&").Replace
	one := topic{name: filepath.Base(path), query: unescape(doc.Title)}
	at := map[int]int{}
	for _, s := range doc.Sentences {
		at[s.ID] = len(one.sentences)
		one.add(unescape(s.Content))
	}
	for _, g := range doc.Gold {
		if i, found := at[g.ID]; found {
			one.picks = append(one.picks, i)
		}
	}
	return one
}

func opinosisTopic(t *testing.T, path string) topic {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimSuffix(filepath.Base(path), ".txt.data")
	one := topic{name: name, query: strings.NewReplacer("_", " ", "-", " ").Replace(name), n: 2}
	for line := range strings.Lines(strings.ToValidUTF8(string(b), " ")) {
		if line = strings.TrimSpace(line); line != "" {
			one.add(line)
		}
	}
	golds, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "..", "summaries-gold", name, "*.gold"))
	for _, gold := range golds {
		b, err := os.ReadFile(gold)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.Join(strings.Fields(strings.ToValidUTF8(string(b), " ")), " ")
		var reference []Sentence
		for _, span := range text.Sentences(body, "en") {
			reference = append(reference, Sentence{Text: body[span.Start:span.End]})
		}
		one.references = append(one.references, reference)
	}
	return one
}

// TestRougeOfACollection prints the table of TestRouge for a public collection,
// which is not in the repository.
func TestRougeOfACollection(t *testing.T) {
	if *collection == "" {
		t.Skip("no collection: name its folder with -collection or GRIOT_ROUGE_COLLECTION")
	}
	var topics []topic
	for _, one := range readCollection(t, *collection) {
		if n := cmp.Or(one.n, len(one.picks)); n > 0 && n <= MaxExtract && n < len(one.sentences) {
			topics = append(topics, one)
		}
	}
	table, _ := rougeTable(topics)
	t.Logf("%d topics of at most %d sentences in the reference\n%s", len(topics), MaxExtract, table)
}
