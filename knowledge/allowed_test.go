package knowledge_test

import (
	"errors"
	"fmt"
	"testing"

	"griot/knowledge"
)

// rights says, for each action, the least role that may do it on the shelf and
// on the desk of its own server; "nobody" is nobody.
var rights = map[knowledge.Action][2]string{
	knowledge.ApplyPack:  {"owner", "nobody"},
	knowledge.ImportText: {"owner", "moderator"},
	knowledge.ImportFile: {"nobody", "moderator"},
	knowledge.EditRecord: {"nobody", "moderator"},
	knowledge.Hide:       {"nobody", "moderator"},
	knowledge.Show:       {"nobody", "moderator"},
	knowledge.Freeze:     {"nobody", "moderator"},
	knowledge.Thaw:       {"nobody", "moderator"},
	knowledge.Merge:      {"nobody", "moderator"},
	knowledge.Suggest:    {"nobody", "reader"},
	knowledge.Approve:    {"nobody", "moderator"},
	knowledge.Decline:    {"nobody", "moderator"},
	knowledge.Undo:       {"nobody", "moderator"},
	knowledge.Follow:     {"nobody", "moderator"},
	knowledge.Configure:  {"nobody", "moderator"},
	knowledge.Redact:     {"owner", "owner"},
}

// TestRights: every action by every role, on the shelf, on its own desk, on
// that of another server and from no server, is allowed as the table says. An
// action that the table lacks fails.
func TestRights(t *testing.T) {
	roles := []knowledge.Role{knowledge.Reader, knowledge.Moderator, knowledge.Reviewer, knowledge.Owner}
	for _, action := range knowledge.Actions() {
		row, listed := rights[action]
		if !listed {
			t.Errorf("no row for %s", action)
			continue
		}
		for _, role := range roles {
			for _, c := range []struct {
				guild string
				layer knowledge.Layer
				least string
			}{
				{"g1", g1, row[1]}, {"g1", knowledge.Shelf, row[0]}, {"", knowledge.Shelf, row[0]},
				{"g2", g1, "nobody"}, {"", g1, "nobody"}, {"g1", "desk/", "nobody"},
			} {
				who := knowledge.Who{User: "u", Guild: c.guild, Role: role}
				err := knowledge.Allowed(who, knowledge.Settings{}, knowledge.Edit{Layer: c.layer, Action: action})
				need, perr := knowledge.ParseRole(c.least)
				if want := perr == nil && role >= need; (err == nil) != want || err != nil && !errors.Is(err, knowledge.ErrNotAllowed) {
					t.Errorf("%s by a %s of %q on %s: %v, want allowed: %v", action, role, c.guild, c.layer, err, want)
				}
			}
		}
	}
	if len(rights) != len(knowledge.Actions()) {
		t.Errorf("%d rows for %d actions", len(rights), len(knowledge.Actions()))
	}
}

// TestOnlyKnowledgeIsSuggested: a reader's suggestion of what a desk works by
// would not wait for anybody.
func TestOnlyKnowledgeIsSuggested(t *testing.T) {
	lib := shelf(t)
	for kind, body := range map[knowledge.Kind]any{
		knowledge.KindFrozen:   knowledge.Frozen{Target: "weir-cut"},
		knowledge.KindSettings: knowledge.Settings{Moderators: []string{"7"}},
		knowledge.KindProposal: knowledge.Proposal{ID: "d-forged", State: knowledge.Approved},
	} {
		e := edit(record(t, kind, knowledge.ID("x-"+string(kind)), body))
		e.Action = knowledge.Suggest
		refused(t, lib, reader("g1", "ana"), e, knowledge.ErrNotAllowed)
	}
}

// TestUndoOfSettings takes who may make them: a moderator by role doesn't bring
// back settings that name other moderators.
func TestUndoOfSettings(t *testing.T) {
	lib := shelf(t)
	configure(t, lib, `{"moderators": ["7", "8"]}`)
	configure(t, lib, `{"moderators": ["7"]}`)
	byRole := knowledge.Who{User: "ben", Guild: "g1", Roles: []string{"7"}}
	refused(t, lib, byRole, undo(2), knowledge.ErrNotAllowed)
	apply(t, lib, moderator("g1"), undo(2))
	if got := fmt.Sprint(lib.View("g1").Settings().Moderators); got != "[7 8]" {
		t.Errorf("after the undo: %s", got)
	}
}

// TestModerators counts those who moderated, also by being for what still
// waits, and no reader.
func TestModerators(t *testing.T) {
	lib := shelf(t)
	count := func(want int) {
		t.Helper()
		if n, err := lib.Moderators(t.Context(), g1); n != want || err != nil {
			t.Errorf("%d moderators, want %d: %v", n, want, err)
		}
	}
	count(0)
	e := edit(draft(t, lib, "g1", "c-cut", plainer))
	e.Action = knowledge.Suggest
	p := apply(t, lib, reader("g1", "ana"), e).Waiting
	count(0)
	apply(t, lib, moderator("g1"), review(knowledge.Approve, p))
	count(1)
	apply(t, lib, second("g1"), edit(draft(t, lib, "g1", "c-suspect", `{"text": "The millers believe that Upper Tarrow cut it."}`)))
	count(2)
	key, _ := lib.PersonOf(t.Context(), g1, "ana")
	for person, want := range map[string]int{key: 1, "": 0, "nobody": 0} {
		if n, err := lib.ChangesBy(t.Context(), g1, person); n != want || err != nil {
			t.Errorf("%q made %d changes, want %d: %v", person, n, want, err)
		}
	}
}
