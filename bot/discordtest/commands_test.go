package discordtest

import (
	"strconv"
	"strings"
	"testing"
)

func TestCheckCommands(t *testing.T) {
	slash := func(more string) string { return `{"name":"actor","description":"d"` + more + `}` }
	long := func(last int) string { // 8,000 characters with 96 in the last value
		choices := `{"name":"<98>#","value":"<100>"}`
		local := `{"name":"a","name_localizations":{"fr":"<100>"},"value":"<` + strconv.Itoa(last) + `>"}`
		return `{"name":"a","description":"b","description_localizations":{"fr":"<99>"},"options":[` +
			`{"type":3,"name":"n","description":"<99>","choices":[19*` + choices + `*]},` +
			`{"type":3,"name":"o","description":"<99>","choices":[18*` + choices + `*]},` +
			`{"type":4,"name":"p","description":"<16>","choices":[{"name":"<100>","value":12345}]},` +
			`{"type":3,"name":"q","description":"<1>","choices":[` + local + `]}]}`
	}
	holds(t, CheckCommands, bodyCommands, `[%s]`, []ruleCase{
		{"an object", slash(``), `"actor"`, "/0: must be an object"},
		{"property", slash(`,"nsfw":false,"dm_permission":true`), slash(`,"hidden":true`), "/0/hidden: unknown property"},
		{"name of letters", `{"name":"réforme_1-é","description":"d"}`, `{"name":"a b","description":"d"}`, `/0/name: "a b" must be 1 to 32 lower-case letters, digits, - or _`},
		{"name in lower case", slash(``), `{"name":"Actor","description":"d"}`, `/0/name: "Actor" must be 1 to 32 lower-case letters, digits, - or _`},
		{"localized name", slash(`,"name_localizations":{"fr":"acteur"}`), slash(`,"name_localizations":{"fr":"Acteur"}`), `/0/name_localizations/fr: "Acteur" must be 1 to 32 lower-case letters, digits, - or _`},
		{"known locale", slash(`,"description_localizations":{"fr":"x"}`), slash(`,"description_localizations":{"fr-FR":"x"}`), "/0/description_localizations/fr-FR: no locale that Discord knows"},
		{"localized description", slash(`,"description_localizations":{"fr":"<100>"}`), slash(`,"description_localizations":{"fr":"<101>"}`), "/0/description_localizations/fr: has 101 characters, at most 100"},
		{"description", `{"name":"actor","description":"<100>"}`, `{"name":"actor","description":"<101>"}`, "/0/description: has 101 characters, at most 100"},
		{"a description", slash(``), `{"name":"actor"}`, "/0/description: a slash command needs a description"},
		{"none for a user command", `{"type":2,"name":"Look up","description":""}`, `{"type":2,"name":"Look up","description":"d"}`, "/0/description: only a slash command has one"},
		{"no options for a message command", `{"type":3,"name":"Look up","options":null}`, `{"type":3,"name":"Look up","options":[{}]}`, "/0/options: only a slash command has one"},
		{"permissions", slash(`,"default_member_permissions":"32"`), slash(`,"default_member_permissions":"MANAGE"`), "/0/default_member_permissions: must be an id of digits in a string"},
		{"permissions as a number", slash(`,"default_member_permissions":32`), slash(`,"default_member_permissions":-1`), "/0/default_member_permissions: must be an id of digits in a string"},
		{"contexts", slash(`,"contexts":[0,1,2],"integration_types":[0]`), slash(`,"contexts":[3]`), "/0/contexts/0: must be a whole number from 0 to 2"},
		{"name once", slash(``) + `,{"type":2,"name":"actor"}`, slash(``) + `,` + slash(``), "/1/name: a command of that name stands there already"},
		{"15 user commands", strings.Trim(string(body(`[15*{"type":2,"name":"u#"}*]`)), "[]"), strings.Trim(string(body(`[16*{"type":2,"name":"u#"}*]`)), "[]"), "/: 16 commands of type 2, at most 15"},
		{"100 slash commands", strings.Trim(string(body(`[100*{"name":"c#","description":"d"}*]`)), "[]"), strings.Trim(string(body(`[101*{"name":"c#","description":"d"}*]`)), "[]"), "/: 101 commands of type 1, at most 100"},
		{"8,000 characters", long(96), long(97), "/0: 8001 characters of names, descriptions and values, at most 8000"},
	})
}

