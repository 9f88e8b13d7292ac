package export

import (
	"bytes"
	"encoding/json"

	"griot/knowledge"
)

// object is the export for programs. The records that readers see stand in
// lists by kind, in the order of their ids, with the fields of a pack; ids that
// were merged stand as they are. Unseen are the others of a desk.
type object struct {
	Griot   int                 `json:"griot"` // the version of this form: 1
	Sources []*knowledge.Source `json:"sources"`
	Places  []*knowledge.Place  `json:"places"`
	Actors  []*knowledge.Entry  `json:"actors"`
	Events  []*knowledge.Entry  `json:"events"`
	Reforms []*knowledge.Entry  `json:"reforms"`
	Claims  []*knowledge.Claim  `json:"claims"`
	Unseen  []unseen            `json:"unseen"`
}

// unseen is a record that readers don't see, and why: it is hidden, withdrawn,
// or merged into another.
type unseen struct {
	Kind  knowledge.Kind        `json:"kind"`
	State knowledge.RecordState `json:"state"`
	Into  knowledge.ID          `json:"into,omitempty"`
	Body  json.RawMessage       `json:"body"`
}

func writeObject(c *chosen) ([]byte, error) {
	o := object{1, []*knowledge.Source{}, []*knowledge.Place{}, []*knowledge.Entry{}, []*knowledge.Entry{}, []*knowledge.Entry{}, []*knowledge.Claim{}, []unseen{}}
	o.Sources = append(o.Sources, of[knowledge.Source](c)...)
	o.Places = append(o.Places, of[knowledge.Place](c)...)
	o.Claims = append(o.Claims, of[knowledge.Claim](c)...)
	for _, e := range of[knowledge.Entry](c) {
		list := map[knowledge.Kind]*[]*knowledge.Entry{
			knowledge.KindActor: &o.Actors, knowledge.KindEvent: &o.Events, knowledge.KindReform: &o.Reforms,
		}[e.Kind()]
		*list = append(*list, e)
	}
	for _, r := range c.unseen {
		o.Unseen = append(o.Unseen, unseen{r.Kind, r.State, r.Into, r.Body})
	}
	return indented(o)
}

// indented writes a value as JSON that people can read too.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
