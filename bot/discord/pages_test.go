package discord

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/importer"
)

// TestEveryPage holds every page about every entry of the first pack against
// Discord's rules, and its quotations against the stored text.
func TestEveryPage(t *testing.T) {
	t.Parallel()
	t.Run("without the article", func(t *testing.T) {
		if quoted := everyPage(t, griot(t)); quoted != 0 {
			t.Errorf("%d quotations of a text that is not there", quoted)
		}
	})
	t.Run("with the article", func(t *testing.T) {
		raw, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "sources", "mali-2019.txt"))
		if err != nil {
			t.Skip("the article's text is not at hand: it is not part of this repository")
		}
		g := griot(t)
		article, err := importer.Read(raw, importer.Options{Source: "fp-2019-mali"})
		must(t, err)
		_, err = g.Library.ImportText(t.Context(), knowledge.Operator(), knowledge.Shelf, article.Passages, article.Intake)
		must(t, err)
		if quoted := everyPage(t, g); quoted == 0 {
			t.Error("nothing was quoted; the test tests nothing")
		}
	})
}

// everyPage checks all pages and returns how many quotations they show.
func everyPage(t *testing.T, g *commands.Griot) (quoted int) {
	asker := commands.Asker{Who: knowledge.Who{User: "1", Guild: "2"}, Locale: "en-US"}
	for _, e := range g.Library.View("").Entries("") {
		for _, ask := range []commands.Ask{
			{Command: string(e.Kind()), Values: map[string]string{"name": string(e.ID)}},
			{Command: "timeline", Values: map[string]string{"about": string(e.ID)}},
			{Command: "quotations", Values: map[string]string{"name": string(e.ID)}},
			{Command: "related", Values: map[string]string{"name": string(e.ID)}},
		} {
			reply := g.Answer(context.Background(), asker, ask)
			if reply.Err != nil {
				t.Errorf("/%s %s: %v", ask.Command, e.ID, reply.Err)
			}
			for n := range reply.Pages {
				reply.Page = n + 1
				quoted += checkPage(t, g, asker.Who, reply, "/"+ask.Command+" "+string(e.ID))
			}
		}
	}
	return quoted
}

// checkPage checks the page that a reply shows, as a new message and in place.
func checkPage(t *testing.T, g *commands.Griot, who knowledge.Who, reply commands.Reply, name string) int {
	t.Helper()
	var quoted []string
	for _, opens := range []commands.Opens{commands.ForAll, commands.InPlace} {
		response := Renderer{g.Buttons, g.Log}.Response(t.Context(), who, reply, opens)
		body := encode(response)
		for _, problem := range discordtest.CheckResponse(body) {
			t.Errorf("%s, page %d: %s", name, reply.Page, problem)
		}
		quoted = quotations(t, body)
	}
	var cited []string
	for _, c := range reply.Shown().Citations {
		if c.Text != "" {
			cited = append(cited, c.Text)
		}
	}
	for _, q := range quoted {
		if !slices.Contains(cited, q) {
			t.Errorf("%s, page %d: quoted, and no citation's text: %s", name, reply.Page, q)
		}
	}
	for _, c := range cited {
		if !slices.Contains(quoted, c) {
			t.Errorf("%s, page %d: said to be quoted, and is not: %s", name, reply.Page, c)
		}
	}
	return len(quoted)
}

// quotations returns what the lines of a body quote, without their marks and
// escapes.
func quotations(t *testing.T, body []byte) (all []string) {
	t.Helper()
	var response struct {
		Data struct {
			Embeds []struct{ Description string }
		}
	}
	must(t, json.Unmarshal(body, &response))
	for _, line := range strings.Split(response.Data.Embeds[0].Description, "\n") {
		escaped, isQuote := strings.CutPrefix(line, "> ")
		if !isQuote {
			continue
		}
		marked := commands.Unescape(escaped)
		for _, marks := range [][2]string{{"“", "”"}, {"«", "»"}} {
			if inner, ok := strings.CutPrefix(marked, marks[0]); ok {
				all = append(all, strings.TrimSuffix(inner, marks[1]))
			}
		}
	}
	return all
}