func TestCheckOptions(t *testing.T) {
	slash := func(more string) string { return `{"name":"actor","description":"d"` + more + `}` }
	option := func(more string) string { return `{"type":3,"name":"o","description":"d"` + more + `}` }
	with := func(options string) string { return slash(`,"options":[` + options + `]`) }
	const at = "/0/options/0"
	holds(t, CheckCommands, bodyCommands, `[%s]`, []ruleCase{
		{"25 options", slash(`,"options":[25*{"type":3,"name":"o#","description":"d"}*]`), slash(`,"options":[26*{"type":3,"name":"o#","description":"d"}*]`), "/0/options: has 26 items, at most 25"},
		{"an option's description", with(option(``)), with(`{"type":3,"name":"o"}`), at + "/description: required"},
		{"an option's type", with(`{"type":11,"name":"o","description":"d"}`), with(`{"type":12,"name":"o","description":"d"}`), at + "/type: must be a whole number from 1 to 11"},
		{"an option's name", with(option(``)), with(`{"type":3,"name":"O","description":"d"}`), at + `/name: "O" must be 1 to 32 lower-case letters, digits, - or _`},
		{"option once", with(option(``) + `,{"type":5,"name":"p","description":"d"}`), with(option(``) + `,` + option(``)), "/0/options/1/name: an option of that name stands there already"},
		{"required first", with(`{"type":5,"name":"p","description":"d","required":true},` + option(``)), with(option(``) + `,{"type":5,"name":"p","description":"d","required":true}`), "/0/options/1/required: required options come first"},
		{"choices or autocomplete", with(option(`,"autocomplete":true,"choices":[]`)), with(option(`,"autocomplete":true,"choices":[{"name":"a","value":"b"}]`)), at + "/choices: choices and autocomplete exclude each other"},
		{"25 choices", with(option(`,"choices":[25*{"name":"#","value":"b"}*]`)), with(option(`,"choices":[26*{"name":"#","value":"b"}*]`)), at + "/choices: has 26 items, at most 25"},
		{"choices differ", with(option(`,"choices":[{"name":"a","value":"b"},{"name":"b","value":"b"}]`)), with(option(`,"choices":[2*{"name":"a","value":"b"}*]`)), at + "/choices/1/name: a choice of that name stands there already"},
		{"choice's value", with(option(`,"choices":[{"name":"a","value":"<100>"}]`)), with(option(`,"choices":[{"name":"a","value":"<101>"}]`)), at + "/choices/0/value: has 101 characters, at most 100"},
		{"choice's type", with(option(`,"choices":[{"name":"a","value":"1"}]`)), with(option(`,"choices":[{"name":"a","value":1}]`)), at + "/choices/0/value: is no value for option type 3"},
		{"whole choices", with(`{"type":4,"name":"o","description":"d","choices":[{"name":"a","value":1}]}`), with(`{"type":4,"name":"o","description":"d","choices":[{"name":"a","value":1.5}]}`), at + "/choices/0/value: is no value for option type 4"},
		{"autocomplete of text and numbers", with(`{"type":10,"name":"o","description":"d","autocomplete":true}`), with(`{"type":5,"name":"o","description":"d","autocomplete":true}`), at + "/autocomplete: has no meaning for option type 5"},
		{"min_value of numbers", with(`{"type":4,"name":"o","description":"d","min_value":1}`), with(option(`,"min_value":1`)), at + "/min_value: has no meaning for option type 3"},
		{"max_length of text", with(option(`,"max_length":6000`)), with(`{"type":4,"name":"o","description":"d","max_length":9}`), at + "/max_length: has no meaning for option type 4"},
		{"lengths", with(option(`,"min_length":2,"max_length":2`)), with(option(`,"min_length":3,"max_length":2`)), at + "/max_length: is below min_length"},
		{"channel types", with(`{"type":7,"name":"o","description":"d","channel_types":[0]}`), with(option(`,"channel_types":[0]`)), at + "/channel_types: has no meaning for option type 3"},
		{"options of options", with(option(`,"options":null`)), with(option(`,"options":[` + option(``) + `]`)), at + "/options: only a sub-command or a group has options"},
		{"groups hold sub-commands", with(`{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d","options":[` + option(``) + `]}]}`),
			with(`{"type":2,"name":"g","description":"d","options":[` + option(``) + `]}`), at + "/options/0/type: option type 3 can't stand at this depth"},
		{"one level of groups", with(`{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d"}]}`),
			with(`{"type":2,"name":"g","description":"d","options":[{"type":2,"name":"h","description":"d"}]}`), at + "/options/0/type: option type 2 can't stand at this depth"},
		{"no sub-command in a sub-command", with(`{"type":1,"name":"s","description":"d","options":[]}`),
			with(`{"type":1,"name":"s","description":"d","options":[{"type":1,"name":"r","description":"d"}]}`), at + "/options/0/type: option type 1 can't stand at this depth"},
		{"sub-commands alone", with(`{"type":1,"name":"s","description":"d"},{"type":1,"name":"r","description":"d"}`), with(`{"type":1,"name":"s","description":"d"},` + option(``)), "/0/options: sub-commands and other options can't stand side by side"},
		{"no required sub-command", with(`{"type":1,"name":"s","description":"d","required":false}`), with(`{"type":1,"name":"s","description":"d","required":true}`), at + "/required: has no meaning for option type 1"},
	})
}
