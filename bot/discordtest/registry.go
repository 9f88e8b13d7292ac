package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// Command is a command as it is registered.
type Command struct {
	ID                       string            `json:"id"`
	ApplicationID            string            `json:"application_id"`
	GuildID                  string            `json:"guild_id,omitempty"`
	Version                  string            `json:"version"`
	Type                     int64             `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Options                  []CommandOption   `json:"options,omitempty"`
	DefaultMemberPermissions *permissionBits   `json:"default_member_permissions"`
	DMPermission             *bool             `json:"dm_permission,omitempty"`
	Contexts                 []int             `json:"contexts"`
	IntegrationTypes         []int             `json:"integration_types,omitempty"`
	NSFW                     bool              `json:"nsfw"`
}

// CommandOption is an option, a sub-command or a group of sub-commands.
type CommandOption struct {
	Type                     int64             `json:"type"`
	Name                     string            `json:"name"`
	NameLocalizations        map[string]string `json:"name_localizations,omitempty"`
	Description              string            `json:"description"`
	DescriptionLocalizations map[string]string `json:"description_localizations,omitempty"`
	Required                 bool              `json:"required,omitempty"`
	Autocomplete             bool              `json:"autocomplete,omitempty"`
	Choices                  []Choice          `json:"choices,omitempty"`
	Options                  []CommandOption   `json:"options,omitempty"`
	ChannelTypes             []int             `json:"channel_types,omitempty"`
	MinValue                 *float64          `json:"min_value,omitempty"`
	MaxValue                 *float64          `json:"max_value,omitempty"`
	MinLength                int               `json:"min_length,omitempty"`
	MaxLength                int               `json:"max_length,omitempty"`
}

// Choice is a value that a user may choose, and how it is shown. The value is
// a string or a float64.
type Choice struct {
	Name              string            `json:"name"`
	NameLocalizations map[string]string `json:"name_localizations,omitempty"`
	Value             any               `json:"value"`
}

// permissionBits is a bit set that comes as a string or as a number and goes
// out as a string.
type permissionBits int64

func (b *permissionBits) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '"' {
		return json.Unmarshal(text[1:len(text)-1], (*int64)(b))
	}
	return json.Unmarshal(text, (*int64)(b))
}

func (b permissionBits) MarshalJSON() ([]byte, error) {
	return []byte(`"` + string(marshal(int64(b))) + `"`), nil
}

// Commands returns what is registered for a guild, or globally for "".
func (s *Server) Commands(guildID string) []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := []Command{}
	for _, c := range s.commands[guildID] {
		all = append(all, *c)
	}
	return all
}

// scope returns the guild of a request, "" for global commands.
func (s *Server) scope(r *http.Request) (string, *refusal) {
	if r.PathValue("app") != ApplicationID {
		return "", refused(http.StatusForbidden, codeForeignApplication, "You are not authorized to perform this action on this application")
	}
	guild := r.PathValue("guild")
	s.mu.Lock()
	defer s.mu.Unlock()
	known := slices.ContainsFunc(s.guilds, func(g *Guild) bool { return g.ID == guild })
	if guild != "" && !known {
		return "", refused(http.StatusForbidden, codeMissingAccess, "Missing Access")
	}
	return guild, nil
}

func (s *Server) listCommands(r *http.Request) (*reply, *refusal) {
	guild, no := s.scope(r)
	if no != nil {
		return nil, no
	}
	all := s.Commands(guild)
	if r.URL.Query().Get("with_localizations") != "true" {
		for i := range all {
			all[i].NameLocalizations, all[i].DescriptionLocalizations = nil, nil
			all[i].Options = plain(all[i].Options)
		}
	}
	return &reply{all}, nil
}

// plain leaves out the localizations, as a list does unless it is asked not to.
func plain(options []CommandOption) []CommandOption {
	options = slices.Clone(options)
	for i := range options {
		o := &options[i]
		o.NameLocalizations, o.DescriptionLocalizations = nil, nil
		o.Options, o.Choices = plain(o.Options), slices.Clone(o.Choices)
		for j := range o.Choices {
			o.Choices[j].NameLocalizations = nil
		}
	}
	return options
}

// checked reads a request's scope and its body, and refuses a body in which
// check finds something.
func (s *Server) checked(r *http.Request, check func(c *checker, v any)) (guild string, p *payload, no *refusal) {
	if guild, no = s.scope(r); no != nil {
		return guild, nil, no
	}
	if p, no = read(r); no != nil {
		return guild, nil, no
	}
	c := &checker{}
	check(c, p.value)
	return guild, p, s.reject(r, c)
}

// putCommands replaces all commands of a scope.
func (s *Server) putCommands(r *http.Request) (*reply, *refusal) {
	guild, p, no := s.checked(r, func(c *checker, v any) {
		c.commands(v)
		c.schema(bodyCommands, v)
	})
	if no != nil {
		return nil, no
	}
	var fresh []*Command
	into(p.value, &fresh)
	s.mu.Lock()
	for _, command := range fresh {
		s.adopt(command, guild)
	}
	s.commands[guild] = fresh
	s.announce()
	s.mu.Unlock()
	return &reply{s.Commands(guild)}, nil
}

// postCommand adds a command, or replaces the one of its name and type.
func (s *Server) postCommand(r *http.Request) (*reply, *refusal) {
	guild, p, no := s.checked(r, func(c *checker, v any) {
		c.command("", v)
		c.schema(bodyCommand, v)
	})
	if no != nil {
		return nil, no
	}
	command := &Command{}
	into(p.value, command)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.adopt(command, guild)
	others := slices.DeleteFunc(slices.Clone(s.commands[guild]), func(old *Command) bool { return old.ID == command.ID })
	s.commands[guild] = append(others, command)
	s.announce()
	return &reply{*command}, nil
}

// adopt fills in what Discord adds; a command of the same name and type keeps
// its id. The caller holds s.mu.
func (s *Server) adopt(c *Command, guild string) {
	if c.Type == 0 {
		c.Type = commandSlash
	}
	c.ApplicationID, c.GuildID, c.ID, c.Version = ApplicationID, guild, "", s.newID()
	for _, old := range s.commands[guild] {
		if old.Name == c.Name && old.Type == c.Type {
			c.ID = old.ID
		}
	}
	if c.ID == "" {
		c.ID = s.newID()
	}
}
