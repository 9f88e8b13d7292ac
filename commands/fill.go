package commands

import (
	"cmp"
	"context"
)

func fillCommand() Command {
	return Command{Name: "fill", Hidden: true, Private: true, Form: true, Run: func(_ context.Context, r Request) (Reply, error) {
		return r.fill()
	}}
}

// fill opens a sheet: with what was typed before, if anything was.
func (r Request) fill() (Reply, error) {
	r, err := r.numbered()
	if err != nil {
		return Reply{}, err
	}
	s, err := r.sheet()
	if err != nil {
		return Reply{}, err
	}
	form := &Form{Title: s.title, Fields: s.fields, Ask: Ask{Command: "draft", Values: map[string]string{}}}
	for _, name := range sheetValues {
		if value := r.Values[name]; value != "" {
			form.Ask.Values[name] = value
		}
	}
	form.Ask.Values[sheetStamp] = cmp.Or(r.Values[sheetStamp], s.stamp)
	for i, f := range form.Fields {
		if typed, there := r.Values[f.Name]; there {
			form.Fields[i].Value = typed
		}
	}
	return Reply{Form: form}, nil
}
