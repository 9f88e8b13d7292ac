package console

import (
	"strings"

	"griot/knowledge/text"
)

// files writes the files that go out with a reply, under their names. Their
// lines stay as long as they are, so that they can be copied.
func (s *sheet) files(x Exchange) {
	for _, f := range x.Files {
		s.WriteString("\n")
		if f.Text == nil {
			s.put(mark{}, run{text: x.say.Say("console.file", "name", f.Name, "bytes", f.Size), paint: dim})
			continue
		}
		s.put(mark{}, run{text: f.Name, paint: strong})
		clean, _ := text.Clean(*f.Text)
		s.WriteString(clean)
		if !strings.HasSuffix(clean, "\n") {
			s.WriteString("\n")
		}
	}
}

// notices writes what others are told, as they see it.
func (s *sheet) notices(x Exchange) {
	for i, n := range x.Notices {
		to := x.say.Say("console.to channel", "channel", n.Channel)
		if n.User != "" {
			to = x.say.Say("console.to person", "person", n.User)
		}
		s.WriteString("\n")
		s.put(mark{}, run{text: to, paint: dim})
		s.page(x.reply.Notices[i].Page)
	}
}
