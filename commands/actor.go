package commands

import (
	"context"

	"griot/knowledge"
)

var actorName = cardName.completing(knowledge.KindActor)

func actorCommand() Command {
	return Command{Name: "actor", Options: []Option{actorName}, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.card(actorName, knowledge.KindActor)
	}}
}
