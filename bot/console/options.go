package console

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"griot/commands"
)

// typed is an option as it stands in a line. Its value begins at byte start of
// what follows the command.
type typed struct {
	option commands.Option
	value  string
	start  int
}

// optionForm is what looks like an option at the start of a word. Two slashes
// after the colon make it an address.
var optionForm = regexp.MustCompile(`^\s*([\pL_-]+):(//)?`)

// parseOptions reads "option:value …". Words before the first option are the
// value of the command's first option.
func parseOptions(c commands.Command, s string) ([]typed, error) {
	all, err := cutOptions(c, s)
	if err != nil {
		return nil, err
	}
	for i, t := range all {
		if slices.ContainsFunc(all[:i], func(before typed) bool { return before.option.Name == t.option.Name }) {
			return nil, invalid("option twice", "option", t.option.Name)
		}
		if !t.option.Bool || t.value == "" {
			continue
		}
		if all[i].value, err = parseBool(t); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func cutOptions(c commands.Command, s string) ([]typed, error) {
	var all []typed
	pos := 0
	if o, start, ok := optionAt(c, s, 0); ok {
		all, pos = append(all, typed{option: o}), start
	} else if strings.TrimSpace(s) != "" {
		first, err := firstOption(c, s)
		if err != nil {
			return nil, err
		}
		all = append(all, typed{option: first})
	}
	for i := 0; i < len(all); i++ {
		value, end := cutValue(c, s, pos)
		all[i].value, all[i].start = value, pos
		if o, start, ok := optionAt(c, s, end); ok {
			all, pos = append(all, typed{option: o}), start
		}
	}
	return all, nil
}

// firstOption returns the option that words without one belong to.
func firstOption(c commands.Command, s string) (commands.Option, error) {
	if m := optionForm.FindStringSubmatch(s); m != nil && m[2] == "" {
		return commands.Option{}, invalid("unknown option", "command", c.Name, "option", commands.Echo(m[1]))
	}
	if len(c.Options) == 0 {
		return commands.Option{}, invalid("no words", "command", c.Name)
	}
	return c.Options[0], nil
}

// maxOption is more than the length of any option's name and its colon: Discord
// has 32 characters for a name.
const maxOption = 40

// optionAt returns the option of c that stands at pos, after space, and where
// its value begins.
func optionAt(c commands.Command, s string, pos int) (o commands.Option, start int, ok bool) {
	rest := s[pos:]
	word := strings.TrimLeftFunc(rest, isSpace)
	name, _, colon := strings.Cut(word[:min(len(word), maxOption)], ":")
	if !colon || len(word) == len(rest) {
		return o, 0, false
	}
	o, ok = c.Option(strings.ToLower(name))
	return o, len(s) - len(word) + len(name) + 1, ok
}

// cutValue returns the value that begins at pos, and where it ends: at the
// next option or at the end of s. It stands between double quotes if the
// closing one ends the value; otherwise a quote is a character like others.
func cutValue(c commands.Command, s string, pos int) (value string, end int) {
	if value, end, ok := unquote(s, pos); ok {
		if _, _, next := optionAt(c, s, end); next || strings.TrimSpace(s[end:]) == "" {
			return value, end
		}
	}
	before := 'x'
	for i, r := range s[pos:] {
		if isSpace(r) && !isSpace(before) {
			if _, _, next := optionAt(c, s, pos+i); next {
				return strings.TrimSpace(s[pos : pos+i]), pos + i
			}
		}
		before = r
	}
	return strings.TrimSpace(s[pos:]), len(s)
}

// unquote reads a text between double quotes. A backslash makes the character
// after it stand for itself, but for \n, a line feed.
func unquote(s string, pos int) (value string, end int, ok bool) {
	body := strings.TrimLeftFunc(s[pos:], isSpace)
	if !strings.HasPrefix(body, `"`) {
		return "", 0, false
	}
	offset := len(s) - len(body)
	var b strings.Builder
	escaped := false
	for i, r := range body[1:] {
		switch {
		case escaped && r == 'n':
			b.WriteByte('\n')
		case escaped:
			b.WriteRune(r)
		case r == '"':
			return b.String(), offset + 1 + i + 1, true
		case r != '\\':
			b.WriteRune(r)
		}
		escaped = !escaped && r == '\\'
	}
	return "", 0, false
}

// bareForm is a value that needs no quotes wherever it stands: words with one
// space between them.
var bareForm = regexp.MustCompile(`^[^\s\pZ\pC":\\]+( [^\s\pZ\pC":\\]+)*$`)

// quoted writes a value so that it is read back the same.
func quoted(s string) string {
	if bareForm.MatchString(s) {
		return s
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

// parseBool reads a yes-or-no value.
func parseBool(t typed) (string, error) {
	switch strings.ToLower(t.value) {
	case "yes", "true":
		return boolWord(true), nil
	case "no", "false":
		return boolWord(false), nil
	}
	return "", invalid("yes or no", "option", t.option.Name)
}

func boolWord(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

func isSpace(r rune) bool { return unicode.IsSpace(r) }
