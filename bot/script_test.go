package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run this very program under the name griot.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"griot": func() {
			os.Exit(run(context.Background(), os.Getenv, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs every script of testdata/script as a person would type it.
// $ARTICLE is the first article's text, where it is at hand.
func TestScripts(t *testing.T) {
	article, err := filepath.Abs("../../shared/sources/mali-2019.txt")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := filepath.Abs("../knowledge/packs/mali-2019")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("ARTICLE", article)
			env.Setenv("PACK", pack)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			_, err := os.Stat(article)
			return cond == "article" && err == nil, nil
		},
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code,
		},
	})
}

// code runs a command and wants its exit code: code 2 griot bogus.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command args…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = string(rune('0'+exit.ExitCode()/10)) + string(rune('0'+exit.ExitCode()%10))
		if exit.ExitCode() < 10 {
			got = got[1:]
		}
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}
