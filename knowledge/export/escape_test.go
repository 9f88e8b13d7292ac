package export

import "testing"

func TestEscape(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"nothing":             {"The fair, at last: a fire.", "The fair, at last: a fire."},
		"a date":              {"2019-03-23", "2019-03-23"},
		"a range":             {"2015~/2019", `2015\~/2019`},
		"bold and code":       {"*a* __b__ `c`", "\\*a\\* \\_\\_b\\_\\_ \\`c\\`"},
		"a link":              {"[a](b) <c> ![d](e)", `\[a\](b) \<c\> !\[d\](e)`},
		"an address":          {"https://a.org www.b.org c@d.org", `https\://a.org www\.b.org c\@d.org`},
		"a heading":           {"# a # b", `\# a # b`},
		"lists":               {"- a - b", `\- a - b`},
		"a number":            {"1. a 2. b", `1\. a 2. b`},
		"a number in a round": {"12) a", `12\) a`},
		"a line below":        {"=== a", `\=== a`},
		"an entity":           {"&amp; &lt;", `\&amp; \&lt;`},
		"a table":             {"a | b", `a \| b`},
		"two lines":           {"a\n# b", "a # b"},
		"nothing to be seen":  {"a\u200b\u202eb", "ab"},
		"no character":        {"a\xffb", "a\ufffdb"},
		"accents":             {"Élus d’août 🔥", "Élus d’août 🔥"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := escape(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
