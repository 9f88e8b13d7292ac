package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"griot/storage"
)

type verifyCommand struct {
	Here bool `hidden:"" help:"Examine the store in this very process, which damage may end."`
}

// Run examines the store and reports what it holds and what is wrong.
func (c verifyCommand) Run(ctx context.Context, p *program) error {
	if c.Here {
		return p.verifyHere(ctx)
	}
	report, err := p.verify(ctx)
	fmt.Fprint(p.out, report)
	return err
}

// verifyHere examines the store in this process.
func (p *program) verifyHere(ctx context.Context) error {
	report, err := storage.Verify(ctx, p.Data)
	if err != nil {
		return inUse(p.Data, err)
	}
	fmt.Fprintf(p.out, "%s: %s, %s, %s, %s\n", p.Data,
		count(report.Layers, "layer"), count(report.Records, "record"), count(report.Changes, "change"), count(report.Notes, "note"))
	for _, d := range report.Damage {
		fmt.Fprintf(p.out, "  damaged: %s\n", d)
	}
	if len(report.Damage) > 0 {
		return errDamaged
	}
	fmt.Fprintln(p.out, "Nothing is wrong.")
	return nil
}

// verifyTime is how long an examination of the store may take.
const verifyTime = 30 * time.Second

// verify has the store examined in a process of its own, since a damaged page
// can end the process that touches it. It returns the report, and an error with
// the exit code of the other process: errDamaged if that died or took longer
// than verifyTime.
func (p *program) verify(ctx context.Context) (report string, err error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	limited, cancel := context.WithTimeout(ctx, verifyTime)
	defer cancel()
	child := exec.CommandContext(limited, self, "verify", "--here", "--data", p.Data)
	child.Args[0] = os.Args[0]
	var out, said bytes.Buffer
	child.Stdout, child.Stderr = &out, &said
	err = child.Run()
	var ended *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case limited.Err() != nil:
		return "", fmt.Errorf("%w: %s: its examination took more than %v", errDamaged, p.Data, verifyTime)
	case !errors.As(err, &ended):
		return out.String(), err
	case !endsInOrder[ended.ExitCode()]:
		return "", fmt.Errorf("%w: %s: its pages can't be read", errDamaged, p.Data)
	}
	return out.String(), &childError{ended.ExitCode(), strings.TrimPrefix(strings.TrimSpace(said.String()), "griot: ")}
}

// endsInOrder are the exit codes of an examination that came to its end; Go
// gives 2 to a program that died.
var endsInOrder = map[int]bool{1: true, 3: true, 4: true}

// childError is how a process of ours ended, and what it said.
type childError struct {
	code int
	said string
}

// Error returns what the process said.
func (e *childError) Error() string { return e.said }
