package commands

import (
	"context"

	"griot/knowledge"
)

var reformName = cardName.completing(knowledge.KindReform)

func reformCommand() Command {
	return Command{Name: "reform", Options: []Option{reformName}, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.card(reformName, knowledge.KindReform)
	}}
}
