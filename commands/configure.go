package commands

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// configureWhat names a setting, configureTo is what it is to be, and
// configureRev the rev of the settings that were seen.
var (
	configureWhat = Option{Name: "setting", Required: true}
	configureTo   = Option{Name: "value"}
	configureRev  = Option{Name: "rev"}
)

func configureCommand() Command {
	return Command{Name: "configure", Hidden: true, Private: true, Form: true, For: knowledge.Moderator, Options: []Option{configureWhat, configureTo, configureRev, step}, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Configure); err != nil {
			return Reply{}, err
		}
		for _, s := range r.allSettings() {
			if s.name == configureWhat.In(r) {
				return r.configure(ctx, s)
			}
		}
		return Reply{}, invalid("no setting", "typed", Echo(configureWhat.In(r)))
	}}
}

// configure opens the form of a setting, previews what was typed, and saves it.
func (r Request) configure(ctx context.Context, s setting) (Reply, error) {
	record, err := r.settingsDraft()
	if err != nil {
		return Reply{}, err
	}
	if step.In(r) == "" {
		return r.settingForm(s, record), nil
	}
	change := r.stepTo("")
	if configureRev.In(r) != strconv.FormatUint(record.Rev, 10) {
		return r.notTaken(refused("stale"), change)
	}
	next := settingsOf(record)
	if err := s.set(&next, configureTo.In(r)); err != nil {
		return r.notTaken(err, change)
	}
	fresh, err := knowledge.NewRecord(r.View.Layer(), knowledge.KindSettings, knowledge.SettingsID, next)
	if err != nil {
		return Reply{}, err
	}
	fresh.Rev = record.Rev
	edit := knowledge.Edit{Action: knowledge.Configure, Target: knowledge.SettingsID, Records: []knowledge.Record{fresh}}
	if step.In(r) == "save" {
		return r.save(ctx, edit)
	}
	return r.preview(ctx, edit, ways{Save: r.stepTo("save"), Change: &change, Above: r.settingLine(s, next)})
}

// settingsDraft returns the settings as an edit of them begins.
func (r Request) settingsDraft() (knowledge.Record, error) {
	if record, there := r.View.Draft(knowledge.SettingsID); there {
		return record, nil
	}
	return knowledge.NewRecord(r.View.Layer(), knowledge.KindSettings, knowledge.SettingsID, knowledge.Settings{})
}

// settingForm asks for a setting, with what was typed before or what is set.
func (r Request) settingForm(s setting, record knowledge.Record) Reply {
	say := r.Say()
	value, typed := r.Values[configureTo.Name]
	if !typed {
		value = s.value(settingsOf(record))
	}
	field := Field{Name: configureTo.Name, Label: say.Say("setting." + s.name), Value: value, Placeholder: say.Say("setting.type " + s.name), Max: maxReason}
	ask := r.stepTo("preview")
	ask.Values[configureRev.Name] = strconv.FormatUint(record.Rev, 10)
	return Reply{Form: &Form{Title: say.Say("form.setting", "setting", say.Say("setting."+s.name)), Fields: []Field{field}, Ask: ask}}
}

var (
	roleForm    = regexp.MustCompile(`^(?:<@&)?([0-9]{1,20})>?$`)
	channelForm = regexp.MustCompile(`^(?:<#)?([0-9]{1,20})>?$`)
)

// roleIDs reads roles, as mentions or ids, with spaces or commas between.
func roleIDs(typed string) ([]string, error) {
	var all []string
	for _, word := range strings.FieldsFunc(typed, func(c rune) bool { return c == ' ' || c == ',' || c == '\n' }) {
		m := roleForm.FindStringSubmatch(word)
		if m == nil {
			return nil, invalid("role", "typed", Echo(typed))
		}
		if !slices.Contains(all, m[1]) {
			all = append(all, m[1])
		}
	}
	return all, nil
}

// channelID reads a channel, as a mention or an id; nothing is none.
func channelID(typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	m := channelForm.FindStringSubmatch(typed)
	if m == nil {
		return "", invalid("channel", "typed", Echo(typed))
	}
	return m[1], nil
}

// oneWord reads one of several words, however it is written.
func oneWord(typed string, words ...string) (string, error) {
	typed = strings.ToLower(typed)
	if slices.Contains(words, typed) {
		return typed, nil
	}
	named := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
	return "", invalid("no such word", "typed", Echo(typed), "words", strings.Join(named, ", "))
}
