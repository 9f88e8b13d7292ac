package commands

import (
	"context"
)

func forgetCommand() Command {
	return Command{Name: "forget", Hidden: true, Private: true, Options: []Option{step}, Run: func(ctx context.Context, r Request) (Reply, error) {
		layer, err := r.desk()
		if err != nil {
			return Reply{}, err
		}
		say := r.Say()
		if step.In(r) != "save" {
			p := r.compose(say.Say("title.forget"), "")
			p.note(Line, plain(say.Say("forget.goes")))
			p.note(Line, plain(say.Say("forget.stays")))
			sure := Ask{Command: "forget", Values: map[string]string{step.Name: "save"}}
			p.buttons([]Button{
				{Label: say.Say("button.forget now"), Ask: sure, Writes: true, Tone: Danger},
				{Label: say.Say("button.cancel"), Ask: Ask{Command: "cancel"}, Writes: true},
			})
			return p.done(), nil
		}
		if err := r.Library.Forget(ctx, layer, r.Who.User); err != nil {
			return Reply{}, err
		}
		p := r.compose(say.Say("title.forgotten"), "")
		p.note(Line, plain(say.Say("forget.done")))
		return p.done(), nil
	}}
}
