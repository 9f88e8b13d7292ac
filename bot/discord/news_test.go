package discord

import (
	"slices"
	"testing"
	"time"
)

// TestNews: nothing before the answer is announced, then the newest line at
// once, later lines a second apart at least, and nothing after the answer.
func TestNews(t *testing.T) {
	var sent []string
	now := time.Unix(0, 0)
	n := &news{now: func() time.Time { return now }, send: func(line string) { sent = append(sent, line) }}
	n.tell("one")
	n.tell("two")
	if sent != nil {
		t.Errorf("sent %v before the answer was announced", sent)
	}
	n.begin()
	n.tell("too soon")
	now = now.Add(newsPause)
	n.tell("three")
	n.end()
	now = now.Add(newsPause)
	n.tell("four")
	n.begin()
	if want := []string{"two", "three"}; !slices.Equal(sent, want) {
		t.Errorf("sent %v, want %v", sent, want)
	}
}
