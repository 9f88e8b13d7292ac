package commands

// Defer says when an asker is told that the answer is coming.
type Defer int

// The times.
const (
	IfLate Defer = iota // once the answer takes long
	AtOnce              // before anything is done
	Never               // the answer may be a form, which can only come first
)

// Defers says when the answer to a command is to be announced. A file has to be
// fetched first, even if nothing else is slow.
func (g *Griot) Defers(ask Ask) Defer {
	c, _ := g.Command(ask.Command)
	switch {
	case len(ask.Files) > 0:
		return AtOnce
	case c.Form:
		return Never
	case c.Slow && g.model() != nil:
		return AtOnce
	}
	return IfLate
}

// IsPrivate reports whether only the asker is to see the answer to a command.
func (g *Griot) IsPrivate(ask Ask) bool { return ask.IsPrivate() || g.isPrivate(ask.Command) }

func (g *Griot) isPrivate(command string) bool {
	c, _ := g.Command(command)
	return c.Private
}
