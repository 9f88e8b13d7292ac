package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
	"griot/knowledge/importer"
	"griot/knowledge/text"
)

// printImported reports an import to the operator.
func printImported(w io.Writer, raw []byte, article importer.Article, done knowledge.Imported) {
	if done.Receipt.Seq == 0 {
		fmt.Fprintln(w, "The same text is there already; nothing changed.")
	}
	fmt.Fprintf(w, "%s kept, %s left out, %s on characters\n",
		count(done.Passages, "passage"), count(len(done.Intake.Dropped), "line"), count(len(done.Intake.Repaired), "note"))
	printFrame(w, raw, article)
	for _, d := range done.Intake.Dropped {
		fmt.Fprintf(w, "  line %d left out: %s\n", d.Line, d.Reason)
	}
	for _, r := range done.Intake.Repaired {
		fmt.Fprintf(w, "  line %d: %s\n", r.Line, r.What)
	}
	printAnchors(w, done)
	printUncovered(w, done.Uncovered)
}

// printAnchors says which anchors don't hold where they were expected.
func printAnchors(w io.Writer, done knowledge.Imported) {
	fmt.Fprintf(w, "%s, %d of them elsewhere than expected; %s\n",
		holding(done.Verified), len(done.Intake.Moved), count(len(done.Orphans), "orphan"))
	if done.Verified == 0 && len(done.Orphans) > 0 {
		fmt.Fprintf(w, "No anchor holds: this may be another text. To take the right one in: griot import FILE --source %s\n", done.Intake.Source)
	}
	for _, m := range done.Intake.Moved {
		fmt.Fprintf(w, "  %s: expected ¶ %s, found ¶ %s\n", m.Claim, m.Expected, m.Found)
	}
	for _, o := range done.Orphans {
		fmt.Fprintf(w, "  orphan: %s: the words expected at ¶ %s are not there\n", o.Claim, o.Expected)
	}
}

func printUncovered(w io.Writer, paragraphs []int) {
	if len(paragraphs) == 0 {
		fmt.Fprintln(w, "Every paragraph of the body is covered by a claim.")
		return
	}
	var uncovered []string
	for _, n := range paragraphs {
		uncovered = append(uncovered, strconv.Itoa(n))
	}
	fmt.Fprintf(w, "No claim covers ¶ %s\n", strings.Join(uncovered, ", "))
}

// frame are the paragraphs whose lines the operator is shown: on them rests
// how all others are numbered.
var frame = []struct {
	paragraph int
	name      string
}{{knowledge.TitleParagraph, "title"}, {0, "standfirst"}, {1, "¶ 1"}}

// printFrame says with which line the title, the standfirst and the first
// paragraph begin, and how.
func printFrame(w io.Writer, raw []byte, article importer.Article) {
	for _, f := range frame {
		i := slices.IndexFunc(article.Passages, func(p knowledge.Passage) bool { return p.Paragraph == f.paragraph })
		if i < 0 {
			fmt.Fprintf(w, "  no %s\n", f.name)
			continue
		}
		begins := article.Passages[i].Text
		at := ""
		if n := lineOf(raw, article.Intake.Dropped, begins); n > 0 {
			at = fmt.Sprintf(", line %d", n)
		}
		words := strings.Fields(begins)
		fmt.Fprintf(w, "  %s%s: %s …\n", f.name, at, strings.Join(words[:min(len(words), shownWords)], " "))
	}
}

// shownWords are enough to know a line by.
const shownWords = 5

// lineOf returns the number of the first line, of those that were kept, that
// begins with the same words as a passage; 0 if there is none.
func lineOf(raw []byte, dropped []knowledge.Dropped, passage string) int {
	want := text.Words(passage)
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(raw)), "\n")
	for i, line := range lines {
		got := text.Words(line)
		n := min(len(got), len(want), shownWords)
		isDropped := slices.ContainsFunc(dropped, func(d knowledge.Dropped) bool { return d.Line == i+1 })
		if n > 0 && !isDropped && slices.Equal(got[:n], want[:n]) {
			return i + 1
		}
	}
	return 0
}

// count writes a number and what it counts.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

func holding(n int) string {
	if n == 1 {
		return "1 anchor holds"
	}
	return fmt.Sprintf("%d anchors hold", n)
}
