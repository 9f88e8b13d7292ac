package commands_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/text"
)

// frugal returns the valley of Tarn with a budget of words on the Gazette.
func frugal(t testing.TB, reply, day int) *commands.Griot {
	t.Helper()
	g := tarn(t)
	marked(t, g, "gazette-2015-tarn", func(s *knowledge.Source) { s.Budget = knowledge.Budget{Reply: reply, Day: day} })
	g.Spoken = &commands.Ledger{}
	return g
}

// marked changes a source on the shelf, as a newer pack would.
func marked(t testing.TB, g *commands.Griot, id knowledge.ID, change func(*knowledge.Source)) {
	t.Helper()
	record, ok := g.Library.View("").Draft(id)
	source := *g.Library.View("").Source(id)
	change(&source)
	body, err := json.Marshal(source)
	if record.Body = body; !ok || err != nil {
		t.Fatal(ok, err)
	}
	edit := knowledge.Edit{Layer: knowledge.Shelf, Action: knowledge.ApplyPack, Target: id, Records: []knowledge.Record{record}}
	if _, err := g.Library.Apply(t.Context(), knowledge.Operator(), edit); err != nil {
		t.Fatal(err)
	}
}

// quoted counts the words of quotations on the page that is shown, those of a
// paragraph and of its sentences once.
func quoted(r commands.Reply) (n int) {
	all := ""
	for _, b := range r.Shown().Blocks {
		if words := strings.Join(text.Words(b.Quotation.Text()), " "); !strings.Contains(all, words) {
			all += words + "\n"
		}
	}
	return len(strings.Fields(all))
}

func in(channel string) commands.Asker {
	a := asker()
	a.Channel = channel
	return a
}

const usedUp = "the words of this source for one message, or for this channel today, are used up"

// TestBudgetOfAMessage: whatever is asked for, the words of a source in one
// message keep to its budget, what is left out is named, and no citation
// carries its words; the context of a quotation too.
func TestBudgetOfAMessage(t *testing.T) {
	g := frugal(t, 40, 100_000)
	for _, line := range []string{"/event name:Fire of Selm", "/context at:GAZ15-2.1", "/quotations name:Fire of Selm", "/summarize name:Fire of Selm", "/search words:Wardens", "/quote words:the"} {
		r := g.Answer(t.Context(), in("c"), parse(line))
		if got := quoted(r); got > 40 || got == 0 {
			t.Errorf("%s quotes %d words", line, got)
		}
		words := 0
		for _, c := range r.Shown().Citations {
			words += len(text.Words(c.Text))
		}
		if words > 2*40 { // a claim's citation and its sentence may both be there
			t.Errorf("%s: citations carry %d words", line, words)
		}
	}
	wantSays(t, g.Answer(t.Context(), in("c"), parse("/context at:GAZ15-2.1")), usedUp)
}

// TestBudgetOfADay: in a channel no more words of a source come together in a day;
// what was shown may be shown again; another channel and another day begin anew.
func TestBudgetOfADay(t *testing.T) {
	g := frugal(t, 600, 60)
	now := today()
	g.Now = func() time.Time { return now }
	say := func(channel, line string) commands.Reply { return g.Answer(t.Context(), in(channel), parse(line)) }
	for range 3 {
		if got := quoted(say("c", "/quote words:GAZ15-1")); got != 52 {
			t.Fatalf("the paragraph has %d words", got)
		}
	}
	over := say("c", "/quote words:GAZ15-2.1")
	if quoted(over) != 0 {
		t.Error("a sentence above the day's budget is shown")
	}
	wantSays(t, over, usedUp)
	if got := quoted(say("c", "/quote words:GAZ15-1.2")); got != 31 {
		t.Errorf("a sentence that was shown today is shown again with %d words", got)
	}
	if quoted(say("d", "/quote words:GAZ15-2.1")) == 0 {
		t.Error("another channel has no budget of its own")
	}
	now = now.Add(24 * time.Hour)
	if quoted(say("c", "/quote words:GAZ15-2.1")) == 0 {
		t.Error("the next day has no budget of its own")
	}
}

// TestBudgetOfExports: files that go out of a channel count as what is said there.
func TestBudgetOfExports(t *testing.T) {
	g := frugal(t, 600, 40)
	ask := in("c")
	ask.Role = knowledge.Moderator
	export := func() string {
		r := g.Answer(t.Context(), ask, parse("/export name:Fire of Selm format:markdown"))
		if len(r.Files) != 1 {
			t.Fatal(print(r))
		}
		return string(r.Files[0].Body)
	}
	if n := strings.Count(export(), "“"); n != 1 {
		t.Errorf("%d quotations in the export, want the first alone", n)
	}
	if quoted(g.Answer(t.Context(), in("c"), parse("/quote words:GAZ15-2.1"))) != 0 {
		t.Error("an export isn't counted")
	}
	if n := strings.Count(export(), "“"); n != 1 {
		t.Errorf("%d quotations in the second export, want the same one", n)
	}
}

// TestMarkedSources: a correction or a retraction is said in every reply that
// uses the source, and the source's page lists what rests on it.
func TestMarkedSources(t *testing.T) {
	for mark, word := range map[knowledge.Mark]string{knowledge.Corrected: "corrected", knowledge.Retracted: "retracted"} {
		g := tarn(t)
		marked(t, g, "gazette-2015-tarn", func(s *knowledge.Source) {
			s.Marked, s.Note = mark, knowledge.InEnglish("The number of the dead was wrong.")
		})
		for _, line := range []string{
			"/event name:Fire of Selm", "/actor name:Mara Oduya", "/reform name:Water law", "/ask question:Who leads the Wardens?", "/summarize name:Fire of Selm",
			"/search words:sluice", "/timeline", "/quote words:GAZ15-2.1", "/quotations name:Fire of Selm", "/context at:GAZ15-2.1",
			"/sources", "/sources name:GAZ15",
		} {
			for i, page := range g.Answer(t.Context(), asker(), parse(line)).Pages {
				cites := strings.Join(page.FootLines(), "\n")
				if strings.Contains(cites, "GAZ15") && !strings.Contains(cites, "GAZ15, "+word+" by its publisher") {
					t.Errorf("%s, page %d: %s", line, i+1, cites)
				}
			}
			wantSays(t, g.Answer(t.Context(), asker(), parse(line)), word+" by its publisher")
		}
		one := g.Answer(t.Context(), asker(), parse("/sources name:GAZ15"))
		for _, want := range []string{"The number of the dead was wrong.", "GAZ15-2.1", "GAZ15-3.2"} {
			wantSays(t, one, want)
		}
		ask := asker()
		ask.Role = knowledge.Moderator
		file := g.Answer(t.Context(), ask, parse("/export name:Fire of Selm format:markdown")).Files
		if len(file) != 1 || !strings.Contains(string(file[0].Body), word) {
			t.Errorf("an export doesn't say that the source was %s", word)
		}
	}
}

// TestRepeatsCountOnce: a report that repeats another says so where it is cited,
// and both are one source.
func TestRepeatsCountOnce(t *testing.T) {
	g := tarn(t)
	wantSays(t, g.Answer(t.Context(), asker(), parse("/about")), "from 2 sources")
	marked(t, g, "courrier-2015-tarn", func(s *knowledge.Source) { s.Repeats = "gazette-2015-tarn" })
	wantSays(t, g.Answer(t.Context(), asker(), parse("/about")), "from 1 sources")
	for _, line := range []string{"/event name:Fire of Selm", "/sources", "/sources name:COU15"} {
		wantSays(t, g.Answer(t.Context(), asker(), parse(line)), "COU15, repeats GAZ15")
	}
}
