package console

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"griot/commands"
	"griot/knowledge"
	"griot/knowledge/packs"
)

// labels returns the labels of the buttons in the response of an exchange, and
// the custom_id of each.
func labels(t *testing.T, x Exchange) (labels, ids []string) {
	t.Helper()
	var response struct {
		Data struct {
			Components []struct {
				Components []struct {
					Label    string
					CustomID string `json:"custom_id"`
				}
			}
		}
	}
	if err := json.Unmarshal(x.Response, &response); err != nil {
		t.Fatal(err)
	}
	for _, row := range response.Data.Components {
		for _, b := range row.Components {
			labels, ids = append(labels, b.Label), append(ids, b.CustomID)
		}
	}
	return labels, ids
}

// title returns the title that a response shows, and its type.
func title(t *testing.T, x Exchange) (title string, kind int) {
	t.Helper()
	var response struct {
		Type int
		Data struct{ Embeds []struct{ Title string } }
	}
	if err := json.Unmarshal(x.Response, &response); err != nil {
		t.Fatal(err)
	}
	return response.Data.Embeds[0].Title, response.Type
}

func TestCommandIsAnswered(t *testing.T) {
	x := hale(t).Do(context.Background(), "  /actor name:Hale dockers ")
	if x.Request != "/actor name:Hale dockers" || x.Kind != Command || x.Outcome != commands.Answered ||
		x.Entry != "dockers" || x.Pages != 1 || x.Error != nil || x.Microseconds != 0 {
		t.Errorf("got %+v", x)
	}
	if diff := cmp.Diff([]knowledge.ID{"dockers"}, x.Entries); diff != "" {
		t.Errorf("entries (-want +got)\n%s", diff)
	}
}

func TestCitationsSayWhere(t *testing.T) {
	s := hale(t)
	one, whole := 1, 2
	title, standfirst := knowledge.TitleParagraph, 0
	for line, want := range map[string]Citation{
		"/quote words:cranes of Hale": {Page: 1, N: 1, Source: "packet-2011", Paragraph: &one, Sentences: &[2]int{1, 1},
			State: knowledge.Verified, Text: "On Saturday, July 30, the cranes of Hale stood still for the first time in eleven years."},
		"/quote words:PKT11-T.1": {Page: 1, N: 1, Source: "packet-2011", Paragraph: &title, Sentences: &[2]int{1, 1},
			State: knowledge.Verified, Text: "The Port That Stopped"},
		"/quote words:PKT11-0": {Page: 1, N: 1, Source: "packet-2011", Paragraph: &standfirst,
			State: knowledge.Verified, Text: "Nine ships wait, and nobody unloads them."},
		"/reform wage board": {Page: 1, N: 1, Source: "packet-2011", Paragraph: &whole, Claim: "council-promised",
			State: knowledge.Verified, Text: "The council promised a board that would set the wages of the port."},
		"/actor name:council-orr": {Page: 1, N: 1, Source: "bell-2011", Claim: "orr-council", State: knowledge.WholeSource},
	} {
		x := s.Do(context.Background(), line)
		if len(x.Citations) == 0 {
			t.Errorf("%s: no citations", line)
			continue
		}
		if diff := cmp.Diff(want, x.Citations[0]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", line, diff)
		}
	}
}

func TestCompletionListsChoices(t *testing.T) {
	s := hale(t)
	x := s.Do(context.Background(), "? /actor name:dock")
	want := []Choice{{"Dockers of Hale", "dockers"}}
	if diff := cmp.Diff(want, x.Choices); diff != "" || x.Kind != Complete || x.Outcome != commands.Answered || x.Pages != 0 {
		t.Errorf("%s %s: (-want +got)\n%s", x.Kind, x.Outcome, diff)
	}
	x = s.Do(context.Background(), "? /actor nam:x")
	if x.Kind != Complete || x.Outcome != commands.Invalid || x.Error == nil || x.Error.Code != "unknown option" || x.Choices == nil {
		t.Errorf("of an option that is none: %+v", x)
	}
}

func TestButtonsArePressedInTheirOrder(t *testing.T) {
	s := hale(t)
	card := s.Do(context.Background(), "/actor name:dockers")
	names, ids := labels(t, card)
	if len(names) < 2 {
		t.Fatalf("the card has the buttons %q; the test needs two", names)
	}
	for i := range names {
		s.Do(context.Background(), "/actor name:dockers")
		pressed := s.Do(context.Background(), "! "+strconv.Itoa(i+1))
		if pressed.Kind != Press || pressed.Outcome != commands.Answered {
			t.Errorf("button %s: %s %s", names[i], pressed.Kind, pressed.Outcome)
		}
		byID := s.Do(context.Background(), `! {"custom_id": "`+ids[i]+`"}`)
		if diff := cmp.Diff(string(pressed.Response), string(byID.Response)); diff != "" {
			t.Errorf("button %s, by number and by custom_id:\n%s", names[i], diff)
		}
	}
}

