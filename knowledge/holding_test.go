package knowledge_test

import (
	"testing"

	"griot/knowledge"
)

// With makes a desk over the shelf that can be looked at before it is stored.
func TestWithLaysADeskOverTheShelf(t *testing.T) {
	shelf := newView(t, weir(t))
	desk := knowledge.Desk("1")
	own := with(t, []knowledge.Record{recordOf(t, "tarrow")}, map[knowledge.ID]string{"tarrow": `{"name": "Tarrow Bridge"}`})[0]
	own.Layer, own.Rev = desk, 7
	over, err := shelf.With(desk, []knowledge.Record{own})
	if err != nil {
		t.Fatal(err)
	}
	if name, _ := over.Place("tarrow").Name.In("en"); name != "Tarrow Bridge" {
		t.Errorf("the desk reads %s", name)
	}
	if name, _ := shelf.Place("tarrow").Name.In("en"); name != "Tarrow" {
		t.Errorf("the shelf reads %s", name)
	}
	mine, beneath := over.Holding(desk, "tarrow")
	if mine.Rev != 7 || beneath.Layer != knowledge.Shelf {
		t.Errorf("the desk holds %v over %v", mine.Key, beneath.Key)
	}
	if mine, beneath = over.Holding(desk, "marches"); mine.ID != "" || beneath.ID != "marches" {
		t.Errorf("of a record of the shelf the desk holds %v over %v", mine.Key, beneath.Key)
	}
	if held := over.Held(desk); len(held) != 1 || held[0].ID != "tarrow" {
		t.Errorf("the desk holds %d records", len(held))
	}
	if held := over.Held(knowledge.Shelf); len(held) != len(weir(t)) || held[0].Kind != knowledge.KindSource {
		t.Errorf("the shelf holds %d records, %s first", len(held), held[0].Kind)
	}
	again, err := over.With(desk, []knowledge.Record{own})
	if err != nil || len(again.Held(knowledge.Shelf)) != len(weir(t)) || len(again.Check()) > 0 {
		t.Errorf("a second time: %v, %v", again.Check(), err)
	}
	own.Body = []byte(`{"within": "nowhere"}`)
	if broken, err := shelf.With(desk, []knowledge.Record{own}); err != nil || len(broken.Check()) == 0 {
		t.Errorf("a broken record is found sound: %v", err)
	}
}
