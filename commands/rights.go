package commands

import "griot/knowledge"

// may returns nil if the asker may do this on the desk, else the error that
// says why not. What only shows how a desk works asks here too: whoever may not
// decide on it doesn't get to see it.
func (r Request) may(a knowledge.Action) error {
	layer, err := r.desk()
	if err != nil {
		return err
	}
	return knowledge.Allowed(r.Who, r.View.Settings(), knowledge.Edit{Layer: layer, Action: a})
}
