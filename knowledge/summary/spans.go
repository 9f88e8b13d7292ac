package summary

// leads takes the word before a date into the date, if it changes its meaning;
// words such as on and in it takes away.
func leads(all []token) []token {
	var out []token
	for _, t := range all {
		if t.class == when {
			for len(out) > 0 && (out[len(out)-1].class == article || out[len(out)-1].class == weakPrep) {
				out = out[:len(out)-1]
			}
			if last := len(out) - 1; last >= 0 && (out[last].class == prep || out[last].class == connective || out[last].canon == "que") {
				t.date.lead = out[last].canon
				out = out[:last]
			}
			t.first = len(out) == 0
			if last := len(out) - 1; last >= 0 && spans(out, t) {
				for out[last].class != when {
					last--
				}
				out[last].date.to = t.date.key()
				out = out[:last+1]
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// spans reports whether a date ends a span that the tokens end with: between
// 2003 and 2007, from April to September.
func spans(before []token, end token) bool {
	last := len(before) - 1
	if before[last].class == when && (before[last].date.lead == "from" || before[last].date.lead == "") {
		return end.date.lead == "to" || end.date.lead == "until"
	}
	return last > 0 && before[last].class == coordinator && before[last-1].class == when &&
		(before[last-1].date.lead == "between" || before[last-1].date.lead == "entre") && end.date.lead == ""
}
