package console

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Terminal is what text is laid out for. The zero Terminal is a file or a
// pipe: no colours, lines of 80 columns.
type Terminal struct {
	Colour bool
	Width  int // in columns; 0 if unknown
}

const (
	usualWidth = 80
	maxWidth   = 100 // longer lines are hard to read
	minWidth   = 24  // shorter ones are left to the terminal
)

// TerminalOf returns what out is. There are colours only on a terminal, and
// not with NO_COLOR (no-color.org) or TERM=dumb in the environment.
func TerminalOf(out io.Writer, getenv func(string) string) Terminal {
	if !IsTerminal(out) {
		return Terminal{}
	}
	return Terminal{
		Colour: getenv("NO_COLOR") == "" && getenv("TERM") != "dumb",
		Width:  widthOf(out.(*os.File)),
	}
}

// IsTerminal reports whether a stream is a file that is a terminal.
func IsTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// on returns t with the present width of out, if that is a terminal.
func (t Terminal) on(out io.Writer) Terminal {
	if IsTerminal(out) {
		t.Width = widthOf(out.(*os.File))
	}
	return t
}

// widthOf returns the width of a terminal, 0 if it doesn't know.
func widthOf(file *os.File) int {
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// columns returns how wide lines get.
func (t Terminal) columns() int {
	if t.Width == 0 {
		return usualWidth
	}
	return min(max(t.Width, minWidth), maxWidth)
}

// paint is a way to show text, as the parameter of the terminal's sequence
// that selects it (ECMA-48, SGR).
type paint string

const (
	usual  paint = ""
	strong paint = "1"
	dim    paint = "2"
)

// in returns s in a paint, plain where there are no colours.
func (t Terminal) in(p paint, s string) string {
	if !t.Colour || p == usual || s == "" {
		return s
	}
	return "\x1b[" + string(p) + "m" + s + "\x1b[0m"
}
