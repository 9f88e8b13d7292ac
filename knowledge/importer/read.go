package importer

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"griot/knowledge"
	"griot/knowledge/text"
)

const (
	// MaxBytes is the size of the largest file that is read. Callers that read
	// from elsewhere count up to one more and no further.
	MaxBytes = 1 << 20
	// MaxParagraphs is the highest number of a paragraph. Beyond it the ids of a
	// source's passages would no longer sort (see knowledge.PassageID).
	MaxParagraphs = 99_998
)

// Options say what the file can't.
type Options struct {
	Source   knowledge.ID
	Language string // of the source's record, as a BCP 47 tag; if empty, English or French is found from the words
	Keep     []int  // numbers of lines, from 1, that stay whatever the rules say
	Drop     []int  // numbers of lines, from 1, that go whatever the rules say
}

// Article is a source's text as it came in.
type Article struct {
	Passages []knowledge.Passage // by number: the title, the standfirst, ¶ 1 and so on
	Intake   knowledge.Intake    // what was not kept, and what to look at, by line
}

// Read makes an Article of a file's bytes. Every passage is valid, and there is
// at least one. A line that holds anything and is in no passage is in
// Intake.Dropped. It returns an error that wraps ErrTooLarge, ErrNotText,
// ErrNotUTF8, ErrEmpty or, if o asks for lines that are not there, ErrLines.
func Read(raw []byte, o Options) (Article, error) {
	s, err := decode(raw)
	if err != nil {
		return Article{}, err
	}
	lines, repaired := clean(s)
	c, err := choose(o, len(lines))
	if err != nil {
		return Article{}, err
	}
	r := reading{source: o.Source, language: cmp.Or(o.Language, languageOf(s)), choice: c, repaired: repaired}
	passages := r.passages(lines)
	if len(passages) == 0 {
		return Article{}, fmt.Errorf("%w: every line is to be dropped: name fewer", ErrEmpty)
	}
	if last := passages[len(passages)-1].Paragraph; last > MaxParagraphs {
		return Article{}, fmt.Errorf("%w: it goes up to ¶ %d, and at most %d are taken: import the article alone", ErrTooLarge, last, MaxParagraphs)
	}
	return Article{Passages: passages, Intake: r.intake(raw)}, nil
}

// reading is an import under way, with what there is to say about it.
type reading struct {
	source   knowledge.ID
	language string
	choice   choice
	dropped  []knowledge.Dropped
	repaired []knowledge.Repair
}

// passages makes the numbered passages of the file's lines.
func (r *reading) passages(lines []line) []knowledge.Passage {
	lines, dropped := r.choice.leave(lines)
	r.dropped = append(r.dropped, dropped...)
	ps, hyphens := assemble(lines)
	r.repaired = append(r.repaired, hyphens...)
	menu, ps := r.choice.cutMenu(r.cutRepeats(r.cutTail(ps)), r.language)
	for _, p := range menu {
		r.report(p, "a line of the page’s menu, above the title: numbered at the end: drop it")
	}
	f := frameOf(ps, r.language)
	for _, p := range f.credits {
		if isButton(p) {
			r.report(p, "a button or a link of the page, above the lead: numbered at the end: drop it")
		} else {
			r.report(p, "names the author or the day above the lead: numbered after the last paragraph")
		}
	}
	for _, p := range f.body {
		if isButton(p) && !isMarker(p.text) {
			r.report(p, "looks like a button or a link of the page, within the article: kept: drop it if it is")
		}
	}
	return slices.Concat(
		r.number(f.title, knowledge.TitleParagraph),
		r.number(f.standfirst, 0),
		r.number(slices.Concat(f.body, f.credits, menu), 1),
	)
}

// number makes passages of ps, numbered from first.
func (r *reading) number(ps []paragraph, first int) []knowledge.Passage {
	var passages []knowledge.Passage
	for i, p := range ps {
		passages = append(passages, knowledge.Passage{
			Source:    r.source,
			Paragraph: first + i,
			Language:  r.language,
			Text:      p.text,
			Sentences: text.Sentences(p.text, r.language),
		})
	}
	return passages
}

// drop notes that p is not kept, line by line.
func (r *reading) drop(p paragraph, reason string, number int) {
	for _, l := range p.lines {
		r.dropped = append(r.dropped, knowledge.Dropped{Line: l.number, Text: l.text, Reason: fmt.Sprintf(reason, number)})
	}
}

// intake puts together what there is to say, in the order of the lines.
func (r *reading) intake(raw []byte) knowledge.Intake {
	slices.SortStableFunc(r.dropped, func(a, b knowledge.Dropped) int { return cmp.Compare(a.Line, b.Line) })
	slices.SortStableFunc(r.repaired, func(a, b knowledge.Repair) int { return cmp.Compare(a.Line, b.Line) })
	sum := sha256.Sum256(raw)
	return knowledge.Intake{
		Source:   r.source,
		Digest:   hex.EncodeToString(sum[:]),
		Dropped:  r.dropped,
		Repaired: r.repaired,
	}
}

// Words that make up a good part of any English or French prose, and that the
// other language doesn't have.
const (
	englishWords = " the of and to in that was for with by from is are it "
	frenchWords  = " le la les des et une dans que pour du au aux par sur qui est "
)

// languageOf returns "fr" if s has more of the common French words than of the
// English ones, else "en".
func languageOf(s string) string {
	english, french := 0, 0
	for _, word := range text.Words(s) {
		switch {
		case strings.Contains(englishWords, " "+word+" "):
			english++
		case strings.Contains(frenchWords, " "+word+" "):
			french++
		}
	}
	if french > english {
		return knowledge.French
	}
	return knowledge.English
}
