package packs

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"griot/knowledge"
)

// sealsFile is the file of a pack that only [Seal] writes. A line holds source,
// place, number of words and word digest:
//
//	fp-2019-mali 2.1-2 31 e0af0fcc4f55f4c14aa8b35a9b880d6a84fb4bb54e6ae13d4e29e0d8c31a9dc2
const sealsFile = "seals.txt"

// anchored is what a seal is for: a place in a source.
type anchored struct {
	source knowledge.ID
	at     knowledge.At
}

// seal is the words that stood at a place when it was sealed.
type seal struct {
	words  int
	digest string
}

var sealForm = regexp.MustCompile(`^([a-z0-9-]{2,40}) (\S+) ([1-9][0-9]{0,5}) ([0-9a-f]{64})$`)

// readSeals reads a pack's seals; a pack without the file has none. Lines that
// are no seals go to errs.
func readSeals(fsys fs.FS, errs *errorList) (map[anchored]seal, error) {
	seals := map[anchored]seal{}
	content, err := read(fsys, sealsFile)
	if errors.Is(err, fs.ErrNotExist) {
		return seals, nil
	}
	if err != nil {
		return seals, err
	}
	number := 0
	for line := range strings.Lines(content) {
		number++
		here := spot{sealsFile, number, 1}
		key, s, err := parseSeal(strings.TrimRight(line, "\r\n"))
		if err != nil {
			errs.add(here, "want source, place, number of words and digest; run griot pack seal")
			continue
		}
		if other, ok := seals[key]; ok && other != s {
			errs.add(here, "%s of %s is sealed twice; run griot pack seal", key.at, key.source)
		}
		seals[key] = s
	}
	return seals, nil
}

func parseSeal(line string) (key anchored, s seal, err error) {
	m := sealForm.FindStringSubmatch(line)
	if m == nil {
		return key, s, knowledge.ErrInvalid
	}
	key.source, s.digest = knowledge.ID(m[1]), m[4]
	s.words, _ = strconv.Atoi(m[3]) // six digits at most
	key.at, err = knowledge.ParseAt(m[2])
	return key, s, err
}

// formatSeals returns the content of a seals file, in the order of sources and
// of places in them.
func formatSeals(seals map[anchored]seal) []byte {
	var keys []anchored
	for k := range seals {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b anchored) int {
		return cmp.Or(
			cmp.Compare(a.source, b.source),
			cmp.Compare(a.at.Paragraph, b.at.Paragraph),
			cmp.Compare(a.at.First, b.at.First),
			cmp.Compare(a.at.Last, b.at.Last),
		)
	})
	var b strings.Builder
	for _, k := range keys {
		fmt.Fprintf(&b, "%s %s %d %s\n", k.source, k.at, seals[k].words, seals[k].digest)
	}
	return []byte(b.String())
}
