package knowledgetest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"griot/knowledge"
)

func testRecords(t *testing.T, p *place) {
	want := actor("koufa", "a < b & c\n d\u2028")
	bare := knowledge.Record{Key: knowledge.Key{Layer: "desk/1", Kind: knowledge.KindClaim, ID: "d-1"}, Body: []byte("{ \"a\" :\n1 }")}
	p.update(t, func(tx knowledge.Tx) error {
		if _, err := tx.Get(want.Key); !errors.Is(err, knowledge.ErrNotFound) || !strings.Contains(err.Error(), "koufa") {
			t.Errorf("Get of what isn't there: %v; want ErrNotFound and the id", err)
		}
		if err := putAll(tx, actor("koufa", "before"), want, bare); err != nil {
			return err
		}
		return expect(t, tx, want, bare)
	})
	p.view(t, func(tx knowledge.Tx) error { return expect(t, tx, want, bare) })
	p.reopen()
	p.view(t, func(tx knowledge.Tx) error { return expect(t, tx, want, bare) })
	again := actor("koufa", "after")
	p.put(t, again)
	p.view(t, func(tx knowledge.Tx) error { return expect(t, tx, again, bare) })
}

// expect compares records with the stored ones, byte for byte.
func expect(t fataler, tx knowledge.Tx, want ...knowledge.Record) error {
	t.Helper()
	for _, w := range want {
		got, err := tx.Get(w.Key)
		if err != nil {
			return err
		}
		if diff := cmp.Diff(w, got); diff != "" {
			t.Errorf("%s (- put, + got):\n%s", w.Key, diff)
		}
	}
	return nil
}

func testScanOrder(t *testing.T, p *place) {
	ids := []knowledge.ID{"fp/00002", "zz", "a-b", "aa", "a", "fp", "fp/00010", "fp/00001", "a0", "d-9"}
	for _, id := range ids {
		p.put(t, actor(id, string(id)))
	}
	slices.Sort(ids)
	var want []string
	for _, id := range ids {
		want = append(want, describe(actor(id, string(id)), nil))
	}
	p.view(t, func(tx knowledge.Tx) error {
		got, err := scan(tx, knowledge.Shelf, knowledge.KindActor)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("scan (- want, + got):\n%s", diff)
		}
		return err
	})
}

// testScanAndPut rewrites each record in the scan that shows it, and puts
// others just behind it and far ahead of it.
func testScanAndPut(t *testing.T, p *place) {
	const n = 300
	var want []knowledge.ID
	p.update(t, func(tx knowledge.Tx) error {
		for i := range n {
			id := knowledge.PassageID("m", i)
			want = append(want, id)
			if err := tx.Put(actor(id, "old")); err != nil {
				return err
			}
		}
		return nil
	})
	var got []knowledge.ID
	p.update(t, func(tx knowledge.Tx) error {
		return tx.Scan(knowledge.Shelf, knowledge.KindActor, func(r knowledge.Record, err error) error {
			if err != nil || strings.Contains(string(r.ID), "-") {
				return err
			}
			ahead, behind := knowledge.PassageID("m", len(got)+40)+"-ahead", knowledge.PassageID("m", len(got)-1)+"-behind"
			got = append(got, r.ID)
			return putAll(tx, actor(r.ID, "new"), actor(behind, "new"), actor(ahead, "new"))
		})
	})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("scan that puts (- want, + got):\n%s", diff)
	}
	p.view(t, func(tx knowledge.Tx) error {
		lines, err := scan(tx, knowledge.Shelf, knowledge.KindActor)
		if len(lines) != 3*n || strings.Contains(strings.Join(lines, ""), "old") {
			t.Errorf("%d records, want %d, all of them new", len(lines), 3*n)
		}
		return err
	})
}

func testScanEnds(t *testing.T, p *place) {
	p.put(t, actor("aa", ""), actor("bb", ""), actor("cc", ""))
	enough := errors.New("enough")
	p.view(t, func(tx knowledge.Tx) error {
		seen := 0
		err := tx.Scan(knowledge.Shelf, knowledge.KindActor, func(knowledge.Record, error) error {
			if seen++; seen == 2 {
				return enough
			}
			return nil
		})
		if !errors.Is(err, enough) || seen != 2 {
			t.Errorf("scan showed %d records and returned %v; want 2 and fn's error", seen, err)
		}
		return nil
	})
}

