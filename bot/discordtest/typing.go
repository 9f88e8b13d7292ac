package discordtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Option is what a user fills into a command.
type Option struct {
	Name  string
	Value any // string, int, float64, bool, *User, *Role, *Channel or *File
	typed bool
}

// Opt is an option with its value.
func Opt(name string, value any) Option { return Option{Name: name, Value: value} }

// Typing is the option in which the user is typing, with the text so far.
func Typing(name, text string) Option { return Option{Name: name, Value: text, typed: true} }

// Command runs a slash command, as in "actor" or "pack check", and waits for
// the first answer. It returns an error if Discord wouldn't let the user: no
// such command here, no permission by its default, or options that don't fit
// it.
func (ch *Channel) Command(ctx context.Context, user *User, name string, options ...Option) (*Response, error) {
	i := &interaction{kind: kindCommand, user: user, what: "/" + name}
	return ch.command(ctx, i, name, options)
}

// Autocomplete types into an option of a command, one made by Typing, and
// waits for the choices. Other options may be missing.
func (ch *Channel) Autocomplete(ctx context.Context, user *User, name string, options ...Option) (*Response, error) {
	i := &interaction{kind: kindAutocomplete, user: user, what: "typing /" + name}
	return ch.command(ctx, i, name, options)
}

func (ch *Channel) command(ctx context.Context, i *interaction, name string, options []Option) (*Response, error) {
	data, err := ch.invocation(i, strings.Fields(name), options)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", i.what, err)
	}
	return ch.act(ctx, i, data)
}

// invocation is the data of a command: its path of names, its typed options,
// and the people that they name.
func (ch *Channel) invocation(i *interaction, path []string, options []Option) (map[string]any, error) {
	ch.server.mu.Lock()
	defer ch.server.mu.Unlock()
	c, err := ch.lookUp(i.user, path[0])
	if err != nil {
		return nil, err
	}
	declared := c.Options
	var chain []CommandOption
	for _, name := range path[1:] {
		at := slices.IndexFunc(declared, func(o CommandOption) bool { return o.Name == name && o.Type <= optionGroup })
		if at < 0 {
			return nil, fmt.Errorf("no sub-command %q", name)
		}
		chain, declared = append(chain, declared[at]), declared[at].Options
	}
	if len(declared) > 0 && declared[0].Type <= optionGroup {
		return nil, errors.New("has sub-commands and can't be called itself")
	}
	f := &filling{interaction: i, channel: ch, resolved: map[string]map[string]any{}}
	filled, err := f.fill(declared, options)
	if err != nil {
		return nil, err
	}
	for _, sub := range slices.Backward(chain) {
		filled = []any{map[string]any{"name": sub.Name, "type": sub.Type, "options": filled}}
	}
	data := map[string]any{"id": c.ID, "name": c.Name, "type": c.Type, "options": filled}
	if c.GuildID != "" {
		data["guild_id"] = c.GuildID
	}
	if len(f.resolved) > 0 {
		data["resolved"] = f.resolved
	}
	return data, nil
}

// lookUp finds a slash command that the user sees in the channel.
func (ch *Channel) lookUp(user *User, name string) (*Command, error) {
	if err := ch.admits(user); err != nil {
		return nil, err
	}
	var all []*Command
	where := contextBotDM
	if ch.guild != nil {
		all, where = append(all, ch.server.commands[ch.guild.ID]...), contextGuild
	}
	for _, c := range append(all, ch.server.commands[""]...) {
		if c.Name != name || c.Type != commandSlash {
			continue
		}
		if c.Contexts != nil && !slices.Contains(c.Contexts, where) || where == contextBotDM && c.DMPermission != nil && !*c.DMPermission {
			return nil, errors.New("isn't offered in this kind of channel")
		}
		if needs := c.DefaultMemberPermissions; needs != nil && ch.guild != nil {
			has := ch.guild.permissions(ch.guild.member(user))
			if *needs == 0 && has&Administrator == 0 || has&int64(*needs) != int64(*needs) {
				return nil, fmt.Errorf("%s lacks the permission", user.Username)
			}
		}
		return c, nil
	}
	return nil, errors.New("no such command")
}
