package discordtest

import "strconv"

// The kinds of components, by Discord's numbers.
const (
	kindRow           = 1
	kindButton        = 2
	kindStringSelect  = 3
	kindTextInput     = 4
	kindChannelSelect = 8
	kindSection       = 9
	kindText          = 10
	kindThumbnail     = 11
	kindGallery       = 12
	kindFile          = 13
	kindSeparator     = 14
	kindContainer     = 17
	kindLabel         = 18
)

// styleLink and stylePremium are the button styles that carry no custom_id.
const (
	styleLink    = 5
	stylePremium = 6
)

var emojiShape = shape{"id": snowflake, "name": text(0, 32), "animated": boolean}

var mediaShape = shape{"url": media}

// componentShapes lists, for each kind, the properties that Discord documents.
// Nested components are walked by (*tree).
var componentShapes = map[int64]shape{
	kindRow: {"components": anything},
	kindButton: {"style": integer(1, stylePremium), "label": text(0, maxLabel), "emoji": object(emojiShape),
		"custom_id": text(1, maxCustomID), "sku_id": snowflake, "disabled": boolean,
		"url": link(maxButtonURL, "http", "https", "discord")},
	kindStringSelect: with(selectShape, shape{"options": list(1, maxSelectOptions, object(selectOptionShape, "label", "value"))}),
	kindTextInput: {"custom_id": text(1, maxCustomID), "style": integer(1, 2), "label": text(1, maxInputLabel),
		"min_length": integer(0, maxInputValue), "max_length": integer(1, maxInputValue), "required": boolean,
		"value": text(0, maxInputValue), "placeholder": text(0, maxInputPlaceholder)},
	5:                 filledShape,
	6:                 filledShape,
	7:                 filledShape,
	kindChannelSelect: with(filledShape, shape{"channel_types": list(0, 20, number)}),
	kindSection:       {"components": anything, "accessory": anything},
	kindText:          {"content": text(1, maxLayoutText)},
	kindThumbnail: {"media": object(mediaShape, "url"), "description": text(1, maxAltText),
		"spoiler": boolean},
	kindGallery: {"items": list(1, 10, object(shape{"media": object(mediaShape, "url"),
		"description": text(1, maxAltText), "spoiler": boolean}, "media"))},
	kindFile:      {"file": object(mediaShape, "url"), "spoiler": boolean},
	kindSeparator: {"divider": boolean, "spacing": integer(1, 2)},
	kindContainer: {"components": anything, "accent_color": integer(0, 0xFFFFFF), "spoiler": boolean},
	kindLabel:     {"label": text(1, maxInputLabel), "description": text(1, 100), "component": anything},
}

var componentRequired = map[int64][]string{
	kindRow: {"components"}, kindButton: {"style"}, kindStringSelect: {"custom_id", "options"},
	kindTextInput: {"custom_id", "style"}, 5: {"custom_id"}, 6: {"custom_id"}, 7: {"custom_id"},
	kindChannelSelect: {"custom_id"}, kindSection: {"components", "accessory"}, kindText: {"content"},
	kindThumbnail: {"media"}, kindGallery: {"items"}, kindFile: {"file"}, kindContainer: {"components"},
	kindLabel: {"label", "component"},
}

var selectShape = shape{
	"custom_id": text(1, maxCustomID), "placeholder": text(0, maxPlaceholder), "disabled": boolean,
	"min_values": integer(0, maxSelectOptions), "max_values": integer(1, maxSelectOptions), "required": boolean,
}

// filledShape is a select that Discord fills: users, roles, both, channels.
var filledShape = with(selectShape, shape{"default_values": list(0, maxSelectOptions,
	object(shape{"id": snowflake, "type": text(1, 10)}, "id", "type"))})

var selectOptionShape = shape{
	"label": text(1, maxSelectText), "value": text(1, maxSelectText), "description": text(0, maxSelectText),
	"emoji": object(emojiShape), "default": boolean,
}

// tree walks the components of one message or form.
type tree struct {
	*checker
	customIDs map[string]string // where each was first used
	count     int
	text      int // UTF-16 units of all text displays
}

