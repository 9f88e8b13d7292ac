package aspect_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/commands/aspect"
	"griot/knowledge"
	"griot/knowledge/packs"
	"griot/storage"
)

// served returns a server's view of a pack.
func served(t testing.TB, folder fs.FS) *knowledge.View {
	t.Helper()
	store, err := storage.Open(filepath.Join(t.TempDir(), "griot.db"))
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.OpenLibrary(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	pack, err := packs.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := packs.Apply(t.Context(), lib, knowledge.Operator(), pack); err != nil {
		t.Fatal(err)
	}
	return lib.View("7")
}

// TestReadingWhatIsWritten gives the same record, for every aspect of every
// record of the packs.
func TestReadingWhatIsWritten(t *testing.T) {
	folders := append(packs.Builtin(), os.DirFS("../testdata/tarn"))
	for _, folder := range folders {
		v := served(t, folder)
		all := v.Held(knowledge.Shelf)
		written := 0
		for _, r := range all {
			for _, a := range aspect.All() {
				if !a.New && has(a, r.Kind) {
					roundTrip(t, v, r, a)
					written++
				}
			}
		}
		if written < len(all) {
			t.Errorf("%d forms of %d records are all that was tried", written, len(all))
		}
	}
}

func has(a aspect.Aspect, kind knowledge.Kind) bool {
	for _, k := range a.Kinds {
		if k == kind {
			return true
		}
	}
	return false
}

func roundTrip(t *testing.T, v *knowledge.View, r knowledge.Record, a aspect.Aspect) {
	t.Helper()
	body, err := r.Content()
	if err != nil {
		t.Fatal(err)
	}
	fields, err := a.Write(v, body)
	if errors.Is(err, aspect.ErrOdd) {
		t.Errorf("%s of %s: %v", a.Name, r.ID, err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, f := range fields {
		values[f.Name] = f.Value
	}
	if faults := a.Read(v, body, values); len(faults) > 0 {
		t.Errorf("%s of %s: %+v from %q", a.Name, r.ID, faults, values)
	}
	again, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(r.Body), string(again)); diff != "" {
		t.Errorf("%s of %s:\n%s", a.Name, r.ID, diff)
	}
}
