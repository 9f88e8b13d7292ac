package commands

import (
	"net/url"
	"strconv"
	"strings"
)

// encode writes an ask as short as it can be read back: command, page, values.
func (a Ask) encode() string {
	values := url.Values{}
	for name, value := range a.Values {
		values.Set(name, value)
	}
	return a.Command + ";" + strconv.Itoa(a.Page) + ";" + values.Encode()
}

func decodeAsk(s string) (Ask, bool) {
	parts := strings.SplitN(s, ";", 3)
	if len(parts) < 3 {
		return Ask{}, false
	}
	page, err := strconv.Atoi(parts[1])
	values, err2 := url.ParseQuery(parts[2])
	if err != nil || err2 != nil {
		return Ask{}, false
	}
	ask := Ask{Command: parts[0], Page: page, Values: map[string]string{}}
	for name := range values {
		ask.Values[name] = values.Get(name)
	}
	return ask, true
}
