package commands

import (
	"context"

	"griot/knowledge"
)

// person names who stands behind a key in the log of a layer: the member, or a
// former one who had that erased.
func (r Request) person(ctx context.Context, layer knowledge.Layer, key string) (Span, error) {
	user, err := r.Library.UserOf(ctx, layer, key)
	if err != nil {
		return Span{}, err
	}
	if user == "" {
		return plain(r.Say().Say("person.former")), nil
	}
	return Span{User: user}, nil
}

// persons names several, with commas between.
func (r Request) persons(ctx context.Context, keys []string) ([]Span, error) {
	var all []Span
	for i, key := range keys {
		if i > 0 {
			all = append(all, plain(", "))
		}
		who, err := r.person(ctx, r.View.Layer(), key)
		if err != nil {
			return nil, err
		}
		all = append(all, who)
	}
	return all, nil
}
