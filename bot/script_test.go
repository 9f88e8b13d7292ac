package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"griot/knowledge/importer"
	"griot/storage"
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
			"code":  code,
			"flip":  flip,
			"tear":  tear,
			"hold":  hold,
			"large": large,
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

// flip turns a bit wherever a file has the text: flip griot.db Ogossagou.
func flip(ts *testscript.TestScript, _ bool, args []string) {
	alter(ts, args[0], func(file []byte) {
		for i := bytes.Index(file, []byte(args[1])); i >= 0; i = bytes.Index(file, []byte(args[1])) {
			file[i] ^= 1
		}
	})
}

// tear makes the branch pages of a Bolt file lead far out of it: tear griot.db.
// A page begins with its id (8 bytes) and its flags (2), of which 1 is a
// branch; its first element has the page below at byte 24.
func tear(ts *testscript.TestScript, _ bool, args []string) {
	alter(ts, args[0], func(file []byte) {
		size := os.Getpagesize()
		for page := 0; page < len(file); page += size {
			if id := binary.NativeEndian.Uint64(file[page:]); id == uint64(page/size) && file[page+8] == 1 {
				binary.NativeEndian.PutUint64(file[page+24:], 1<<30)
			}
		}
	})
}

func alter(ts *testscript.TestScript, name string, change func([]byte)) {
	file, err := os.ReadFile(ts.MkAbs(name))
	ts.Check(err)
	before := bytes.Clone(file)
	change(file)
	if bytes.Equal(file, before) {
		ts.Fatalf("nothing to alter in %s", name)
	}
	ts.Check(os.WriteFile(ts.MkAbs(name), file, 0o600))
}

// hold keeps a store open until the script ends: hold griot.db.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	store, err := storage.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { store.Close() })
}

// large writes a file that is larger than any text that is taken: large big.txt.
func large(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte("word "), importer.MaxBytes/5+1), 0o600))
}
