package commands_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/text"
)

// shelf is a Griot over one pack, and its replies about everything.
type shelf struct {
	*commands.Griot
	replies []named
}

type named struct {
	name string
	commands.Reply
	golden bool // asked by a golden file, where some are refused
}

// TestPromises holds the promises over every reply about every entry, source
// and passage: of an invented pack, and of the first one with and without its
// text.
func TestPromises(t *testing.T) {
	for _, s := range []struct{ name, pack, source string }{
		{"tarn", "testdata/tarn", "gazette-2015-tarn"},
		{"mali without text", "../knowledge/packs/mali-2019", ""},
		{"mali with text", "../knowledge/packs/mali-2019", "fp-2019-mali"},
	} {
		t.Run(s.name, func(t *testing.T) {
			g := griot(t, s.pack)
			switch s.source {
			case "gazette-2015-tarn":
				importText(t, g, "gazette-2015-tarn", "testdata/tarn/gazette.txt")
			case "fp-2019-mali":
				importText(t, g, "fp-2019-mali", articleText(t))
			}
			over := &shelf{g, everyReply(g)}
			t.Run("bound claims stand together", over.boundClaims)
			t.Run("only quotations are quoted", over.quotationMarks)
			t.Run("footers list what is cited", over.footers)
			t.Run("replies keep Discord's limits", over.limits)
			t.Run("every button leads somewhere", over.buttons)
			t.Run("the pack keeps the rules", over.rules)
		})
	}
}

// articleText returns the file of the first article, which is not ours to give
// and so stands beside the checkout, where it stands at all.
func articleText(t testing.TB) string {
	t.Helper()
	file := filepath.Join("..", "..", "shared", "sources", "mali-2019.txt")
	if _, err := os.Stat(file); err != nil {
		t.Skip("the article's text is not at hand: it is not part of this repository")
	}
	return file
}

// everyReply asks about every entry, source and passage, and all that the
// golden files ask.
func everyReply(g *commands.Griot) []named {
	var all []named
	ask := func(command, option, value string) {
		a := commands.Ask{Command: command, Values: map[string]string{option: value}}
		all = append(all, named{"/" + command + " " + option + ":" + value, g.Answer(context.Background(), asker(), a), false})
	}
	v := g.Library.View("")
	for _, e := range v.Entries("") {
		id := string(e.ID)
		ask(string(e.Kind()), "name", id)
		ask("quotations", "name", id)
		ask("related", "name", id)
		ask("timeline", "about", id)
		ask("quote", "words", id)
		name, _ := e.Name.In("en")
		ask("search", "words", name)
		ask("ask", "question", "What is known of "+name+"?")
	}
	for _, s := range v.Sources() {
		ask("sources", "name", string(s.ID))
		for _, p := range v.Passages(s.ID) {
			id := v.PublicID(s.ID, knowledge.Sentences(p.Paragraph, 1, 1))
			ask("quote", "words", id)
			ask("context", "at", id)
		}
	}
	for _, command := range []string{"timeline", "sources", "help", "about"} {
		ask(command, "", "")
	}
	for _, line := range goldenRequests() {
		all = append(all, named{line, answer(g, line), true})
	}
	return all
}

// goldenRequests returns every request of the golden files.
func goldenRequests() []string {
	files, _ := filepath.Glob("testdata/replies/*.txt")
	var all []string
	for _, file := range files {
		golden, _ := os.ReadFile(file)
		for _, line := range strings.Split(string(golden), "\n") {
			if strings.HasPrefix(line, "/") {
				all = append(all, line)
			}
		}
	}
	return all
}

// TestEveryCommandHasReplies: a command comes with a golden file that asks it.
func TestEveryCommandHasReplies(t *testing.T) {
	for _, c := range commands.All() {
		golden, err := os.ReadFile(filepath.Join("testdata", "replies", c.Name+".txt"))
		if err != nil || !strings.Contains("\n"+string(golden), "\n/"+c.Name) {
			t.Errorf("/%s has no replies to hold it to: %v", c.Name, err)
		}
	}
}

// boundClaims: no page names a claim, or shows words that one rests on, without
// the claims it is bound to.
func (s *shelf) boundClaims(t *testing.T) {
	v := s.Library.View("")
	words := wordsOfBound(v)
	if len(words) == 0 {
		t.Error("no bound claim was met; the test tests nothing")
	}
	for _, r := range s.replies {
		for i, p := range r.Pages {
			named := map[knowledge.ID]bool{}
			for _, c := range p.Citations {
				named[c.Claim] = true
			}
			for c, places := range words {
				if !named[c.ID] && !showsAny(p, places) {
					continue
				}
				for _, other := range append(v.Bound(c), c) {
					if !named[other.ID] {
						t.Errorf("%s, page %d: %s stands without %s", r.name, i+1, c.ID, other.ID)
					}
				}
			}
		}
	}
}

// wordsOfBound returns the claims that may not stand alone, each with the
// stored words that it rests on.
func wordsOfBound(v *knowledge.View) map[*knowledge.Claim][]knowledge.Quotation {
	words := map[*knowledge.Claim][]knowledge.Quotation{}
	for _, c := range v.Claims() {
		if len(v.Bound(c)) == 0 {
			continue
		}
		words[c] = nil
		for _, cite := range c.Cites {
			if q, state := v.Prove(cite); state == knowledge.Verified {
				words[c] = append(words[c], q)
			}
		}
	}
	return words
}

