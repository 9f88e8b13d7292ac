package commands_test

import (
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// FuzzOpen: of all texts that Discord may bring as a custom_id, only those that
// were sealed open anything, each as what it is; nothing panics.
func FuzzOpen(f *testing.F) {
	g := griot(f, "testdata/tarn")
	who := knowledge.Who{User: "1", Guild: "2"}
	buttons, forms := map[string]bool{}, map[string]bool{}
	for _, value := range []string{"tarn", strings.Repeat("long ", 100)} {
		ask := commands.Ask{Command: "actor", Values: map[string]string{"name": value}, Page: 2}
		for _, writes := range []bool{false, true} {
			buttons[sealed(f, g, who, commands.Button{Label: "x", Ask: ask, Opens: commands.ForMe, Writes: writes})] = true
		}
		form, err := g.Buttons.SealForm(f.Context(), who, &commands.Form{Title: "x", Fields: []commands.Field{{Name: "why", Label: "Why"}}, Ask: ask})
		if err != nil {
			f.Fatal(err)
		}
		forms[form] = true
	}
	for _, known := range []map[string]bool{buttons, forms, {"": true, "1": true, "10q;1;": true, "10wAAAAAAAAAAAAAAAAAAAAAAAAAAAA": true}} {
		for id := range known {
			f.Add(id)
		}
	}
	f.Fuzz(func(t *testing.T, id string) {
		if _, _, err := g.Buttons.Open(t.Context(), who, id); (err == nil) != buttons[id] {
			t.Errorf("button %q: %v", id, err)
		}
		if _, err := g.Buttons.OpenForm(t.Context(), who, id); (err == nil) != forms[id] {
			t.Errorf("form %q: %v", id, err)
		}
	})
}
