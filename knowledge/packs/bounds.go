package packs

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
)

const (
	// maxWording is the most characters in a text of a record that a file
	// offers: as many as a form of Discord takes.
	maxWording = 4000
	// maxList is the most elements in one list of a record.
	maxList = 200
	// maxWithin is the most places that a place lies within, one in another.
	maxWithin = 64
)

// bound refuses texts and lists longer than any that people read: comparing
// them with a source and with each other takes time by the product. What is
// refused is cut, so that the other rules cost nothing more.
func (it *item) bound() {
	if it.body != nil {
		it.boundField("", reflect.ValueOf(it.body).Elem())
	}
}

func (it *item) boundField(path string, v reflect.Value) {
	at := func(step string) string { return strings.TrimPrefix(path+"."+step, ".") }
	switch v.Kind() {
	case reflect.String:
		v.SetString(it.boundText(path, v.String()))
	case reflect.Slice:
		if v.Len() > maxList {
			it.wrong.add(it.where(path), "%s: %s: has %d elements; at most %d", it.id, path, v.Len(), maxList)
			v.SetLen(maxList)
		}
		for i := range v.Len() {
			it.boundField(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
		}
	case reflect.Map:
		for wordings := v.MapRange(); wordings.Next(); {
			wording := it.boundText(at(wordings.Key().String()), wordings.Value().String())
			v.SetMapIndex(wordings.Key(), reflect.ValueOf(wording))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := fieldName(v.Type().Field(i)); name != "" {
				it.boundField(at(name), v.Field(i))
			}
		}
	}
}

func (it *item) boundText(path, s string) string {
	n := utf8.RuneCountInString(s)
	if n <= maxWording {
		return s
	}
	it.wrong.add(it.where(path), "%s: %s: has %d characters; at most %d", it.id, path, n, maxWording)
	return string([]rune(s)[:maxWording])
}

// boundPlaces refuses places within more than maxWithin others, and those in a
// circle: each is found by the names of all that it lies within.
func (p *Pack) boundPlaces(v *knowledge.View) {
	var deep []*knowledge.Place
	for _, it := range p.items {
		place, ok := it.body.(*knowledge.Place)
		if ok && p.isDeep(v, place) {
			it.wrong.add(it.where("within"), "%s: within: lies within itself, or within more than %d places", it.id, maxWithin)
			deep = append(deep, place)
		}
	}
	for _, place := range deep {
		place.Within = ""
	}
}

// isDeep follows a place to the largest that it lies within, in the file or
// else in v.
func (p *Pack) isDeep(v *knowledge.View, place *knowledge.Place) bool {
	for range maxWithin + 1 {
		within := place.Within
		if place = v.Place(within); p.byID[within] != nil {
			place, _ = p.byID[within].body.(*knowledge.Place)
		}
		if place == nil {
			return false
		}
	}
	return true
}
