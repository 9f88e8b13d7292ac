package commands

import "context"

func cancelCommand() Command {
	return Command{Name: "cancel", Hidden: true, Private: true, Run: func(_ context.Context, r Request) (Reply, error) {
		p := r.compose(r.Say().Say("title.cancelled"), "")
		p.note(Line, plain(r.Say().Say("preview.cancelled")))
		return p.done(), nil
	}}
}