func TestPressTakesTheReplyBefore(t *testing.T) {
	s := hale(t)
	ctx := context.Background()
	if x := s.Do(ctx, "! 1"); x.Outcome != commands.Invalid || x.Error.Code != "no button" {
		t.Errorf("before any reply: %s %+v", x.Outcome, x.Error)
	}
	s.Do(ctx, "/actor name:town council") // which one?
	chosen := s.Do(ctx, "! 2")
	if chosen.Entry != "council-orr" {
		t.Fatalf("the second choice is %q, want council-orr", chosen.Entry)
	}
	names, _ := labels(t, chosen)
	next := s.Do(ctx, "! 1")
	if got, _ := title(t, next); got == "" || next.Entry != "council-orr" {
		t.Errorf("button %s of the reply to a press leads to %q, about %q", names[0], got, next.Entry)
	}
	s.Do(ctx, "/actor name:dockers")
	for _, between := range []string{"! 99", "! 0", "hello", "/actor", "? /actor name:c", `! {"custom_id": "10qabout;0;AAAAAAAAAAAAAAAA"}`, `! 1 {"a": "b"}`} {
		s.Do(ctx, between)
		if x := s.Do(ctx, "! 2"); x.Outcome != commands.Answered || x.Entry != "dockers" && !strings.Contains(string(x.Response), "Dockers") {
			t.Errorf("after %s the buttons of the reply before are gone: %s, about %q", between, x.Outcome, x.Entry)
		}
		s.Do(ctx, "/actor name:dockers")
	}
}

func TestPagesTurnInPlace(t *testing.T) {
	s := open(t, packs.Builtin()...)
	var first Exchange
	for _, e := range s.Griot.Library.View("").Entries(knowledge.KindEvent) {
		if first = s.Do(t.Context(), "/event name:"+string(e.ID)); first.Pages > 1 {
			break
		}
	}
	if first.Pages < 2 {
		t.Fatal("no event of the packs has two pages")
	}
	second := s.Do(t.Context(), "! 1")
	back := s.Do(t.Context(), "! 1")
	for i, c := range []struct {
		x          Exchange
		page, kind int
	}{{first, 1, 4}, {second, 2, 7}, {back, 1, 7}} {
		got, kind := title(t, c.x)
		if !strings.Contains(got, "("+strconv.Itoa(c.page)+" of ") || kind != c.kind {
			t.Errorf("step %d shows %q as a response of type %d, want page %d as %d", i, got, kind, c.page, c.kind)
		}
		if diff := cmp.Diff(first.Citations, c.x.Citations); diff != "" {
			t.Errorf("step %d: citations are those of all pages (-first +this)\n%s", i, diff)
		}
	}
}

func TestFormsAreRefused(t *testing.T) {
	s := hale(t)
	s.Do(context.Background(), "/actor name:dockers")
	for line, code := range map[string]string{
		`! 1 {"reason": "so"}`: "no form", `! 99 {"reason": "so"}`: "no button", `! 1 {"reason"}`: "form fields",
	} {
		x := s.Do(context.Background(), line)
		if x.Kind != Submit || x.Outcome != commands.Invalid || x.Error.Code != code {
			t.Errorf("%s: %s %s %+v, want %s", line, x.Kind, x.Outcome, x.Error, code)
		}
	}
}

func TestFailuresAreSaid(t *testing.T) {
	s := breaking(hale(t))
	for line, want := range map[string]struct {
		outcome commands.Outcome
		code    string
	}{
		"/actor":           {commands.Invalid, "missing"},
		"/nothing":         {commands.Invalid, "unknown command"},
		"nothing":          {commands.Invalid, "no command"},
		"/break how:error": {commands.Failed, "unknown"},
		"/break how:panic": {commands.Failed, "unknown"},
		`! {"custom_id": "10qabout;0;AAAAAAAAAAAAAAAA"}`:      {commands.Refused, "button"},
		"/quote words:" + strings.Repeat("x", maxLine-13+1):   {commands.Invalid, "long line"},
		`/quote words:"` + strings.Repeat("x", maxLine) + `"`: {commands.Invalid, "long line"},
	} {
		x := s.Do(context.Background(), line)
		if x.Outcome != want.outcome || x.Error == nil || x.Error.Code != want.code || x.Error.Message == "" {
			t.Errorf("%.40s: %s %+v, want %+v", line, x.Outcome, x.Error, want)
		}
	}
	if x := s.Do(context.Background(), "/quote words:"+strings.Repeat("x", maxLine-13)); x.Outcome != commands.NotInSources {
		t.Errorf("the longest line: %s %+v", x.Outcome, x.Error)
	}
}

