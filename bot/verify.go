package main

import (
	"context"
	"fmt"
	"runtime/debug"

	"griot/storage"
)

type verifyCommand struct{}

// Run examines the store and reports what it holds and what is wrong.
func (verifyCommand) Run(ctx context.Context, p *program) error {
	report, err := storage.Verify(ctx, p.Data)
	if err != nil {
		return inUse(p.Data, err)
	}
	fmt.Fprintf(p.out, "%s: %d layers, %d records, %d changes, %d notes\n", p.Data, report.Layers, report.Records, report.Changes, report.Notes)
	for _, d := range report.Damage {
		fmt.Fprintf(p.out, "  damaged: %s\n", d)
	}
	if len(report.Damage) > 0 {
		return errDamaged
	}
	fmt.Fprintln(p.out, "Nothing is wrong.")
	return nil
}

type versionCommand struct{}

// version is set when a release is built: -ldflags "-X main.version=v1.2.3".
var version = ""

// Run prints the version: the release's, else that of the commit.
func (versionCommand) Run(p *program) error {
	v := version
	if info, ok := debug.ReadBuildInfo(); v == "" && ok {
		v = info.Main.Version
	}
	fmt.Fprintln(p.out, "griot", v)
	return nil
}
