package console

import (
	"context"
	"strings"

	"griot/commands"
)

// opening sets a form as the contract has it: the response that Discord would
// get opens it. n is the number by which it is filled in.
func (s *Session) opening(ctx context.Context, kind Kind, reply commands.Reply, n int) Exchange {
	s.form = reply.Form
	body, err := s.renderer().Form(ctx, s.Asker.Who, reply.Form)
	if err != nil {
		return s.failed(ctx, kind, err)
	}
	x := Exchange{Kind: kind, Outcome: reply.Outcome, Response: body, form: reply.Form, n: n, say: s.say()}
	return x.whole()
}

// submit fills in a form and submits it: of a line with a number, the form that
// the button opens; with 0, the one that is open.
func (s *Session) submit(ctx context.Context, line Line) Exchange {
	if line.Button > 0 {
		if x, opened := s.openForm(ctx, line.Button); !opened {
			return x
		}
	}
	if s.form == nil {
		return s.failed(ctx, Submit, invalid("no open form"))
	}
	fields, err := s.form.Fill(line.Fields)
	if err != nil {
		return s.failed(ctx, Submit, err)
	}
	id, err := s.Griot.Buttons.SealForm(ctx, s.Asker.Who, s.form)
	if err != nil {
		return s.failed(ctx, Submit, err)
	}
	reply, opens := s.Griot.Submit(ctx, s.Asker, id, fields)
	s.remember(reply)
	return s.exchange(ctx, Submit, reply, opens)
}

// openForm presses a button that may open a form, and no other. If it opens
// none, the exchange says what came instead.
func (s *Session) openForm(ctx context.Context, n int) (Exchange, bool) {
	id, err := s.button(ctx, n)
	if err != nil {
		return s.failed(ctx, Submit, err), false
	}
	c, _ := s.Griot.Command(s.before.Shown().AllButtons()[n-1].Ask.Command)
	if !c.Form {
		return s.failed(ctx, Submit, invalid("no form", "n", n)), false
	}
	reply, opens := s.Griot.Press(ctx, s.Asker, id)
	if reply.Form != nil {
		s.form = reply.Form
		return Exchange{}, true
	}
	s.remember(reply)
	if reply.Err != nil {
		return s.exchange(ctx, Submit, reply, opens), false
	}
	return s.failed(ctx, Submit, invalid("no form", "n", n)), false
}

// ofForm lays a form out: its fields by name, label and present text, and how to
// fill it in.
func (s *sheet) ofForm(x Exchange) {
	s.put(mark{}, run{text: x.form.Title, paint: strong})
	for _, f := range x.form.Fields {
		s.blank()
		label := "  " + f.Label
		if f.Required {
			label = "  " + x.say.Say("console.required", "label", f.Label)
		}
		s.put(mark{}, run{text: f.Name, paint: strong}, run{text: label})
		for line := range strings.Lines(f.Value) {
			s.put(mark{"    ", "    ", usual}, run{text: strings.TrimRight(line, "\n")})
		}
	}
	s.blank()
	example := encoded(map[string]string{x.form.Fields[0].Name: "…"})
	s.put(mark{}, run{text: x.say.Say("console.fill", "n", x.n, "example", example), paint: dim})
}
