package commands

import (
	"context"

	"griot/knowledge"
)

var eventName = cardName.completing(knowledge.KindEvent)

func eventCommand() Command {
	return Command{Name: "event", Options: []Option{eventName}, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.card(eventName, knowledge.KindEvent)
	}}
}