// showsAny reports whether a page quotes a sentence of any of the places.
func showsAny(p commands.Page, places []knowledge.Quotation) bool {
	return slices.ContainsFunc(p.Blocks, func(b commands.Block) bool {
		return !b.Quotation.IsZero() && slices.ContainsFunc(places, func(q knowledge.Quotation) bool {
			a, b, same := b.Quotation.At(), q.At(), b.Quotation.Source() == q.Source()
			return same && a.Paragraph == b.Paragraph && (a.First == 0 || b.First == 0 || a.First <= b.Last && b.First <= a.Last)
		})
	})
}

// quotationMarks: no quotation mark that a verified quotation
// did not put there, and each quotation is the stored bytes.
func (s *shelf) quotationMarks(t *testing.T) {
	v := s.Library.View("")
	for _, r := range s.replies {
		name := r.name
		for i, p := range r.Pages {
			for _, w := range ourWords(p) {
				if strings.ContainsAny(w, knowledge.QuotationMarks) {
					t.Errorf("%s, page %d: our words hold a quotation mark: %s", name, i+1, w)
				}
			}
			words := quotedWords(p)
			for _, c := range p.Citations {
				if c.Text == "" {
					continue
				}
				q, err := v.QuoteAt(v.Source(c.Source).Label, c.At)
				if !strings.Contains(words, c.Text) {
					t.Errorf("%s, page %d: citation %s has words that are not shown", name, i+1, v.PublicID(c.Source, c.At))
				}
				if err != nil || q.Text() != c.Text || c.State != knowledge.Verified {
					t.Errorf("%s, page %d: citation %s is not the stored text: %v", name, i+1, v.PublicID(c.Source, c.At), err)
				}
			}
		}
	}
}

// quotedWords returns the quotations of a page, one after the other.
func quotedWords(p commands.Page) string {
	var all []string
	for _, b := range p.Blocks {
		if !b.Quotation.IsZero() {
			all = append(all, b.Quotation.Text())
		}
	}
	return strings.Join(all, " ")
}

// ourWords returns all text of a page that is not a quotation.
func ourWords(p commands.Page) []string {
	words := append([]string{p.Title}, p.FootLines()...)
	for _, b := range p.Blocks {
		for _, s := range b.Spans {
			words = append(words, s.Text)
		}
	}
	for _, b := range p.AllButtons() {
		words = append(words, b.Label)
	}
	return words
}

// footers: each page's foot lists every source that is
// cited on it, once, and no other.
func (s *shelf) footers(t *testing.T) {
	for _, r := range s.replies {
		name := r.name
		for i, p := range r.Pages {
			cited := map[knowledge.ID]bool{}
			for _, c := range p.Citations {
				cited[c.Source] = true
			}
			if len(cited) != len(p.Footer) {
				t.Errorf("%s, page %d: %d sources cited, %d at the foot", name, i+1, len(cited), len(p.Footer))
			}
			for id := range cited {
				label := "] " + s.Library.View("").Source(id).Label + ": "
				if !slices.ContainsFunc(p.Footer, func(line string) bool { return strings.Contains(line, label) }) {
					t.Errorf("%s, page %d: %s is not at the foot", name, i+1, id)
				}
			}
		}
	}
}

// limits: within them are the texts of every page of every reply.
func (s *shelf) limits(t *testing.T) {
	for _, r := range s.replies {
		name := r.name
		if r.Err != nil && !r.golden {
			t.Errorf("%s: %v", name, r.Err)
		}
		for i, p := range r.Pages {
			if problem := s.overLimit(p); problem != "" {
				t.Errorf("%s, page %d: %s", name, i+1, problem)
			}
		}
	}
}

func (s *shelf) overLimit(p commands.Page) string {
	title := text.UTF16Len(commands.Escape(p.Title))
	footer := text.UTF16Len(strings.Join(p.FootLines(), "\n"))
	description := 0
	for _, b := range p.Blocks {
		description += text.UTF16Len(commands.Escape(b.Quotation.Quoted(nil))) + 4
		for _, s := range b.Spans {
			description += text.UTF16Len(commands.Escape(s.Text)) + 4
		}
	}
	switch {
	case len(p.Blocks) == 0:
		return "is empty"
	case title > commands.MaxTitle:
		return "title too long"
	case description > commands.MaxDescription:
		return "description too long"
	case footer > commands.MaxFooter:
		return "footer too long"
	case title+footer+description > commands.MaxEmbeds:
		return "too long in all"
	case len(p.Buttons) > commands.MaxRows:
		return "too many rows of buttons"
	}
	seen := map[string]bool{}
	for _, row := range p.Buttons {
		if len(row) == 0 || len(row) > commands.MaxButtonsInRow {
			return "a row of buttons that is empty or too long"
		}
		for _, b := range row {
			id, err := s.Buttons.Seal(context.Background(), asker().Who, b)
			if err != nil || len(id) > commands.MaxCustomID || seen[id] || b.Label == "" || text.UTF16Len(b.Label) > commands.MaxButtonLabel {
				return "button " + b.Label + " is not good: " + id
			}
			seen[id] = true
		}
	}
	return ""
}

// buttons: what a button asks is answered, not refused.
func (s *shelf) buttons(t *testing.T) {
	asked := map[string]bool{}
	for _, r := range s.replies {
		name := r.name
		for _, p := range r.Pages {
			for _, b := range p.AllButtons() {
				id, err := s.Buttons.Seal(context.Background(), asker().Who, b)
				if err != nil || asked[id] {
					continue
				}
				asked[id] = true
				reply, opens := s.Press(context.Background(), asker(), id)
				if reply.Err != nil || opens != b.Opens {
					t.Errorf("%s: button %s: %v", name, b.Label, reply.Err)
				}
			}
		}
	}
}

// rules: no bare fact, and no perpetrator without a speaker
// or a hedge.
func (s *shelf) rules(t *testing.T) {
	if err := s.Library.View("").Check().Err(); err != nil {
		t.Error(err)
	}
}
