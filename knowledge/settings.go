package knowledge

import (
	"fmt"
	"slices"
)

// SettingsID is the id of a desk's settings. No other record can have it.
const SettingsID ID = "desk/settings"

// Settings are what a server decided about its desk. The zero Settings are
// those of a server that decided nothing.
type Settings struct {
	Moderators    []string `json:"moderators,omitempty"`     // Discord roles whose members moderate
	Reviewers     []string `json:"reviewers,omitempty"`      // Discord roles whose members pass sensitive changes; none: every moderator
	ReviewChannel string   `json:"review_channel,omitempty"` // where a new suggestion is posted; empty: nowhere
	Suggest       Audience `json:"suggest,omitempty"`
	Private       bool     `json:"private,omitempty"`   // replies are private unless the asker says otherwise
	Language      string   `json:"language,omitempty"`  // of replies; empty: the reader's own
	Without       []ID     `json:"without,omitempty"`   // packs of the shelf that this server doesn't use
	Summaries     string   `json:"summaries,omitempty"` // selected, written, or empty: as the operator has it
}

// Audience says who may do something.
type Audience string

// The audiences.
const (
	Everyone   Audience = "" // who may read
	Moderating Audience = "moderators"
	Nobody     Audience = "nobody"
)

// SummaryWords are what Settings.Summaries may be.
var SummaryWords = []string{"", "selected", "written"}

// Validate reports what is wrong with the settings.
func (s Settings) Validate() Problems {
	var ps Problems
	for _, roles := range []struct {
		field string
		ids   []string
	}{{"moderators", s.Moderators}, {"reviewers", s.Reviewers}} {
		for i, id := range roles.ids {
			if !isSnowflake(id) {
				ps.add(fmt.Sprintf("%s[%d]", roles.field, i), "want the id of a role, a number, not %s", orNothing(id))
			}
		}
	}
	if s.ReviewChannel != "" && !isSnowflake(s.ReviewChannel) {
		ps.add("review_channel", "want the id of a channel, a number, not %s", s.ReviewChannel)
	}
	ps.oneOf("suggest", string(s.Suggest), wordList(Everyone, Moderating, Nobody))
	ps.oneOf("summaries", s.Summaries, SummaryWords)
	if s.Language != "" && !IsLanguage(s.Language) {
		ps.add("language", "want a language such as en or fr, not %s", s.Language)
	}
	return ps
}

// isSnowflake reports whether s has the form of an id of Discord's.
func isSnowflake(s string) bool {
	return s != "" && len(s) <= 20 && !slices.ContainsFunc([]byte(s), func(b byte) bool { return b < '0' || b > '9' })
}

// RoleOf returns what somebody may do on a server with these settings: what
// Discord says, raised by the roles that the settings name. Where no role
// reviews, every moderator does.
func (s Settings) RoleOf(who Who) Role {
	has := func(role string) bool { return slices.Contains(who.Roles, role) }
	role := who.Role
	if role < Moderator && slices.ContainsFunc(s.Moderators, has) {
		role = Moderator
	}
	if role < Reviewer && slices.ContainsFunc(s.Reviewers, has) || role == Moderator && len(s.Reviewers) == 0 {
		role = Reviewer
	}
	return role
}

// settings returns what a layer's own record of settings says.
func (l *layer) settings() Settings {
	if s, ok := l.bodies[SettingsID].(*Settings); ok && l.records[SettingsID].State == Live {
		return *s
	}
	return Settings{}
}

// Settings returns the settings of the view's desk.
func (v *View) Settings() Settings {
	if s := body[Settings](v, SettingsID); s != nil {
		return *s
	}
	return Settings{}
}
