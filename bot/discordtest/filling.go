package discordtest

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// filling turns what a user filled in into the options of an event.
type filling struct {
	*interaction
	channel  *Channel
	resolved map[string]map[string]any
}

func (f *filling) fill(declared []CommandOption, options []Option) ([]any, error) {
	filled := []any{}
	given := map[string]bool{}
	focused := 0
	for _, o := range options {
		at := slices.IndexFunc(declared, func(d CommandOption) bool { return d.Name == o.Name })
		if at < 0 || given[o.Name] {
			return nil, fmt.Errorf("option %q: no such option, or given twice", o.Name)
		}
		given[o.Name] = true
		one, err := f.option(declared[at], o)
		if err != nil {
			return nil, fmt.Errorf("option %q: %w", o.Name, err)
		}
		if o.typed {
			focused++
		}
		filled = append(filled, one)
	}
	if f.kind == kindAutocomplete && focused != 1 || f.kind == kindCommand && focused != 0 {
		return nil, fmt.Errorf("%d options are being typed", focused)
	}
	for _, d := range declared {
		if d.Required && !given[d.Name] && f.kind == kindCommand {
			return nil, fmt.Errorf("option %q: required", d.Name)
		}
	}
	return filled, nil
}

// option types one option by its declaration.
func (f *filling) option(d CommandOption, o Option) (map[string]any, error) {
	one := map[string]any{"name": d.Name, "type": d.Type, "value": o.Value}
	if o.typed {
		if !d.Autocomplete {
			return nil, errors.New("has no autocomplete")
		}
		f.completes = d.Type
		one["focused"] = true
		return one, nil
	}
	switch v := o.Value.(type) {
	case *User:
		one["value"] = v.ID
		f.resolveUser(v)
	case *Role:
		one["value"] = v.ID
		f.resolve("roles", v.ID, roleJSON(v, 1))
	case *Channel:
		one["value"] = v.ID
		f.resolve("channels", v.ID, v.json())
	case *File:
		id := f.channel.server.keep(v, f.channel)
		one["value"] = id
		f.resolve("attachments", id, v.json(id))
	}
	return one, d.takes(o.Value)
}

func (f *filling) resolve(kind, id string, v any) {
	if f.resolved[kind] == nil {
		f.resolved[kind] = map[string]any{}
	}
	f.resolved[kind][id] = v
}

func (f *filling) resolveUser(u *User) {
	f.resolve("users", u.ID, userJSON(u))
	if g := f.channel.guild; g != nil && g.member(u) != nil {
		f.resolve("members", u.ID, g.memberJSON(g.member(u)))
	}
}

// takes returns an error if the client wouldn't let the value be sent.
func (d CommandOption) takes(value any) error {
	kinds := map[int64]string{optionString: "string", optionInteger: "int", optionBoolean: "bool", optionNumber: "float64",
		optionUser: "*discordtest.User", optionRole: "*discordtest.Role", optionChannel: "*discordtest.Channel", optionFile: "*discordtest.File"}
	if got := fmt.Sprintf("%T", value); kinds[d.Type] != got {
		return fmt.Errorf("takes a %s, not a %s", kinds[d.Type], got)
	}
	if s, ok := value.(string); ok {
		if n := length(s); n < d.MinLength || d.MaxLength > 0 && n > d.MaxLength || n > maxOptionLength || n == 0 {
			return fmt.Errorf("%d characters", n)
		}
	}
	if n, err := strconv.ParseFloat(fmt.Sprint(value), 64); err == nil && d.Type != optionString {
		if d.MinValue != nil && n < *d.MinValue || d.MaxValue != nil && n > *d.MaxValue {
			return fmt.Errorf("%v lies outside the limits", value)
		}
	}
	return d.chosen(value)
}

// chosen returns an error if there are choices and the value is none of them.
func (d CommandOption) chosen(value any) error {
	for _, choice := range d.Choices {
		if fmt.Sprint(choice.Value) == fmt.Sprint(value) {
			return nil
		}
	}
	if len(d.Choices) > 0 {
		return fmt.Errorf("%v is none of the choices", value)
	}
	return nil
}
