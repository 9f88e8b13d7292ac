package question_test

import (
	"griot/knowledge/question"
	"testing"
)

func BenchmarkFind(b *testing.B) {
	v := library(b, mali).View("")
	all := readQuestions(b, "../../commands/testdata/questions/tuning.txt")
	i := 0
	for b.Loop() {
		question.Find(v, all[i%len(all)].q)
		i++
	}
}
