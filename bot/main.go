package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	"github.com/joho/godotenv"

	"griot/commands"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Getenv, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the program: it reads its settings from args and getenv, wires what
// the command needs, and returns the exit code.
func run(ctx context.Context, getenv func(string) string, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	secrets := &redactor{}
	outer := getenv
	getenv, unread := withFile(outer, ".env")
	p := &program{
		args: args, outer: outer, getenv: getenv, in: stdin, out: stdout, err: redacting{secrets, stderr},
		log: slog.New(logHandler(secrets, stderr, getenv)), secrets: secrets,
	}
	var c cli
	exited := -1
	parser := kong.Must(&c, kong.Name("griot"), kong.Description(description), kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exited = code }), kong.Resolvers(environment(getenv)),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(p))
	command, err := parser.Parse(args)
	switch {
	case exited >= 0:
		return exited // --help
	case unread != nil:
		err = unread
	case err != nil:
		err = fmt.Errorf("%w: %w; griot --help lists the commands", errUsage, err)
	default:
		p.Settings = c.Settings
		err = command.Run()
	}
	if err != nil {
		fmt.Fprintln(p.err, "griot:", err)
	}
	return exitCode(err)
}

// program is what every command works with.
type program struct {
	Settings
	args    []string            // of the command line
	outer   func(string) string // the environment, without .env
	getenv  func(string) string // with it
	in      io.Reader
	out     io.Writer
	err     io.Writer // notices and errors, without secrets
	log     *slog.Logger
	secrets *redactor
	models  *models         // once the desk is open
	answers *commands.Griot // likewise
}

// withFile adds the settings of a .env file, if there is one; the real
// environment wins. The error of a file that can't be read wraps errUsage and
// shows nothing of it, since it may hold the token.
func withFile(getenv func(string) string, path string) (func(string) string, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return getenv, nil
	}
	if err != nil {
		return getenv, fmt.Errorf("%w: %w", errUsage, err)
	}
	raw = append(raw, '\n') // without it, a last line that makes no sense is passed over
	file, err := godotenv.UnmarshalBytes(raw)
	if err != nil {
		return getenv, fmt.Errorf("%w: %s, line %d: want NAME=value", errUsage, path, badLine(string(raw)))
	}
	return func(name string) string {
		if value := getenv(name); value != "" {
			return value
		}
		return file[name]
	}, nil
}

// badLine returns the number of the line that keeps a .env file from being
// read: the one after the most lines that can be read by themselves.
func badLine(file string) int {
	lines := strings.SplitAfter(file, "\n")
	good := len(lines) - 1
	for ; good > 0; good-- {
		if _, err := godotenv.Unmarshal(strings.Join(lines[:good], "")); err == nil {
			break
		}
	}
	return good + 1
}
