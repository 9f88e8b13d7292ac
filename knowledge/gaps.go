package knowledge

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"
)

// Gap is what readers of a server asked and the sources didn't answer. Who
// asked is not kept.
type Gap struct {
	Question string    `json:"question"` // as it was asked last
	Language string    `json:"language,omitempty"`
	Asked    int       `json:"asked"`
	Last     time.Time `json:"last"`
	Closed   bool      `json:"closed,omitempty"` // a moderator took it off the list
}

const (
	// gapLife is how long a question is kept after it was asked last.
	gapLife = 90 * 24 * time.Hour
	// maxGaps bounds the questions of one server.
	maxGaps = 500
	// maxQuestion bounds what is kept of a question, in bytes.
	maxQuestion = 300
)

// gapNote is the key of a question: questions of the same words, but for the
// small ones, their endings and their order, are one.
func (l *Library) gapNote(layer Layer, question, language string) string {
	terms := l.state.Load().of(layer).Terms(question, language)
	return string(layer) + "/" + strings.Join(slices.Sorted(maps.Keys(terms)), " ")
}

// KeepGap counts a question that got no answer.
func (l *Library) KeepGap(ctx context.Context, layer Layer, question, language string) error {
	question = strings.ToValidUTF8(question[:min(len(question), maxQuestion)], "")
	key, now := l.gapNote(layer, question, language), l.now().UTC()
	return l.store.Update(ctx, func(tx Tx) error {
		if _, err := tx.DropNotes(Gaps, now.Add(-gapLife)); err != nil {
			return err
		}
		g, err := gapIn(tx, key)
		if errors.Is(err, ErrNotFound) {
			if n, err := countGaps(tx, layer); err != nil || n >= maxGaps {
				return err
			}
		} else if err != nil {
			return err
		}
		g.Question, g.Language, g.Asked, g.Last = question, language, g.Asked+1, now
		return putGap(tx, key, g)
	})
}

func gapIn(tx Tx, key string) (g Gap, err error) {
	raw, err := tx.Note(Gaps, key)
	if err != nil {
		return g, err
	}
	return g, json.Unmarshal(raw, &g)
}

func putGap(tx Tx, key string, g Gap) error {
	raw, err := json.Marshal(g)
	if err != nil {
		return err
	}
	return tx.PutNote(Gaps, key, raw, g.Last)
}

func countGaps(tx Tx, layer Layer) (n int, err error) {
	err = tx.Notes(Gaps, string(layer)+"/", func(string, []byte, time.Time) error {
		n++
		return nil
	})
	return n, err
}

// Gaps returns the open gaps of a layer, those asked most first.
func (l *Library) Gaps(ctx context.Context, layer Layer) (all []Gap, err error) {
	err = l.store.View(ctx, func(tx Tx) error {
		return tx.Notes(Gaps, string(layer)+"/", func(_ string, raw []byte, _ time.Time) error {
			var g Gap
			if err := json.Unmarshal(raw, &g); err != nil {
				return err
			}
			if !g.Closed {
				all = append(all, g)
			}
			return nil
		})
	})
	slices.SortFunc(all, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.Asked, a.Asked), b.Last.Compare(a.Last), cmp.Compare(a.Question, b.Question))
	})
	return all, err
}

// CloseGap takes a question off the list, until it is forgotten; ErrNotFound if
// it isn't there, asked in that language.
func (l *Library) CloseGap(ctx context.Context, layer Layer, question, language string) error {
	key := l.gapNote(layer, question, language)
	return l.store.Update(ctx, func(tx Tx) error {
		g, err := gapIn(tx, key)
		if err != nil {
			return err
		}
		g.Closed = true
		return putGap(tx, key, g)
	})
}
