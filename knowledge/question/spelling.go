package question

import (
	"slices"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/search"
	"griot/knowledge/text"
)

// respell puts words right that nobody knows and the index can't tell alone:
// two that were written together, and one in a name of several words.
func respell(v *knowledge.View, question string) (string, []search.Correction) {
	var corrected []search.Correction
	for _, w := range v.Words(question) {
		if !isUnknown(w) {
			continue
		}
		meant, ok := parted(v, w.Typed)
		if !ok {
			meant, ok = nameWord(v, strings.Fields(text.Fold(question)), w.Typed)
		}
		if ok {
			question = replaceWord(question, w.Typed, meant)
			corrected = append(corrected, search.Correction{Typed: w.Typed, Meant: meant})
		}
	}
	return question, corrected
}

// isUnknown reports whether a word means nothing to the sources or to any list.
func isUnknown(w search.Word) bool {
	known := w.Known && (w.Meant == "" || utf8.RuneCountInString(w.Typed) >= shortestCorrected)
	return w.Typed != "" && !known && !isLight(w.Typed) && !isNumber(w.Typed) &&
		len(sensesOf([]string{w.Typed})[0]) == 0 && meanings([]string{w.Typed})[0] == ""
}

// shortestTwo is the length from which a word that nobody knows may be two that
// were written together.
const shortestTwo = 8

// parted writes two words apart that were written together.
func parted(v *knowledge.View, typed string) (string, bool) {
	if len(typed) < shortestTwo {
		return "", false
	}
	for i := shortestPart; i <= len(typed)-shortestPart; i++ {
		if utf8.RuneStart(typed[i]) && isWord(v, typed[:i]) && isWord(v, typed[i:]) {
			return typed[:i] + " " + typed[i:], true
		}
	}
	return "", false
}

// isWord reports whether the sources have a word as it stands.
func isWord(v *knowledge.View, w string) bool {
	found := v.Words(w)
	return len(found) == 1 && found[0].Known && found[0].Meant == ""
}

// How many words of a name are tried, and in how many letters of it one may be
// wrong.
const (
	longestTypo = 4
	perTypo     = 5
)

// nameWord returns the word of a name that a word is, typed badly, by the words
// around it: the trop of "trop cest torp".
func nameWord(v *knowledge.View, folded []string, typed string) (string, bool) {
	at := slices.Index(folded, typed)
	if at < 0 {
		return "", false
	}
	for n := longestTypo; n > 1; n-- {
		for i := max(0, at-n+1); i <= at && i+n <= len(folded); i++ {
			run := strings.Join(folded[i:i+n], " ")
			found := v.Find(run, knowledge.EntryKinds()...)
			if len(found) == 0 || found[0].Errors*perTypo > len(run) {
				continue
			}
			if name := strings.Fields(text.Fold(found[0].Name)); len(name) == n && text.Distance(typed, name[at-i], 2) <= 2 {
				return name[at-i], true
			}
		}
	}
	return "", false
}

// replaceWord puts a word in the place of another, which is folded.
func replaceWord(s, folded, meant string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		if text.Fold(f) == folded {
			fields[i] = meant
		}
	}
	return strings.Join(fields, " ")
}

// plain puts small words that were typed badly right, so that they tell what is
// asked. What the sources know is no such word, nor what is written as a name.
func plain(folded []string, read []search.Word, question string) []string {
	phrases := sensesOf(folded)
	for i, w := range folded {
		if len(phrases[i]) > 0 || i > 0 && folded[i-1] == "how" && measures[w] || slices.ContainsFunc(read, func(r search.Word) bool { return r.Typed == w && r.Known && r.Meant == "" }) || isName(question, w) {
			continue
		}
		if l, ok := lightMeant(w); ok {
			folded[i] = l
		}
		if i > 0 && folded[i-1] == "how" && text.Distance(w, "many", 1) <= 1 {
			folded[i] = "many"
		}
		if next := i + 1; next < len(folded) && measured[folded[next]] && text.Distance(w, "how", 1) <= 1 {
			folded[i] = "how"
		}
	}
	return folded
}

// measured are what is asked by "how".
var measured = wordSet("many much long big large far often come")
