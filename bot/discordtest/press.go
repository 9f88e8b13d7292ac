package discordtest

import (
	"context"
	"errors"
	"fmt"
)

// Press clicks a button of a message, or chooses values in a select, and waits
// for the first answer. It returns an error if the user couldn't: the message
// is gone or another's, or has no such component that is enabled.
func (ch *Channel) Press(ctx context.Context, user *User, on Message, customID string, values ...string) (*Response, error) {
	i := &interaction{kind: kindPress, user: user, what: fmt.Sprintf("press of %q", customID)}
	data, err := ch.press(i, on, customID, values)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", i.what, err)
	}
	return ch.act(ctx, i, data)
}

func (ch *Channel) press(i *interaction, on Message, customID string, values []string) (map[string]any, error) {
	ch.server.mu.Lock()
	defer ch.server.mu.Unlock()
	for _, m := range ch.messages {
		if m.ID == on.ID {
			i.source = m
		}
	}
	m := i.source
	if m == nil || m.Deleted {
		return nil, fmt.Errorf("message %s doesn't stand in this channel", on.ID)
	}
	if m.onlyFor != nil && m.onlyFor != i.user {
		return nil, fmt.Errorf("only %s sees message %s", m.onlyFor.Username, m.ID)
	}
	c := find(m.Components, customID)
	if c == nil || c.Disabled {
		return nil, fmt.Errorf("message %s has no such component enabled", m.ID)
	}
	data := map[string]any{"custom_id": c.CustomID, "component_type": c.Type, "id": c.Number}
	if c.Type != kindButton {
		if err := c.offers(values); err != nil {
			return nil, err
		}
		data["values"] = values
	} else if len(values) > 0 {
		return nil, errors.New("a button has no values")
	}
	return data, nil
}

// find returns the component with the custom_id, however deep, or nil.
func find(components []Component, customID string) *Component {
	for i := range components {
		c := &components[i]
		if c.CustomID == customID {
			return c
		}
		nested := c.Components
		for _, one := range []*Component{c.Component, c.Accessory} {
			if one != nil {
				nested = append(nested[:len(nested):len(nested)], *one)
			}
		}
		if inner := find(nested, customID); inner != nil {
			return inner
		}
	}
	return nil
}

// offers returns an error if the select doesn't let the values be chosen.
func (c *Component) offers(values []string) error {
	low, high := 1, 1
	if c.MinValues != nil {
		low = *c.MinValues
	}
	if c.MaxValues != nil {
		high = *c.MaxValues
	}
	if len(values) < low || len(values) > high {
		return fmt.Errorf("%d values, from %d to %d can be chosen", len(values), low, high)
	}
	for _, value := range values {
		known := c.Type != kindStringSelect
		for _, o := range c.Options {
			known = known || o.Value == value
		}
		if !known {
			return fmt.Errorf("value %q isn't offered", value)
		}
	}
	return nil
}
