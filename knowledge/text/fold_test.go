package text

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"only punctuation", " …— ", ""},
		{"a curly apostrophe", "Trop c’est trop", "trop c est trop"},
		{"a straight apostrophe", "trop c'est trop", "trop c est trop"},
		{"no apostrophe, capitals", "TROP C EST TROP", "trop c est trop"},
		{"a modifier apostrophe", "cʼest cʻest cꞌest cʾest cˈest", "c est c est c est c est c est"},
		{"a hyphen", "Ogossagou-Peul", "ogossagou peul"},
		{"other dashes", "Ogossagou–Peul\u2011Dogon−X", "ogossagou peul dogon x"},
		{"spaces", "  Dan\u00a0 Na\n\tAmbassagou ", "dan na ambassagou"},
		{"accents", "Konaré Touré Keïta Ségou", "konare toure keita segou"},
		{"accents as marks", "Konare\u0301", "konare"},
		{"stops and brackets", "C.M.A. (Kidal)", "c m a kidal"},
		{"ligatures of French", "Œuvre, cœur, Ætius", "oeuvre coeur aetius"},
		{"letters of the north", "Ødegård Łódź Đurić Þór Guðrún Straße", "odegard lodz duric thor gudrun strasse"},
		{"dotted and dotless i", "İstanbul ışık", "istanbul isik"},
		{"letters of the Sahel", "Ɓamtaare ɗemngal Yerɗe ƴiiƴam Ŋaari Ɲamina Kɔrɔbɔrɔ Bɛlɛ Ƙauye", "bamtaare demngal yerde yiiyam naari namina korobor" + "o bele kauye"},
		{"further letters", "Ħamrun ŧing ǝ ə ɣ ɦ ɨ ɩ ĸ ƚ ɳ ɵ ʃ ƭ ʋ ʊ ƶ ʒ ƀ ɖ ǥ", "hamrun ting e e g h i i k l n o s t u u z z b d g"},
		{"wide and joined letters", "Ｍａｌｉ ﬁn ŉ", "mali fin n"},
		{"numbers", "n° 5 ② x²", "n 5 2 x2"},
		{"another script keeps its letters", "МАЛИ مالي", "мали مالي"},
		{"Cherokee in either case", "ᎦᏓ ꭶꮣ", "ꭶꮣ ꭶꮣ"},
		{"a letter behind a byte that is not UTF-8", "\xf0½", "1 2"},
		{"symbols", "A+B=5 € 🙂", "a b 5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Fold(c.text); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// Plain text is folded in a way of its own, to the same.
func TestFoldASCII(t *testing.T) {
	for i := range 1 << 14 {
		s := string([]byte{'A', byte(i >> 7), byte(i & 0x7f), 'b'})
		if got, ok := foldASCII(s); !ok || got != foldAny(s) {
			t.Fatalf("foldASCII(%q) = %q, %v, want %q", s, got, ok, foldAny(s))
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Trop c’est trop", "İ ŉ ſ ß ẞ", "e\u0301\u0327", "ǽ Ǿ", "a\xffb", "\u0345ᾳ", "㎏ ½ ﷺ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, and again %q", s, once, twice)
		}
		if strings.Contains(once, "  ") || strings.TrimSpace(once) != once {
			t.Errorf("Fold(%q) = %q has loose spaces", s, once)
		}
		if strings.ToUpper(s) == s && Fold(strings.ToLower(s)) == "" && once != "" {
			t.Errorf("Fold(%q) = %q, in lower case nothing", s, once)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"plain":   "Coordination of Azawad Movements",
		"accents": "Amadou Toumani Touré, dit l’Ancien",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
	}
}
