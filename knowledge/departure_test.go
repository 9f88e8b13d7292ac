package knowledge_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"griot/knowledge"
)

// TestDeparture: a desk outlives its server by 30 days, and then is gone with
// its people, gaps and log; a server that came back keeps it.
func TestDeparture(t *testing.T) {
	clock := newClock()
	lib := shelf(t, knowledge.WithClock(clock.now))
	ctx := t.Context()
	for _, guild := range []string{"g1", "g12"} {
		desk(t, lib, guild, draft(t, lib, guild, "c-cut", plainer))
		if err := errors.Join(lib.KeepGap(ctx, knowledge.Desk(guild), "why?", "en"), lib.Depart(ctx, guild)); err != nil {
			t.Fatal(err)
		}
	}
	if err := lib.Return(ctx, "g12"); err != nil {
		t.Fatal(err)
	}
	clock.Time = clock.Add(29 * 24 * time.Hour)
	if gone, err := lib.ClearDesks(ctx); len(gone) > 0 || err != nil {
		t.Errorf("after 29 days: %v, %v", gone, err)
	}
	clock.Time = clock.Add(2 * 24 * time.Hour)
	if gone, err := lib.ClearDesks(ctx); !slices.Equal(gone, []knowledge.Layer{g1}) || err != nil {
		t.Errorf("after 31 days: %v, %v", gone, err)
	}
	past, _ := lib.History(ctx, g1, "", 0, 9)
	gaps, _ := lib.Gaps(ctx, g1)
	key, _ := lib.PersonOf(ctx, g1, "mod-g1")
	if _, own := lib.Stored(g1, "c-cut"); own || len(past)+len(gaps) > 0 || key != "" {
		t.Error("something of the desk is left")
	}
	if _, own := lib.Stored("desk/g12", "c-cut"); !own {
		t.Error("the desk of the server that came back is gone")
	}
}

// TestPresent: what the bot learns when it connects is noted of every desk, and
// the 30 days count from the first time that a server was missing.
func TestPresent(t *testing.T) {
	clock := newClock()
	lib := shelf(t, knowledge.WithClock(clock.now))
	ctx := t.Context()
	for _, guild := range []string{"g1", "g2"} {
		desk(t, lib, guild, draft(t, lib, guild, "c-cut", plainer))
	}
	present := func(guilds ...string) {
		t.Helper()
		if err := lib.Present(ctx, guilds); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		present("g2", "g3")
		clock.Time = clock.Add(20 * 24 * time.Hour)
	}
	present("g1", "g2")
	if gone, err := lib.ClearDesks(ctx); len(gone) > 0 || err != nil {
		t.Fatalf("a server that came back lost its desk: %v, %v", gone, err)
	}
	for range 2 {
		present("g2")
		clock.Time = clock.Add(20 * 24 * time.Hour)
	}
	if gone, err := lib.ClearDesks(ctx); len(gone) != 1 || gone[0] != g1 || err != nil {
		t.Errorf("after 40 days without the bot: %v, %v", gone, err)
	}
	if got := lib.Desks(); len(got) != 1 || got[0] != "g2" {
		t.Errorf("desks left: %v", got)
	}
}
