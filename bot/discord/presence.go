package discord

import (
	"encoding/json"
	"time"
)

// clearPause parts the times at which the desks of servers that are long gone
// are forgotten; the first is when the bot has learnt where it is.
const clearPause = 24 * time.Hour

// attend notes which servers have the bot: all of them when a connection begins,
// each when it takes the bot in or away. That a server can't be reached for a
// while means nothing.
func (s *service) attend(event string, raw []byte) {
	type guild struct {
		ID          string
		Unavailable bool
	}
	var told struct {
		guild
		Guilds []guild
	}
	if event != "READY" && event != "GUILD_CREATE" && event != "GUILD_DELETE" || !s.inside.enter() {
		return
	}
	defer s.inside.leave()
	err := json.Unmarshal(raw, &told)
	switch {
	case err != nil:
	case event == "READY":
		var all []string
		for _, g := range told.Guilds {
			all = append(all, g.ID)
		}
		if err = s.Griot.Library.Present(s.work, all); err == nil {
			s.clearDesks()
		}
	case event == "GUILD_CREATE":
		err = s.Griot.Library.Return(s.work, told.ID)
	case !told.Unavailable:
		s.Log.Info("removed from a server; its desk is kept for 30 days", "guild", told.ID)
		err = s.Griot.Library.Depart(s.work, told.ID)
	}
	if err != nil {
		s.Log.Error("where the bot is, not noted", "event", event, "error", err)
	}
}

// clearDesks forgets the desks of servers that took the bot away long ago.
func (s *service) clearDesks() {
	if !s.inside.enter() {
		return
	}
	defer s.inside.leave()
	gone, err := s.Griot.Library.ClearDesks(s.work)
	if err != nil {
		s.Log.Error("desks of servers that are gone, not forgotten", "error", err)
	}
	for _, desk := range gone {
		s.Log.Info("desk forgotten: its server took the bot away more than 30 days ago", "desk", string(desk))
	}
}
