package discordtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// problem is one broken rule: where, as a JSON pointer, and what, in words.
type problem struct {
	at, says string
	house    bool // Griot's own rule: Discord itself would accept the body
}

func (p problem) String() string {
	if p.at == "" {
		return "/: " + p.says
	}
	return p.at + ": " + p.says
}

// checker collects the problems of one body.
type checker struct {
	problems []problem
	files    int // that came beside the body
}

func (c *checker) refuse(at, format string, args ...any) {
	c.problems = append(c.problems, problem{at: at, says: fmt.Sprintf(format, args...)})
}

func (c *checker) refuseHouse(at, format string, args ...any) {
	c.problems = append(c.problems, problem{at: at, says: fmt.Sprintf(format, args...), house: true})
}

func (c *checker) words() []string {
	var all []string
	for _, p := range c.problems {
		all = append(all, p.String())
	}
	return all
}

// rule checks the value that stands at a place.
type rule func(c *checker, at string, v any)

// shape lists the properties that Discord documents for an object.
type shape map[string]rule

// parse reads one JSON value, numbers as they are written, and nothing after it.
func parse(body []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, fmt.Errorf("not JSON: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("not JSON: more than one value")
	}
	return v, nil
}

// check applies the shape to v: unknown properties and missing required ones
// are problems; a null counts as absent. It returns the object, or nil.
func (s shape) check(c *checker, at string, v any, required ...string) map[string]any {
	m, ok := v.(map[string]any)
	if !ok {
		c.refuse(at, "must be an object")
		return nil
	}
	for _, key := range slices.Sorted(maps.Keys(m)) {
		property, known := s[key]
		switch {
		case !known:
			c.refuse(at+"/"+key, "unknown property")
		case m[key] != nil:
			property(c, at+"/"+key, m[key])
		}
	}
	for _, key := range required {
		if m[key] == nil {
			c.refuse(at+"/"+key, "required")
		}
	}
	return m
}

// object is the rule of a shape that stands inside another.
func object(s shape, required ...string) rule {
	return func(c *checker, at string, v any) { s.check(c, at, v, required...) }
}

// text demands a string of low to high UTF-16 units; surrounding white space
// doesn't count towards low, as Discord trims it.
func text(low, high int) rule {
	return func(c *checker, at string, v any) {
		s, ok := v.(string)
		switch n := length(s); {
		case !ok:
			c.refuse(at, "must be a string")
		case length(strings.TrimSpace(s)) < low:
			c.refuse(at, "is empty")
		case n > high:
			c.refuse(at, "has %d characters, at most %d", n, high)
		}
	}
}

// list demands an array of low to high items, each of them by the rule.
func list(low, high int, each rule) rule {
	return func(c *checker, at string, v any) {
		items, ok := v.([]any)
		switch n := len(items); {
		case !ok:
			c.refuse(at, "must be an array")
		case n < low:
			c.refuse(at, "has %d items, at least %d", n, low)
		case n > high:
			c.refuse(at, "has %d items, at most %d", n, high)
		}
		for i, item := range items {
			each(c, at+"/"+strconv.Itoa(i), item)
		}
	}
}

// integer demands a whole number from low to high.
func integer(low, high int64) rule {
	return func(c *checker, at string, v any) {
		n, ok := whole(v)
		if !ok || n < low || n > high {
			c.refuse(at, "must be a whole number from %d to %d", low, high)
		}
	}
}

// number demands a JSON number.
func number(c *checker, at string, v any) {
	if _, ok := v.(json.Number); !ok {
		c.refuse(at, "must be a number")
	}
}

// boolean demands true or false.
func boolean(c *checker, at string, v any) {
	if _, ok := v.(bool); !ok {
		c.refuse(at, "must be true or false")
	}
}

var digits = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)

// snowflake demands an id: digits in a string.
func snowflake(c *checker, at string, v any) {
	if s, ok := v.(string); !ok || !digits.MatchString(s) {
		c.refuse(at, "must be an id of digits in a string")
	}
}

// timestamp demands an ISO 8601 time.
func timestamp(c *checker, at string, v any) {
	s, _ := v.(string)
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		c.refuse(at, "must be an ISO 8601 time")
	}
}

// link demands a URL of at most high characters with one of the schemes.
func link(high int, schemes ...string) rule {
	return func(c *checker, at string, v any) {
		text(1, high)(c, at, v)
		s, _ := v.(string)
		u, err := url.Parse(s)
		if err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme) {
			c.refuse(at, "must be a URL with %s", strings.Join(schemes, " or "))
		}
	}
}

// whole returns v as a whole number.
func whole(v any) (int64, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := n.Int64()
	return i, err == nil
}

// str returns the string under a key, or "".
func str(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return s
}

// items returns the array under a key, or none.
func items(m map[string]any, key string) []any {
	a, _ := m[key].([]any)
	return a
}
