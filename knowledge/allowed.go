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

var roleNames = []string{"reader", "moderator", "reviewer", "owner"}

// String returns the role's name.
func (r Role) String() string { return roleNames[r] }

// ParseRole reads a role's name.
func ParseRole(s string) (Role, error) {
	i := slices.Index(roleNames, s)
	if i < 0 {
		return Reader, fmt.Errorf("%w: role %s", ErrInvalid, s)
	}
	return Role(i), nil
}

// Who is the person behind a request, as Discord gives it with this very
// request. Guild is empty outside a server.
type Who struct {
	User  string
	Guild string
	Role  Role
}

// Operator is the one who runs the program, at its console.
func Operator() Who { return Who{User: "operator", Role: Owner} }

// allowed says which role an action takes on the shelf and on the desk of the
// person's own server. An action that stands in neither is nobody's.
var allowed = map[Action]struct{ shelf, desk Role }{
	ApplyPack:  {shelf: Owner, desk: Moderator},
	ImportText: {shelf: Owner, desk: Moderator},
}

// Allowed returns nil if who may make the edit, else an error that wraps
// ErrNotAllowed. It is the only place where rights are decided.
func Allowed(who Who, e Edit) error {
	need, known := allowed[e.Action]
	if !known {
		return fmt.Errorf("%w: no rule for %s", ErrNotAllowed, e.Action)
	}
	role := need.shelf
	if e.Layer != Shelf {
		role = need.desk
		if who.Guild == "" || e.Layer != Desk(who.Guild) {
			return fmt.Errorf("%w: %s on %s from another server", ErrNotAllowed, e.Action, e.Layer)
		}
	}
	if who.Role < role {
		return fmt.Errorf("%w: %s takes the role of %s", ErrNotAllowed, e.Action, role)
	}
	return nil
}
