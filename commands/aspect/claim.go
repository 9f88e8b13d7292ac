package aspect

import (
	"strings"

	"griot/knowledge"
)

func claimWords() Aspect {
	return Aspect{Name: "claim", Kinds: []knowledge.Kind{knowledge.KindClaim}, fields: []field{textField(), aboutField(), heldField(), sourcesField().must()}}
}

// suggestedClaim leaves the entries as they are, and room for a source that
// isn't here.
func suggestedClaim() Aspect {
	return Aspect{Name: SuggestClaim, Kinds: []knowledge.Kind{knowledge.KindClaim}, fields: []field{textField(), heldField(), sourcesField()}}
}

func claimLinks() Aspect {
	return Aspect{Name: "links", Kinds: []knowledge.Kind{knowledge.KindClaim}, fields: []field{
		of("phrase", func(_ writer, c *knowledge.Claim) string { return tidy(c.Phrase) },
			func(r *reader, c *knowledge.Claim) { c.Phrase = r.phrase() }),
		of("answers", func(_ writer, c *knowledge.Claim) string {
			return lines(c.Answers, func(a knowledge.Answer) string { return string(a.How) + ": " + string(a.Claim) })
		}, func(r *reader, c *knowledge.Claim) { c.Answers = list(r, r.answer) }).lines(),
		of("sensitive", func(_ writer, c *knowledge.Claim) string {
			if c.Sensitive {
				return yes
			}
			return no
		}, func(r *reader, c *knowledge.Claim) { c.Sensitive = r.oneOf(r.value, []string{yes, no}) == yes }).must(),
	}}
}

const yes, no = "yes", "no"

func textField() field {
	return of("text", func(_ writer, c *knowledge.Claim) string { return inLines(c.Text) },
		func(r *reader, c *knowledge.Claim) { c.Text = r.textOf() }).lines().must()
}

func aboutField() field {
	return of("about", func(w writer, c *knowledge.Claim) string {
		return lines(c.About, func(id knowledge.ID) string { return w.ref(id, knowledge.EntryKinds()...) })
	}, func(r *reader, c *knowledge.Claim) {
		c.About = list(r, func(s string) knowledge.ID { return r.ref(s, knowledge.EntryKinds()...) })
	}).lines().must()
}

func heldField() field {
	return of("held", func(w writer, c *knowledge.Claim) string { return w.held(c) },
		func(r *reader, c *knowledge.Claim) { c.Certainty, c.By = r.held() }).must()
}

// phrase reads a run of words of a source. Words left out could be a not, so an
// ellipsis is refused.
func (r *reader) phrase() string {
	s := r.own(r.value)
	if strings.Contains(s, "…") || strings.Contains(s, "..") || strings.Contains(s, ". .") {
		r.fail("fault.ellipsis")
	}
	return s
}

var stances = []string{string(knowledge.Denies), string(knowledge.Contradicts), string(knowledge.Corrects), string(knowledge.Supports)}

func (r *reader) answer(line string) knowledge.Answer {
	how, claim := r.pair(line, "fault.answer")
	return knowledge.Answer{How: knowledge.Stance(r.oneOf(how, stances)), Claim: r.claim(claim)}
}
