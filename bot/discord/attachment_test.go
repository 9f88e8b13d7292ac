package discord

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"griot/bot/discordtest"
	"griot/commands"
)

// taking is a stage on which /about takes a file and says what is in it; without
// one it opens a form.
func taking(t *testing.T) *stage {
	s := newStage(t)
	pack := commands.Option{Name: "words", File: true}
	s.bot.Griot.Commands = []commands.Command{{
		Name: "about", Form: true, Private: true, Options: []commands.Option{pack},
		Run: func(_ context.Context, r commands.Request) (commands.Reply, error) {
			file, given := r.Files[pack.Name]
			if !given {
				return commands.Reply{Form: &commands.Form{Title: "Paste it", Fields: []commands.Field{{Name: "text", Label: "Text"}}}}, nil
			}
			return page(pack.In(r) + ": " + file.Name + ": " + string(file.Body[:min(len(file.Body), 20)])), nil
		},
	}}
	s.serve()
	return s
}

// attach sends a file with /about and returns the message that it becomes.
func (s *stage) attach(f *discordtest.File) discordtest.Message {
	s.t.Helper()
	r := s.command("about", discordtest.Opt("words", f))
	if r.Type != discordtest.AnswerDeferred || !r.Ephemeral {
		s.t.Errorf("%s: first answered with type %d, private %v", f.Name, r.Type, r.Ephemeral)
	}
	m, err := r.Settled(soon(s.t))
	must(s.t, err)
	return m
}

// TestFilesAreFetched before a command sees them; what is on its way is
// announced at once, with or without a model.
func TestFilesAreFetched(t *testing.T) {
	t.Parallel()
	s := taking(t)
	if got := card(t, s.attach(&discordtest.File{Name: "tarn.yaml", Content: []byte("sources:")})).Title; commands.Unescape(got) != "tarn.yaml: tarn.yaml: sources:" {
		t.Errorf("the command saw %q", got)
	}
	largest := &discordtest.File{Name: "large.txt", Content: bytes.Repeat([]byte("x"), commands.MaxFile), Size: 1}
	if got := card(t, s.attach(largest)).Title; !strings.Contains(got, "xxxx") {
		t.Errorf("of the largest file the command saw %q", got)
	}
	if r := s.command("about"); r.Type != discordtest.AnswerModal {
		t.Errorf("without a file: type %d", r.Type)
	}
}

// TestFilesAreRefused: from elsewhere, by another way, too large whatever their
// size is said to be, or not there.
func TestFilesAreRefused(t *testing.T) {
	t.Parallel()
	s := taking(t)
	for name, c := range map[string]struct {
		file discordtest.File
		want string
	}{
		"elsewhere":        {discordtest.File{URL: "https://cdn.discordapp.com.example.org/attachments/1/2/x"}, "attached here"},
		"not encrypted":    {discordtest.File{URL: "http://cdn.discordapp.com/attachments/1/2/x"}, "attached here"},
		"with a name":      {discordtest.File{URL: "https://a:b@cdn.discordapp.com/attachments/1/2/x"}, "attached here"},
		"on another port":  {discordtest.File{URL: "https://cdn.discordapp.com:8080/attachments/1/2/x"}, "attached here"},
		"on this machine":  {discordtest.File{URL: "https://127.0.0.1/attachments/1/2/x"}, "attached here"},
		"no address":       {discordtest.File{URL: "::"}, "attached here"},
		"gone":             {discordtest.File{URL: "https://cdn.discordapp.com/attachments/1/2/x"}, "once more"},
		"a byte too large": {discordtest.File{Content: bytes.Repeat([]byte("x"), commands.MaxFile+1), Size: 5}, "larger than 1048576 bytes"},
		"sent elsewhere": {discordtest.File{Serve: func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Has("again") {
				t.Error("a redirect is followed")
			}
			http.Redirect(w, r, "?again", http.StatusFound)
		}}, "once more"},
		"broken off": {discordtest.File{Serve: func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000")
			w.Write([]byte("a part"))
		}}, "once more"},
	} {
		file := c.file
		file.Name = "a *file*.txt"
		if got := commands.Unescape(card(t, s.attach(&file)).Description); !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFilesComeFromDiscordAlone(t *testing.T) {
	for base, want := range map[string]string{
		"":                            "https://cdn.discordapp.com/attachments/1/2/x?ex=3",
		"https://discord.com/api/v10": "https://cdn.discordapp.com/attachments/1/2/x?ex=3",
		"http://127.0.0.1:1/api/v9":   "http://127.0.0.1:1/attachments/1/2/x?ex=3",
	} {
		to, err := newTransport(base)
		must(t, err)
		u, err := url.Parse("https://cdn.discordapp.com/attachments/1/2/x?ex=3")
		must(t, err)
		if got := to.file(&http.Request{Method: http.MethodGet, URL: u}); got == nil || got.String() != want {
			t.Errorf("with %q a file is asked for at %v, want %s", base, got, want)
		}
		if got := to.file(&http.Request{Method: http.MethodPost, URL: u}); got != nil {
			t.Errorf("something is sent to %v", got)
		}
	}
}
