package discordtest

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// CheckCommands returns what Discord has against the JSON array of commands
// that an app would register: each problem with its JSON pointer, none if all
// of them are accepted.
func CheckCommands(body []byte) []string {
	v, err := parse(body)
	if err != nil {
		return []string{"/: " + err.Error()}
	}
	c := &checker{}
	c.commands(v)
	return c.words()
}

// The types of commands and of options, by Discord's numbers.
const (
	commandSlash   = 1
	commandUser    = 2
	commandMessage = 3

	optionSub     = 1
	optionGroup   = 2
	optionString  = 3
	optionInteger = 4
	optionBoolean = 5
	optionUser    = 6
	optionChannel = 7
	optionRole    = 8
	optionNumber  = 10
	optionFile    = 11
)

var locales = strings.Fields("ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW")

var slashName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

var commandShape = shape{
	"id": snowflake, "application_id": snowflake, "guild_id": snowflake, "version": snowflake,
	"type": integer(commandSlash, commandMessage), "name": text(1, 32), "name_localizations": localized(32),
	"description": text(0, maxCommandDescription), "description_localizations": localized(maxCommandDescription),
	"options": anything, "default_member_permissions": permissions, "default_permission": boolean,
	"dm_permission": boolean, "nsfw": boolean, "handler": integer(1, 3),
	"integration_types": list(1, 2, integer(0, 1)), "contexts": list(1, 3, integer(0, 2)),
}

var optionShape = shape{
	"type": integer(optionSub, 11), "name": text(1, 32), "name_localizations": localized(32),
	"description": text(1, maxCommandDescription), "description_localizations": localized(maxCommandDescription),
	"required": boolean, "options": anything, "channel_types": list(0, 20, number), "autocomplete": boolean,
	"choices":   list(0, maxChoices, object(choiceShape, "name", "value")),
	"min_value": number, "max_value": number,
	"min_length": integer(0, maxOptionLength), "max_length": integer(1, maxOptionLength),
}

// permissions takes a bit set in a string, as documented, or as a number,
// which Discord's own description of the API says.
func permissions(c *checker, at string, v any) {
	if n, ok := v.(json.Number); ok {
		v = n.String()
	}
	snowflake(c, at, v)
}

// localized demands texts by known locales.
func localized(high int) rule {
	return func(c *checker, at string, v any) {
		m, ok := v.(map[string]any)
		if !ok {
			c.refuse(at, "must be an object of texts by locale")
		}
		for _, locale := range slices.Sorted(maps.Keys(m)) {
			if !slices.Contains(locales, locale) {
				c.refuse(at+"/"+locale, "no locale that Discord knows")
			}
			text(1, high)(c, at+"/"+locale, m[locale])
		}
	}
}

// commands checks a whole list of commands.
func (c *checker) commands(v any) {
	list(0, maxSlashCommands+2*maxMenuCommands, (*checker).command)(c, "", v)
	all, _ := v.([]any)
	count := map[int64]int{}
	type key struct {
		kind int64
		name string
	}
	seen := map[key]bool{}
	for i, one := range all {
		m, _ := one.(map[string]any)
		kind := commandKind(m)
		count[kind]++
		if k := (key{kind, str(m, "name")}); seen[k] {
			c.refuse(place("", i)+"/name", "a command of that name stands there already")
		} else {
			seen[k] = true
		}
	}
	for kind, most := range map[int64]int{commandSlash: maxSlashCommands, commandUser: maxMenuCommands, commandMessage: maxMenuCommands} {
		if count[kind] > most {
			c.refuse("", "%d commands of type %d, at most %d", count[kind], kind, most)
		}
	}
}

func commandKind(m map[string]any) int64 {
	if kind, ok := whole(m["type"]); ok {
		return kind
	}
	return commandSlash
}

// command checks one command.
func (c *checker) command(at string, v any) {
	m := commandShape.check(c, at, v, "name")
	if m == nil {
		return
	}
	if commandKind(m) != commandSlash {
		for _, key := range []string{"description", "description_localizations", "options"} {
			if said(m[key]) {
				c.refuse(at+"/"+key, "only a slash command has one")
			}
		}
		return
	}
	c.slashNames(at, m)
	if strings.TrimSpace(str(m, "description")) == "" {
		c.refuse(at+"/description", "a slash command needs a description")
	}
	c.options(at+"/options", m["options"], 0)
	if n := commandText(m); n > maxCommandText {
		c.refuse(at, "%d characters of names, descriptions and values, at most %d", n, maxCommandText)
	}
}

// slashNames checks the name of a slash command or an option, in each locale.
func (c *checker) slashNames(at string, m map[string]any) {
	check := func(at, name string) {
		if !slashName.MatchString(name) || strings.ToLower(name) != name {
			c.refuse(at, "%q must be 1 to 32 lower-case letters, digits, - or _", name)
		}
	}
	check(at+"/name", str(m, "name"))
	local, _ := m["name_localizations"].(map[string]any)
	for _, locale := range slices.Sorted(maps.Keys(local)) {
		check(at+"/name_localizations/"+locale, str(local, locale))
	}
}
