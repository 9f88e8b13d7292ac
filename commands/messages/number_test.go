package messages_test

import (
	"testing"

	"griot/commands/messages"
)

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 160: "160", 1000: "1,000", 12345: "12,345", 1000000: "1,000,000", -160: "-160", -1600: "-1,600"} {
		if got := messages.In("en").Number(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}
