package discord

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"

	"griot/commands"
)

// attachment is a file that somebody attached to a command. Its size is counted
// while it is read, whatever Discord says of it.
type attachment struct {
	Filename string `json:"filename"`
	URL      string `json:"url"`
}

// fileHosts are where Discord keeps what people attach. Nothing is fetched from
// anywhere else.
var fileHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// isFile reports whether an address is one of Discord's files.
func isFile(u *url.URL) bool {
	return u.Scheme == "https" && u.User == nil && slices.Contains(fileHosts, u.Host)
}

// fetched returns an ask with the bytes of its files. Its error is a Failure.
func (s *service) fetched(ctx context.Context, in *interaction) (commands.Ask, error) {
	ask := in.ask()
	for option := range ask.Files {
		file, err := s.fetch(ctx, in.attached(option))
		if err != nil {
			return ask, err
		}
		ask.Files[option] = file
	}
	return ask, nil
}

// fetch reads an attachment: at most MaxFile bytes, within requestTime, and
// without the bot's token.
func (s *service) fetch(ctx context.Context, a attachment) (commands.File, error) {
	u, err := url.Parse(a.URL)
	if err != nil || !isFile(u) {
		return commands.File{}, failed(commands.Refused, "file elsewhere")
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return commands.File{}, failed(commands.Refused, "file elsewhere")
	}
	r.Header.Set("User-Agent", userAgent)
	answer, err := s.api.http.Do(r)
	if err != nil {
		s.Log.Warn("file not fetched", "error", bare(err))
		return commands.File{}, failed(commands.Failed, "file unread", "file", commands.Echo(a.Filename))
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK { // a redirect, too: it isn't followed
		s.Log.Warn("file not fetched", "status", answer.StatusCode)
		return commands.File{}, failed(commands.Failed, "file unread", "file", commands.Echo(a.Filename))
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, commands.MaxFile+1))
	if err != nil {
		s.Log.Warn("file not fetched", "error", bare(err))
		return commands.File{}, failed(commands.Failed, "file unread", "file", commands.Echo(a.Filename))
	}
	if len(body) > commands.MaxFile {
		return commands.File{}, failed(commands.Invalid, "file large", "file", commands.Echo(a.Filename), "limit", commands.MaxFile)
	}
	return commands.File{Name: a.Filename, Body: body}, nil
}

func failed(outcome commands.Outcome, code string, pairs ...any) error {
	return &commands.Failure{Outcome: outcome, Code: code, Pairs: pairs}
}
