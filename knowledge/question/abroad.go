package question

import (
	_ "embed"
	"strings"
	"sync"
)

// abroad.txt names the countries that people ask about.
//
//go:embed abroad.txt
var abroadFile string

var countries = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(abroadFile) {
		if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				set[w] = true
			}
		}
	}
	return set
})

// isCountry reports whether a folded word names a country.
func isCountry(w string) bool { return countries()[w] }
