package commands

import (
	"context"

	"griot/commands/messages"
)

// Press answers the press of a button, and says what it opens.
func (g *Griot) Press(ctx context.Context, asker Asker, customID string) (reply Reply, opens Opens) {
	defer func() {
		if reply.Err != nil {
			opens = ForMe
		}
	}()
	defer g.recover(asker, "button", &reply)
	ask, opens, err := g.Buttons.Open(ctx, asker.Who, customID)
	if err != nil {
		return g.Fail(asker, "button", err), ForMe
	}
	return g.answer(ctx, asker, ask, opens), opens
}

// Submit answers a form that was filled in, and says what it opens. A form is
// never answered by a form: Discord can't open one then. Whatever goes wrong,
// what the person wrote comes back with the reply: the form itself is gone.
func (g *Griot) Submit(ctx context.Context, asker Asker, customID string, fields map[string]string) (reply Reply, opens Opens) {
	defer func() {
		if reply.Err != nil {
			opens = ForMe
			reply.giveBack(messages.In(asker.Locale), fields)
		}
	}()
	defer g.recover(asker, "form", &reply)
	form, err := g.Buttons.OpenForm(ctx, asker.Who, customID)
	if err != nil {
		return g.Fail(asker, "form", err), ForMe
	}
	ask, err := form.filled(fields)
	if err != nil {
		return g.Fail(asker, "form", err), ForMe
	}
	reply = g.answer(ctx, asker, ask, form.Opens)
	if reply.Form != nil {
		return g.Fail(asker, "form", refused("form after form")), ForMe
	}
	return reply, form.Opens
}

// share gives a private reply the button that shows it to everyone.
func share(reply Reply, asker Asker, ask Ask) Reply {
	if !reply.Private || reply.Err != nil {
		return reply
	}
	ask = ask.privately(false)
	for i := range reply.Pages {
		b := Button{Label: messages.In(asker.Locale).Say("button.share"), Ask: ask, Opens: ForAll}
		b.Ask.Page = i + 1
		reply.Pages[i].Buttons = append(reply.Pages[i].Buttons, []Button{b})
	}
	return reply
}
