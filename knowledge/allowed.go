package knowledge

import (
	"fmt"
	"slices"
)

// Role is what a person may do on a server.
type Role int

// The roles, each of which may do what those before it may.
const (
	Reader    Role = iota
	Moderator      // Manage Server, or a role in the server's settings
	Reviewer       // a moderator who may pass sensitive changes
	Owner          // one of the operator's ids
)

// nobody is a role that no one has.
const nobody = Owner + 1

var roleNames = []string{"reader", "moderator", "reviewer", "owner"}

// String returns the role's name.
func (r Role) String() string {
	if r < Reader || r > Owner {
		return "nobody"
	}
	return roleNames[r]
}

// ParseRole reads a role's name.
func ParseRole(s string) (Role, error) {
	i := slices.Index(roleNames, s)
	if i < 0 {
		return Reader, fmt.Errorf("%w: role %s", ErrInvalid, s)
	}
	return Role(i), nil
}

// Who is the person behind a request, as Discord gives it with this very
// request: Role is what Discord itself says, Roles are the ids of the member's
// roles, which a server's settings may raise. Guild is empty outside a server.
type Who struct {
	User  string
	Guild string
	Role  Role
	Roles []string
}

// Operator is the one who runs the program, at its console.
func Operator() Who { return Who{User: "operator", Role: Owner} }

// allowed says which role an action takes on the shelf and on the desk of the
// person's own server. An action that doesn't stand here is nobody's.
var allowed = map[Action]struct{ shelf, desk Role }{
	ApplyPack:  {shelf: Owner, desk: nobody},
	ImportText: {shelf: Owner, desk: Moderator},
	ImportFile: {shelf: nobody, desk: Moderator},
	EditRecord: {shelf: nobody, desk: Moderator},
	Hide:       {shelf: nobody, desk: Moderator},
	Show:       {shelf: nobody, desk: Moderator},
	Freeze:     {shelf: nobody, desk: Moderator},
	Thaw:       {shelf: nobody, desk: Moderator},
	Merge:      {shelf: nobody, desk: Moderator},
	Suggest:    {shelf: nobody, desk: Reader},
	Approve:    {shelf: nobody, desk: Moderator},
	Decline:    {shelf: nobody, desk: Moderator},
	Undo:       {shelf: nobody, desk: Moderator},
	Follow:     {shelf: nobody, desk: Moderator},
	Configure:  {shelf: nobody, desk: Moderator},
	Redact:     {shelf: Owner, desk: Owner},
}

// Allowed returns nil if who may make the edit on a server with these settings,
// else an error that wraps ErrNotAllowed. It is the only place where rights are
// decided.
func Allowed(who Who, on Settings, e Edit) error {
	need, known := allowed[e.Action]
	if !known {
		return fmt.Errorf("%w: no rule for %s", ErrNotAllowed, e.Action)
	}
	role, has := need.shelf, who.Role
	if e.Layer != Shelf {
		role, has = need.desk, on.RoleOf(who)
		if who.Guild == "" || e.Layer != Desk(who.Guild) {
			return fmt.Errorf("%w: %s on %s from another server", ErrNotAllowed, e.Action, e.Layer)
		}
		role = max(role, suggesting(on, e), configuring(who, e))
	}
	if has < role {
		return fmt.Errorf("%w: %s takes the role of %s", ErrNotAllowed, e.Action, role)
	}
	return nil
}

// suggesting returns the role that the settings demand of who suggests. Only
// knowledge can be suggested: nothing else waits for a review.
func suggesting(on Settings, e Edit) Role {
	works := func(r Record) bool { return !r.Kind.IsKnowledge() }
	switch {
	case e.Action != Suggest:
		return Reader
	case slices.ContainsFunc(e.Records, works):
		return nobody
	case on.Suggest == Everyone:
		return Reader
	case on.Suggest == Moderating:
		return Moderator
	}
	return nobody
}

// configuring returns the role that it takes to change the settings: who is a
// moderator by them only may not decide who is one.
func configuring(who Who, e Edit) Role {
	settings := func(r Record) bool { return r.Kind == KindSettings }
	if slices.ContainsFunc(e.Records, settings) && who.Role < Moderator {
		return nobody
	}
	return Reader
}