// layout checks the components of a message: rows of buttons or selects, or
// anything that the newer layout allows.
func (c *checker) layout(at string, v any, newer bool) {
	if v == nil {
		return
	}
	t := &tree{checker: c, customIDs: map[string]string{}}
	if newer {
		t.children(at, v, 1, maxComponents, kindRow, kindSection, kindText, kindGallery, kindFile, kindSeparator, kindContainer)
		if t.count > maxComponents {
			c.refuse(at, "%d components counted with the nested ones, at most %d", t.count, maxComponents)
		}
		if t.text > maxLayoutText {
			c.refuse(at, "%d characters of text in all, at most %d", t.text, maxLayoutText)
		}
		return
	}
	t.children(at, v, 0, maxRows, kindRow)
}

// children checks an array of low to high components of the kinds.
func (t *tree) children(at string, v any, low, high int, kinds ...int64) {
	if v == nil {
		return // required by the shape
	}
	list(low, high, func(_ *checker, at string, v any) { t.component(at, v, kinds...) })(t.checker, at, v)
}

// component checks one component that must be of one of the kinds.
func (t *tree) component(at string, v any, kinds ...int64) {
	m, _ := v.(map[string]any)
	kind, _ := whole(m["type"])
	for _, allowed := range kinds {
		if kind == allowed {
			t.known(at, m, kind)
			return
		}
	}
	t.refuse(at+"/type", "component type %d can't stand here, only %v", kind, kinds)
}

func (t *tree) known(at string, m map[string]any, kind int64) {
	t.count++
	s := with(componentShapes[kind], shape{"type": number, "id": integer(0, 1<<31-1)})
	s.check(t.checker, at, m, componentRequired[kind]...)
	t.unique(at, m)
	switch kind {
	case kindRow:
		t.row(at, m)
	case kindButton:
		t.button(at, m)
	case kindStringSelect:
		t.selection(at, m)
	case kindText:
		t.text += length(str(m, "content"))
	case kindSection:
		t.children(at+"/components", m["components"], 1, 3, kindText)
		t.component(at+"/accessory", m["accessory"], kindButton, kindThumbnail)
	case kindContainer:
		t.children(at+"/components", m["components"], 1, maxComponents, kindRow, kindSection, kindText, kindGallery, kindFile, kindSeparator)
	}
}

func (t *tree) unique(at string, m map[string]any) {
	id, given := m["custom_id"].(string)
	if !given {
		return
	}
	if first, twice := t.customIDs[id]; twice {
		t.refuse(at+"/custom_id", "custom_id used twice, first at %s", first)
	}
	t.customIDs[id] = at
}

// row checks a row of a message: up to five buttons, or a select alone.
func (t *tree) row(at string, m map[string]any) {
	t.children(at+"/components", m["components"], 1, maxButtons, kindButton, kindStringSelect, 5, 6, 7, kindChannelSelect)
	for i, child := range items(m, "components") {
		inner, _ := child.(map[string]any)
		kind, _ := whole(inner["type"])
		if kind != kindButton && len(items(m, "components")) > 1 {
			t.refuse(at+"/components/"+strconv.Itoa(i), "a select must be alone in its row")
		}
	}
}

func (t *tree) button(at string, m map[string]any) {
	style, _ := whole(m["style"])
	has := func(key string) bool { return m[key] != nil }
	switch style {
	case styleLink:
		if !has("url") || has("custom_id") || has("sku_id") {
			t.refuse(at, "a link button has a url and no custom_id")
		}
	case stylePremium:
		if !has("sku_id") || has("custom_id") || has("url") || said(m["label"]) || has("emoji") {
			t.refuse(at, "a premium button has a sku_id and nothing else")
		}
		return
	default:
		if !has("custom_id") || has("url") || has("sku_id") {
			t.refuse(at, "a button that is no link has a custom_id and no url")
		}
	}
	if !said(m["label"]) && !has("emoji") {
		t.refuse(at+"/label", "a button needs a label or an emoji")
	}
}

func (t *tree) selection(at string, m map[string]any) {
	seen := map[string]bool{}
	for i, o := range items(m, "options") {
		option, _ := o.(map[string]any)
		if value := str(option, "value"); seen[value] {
			t.refuse(place(at+"/options", i)+"/value", "value used twice in a select")
		}
		seen[str(option, "value")] = true
	}
	low, _ := whole(m["min_values"])
	high, given := whole(m["max_values"])
	if given && (low > high || int(high) > len(items(m, "options"))) {
		t.refuse(at+"/max_values", "must lie between min_values and the number of options")
	}
}
