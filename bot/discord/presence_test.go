package discord

import (
	"encoding/json"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"griot/knowledge"
)

// edited gives a server a desk of its own.
func (s *stage) edited(guild string) {
	s.t.Helper()
	lib := s.bot.Griot.Library
	record, ok := lib.View(guild).Draft("mopti-region")
	if !ok {
		s.t.Fatal("no such place")
	}
	var place knowledge.Place
	must(s.t, json.Unmarshal(record.Body, &place))
	place.Finds = append(place.Finds, "the Fifth Region")
	record.Body, _ = json.Marshal(place)
	who := knowledge.Who{User: "1", Guild: guild, Role: knowledge.Moderator}
	_, err := lib.Apply(s.t.Context(), who, knowledge.Edit{Layer: knowledge.Desk(guild), Action: knowledge.EditRecord, Target: record.ID, Records: []knowledge.Record{record}})
	must(s.t, err)
}

// eventually wants a server to be noted as departed, or not.
func (s *stage) eventually(guild string, departed bool) {
	s.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		_, err := s.bot.Griot.Library.Note(s.t.Context(), knowledge.Departures, string(knowledge.Desk(guild)))
		if errors.Is(err, knowledge.ErrNotFound) != departed {
			return
		}
	}
	s.t.Fatalf("server %s: departed isn't %t", guild, departed)
}

// TestPresence: a server that takes the bot away is noted, one that takes it in
// again too; an outage is neither. What happened while the bot was off it learns
// when it connects.
func TestPresence(t *testing.T) {
	s := newStage(t)
	other := s.AddGuild("other group")
	for _, guild := range []string{s.guild.ID, other.ID, "1234"} {
		s.edited(guild)
	}
	stop := s.serve()
	s.eventually("1234", true) // it was never there
	s.LoseGuild(other)
	s.RemoveGuild(s.guild)
	s.eventually(s.guild.ID, true)
	s.eventually(other.ID, false)
	s.ReturnGuild(s.guild)
	s.eventually(s.guild.ID, false)
	must(t, stop())

	s.RemoveGuild(other)
	s.Advance(time.Minute)
	s.serve()
	s.eventually(other.ID, true)
	s.eventually(s.guild.ID, false)
}

// TestDesksAreForgotten 30 days after their servers took the bot away: when the
// bot connects, and each day that it is up.
func TestDesksAreForgotten(t *testing.T) {
	var late atomic.Int64 // days
	now := func() time.Time { return time.Now().Add(time.Duration(late.Load()) * 24 * time.Hour) }
	s := newStage(t, knowledge.WithClock(now))
	day := make(chan time.Time)
	s.bot.after = clock{clearPause: day}.after
	s.edited("1234")
	s.edited(s.guild.ID)
	stop := s.serve()
	s.eventually("1234", true)
	late.Store(29)
	day <- now()
	day <- now() // the first day's work is done
	if got := s.bot.Griot.Library.Desks(); len(got) != 2 {
		t.Errorf("after 29 days: %v", got)
	}
	s.RemoveGuild(s.guild)
	s.eventually(s.guild.ID, true)
	late.Store(31)
	day <- now()
	day <- now()
	if got := s.bot.Griot.Library.Desks(); len(got) != 1 || got[0] != s.guild.ID {
		t.Errorf("after 31 days: %v", got)
	}
	must(t, stop())

	late.Store(62)
	s.Advance(time.Minute)
	s.serve()
	for end := time.Now().Add(20 * time.Second); len(s.bot.Griot.Library.Desks()) > 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("a bot that starts late keeps %v", s.bot.Griot.Library.Desks())
		}
	}
}
