package commands

import (
	"context"

	"griot/knowledge"
)

var eventName = Option{Name: "name", Required: true, Complete: entryNames("name", knowledge.KindEvent)}

func eventCommand() Command {
	return Command{Name: "event", Options: []Option{eventName}, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.card(eventName, knowledge.KindEvent)
	}}
}
