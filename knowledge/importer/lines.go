package importer

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/text"
)

const (
	byteOrderMark = "\ufeff"
	softHyphen    = "\u00ad"
	damaged       = '\ufffd'
)

// A text with more than one control character in so many is none.
const controlShare = 10

// line is a line of the file as people see it.
type line struct {
	number   int    // from 1
	text     string // without invisible characters, and without spaces at its ends
	indented bool
	soft     bool // ended in a soft hyphen: the next line goes on within the word
}

// decode returns raw as a text without its byte order mark, or an error that
// says why it is none.
func decode(raw []byte) (string, error) {
	if len(raw) > MaxBytes {
		return "", fmt.Errorf("%w: %d bytes, and at most %d are taken: import the article alone", ErrTooLarge, len(raw), MaxBytes)
	}
	if err := recognise(raw); err != nil {
		return "", err
	}
	if i := bytes.IndexByte(raw, 0); i >= 0 {
		return "", fmt.Errorf("%w: a NUL %s: %s", ErrNotText, at(raw, i), saveUTF8)
	}
	if i := firstInvalid(raw); i >= 0 {
		return "", fmt.Errorf("%w: the byte %#x %s: %s", ErrNotUTF8, raw[i], at(raw, i), saveUTF8)
	}
	if i, many := controls(raw); many {
		return "", fmt.Errorf("%w: many control characters, the first %s: %s", ErrNotText, at(raw, i), copyDamage)
	}
	s := strings.TrimPrefix(string(raw), byteOrderMark)
	if len(text.Words(s)) == 0 {
		return "", fmt.Errorf("%w: the file holds no words: copy the article into it", ErrEmpty)
	}
	return s, nil
}

// firstInvalid returns the offset of the first byte that isn't UTF-8, or -1.
func firstInvalid(raw []byte) int {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// controls returns the offset of the first control character that belongs in no
// text, and whether there are too many for a text with a few blemishes.
func controls(raw []byte) (first int, many bool) {
	count := 0
	for i, r := range string(raw) {
		if !unicode.IsControl(r) || strings.ContainsRune("\t\n\v\f\r", r) {
			continue
		}
		if count == 0 {
			first = i
		}
		count++
	}
	return first, count*controlShare > utf8.RuneCount(raw)
}

// lineEnds are the ways to end a line; CR LF is one end. VT is what word
// processors put for a line break within a paragraph, FF between pages.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n")

// splitLines returns the lines of s. What ends with a line end has no empty
// line after it.
func splitLines(s string) []string {
	return strings.Split(strings.TrimSuffix(lineEnds.Replace(s), "\n"), "\n")
}

// clean returns the lines of s, blank ones too, and what was taken out of them
// or should be looked at.
func clean(s string) (lines []line, repaired []knowledge.Repair) {
	for i, raw := range splitLines(s) {
		seen, _ := text.Clean(raw)
		trimmed := strings.TrimSpace(seen)
		lines = append(lines, line{
			number:   i + 1,
			text:     trimmed,
			indented: trimmed != "" && !strings.HasPrefix(seen, trimmed),
			soft:     strings.HasSuffix(strings.TrimSpace(raw), softHyphen),
		})
		repaired = append(repaired, takenOut(i+1, raw)...)
		repaired = append(repaired, damages(i+1, seen)...)
		repaired = append(repaired, misreadings(i+1, raw)...)
	}
	return lines, repaired
}

// takenOut reports the invisible characters of a line, each kind once, in the
// order in which they appear.
func takenOut(number int, s string) []knowledge.Repair {
	count := map[rune]int{}
	var kinds []rune
	for _, r := range s {
		if !text.Invisible(r) {
			continue
		}
		if !slices.Contains(kinds, r) {
			kinds = append(kinds, r)
		}
		count[r]++
	}
	var repaired []knowledge.Repair
	for _, r := range kinds {
		repaired = append(repaired, knowledge.Repair{Line: number, What: fmt.Sprintf("invisible, taken out: %U ×%d", r, count[r])})
	}
	return repaired
}

// damages reports each run of replacement characters in a line: where one
// stands, the text lost something before it came here.
func damages(number int, s string) []knowledge.Repair {
	var repaired []knowledge.Repair
	run := 0
	for _, r := range s + "\n" {
		if r == damaged {
			run++
			continue
		}
		if run > 0 {
			repaired = append(repaired, knowledge.Repair{Line: number, What: fmt.Sprintf("a damaged character, kept: %U ×%d: look at it", damaged, run)})
		}
		run = 0
	}
	return repaired
}

// misread is a character that was taken for several, because UTF-8 was read in
// an older encoding (Ã© for é, â€™ for ’), or one in the code of HTML (&rsquo;).
var misread = regexp.MustCompile("Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u0080-\u00bf]|â[\u0080€].|&(?:[A-Za-z]{2,8}|#[0-9]{2,5});")

// misreadings reports how many characters of a line were misread, and the first.
func misreadings(number int, s string) []knowledge.Repair {
	found := misread.FindAllString(s, -1)
	if len(found) == 0 {
		return nil
	}
	first, _ := text.Clean(found[0])
	what := fmt.Sprintf("misread characters, kept: %s ×%d in all: copy the article again", first, len(found))
	return []knowledge.Repair{{Line: number, What: what}}
}
