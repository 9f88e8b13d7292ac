package summary

import (
	"strings"
	"testing"
)

func TestProbe(t *testing.T) {
  for _, f := range []string{"second","tune"} {
	file := readLies(t, "testdata/lies/"+f+".jsonl")
	n := map[string]int{}
	for _, p := range file.passages {
		lex := lexiconFor(p.Lang)
		var vocab []string
		for _, s := range p.Sentences { vocab = append(vocab, strings.Fields(strings.TrimSuffix(s.Text, "."))...) }
		isC := func(w string) bool { w = strings.Trim(w, ",;.'"); return len(w) > 3 && !lex.isGrammar(strings.ToLower(w)) }
		for si, s := range p.Sentences {
			words := strings.Fields(strings.TrimSuffix(s.Text, "."))
			try := func(kind string, ws []string) {
				txt := strings.Join(ws, " ")
				txt = strings.TrimRight(txt, ",;") + "."
				if txt == s.Text || len(ws) < 3 { return }
				n[kind+" all"]++
				_, v := prove(WrittenSentence{txt, []string{p.ID}, []Quote{{p.ID, s.Text}}}, file.passages, byGaps)
				if v.Rule == Kept {
					n[kind]++
					t.Logf("%s| %s\n   <- %s", kind, txt, s.Text)
				}
			}
			seen := map[string]bool{}
			for i := range words {
				if !isC(words[i]) { continue }
				for _, v := range vocab {
					v = strings.Trim(v, ",;")
					if !isC(v) || v == strings.Trim(words[i], ",;") || seen[v+"/"+words[i]] { continue }
					seen[v+"/"+words[i]] = true
					w := append([]string(nil), words...)
					if strings.HasSuffix(w[i], ",") { v += "," }
					w[i] = v
					try("replace", w)
				}
				for j := i + 1; j < len(words); j++ {
					if !isC(words[j]) { continue }
					w := append([]string(nil), words...)
					w[i], w[j] = w[j], w[i]
					try("swap", w)
				}
				// move: cut span i..j to the front or the end
				for j := i+1; j < len(words) && j < i+5; j++ {
					span := append([]string(nil), words[i:j]...)
					rest := append(append([]string(nil), words[:i]...), words[j:]...)
					try("back", append(append([]string(nil), rest...), span...))
					try("front", append(span, rest...))
				}
			}
			_ = si
		}
	}
	t.Log(n)
  }
}
