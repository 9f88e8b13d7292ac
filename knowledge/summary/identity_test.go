package summary

import "testing"

func TestIdentityProbe(t *testing.T) {
	file := readLies(t, "testdata/lies/tune.jsonl")
	n, kept := 0, 0
	for _, p := range file.passages {
		for _, s := range p.Sentences {
			n++
			_, v := prove(WrittenSentence{s.Text, []string{p.ID}, []Quote{{p.ID, s.Text}}}, file.passages, byGaps)
			if v.Rule == Kept {
				kept++
			} else {
				t.Logf("%s\n   %s: %s", s.Text, v.Rule, v.Why)
			}
		}
	}
	t.Logf("%d of %d", kept, n)
}
