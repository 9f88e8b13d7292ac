package knowledge_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"griot/knowledge"
)

// TestPerpetrators holds testdata/perpetrators.txt.
func TestPerpetrators(t *testing.T) {
	file, err := os.ReadFile("testdata/perpetrators.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		parts := strings.SplitN(line, " ", 4)
		var value any = parts[3]
		if parts[2] == "also" {
			value = []any{value}
		}
		body, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		view := newView(t, breakRecord(t, weir(t), knowledge.ID(parts[1]), parts[2], string(body)))
		blamed := false
		for _, p := range view.Check() {
			blamed = blamed || strings.HasPrefix(p.Path, parts[2]) && strings.Contains(p.What, " as perpetrator;")
		}
		if want := parts[0] == "yes"; blamed != want {
			t.Errorf("blames %t, want %t: %s", blamed, want, line)
		}
	}
}
