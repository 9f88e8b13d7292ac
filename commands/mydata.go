package commands

import (
	"context"
	"time"

	"griot/knowledge"
)

func mydataCommand() Command {
	return Command{Name: "mydata", Private: true, Run: func(ctx context.Context, r Request) (Reply, error) {
		if _, err := r.desk(); err != nil {
			return Reply{}, err
		}
		return r.mydata(ctx)
	}}
}

// mydata shows what is stored of the asker on this server.
func (r Request) mydata(ctx context.Context) (Reply, error) {
	say, layer := r.Say(), r.View.Layer()
	person, err := r.Library.PersonOf(ctx, layer, r.Who.User)
	if err != nil {
		return Reply{}, err
	}
	p := r.compose(say.Say("title.mydata"), "")
	tokens, err := r.tokensSpent(ctx)
	if err != nil {
		return Reply{}, err
	}
	if tokens > 0 {
		p.note(Line, plain(say.Say("mydata.tokens", "n", tokens)))
	}
	if person == "" {
		p.note(Line, plain(say.Say("mydata.nothing")))
		return p.done(), nil
	}
	changes, err := r.Library.ChangesBy(ctx, layer, person)
	if err != nil {
		return Reply{}, err
	}
	p.note(Line, plain(say.Say("mydata.key")))
	p.note(Line, plain(say.Say("mydata.changes", "n", changes)))
	p.suggestions(r.View.ProposalsBy(person))
	p.buttons([]Button{{Label: say.Say("button.forget"), Ask: Ask{Command: "forget"}, Writes: true, Tone: Danger}})
	return p.done(), nil
}

// suggestions lists what somebody proposed, and what became of each.
func (p *pages) suggestions(all []*knowledge.Proposal) {
	say := p.request.Say()
	if len(all) > 0 {
		p.note(Line, plain(say.Say("mydata.suggestions", "n", len(all))))
	}
	for _, q := range all {
		p.note(Item, bold(p.request.nameIn(q)), plain(", "+say.At(q.Time)+": "+say.Say("stage."+string(q.State))))
		if q.Answer != "" {
			p.note(Under, plain(typed(q.Answer)))
		}
	}
}

// daysCounted is how many days the tokens of a model are counted back.
const daysCounted = 3

// tokensSpent returns how many tokens a model's answers to the asker cost, as
// far as that is stored.
func (r Request) tokensSpent(ctx context.Context) (n int, err error) {
	for back := range daysCounted {
		day := r.Now.UTC().Add(-time.Duration(back) * 24 * time.Hour).Format(time.DateOnly)
		spent, err := r.Library.SpentOn(ctx, day)
		if err != nil {
			return 0, err
		}
		n += spent["user:"+r.Who.User]
	}
	return n, nil
}
