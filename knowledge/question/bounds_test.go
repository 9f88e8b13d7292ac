package question_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"griot/knowledge/question"
)

func TestFindAtTheBounds(t *testing.T) {
	v := library(t, mali).View("")
	for name, asked := range map[string]string{
		"nothing":         "",
		"spaces":          " \t\n ",
		"marks":           "?!… — “”",
		"only stop words": "who is it that was there",
		"stop words, fr":  "qui est ce que c'est",
		"arabic":          "من يقود الحركة؟",
		"chinese":         "谁领导该组织",
		"invalid":         "\xff\xfe who \x80",
		"ten thousand":    strings.Repeat("zyx ", 2500),
		"one long word":   strings.Repeat("z", 10_000),
	} {
		if found := question.Find(v, asked); len(found.Fits) > 0 {
			t.Errorf("%s: got %s, want no answer", name, first(found, 2))
		}
	}
}

// TestLongQuestionsAreCut holds that what stands far behind is not read, and
// that a letter is not cut in two.
func TestLongQuestionsAreCut(t *testing.T) {
	v := library(t, mali).View("")
	if found := question.Find(v, "Who founded Katiba Macina?"+strings.Repeat(" ", 9_000)+"Zyxwv"); len(found.Fits) == 0 {
		t.Error("want an answer from the first words alone")
	}
	for _, c := range question.Find(v, strings.Repeat("é", 400)).Corrected {
		if !utf8.ValidString(c.Typed) {
			t.Errorf("cut a letter in two: %q", c.Typed)
		}
	}
}

// TestFindTakesQuestionsCutShort: what is typed may end or begin anywhere, behind
// a word that wants another too.
func TestFindTakesQuestionsCutShort(t *testing.T) {
	v := library(t, tarn).View("")
	for _, file := range []string{"testdata/blame.txt", "testdata/tarn.txt"} {
		for _, a := range readQuestions(t, file) {
			words := strings.Fields(a.q)
			for i := range words {
				question.Find(v, strings.Join(words[:i], " "))
				question.Find(v, strings.Join(words[i:], " "))
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	v := library(f, tarn).View("")
	for _, a := range readQuestions(f, "testdata/tarn.txt") {
		f.Add(a.q)
	}
	f.Add("who was the fire of Selm planned by")
	f.Add("How many\x00 ’’ 2015-05-09/.. ÉÉ l'’ 31 February 0000")
	f.Fuzz(func(t *testing.T, asked string) {
		found := question.Find(v, asked)
		for _, fit := range found.Fits {
			if fit.Claim == nil {
				t.Fatal("a fit without a claim")
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	v := library(b, mali).View("")
	all := readQuestions(b, "testdata/readers.txt")
	i := 0
	for b.Loop() {
		question.Find(v, all[i%len(all)].q)
		i++
	}
}