func TestPanicIsSaid(t *testing.T) {
	s := hale(t)
	s.Griot.Buttons = nil // whatever seals a button panics
	x := s.Do(context.Background(), "/actor name:dockers")
	if x.Request != "/actor name:dockers" || x.Outcome != commands.Failed || x.Error.Code != "unknown" || !strings.Contains(x.Error.Message, "REF") {
		t.Errorf("got %+v", x)
	}
}

func TestMicrosecondsAreMeasured(t *testing.T) {
	s := hale(t)
	now := time.Unix(0, 0)
	s.Now = func() time.Time { now = now.Add(1500 * time.Nanosecond); return now }
	if x := s.Do(context.Background(), "/about"); x.Microseconds != 1 {
		t.Errorf("got %d µs between two looks at a clock that goes on by 1.5 µs", x.Microseconds)
	}
}

func TestRunAnswersLineByLine(t *testing.T) {
	lines := "/actor name:dockers\n\n \t\n! 2\r\nhello\n? /actor name:c\n/quote words:<b> & “c”"
	var first, second, text bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if err := hale(t).Run(context.Background(), strings.NewReader(lines), out, true); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Errorf("two runs differ:\n%s\n%s", &first, &second)
	}
	var requests []string
	for line := range strings.Lines(first.String()) {
		var x Exchange
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		requests = append(requests, x.Request)
	}
	want := []string{"/actor name:dockers", "", "", "! 2", "hello", "? /actor name:c", "/quote words:<b> & “c”"}
	if diff := cmp.Diff(want, requests); diff != "" {
		t.Errorf("requests (-want +got)\n%s", diff)
	}
	if !strings.Contains(first.String(), `"request":"/quote words:<b> & “c”"`) {
		t.Error("< and & are written as escapes")
	}
	s := hale(t)
	if err := s.Run(context.Background(), strings.NewReader("/about\n\n/help\n"), &text, false); err != nil {
		t.Fatal(err)
	}
	if want := s.Do(t.Context(), "/about").Text(Terminal{}) + "\n" + s.Do(t.Context(), "/help").Text(Terminal{}); text.String() != want {
		t.Errorf("as text:\n%s\nwant:\n%s", &text, want)
	}
}

type broken struct{}

var errBroken = errors.New("broken pipe")

func (broken) Write([]byte) (int, error) { return 0, errBroken }

func TestRunStops(t *testing.T) {
	s := hale(t)
	for _, jsonLines := range []bool{true, false} {
		if err := s.Run(t.Context(), strings.NewReader("/about\n/about\n"), broken{}, jsonLines); !errors.Is(err, errBroken) {
			t.Errorf("where nothing can be written: %v", err)
		}
	}
	if err := s.Run(t.Context(), iotest.ErrReader(errBroken), &bytes.Buffer{}, true); !errors.Is(err, errBroken) {
		t.Errorf("where nothing can be read: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if err := s.Run(ctx, strings.NewReader("/about\n"), &out, true); !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("once it is to stop: %v, and wrote %q", err, &out)
	}
}

func TestInteractiveReadsAPipe(t *testing.T) {
	s := hale(t)
	var out bytes.Buffer
	if err := s.Interactive(t.Context(), strings.NewReader("/actor name:town council\n2\n\n"), &out); err != nil {
		t.Fatal(err)
	}
	s = hale(t)
	want := "\n" + s.Do(t.Context(), "/actor name:town council").Text(Terminal{}) + "\n" +
		"\n" + s.Do(t.Context(), "! 2").Text(Terminal{}) + "\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestTerminalOfAFileIsPlain(t *testing.T) {
	file, err := os.CreateTemp(t.TempDir(), "out")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, out := range []any{file, &bytes.Buffer{}} {
		if IsTerminal(out) {
			t.Errorf("%T is taken for a terminal", out)
		}
	}
	if got := TerminalOf(file, func(string) string { return "" }); got != (Terminal{}) {
		t.Errorf("a file is %+v", got)
	}
}
