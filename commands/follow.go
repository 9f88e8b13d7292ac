package commands

import (
	"context"
	"strconv"

	"griot/knowledge"
)

// followHow is what becomes of a record that a newer pack has changed under the
// desk; own and shelf are the revs that were seen.
var (
	followID    = Option{Name: "id", Required: true}
	followHow   = Option{Name: "how"}
	followOwn   = Option{Name: "own"}
	followShelf = Option{Name: "shelf"}
)

func followCommand() Command {
	return Command{Name: "follow", Hidden: true, Private: true, For: knowledge.Moderator, Options: []Option{followID, followHow, followOwn, followShelf}, Run: func(ctx context.Context, r Request) (Reply, error) {
		if err := r.may(knowledge.Follow); err != nil {
			return Reply{}, err
		}
		o, ok := r.View.OvertakenBy(knowledge.ID(followID.In(r)))
		if !ok {
			return Reply{}, invalid("not overtaken", "typed", Echo(followID.In(r)))
		}
		if followHow.In(r) == "" {
			return r.overtaken(o), nil
		}
		return r.follow(ctx, o)
	}}
}

// overtaken shows how the shelf's record differs from the desk's.
func (r Request) overtaken(o knowledge.Overtaken) Reply {
	say := r.Say()
	p := r.compose(say.Say("title.overtaken", "name", r.draftTitle(o.Own)), "")
	p.note(Line, plain(say.Say("follow.what")))
	if !p.edits([]knowledge.Edited{{Before: &o.Own, After: o.Shelf}}) {
		p.note(Line, plain(say.Say("follow.same")))
	}
	way := func(label, how string, tone Tone) Button {
		values := map[string]string{
			followID.Name: string(o.Own.ID), followHow.Name: how,
			followOwn.Name: strconv.FormatUint(o.Own.Rev, 10), followShelf.Name: strconv.FormatUint(o.Shelf.Rev, 10),
		}
		return Button{Label: say.Say(label), Ask: Ask{Command: "follow", Values: values}, Writes: true, Tone: tone}
	}
	row := []Button{way("button.keep", "keep", Plain), way("button.take", "take", Do)}
	join := Ask{Command: "edit", Values: map[string]string{editName.Name: string(o.Own.ID)}}
	p.buttons(append(row, Button{Label: say.Say("button.join"), Ask: join, Opens: ForMe}, r.toQueue()))
	return p.done()
}

// follow keeps the desk's record, as one that knows the shelf's new one, or
// gives it back to the shelf.
func (r Request) follow(ctx context.Context, o knowledge.Overtaken) (Reply, error) {
	seen := func(option Option, rev uint64) bool { return option.In(r) == strconv.FormatUint(rev, 10) }
	if !seen(followOwn, o.Own.Rev) || !seen(followShelf, o.Shelf.Rev) {
		return Reply{}, knowledge.ErrStale
	}
	record := o.Own
	switch followHow.In(r) {
	case "keep":
		record.Base = o.Shelf.Rev
	case "take":
		record.State = knowledge.Returned
	default:
		return Reply{}, refused("button")
	}
	return r.save(ctx, knowledge.Edit{Action: knowledge.Follow, Target: record.ID, Records: []knowledge.Record{record}})
}

// toFollow opens what was overtaken.
func (r Request) toFollow(o knowledge.Overtaken) Button {
	ask := Ask{Command: "follow", Values: map[string]string{followID.Name: string(o.Own.ID)}}
	return Button{Label: Cut(r.draftTitle(o.Own), labelLength), Ask: ask, Opens: ForMe}
}
