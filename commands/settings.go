package commands

import (
	"context"
	"slices"
	"strings"

	"griot/knowledge"
)

func settingsCommand() Command {
	return Command{Name: "settings", Private: true, For: knowledge.Moderator, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Configure); err != nil {
			return Reply{}, err
		}
		return r.settings(ctx)
	}}
}

// setting is one thing that a server decides about its desk.
type setting struct {
	name  string
	value func(knowledge.Settings) string // as it is typed
	set   func(*knowledge.Settings, string) error
}

// allSettings lists them in the order in which they are shown.
func (r Request) allSettings() []setting {
	return []setting{
		{"moderators", func(s knowledge.Settings) string { return strings.Join(s.Moderators, " ") }, func(s *knowledge.Settings, typed string) (err error) {
			s.Moderators, err = roleIDs(typed)
			return err
		}},
		{"reviewers", func(s knowledge.Settings) string { return strings.Join(s.Reviewers, " ") }, func(s *knowledge.Settings, typed string) (err error) {
			s.Reviewers, err = roleIDs(typed)
			return err
		}},
		{"channel", func(s knowledge.Settings) string { return s.ReviewChannel }, func(s *knowledge.Settings, typed string) (err error) {
			s.ReviewChannel, err = channelID(typed)
			return err
		}},
		{"suggest", func(s knowledge.Settings) string { return audienceWord(s.Suggest) }, func(s *knowledge.Settings, typed string) error {
			word, err := oneWord(typed, audienceWord(knowledge.Everyone), string(knowledge.Moderating), string(knowledge.Nobody))
			if s.Suggest = knowledge.Audience(word); word == audienceWord(knowledge.Everyone) {
				s.Suggest = knowledge.Everyone
			}
			return err
		}},
		{"private", func(s knowledge.Settings) string { return yesNo(s.Private) }, func(s *knowledge.Settings, typed string) error {
			word, err := oneWord(typed, yesNo(true), yesNo(false))
			s.Private = word == yesNo(true)
			return err
		}},
		{"language", func(s knowledge.Settings) string { return s.Language }, func(s *knowledge.Settings, typed string) error {
			s.Language = typed // which Validate knows
			return nil
		}},
		{"packs", func(s knowledge.Settings) string { return inWords(r.packsOf(s)) }, func(s *knowledge.Settings, typed string) (err error) {
			s.Without, err = r.packsWithout(typed)
			return err
		}},
		{"summaries", func(s knowledge.Settings) string { return s.Summaries }, func(s *knowledge.Settings, typed string) (err error) {
			s.Summaries, err = oneWord(typed, knowledge.SummaryWords...)
			return err
		}},
	}
}

// packsOf returns the packs that a server uses.
func (r Request) packsOf(s knowledge.Settings) []knowledge.ID {
	return slices.DeleteFunc(r.View.Packs(), func(id knowledge.ID) bool { return slices.Contains(s.Without, id) })
}

func inWords(ids []knowledge.ID) string {
	var words []string
	for _, id := range ids {
		words = append(words, string(id))
	}
	return strings.Join(words, " ")
}

// packsWithout reads the packs that are to be used, and returns the others.
func (r Request) packsWithout(typed string) ([]knowledge.ID, error) {
	used := strings.FieldsFunc(typed, func(c rune) bool { return c == ' ' || c == ',' || c == '\n' })
	for _, word := range used {
		if !slices.Contains(r.View.Packs(), knowledge.ID(word)) {
			return nil, invalid("no pack", "typed", Echo(word), "packs", inWords(r.View.Packs()))
		}
	}
	return slices.DeleteFunc(r.View.Packs(), func(id knowledge.ID) bool { return slices.Contains(used, string(id)) }), nil
}

func audienceWord(a knowledge.Audience) string {
	if a == knowledge.Everyone {
		return "everyone"
	}
	return string(a)
}

func yesNo(on bool) string {
	if on {
		return "yes"
	}
	return "no"
}

// settings shows every setting, what it means, and how many people moderate.
func (r Request) settings(ctx context.Context) (Reply, error) {
	say, now := r.Say(), r.View.Settings()
	p := r.compose(say.Say("title.settings"), "")
	n, err := r.Library.Moderators(ctx, r.View.Layer())
	if err != nil {
		return Reply{}, err
	}
	p.note(Line, plain(say.Say("settings.moderated", "n", n)))
	if n < 2 {
		p.note(Line, bold(say.Say("settings.too few")))
	}
	var buttons []Button
	for _, s := range r.allSettings() {
		p.note(Item, r.settingLine(s, now)...)
		p.note(Under, plain(say.Say("setting.about "+s.name)))
		ask := Ask{Command: "configure", Values: map[string]string{configureWhat.Name: s.name}}
		buttons = append(buttons, Button{Label: say.Say("setting." + s.name), Ask: ask, Writes: true})
	}
	history := Ask{Command: "history", Values: map[string]string{historyName.Name: string(knowledge.SettingsID)}}
	buttons = append(buttons, Button{Label: say.Say("button.history"), Ask: history})
	p.buttons(slices.Collect(slices.Chunk(buttons, MaxButtonsInRow))...)
	return p.done(), nil
}

// settingLine is a setting by its name, and what it is set to.
func (r Request) settingLine(s setting, now knowledge.Settings) []Span {
	line := []Span{bold(r.Say().Say("setting." + s.name)), plain(": ")}
	switch {
	case s.name == "moderators" && len(now.Moderators) > 0:
		return append(line, mentions(now.Moderators, func(id string) Span { return Span{Role: id} })...)
	case s.name == "reviewers" && len(now.Reviewers) > 0:
		return append(line, mentions(now.Reviewers, func(id string) Span { return Span{Role: id} })...)
	case s.name == "channel" && now.ReviewChannel != "":
		return append(line, Span{Channel: now.ReviewChannel})
	}
	return append(line, plain(r.settingWords(s, now)))
}

func mentions(ids []string, span func(string) Span) []Span {
	var all []Span
	for i, id := range ids {
		if i > 0 {
			all = append(all, plain(", "))
		}
		all = append(all, span(id))
	}
	return all
}

// settingWords says what a setting is set to in a word or two.
func (r Request) settingWords(s setting, now knowledge.Settings) string {
	value := s.value(now)
	switch s.name {
	case "moderators", "reviewers", "channel", "language", "packs", "summaries":
		if value == "" {
			return r.Say().Say("setting.none " + s.name)
		}
	}
	return r.Say().Term("setting "+s.name, value)
}

// settingsChanged returns what sets two versions of the settings apart, in
// words.
func (r Request) settingsChanged(before, after knowledge.Record) []knowledge.Difference {
	var all []knowledge.Difference
	for _, s := range r.allSettings() {
		d := knowledge.Difference{Path: r.Say().Say("setting." + s.name)}
		d.Before, d.After = r.settingWords(s, settingsOf(before)), r.settingWords(s, settingsOf(after))
		if d.Before != d.After {
			all = append(all, d)
		}
	}
	return all
}

// settingsOf reads the record of settings; what is none, or not live, decides
// nothing.
func settingsOf(r knowledge.Record) knowledge.Settings {
	content, err := r.Content()
	if s, ok := content.(*knowledge.Settings); ok && err == nil && r.State == knowledge.Live {
		return *s
	}
	return knowledge.Settings{}
}
