package packs_test

import (
	"testing"

	"griot/knowledge/packs"
)

func TestBuiltinPacksLoad(t *testing.T) {
	for _, folder := range packs.Builtin() {
		if _, err := packs.Load(folder); err != nil {
			t.Error(err)
		}
	}
}
