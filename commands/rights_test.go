package commands_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"griot/commands"
	"griot/knowledge"
)

// rank is what somebody is on server 7 of the golden files, where role 501
// moderates.
type rank int

const (
	readers    rank = iota
	byRole          // moderators by the server's settings
	moderators      // by Discord's permission
	reviewers       // who may pass what is sensitive
	owners          // of the program
	nobody          // whom there is none of
)

func (k rank) String() string {
	return []string{"reader", "moderator by role", "moderator", "reviewer", "owner", "nobody"}[k]
}

func (k rank) who(user, guild string) knowledge.Who {
	role := []knowledge.Role{knowledge.Reader, knowledge.Reader, knowledge.Moderator, knowledge.Reviewer, knowledge.Owner}[k]
	who := knowledge.Who{User: user, Guild: guild, Role: role}
	if k == byRole {
		who.Roles = []string{"501"}
	}
	return who
}

// mayWrite says of each command that writes who it takes, on their own server.
// With a command that isn't here nobody may.
var mayWrite = map[string]rank{
	"import": byRole, "keep": byRole,
	"send":    readers, // a suggestion
	"approve": byRole, "decline": byRole, "follow": byRole, "undo": byRole, "close": byRole,
	"configure": moderators,
	"redact":    owners,
	"forget":    readers, // oneself
}

// leastFor returns who it takes to write with a command.
func leastFor(command string) rank {
	if least, writes := mayWrite[command]; writes {
		return least
	}
	return nobody
}

// trial lets everybody ask what a golden file asks, before its own asker does.
type trial struct {
	t      *testing.T
	store  *watched
	lib    *knowledge.Library
	wrote  map[string]bool // commands that wrote, when the golden file's asker asked
	trials int
}

// TestRights plays the golden files. Whatever is asked in them, by a command, a
// button or a form, is asked first by everybody whom the table doesn't let
// write, from the same server, from another and from none: nothing is written.
func TestRights(t *testing.T) {
	x := &trial{t: t, wrote: map[string]bool{}}
	files, _ := filepath.Glob("testdata/replies/*.txt")
	for _, file := range files {
		golden, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if writes(string(golden)) {
			x.play(string(golden))
			// Once more, with moderators by role in the place of others.
			x.play(strings.ReplaceAll(string(golden), "@ moderator ", "@ 501 "))
		}
	}
	for _, c := range commands.All() {
		if x.wrote[c.Name] && leastFor(c.Name) == nobody {
			t.Errorf("/%s wrote, and no row says who may", c.Name)
		}
	}
	for name := range mayWrite {
		if !x.wrote[name] {
			t.Errorf("/%s wrote nothing when it was asked by who may", name)
		}
	}
	if x.trials < 1000 {
		t.Errorf("only %d trials", x.trials)
	}
}

func (x *trial) play(golden string) {
	through := func(store knowledge.Store) knowledge.Store {
		x.store = &watched{Store: store}
		return x.store
	}
	options := []knowledge.Option{knowledge.WithClock(today), knowledge.WithRandom(rand.NewChaCha8([32]byte{}))}
	d := &desk{Griot: griotOver(x.t, through, options, "testdata/tarn"), t: x.t}
	importText(x.t, d.Griot, "gazette-2015-tarn", "testdata/tarn/gazette.txt")
	d.configure(knowledge.Settings{Moderators: []string{"501"}})
	x.lib = d.Library
	for i := range d.Commands {
		d.Commands[i] = x.tried(d.Commands[i])
	}
	replay(d.Griot, golden)
}

// tried returns the command that lets everybody else ask first.
func (x *trial) tried(c commands.Command) commands.Command {
	run := c.Run
	c.Run = func(ctx context.Context, r commands.Request) (commands.Reply, error) {
		for who := readers; who <= owners; who++ {
			for _, guild := range []string{"7", "8", ""} {
				if guild == "7" && who >= leastFor(c.Name) {
					continue
				}
				x.try(ctx, run, r, who, guild)
			}
		}
		x.store.wrote = nil
		reply, err := run(ctx, r)
		x.wrote[c.Name] = x.wrote[c.Name] || len(x.store.wrote) > 0
		return reply, err
	}
	return c
}

// try lets somebody ask the same as the request does.
func (x *trial) try(ctx context.Context, run func(context.Context, commands.Request) (commands.Reply, error), r commands.Request, who rank, guild string) {
	x.trials++
	x.store.wrote = nil
	r.Who, r.View, r.Interaction = who.who("77", guild), x.lib.View(guild), fmt.Sprint("trial ", x.trials)
	if _, err := run(ctx, r); err == nil && guild == "" && leastFor(r.Command) != nobody {
		x.t.Errorf("/%s %v by a %s of no server is answered", r.Command, r.Values, who)
	}
	own := knowledge.Desk(guild)
	if guild == "7" { // whose desk it is; they may not write
		own = ""
	}
	if slices.ContainsFunc(x.store.wrote, func(l knowledge.Layer) bool { return l != own }) {
		x.t.Errorf("/%s %v by a %s of server %q wrote to %v", r.Command, r.Values, who, guild, x.store.wrote)
	}
}

// TestRoleTakenAway: a form that was opened by a moderator writes nothing once
// they aren't one any more, nor does a button.
func TestRoleTakenAway(t *testing.T) {
	d := newDesk(t)
	d.configure(knowledge.Settings{Moderators: []string{"501"}})
	id := d.suggests("11", "herders-league", "The herders founded a league.")
	was, is := d.as("12", knowledge.Reader, "501"), d.as("12", knowledge.Reader)
	form := d.ask(was, "/decline rev:1 id:"+string(id)).Form
	opened, err := d.Buttons.SealForm(t.Context(), was.Who, form)
	if err != nil {
		t.Fatal(err)
	}
	button := sealed(t, d.Griot, was.Who, commands.Button{Writes: true, Ask: parse("/approve rev:1 id:" + string(id))})
	before := lastChange(t, d)
	refused := func(r commands.Reply, _ commands.Opens) {
		t.Helper()
		if r.Err == nil || r.Err.Code != "rights" || lastChange(t, d) != before {
			t.Errorf("somebody who was a moderator: %s", print(r))
		}
	}
	fields := map[string]string{"reason": "no"}
	refused(d.Submit(t.Context(), is, opened, fields))
	refused(d.Press(t.Context(), is, button))
	d.configure(knowledge.Settings{}) // the role moderates no more
	before = lastChange(t, d)
	refused(d.Submit(t.Context(), was, opened, fields))
	refused(d.Press(t.Context(), was, button))
}
