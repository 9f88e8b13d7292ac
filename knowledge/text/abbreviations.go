package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordList is words between spaces or line ends, so that one can be added where
// it belongs. A word in lower case stands for itself with a capital too; one
// with a capital only for itself ("Gen" is a general, "gen" is not).
type wordList string

// glossary is what a language knows about full stops that end no sentence. The
// abbreviations stand in it without their last stop.
type glossary struct {
	// binding never end a sentence: titles, and words that need what follows.
	binding wordList
	// ending end one only if a common beginning of a sentence follows.
	ending wordList
	// counting bind to a number, and are ordinary words before anything else.
	counting wordList
	// starts are the common beginnings of sentences, elided ones without
	// their apostrophe.
	starts wordList
	// surnames are those starts with which a surname may begin as well: after
	// an initial, a capital behind them makes a name (J. Le Goff).
	surnames wordList
	// speaking are verbs that keep a name behind a quoted question or cry in
	// the sentence of the quotation.
	speaking wordList
}

// english knows the abbreviations of English journalism and history.
func english() glossary {
	return glossary{
		binding: `Dr Mr Mrs Ms Mx Messrs Prof Hon Rev Msgr Br Fr
			Pres Gov Sen Rep Amb Sec Min Atty Supt Insp Det
			Gen Brig Lt.-Gen Maj.-Gen Lt Lieut Col Maj Capt Cmdr Cdr Adm Sgt Cpl Pvt
			St Ste Mt Ft Wm Geo Chas Thos Jas
			e.g i.e vs v cf viz ca esp incl a.k.a aka Op`,
		ending: `etc al ibid a.m p.m approx
			Inc Ltd Co Corp Bros Plc Jr Sr Esq Ph.D M.D B.A M.A ret Ret Int Intl Natl
			Ave Blvd Rd Dept Univ Assn Calif Fla Conn Tenn Ariz`,
		counting: `no nos p pp vol vols art arts ch chs chap chaps fig figs sect para
			paras par pt pts ed eds c col cols l ll n nn fol f ff s op pop
			Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`,
		starts: `the he she it they we you i in on at but and a an this that these
			those there his her its their our my after before when while if as from
			with by since although though however some many most both yet so then now
			here what who why how where nor not no such despite during until to for
			of according meanwhile instead nobody everyone everybody someone each all few
			several`,
		speaking: `said says asked asks replied replies added shouted cried answered
			declared wrote told warned insisted explained recalled wondered exclaimed`,
	}
}

// french knows those of French. Words that end with the last letter of the full
// word (Mme, Mlle, Me) have no stop in good French, but often one in haste.
func french() glossary {
	return glossary{
		binding: `M MM Me Mes Mgr Mme Mmes Mlle Mlles dr Pr prof St Ste Sts Stes
			gén Gal Gen Col Lt Cdt Cap Cne Adj Sgt
			Th Ph Ch Chr Fr Cl Alex Ed
			av ap apr bd boul cf ex p.ex c.-à-d càd vs resp
			éd édit coll dir trad préf rééd`,
		ending: `etc env al hab ibid id op.cit loc.cit Cie Sté Ets Inc Ltd
			col lt cdt cne adj sgt`,
		counting: `no nos p pp vol vols t art ch chap fig v s n l fol f tabl ann
			janv févr fév avr juill juil sept oct nov déc`,
		starts: `le la les l il elle ils elles on en mais un une ce cet cette ces c
			cela ça d j n s qu et ou où or dans pour sur à au aux par avec sans depuis
			après avant pendant selon si quand lorsque lorsqu comme puis alors ainsi
			son sa ses leur leurs notre nos nous vous je tu tout toute tous toutes de
			des du certains plusieurs aucun pourtant cependant toutefois malgré ni car
			donc qui que quoi quel quelle aujourd jusqu dès chez entre contre
			personne rien chacun quelques beaucoup lors parmi même toujours enfin ensuite
			grâce outre vers`,
		surnames: `le la les l de du des d`,
	}
}

// glossaryFor returns the glossary of lang, a BCP 47 tag; for any language but
// English and French that of both together.
func glossaryFor(lang string) glossary {
	en, fr := english(), french()
	switch base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base {
	case "en":
		return en
	case "fr":
		return fr
	}
	return glossary{
		binding:  en.binding + " " + fr.binding,
		ending:   en.ending + " " + fr.ending,
		counting: en.counting + " " + fr.counting,
		starts:   en.starts + " " + fr.starts,
		surnames: en.surnames + " " + fr.surnames,
		speaking: en.speaking + " " + fr.speaking,
	}
}

// holds reports whether word is in the list as it stands or with a small first
// letter.
func (l wordList) holds(word string) bool {
	first, size := utf8.DecodeRuneInString(word)
	return l.has(word) || unicode.IsUpper(first) && l.has(string(unicode.ToLower(first))+word[size:])
}

// has reports whether word is in the list, letter for letter.
func (l wordList) has(word string) bool {
	for entry := range strings.FieldsSeq(string(l)) {
		if entry == word {
			return true
		}
	}
	return false
}
