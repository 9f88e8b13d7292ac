package main

import (
	"fmt"
	"runtime/debug"
)

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
