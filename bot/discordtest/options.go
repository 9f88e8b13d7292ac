package discordtest

import (
	"encoding/json"
)

// options checks the options of a command (depth 0), of a group (1) or of a
// sub-command (2).
func (c *checker) options(at string, v any, depth int) {
	if v == nil {
		return
	}
	list(0, maxOptions, func(c *checker, at string, v any) { c.option(at, v, depth) })(c, at, v)
	all, _ := v.([]any)
	names, optional, subs := map[string]bool{}, false, 0
	for i, o := range all {
		m, _ := o.(map[string]any)
		if name := str(m, "name"); names[name] {
			c.refuse(place(at, i)+"/name", "an option of that name stands there already")
		}
		names[str(m, "name")] = true
		if said(m["required"]) && optional {
			c.refuse(place(at, i)+"/required", "required options come first")
		}
		optional = optional || !said(m["required"])
		if kind, _ := whole(m["type"]); kind == optionSub || kind == optionGroup {
			subs++
		}
	}
	if subs > 0 && subs < len(all) {
		c.refuse(at, "sub-commands and other options can't stand side by side")
	}
}

// option checks one option at a depth.
func (c *checker) option(at string, v any, depth int) {
	m := optionShape.check(c, at, v, "type", "name", "description")
	if m == nil {
		return
	}
	c.slashNames(at, m)
	kind, _ := whole(m["type"])
	switch {
	case kind == optionGroup && depth == 0:
		c.options(at+"/options", m["options"], 1)
	case kind == optionSub && depth <= 1:
		c.options(at+"/options", m["options"], 2)
	case kind == optionGroup || kind == optionSub || depth == 1:
		c.refuse(at+"/type", "option type %d can't stand at this depth", kind)
	case said(m["options"]):
		c.refuse(at+"/options", "only a sub-command or a group has options")
	}
	c.optionValues(at, m, kind)
}

// optionValues checks what limits an option's value, by its kind.
func (c *checker) optionValues(at string, m map[string]any, kind int64) {
	typed := kind == optionString || kind == optionInteger || kind == optionNumber
	only := func(fits bool, keys ...string) {
		for _, key := range keys {
			if said(m[key]) && !fits {
				c.refuse(at+"/"+key, "has no meaning for option type %d", kind)
			}
		}
	}
	only(typed, "choices", "autocomplete")
	only(kind == optionInteger || kind == optionNumber, "min_value", "max_value")
	only(kind == optionString, "min_length", "max_length")
	only(kind == optionChannel, "channel_types")
	only(kind > optionGroup, "required")
	if said(m["autocomplete"]) && said(m["choices"]) {
		c.refuse(at+"/choices", "choices and autocomplete exclude each other")
	}
	low, _ := whole(m["min_length"])
	if high, limited := whole(m["max_length"]); limited && low > high {
		c.refuse(at+"/max_length", "is below min_length")
	}
	c.optionChoices(at+"/choices", items(m, "choices"), kind)
}

func (c *checker) optionChoices(at string, choices []any, kind int64) {
	names := map[string]bool{}
	for i, v := range choices {
		m, _ := v.(map[string]any)
		if name := str(m, "name"); names[name] {
			c.refuse(place(at, i)+"/name", "a choice of that name stands there already")
		}
		names[str(m, "name")] = true
		if !fits(m["value"], kind) {
			c.refuse(place(at, i)+"/value", "is no value for option type %d", kind)
		}
	}
}

// fits reports whether a choice's value is of the option's type.
func fits(v any, kind int64) bool {
	switch v := v.(type) {
	case string:
		return kind == optionString
	case json.Number:
		_, isWhole := whole(v)
		return kind == optionNumber || kind == optionInteger && isWhole
	}
	return false
}

// commandText counts names, descriptions and values of a command or an option
// and of all below it, each in its longest localization.
func commandText(m map[string]any) int {
	n := longest(m, "name") + longest(m, "description")
	for _, key := range []string{"options", "choices"} {
		for _, v := range items(m, key) {
			inner, _ := v.(map[string]any)
			n += commandText(inner)
		}
	}
	switch v := m["value"].(type) {
	case string:
		n += length(v)
	case json.Number:
		n += len(v.String())
	}
	return n
}

func longest(m map[string]any, key string) int {
	n := length(str(m, key))
	local, _ := m[key+"_localizations"].(map[string]any)
	for locale := range local {
		n = max(n, length(str(local, locale)))
	}
	return n
}
