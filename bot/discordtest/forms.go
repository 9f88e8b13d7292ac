package discordtest

// modal checks a form: one to five rows of one text input each, or labels.
func (c *checker) modal(data map[string]any) {
	for _, key := range []string{"custom_id", "title", "components"} {
		if data[key] == nil {
			c.refuse("/data/"+key, "required")
		}
	}
	if data["components"] == nil {
		return
	}
	t := &tree{checker: c, customIDs: map[string]string{}}
	list(1, maxModalRows, t.formRow)(c, "/data/components", data["components"])
}

func (t *tree) formRow(_ *checker, at string, v any) {
	m, _ := v.(map[string]any)
	kind, _ := whole(m["type"])
	common := shape{"type": number, "id": integer(0, 1<<31-1)}
	switch kind {
	case kindRow:
		with(common, componentShapes[kindRow]).check(t.checker, at, v, "components")
		t.children(at+"/components", m["components"], 1, 1, kindTextInput)
		for _, child := range items(m, "components") {
			t.input(at+"/components/0", child, true)
		}
	case kindLabel:
		with(common, componentShapes[kindLabel]).check(t.checker, at, v, componentRequired[kindLabel]...)
		t.component(at+"/component", m["component"], kindTextInput, kindStringSelect)
		t.input(at+"/component", m["component"], false)
	case kindText:
		t.component(at, v, kindText)
	default:
		t.refuse(at+"/type", "component type %d can't stand in a form, only rows, labels and text", kind)
	}
}

// input checks what a text input's own shape can't: a label is needed in a
// row and refused inside a label, and the lengths agree with the value.
func (t *tree) input(at string, v any, labelled bool) {
	m, _ := v.(map[string]any)
	if kind, _ := whole(m["type"]); kind != kindTextInput {
		return
	}
	if labelled != said(m["label"]) {
		t.refuse(at+"/label", "a text input has a label in a row, and none inside a label")
	}
	low, _ := whole(m["min_length"])
	high, limited := whole(m["max_length"])
	if !limited {
		high = maxInputValue
	}
	value := int64(length(str(m, "value")))
	if low > high || value > high || value > 0 && value < low {
		t.refuse(at+"/value", "min_length, max_length and value contradict each other")
	}
}