// testIsolation puts the same id everywhere, in layers and kinds whose names
// begin alike, and looks for leaks.
func testIsolation(t *testing.T, p *place) {
	layers := []knowledge.Layer{knowledge.Shelf, "shelf2", knowledge.Desk("1"), knowledge.Desk("12"), "desk"}
	kinds := []knowledge.Kind{knowledge.KindActor, knowledge.KindEvent, "act", "actors"}
	for _, l := range layers {
		for _, k := range kinds {
			p.put(t, record(l, k, "koufa", string(l)+string(k)))
		}
	}
	p.view(t, func(tx knowledge.Tx) error {
		for _, l := range layers {
			for _, k := range kinds {
				want := record(l, k, "koufa", string(l)+string(k))
				got, err := scan(tx, l, k)
				if err != nil {
					return err
				}
				if diff := cmp.Diff([]string{describe(want, nil)}, got); diff != "" {
					t.Errorf("%s %s (- want, + got):\n%s", l, k, diff)
				}
				if err := expect(t, tx, want); err != nil {
					return err
				}
			}
		}
		if got, err := scan(tx, knowledge.Desk("2"), knowledge.KindActor); err != nil || len(got) > 0 {
			t.Errorf("an empty desk shows %q, %v", got, err)
		}
		return nil
	})
}

func testLayers(t *testing.T, p *place) {
	layersAre := func(want ...knowledge.Layer) {
		t.Helper()
		p.view(t, func(tx knowledge.Tx) error {
			got, err := tx.Layers()
			if !slices.Equal(got, want) {
				t.Errorf("layers %q, want %q", got, want)
			}
			return err
		})
	}
	layersAre()
	p.put(t, actor("aa", ""), actor("bb", ""), record("desk/12", knowledge.KindEvent, "cc", ""))
	p.update(t, func(tx knowledge.Tx) error {
		for _, l := range []knowledge.Layer{"desk/1", "desk/12", "desk"} {
			if err := tx.AppendChange(knowledge.Change{Seq: 1, Layer: l}, nil); err != nil {
				return err
			}
		}
		return nil
	})
	layersAre("desk", "desk/1", "desk/12", knowledge.Shelf)
}

// testKeys tries keys that could be mistaken for others.
func testKeys(t *testing.T, p *place) {
	for _, r := range []knowledge.Record{
		record("shelf\x00actor", "koufa", "a", ""),
		record("shelf", "actor\x00koufa", "a", ""),
		record("shelf", "actor", "koufa\x00a", ""),
		record("", "actor", "koufa", ""),
		record("shelf", "", "koufa", ""),
		record("shelf", "actor", "", ""),
	} {
		err := p.store.Update(t.Context(), func(tx knowledge.Tx) error { return tx.Put(r) })
		if !errors.Is(err, knowledge.ErrInvalid) {
			t.Errorf("Put under %q: %v; want ErrInvalid", r.Key, err)
		}
	}
}

// testDamage wants a damaged record to be named and all others to be served.
func testDamage(t *testing.T, p *place) {
	if p.subject.Damage == nil {
		t.Skip("nobody can damage this store")
	}
	hurt, whole := actor("koufa", "hurt"), []knowledge.Record{actor("iyad", "whole"), actor("zz", "whole")}
	p.put(t, append(whole, hurt)...)
	p.close()
	p.subject.Damage(t, p.folder, hurt.Key)
	p.reopen()
	p.view(t, func(tx knowledge.Tx) error {
		r, err := tx.Get(hurt.Key)
		if !errors.Is(err, knowledge.ErrDamaged) || !strings.Contains(err.Error(), "koufa") || r.Body != nil {
			t.Errorf("Get of a damaged record: %s, %v; want no body, ErrDamaged and the id", r.Body, err)
		}
		got, err := scan(tx, knowledge.Shelf, knowledge.KindActor)
		want := []string{describe(whole[0], nil), describe(hurt, knowledge.ErrDamaged), describe(whole[1], nil)}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("scan (- want, + got):\n%s", diff)
		}
		return err
	})
	p.put(t, hurt)
	p.view(t, func(tx knowledge.Tx) error { return expect(t, tx, hurt) })
}
