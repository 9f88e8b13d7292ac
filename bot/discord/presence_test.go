package discord

import (
	"encoding/json"
	"errors"
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
