package question

// grammar is what the small words of a language do.
type grammar struct {
	asks, kinds, actors, counts    map[string]bool
	helps, does                    map[string]bool
	sorts, fillers, modals, has    map[string]bool
	determiners, prepositions, ofs map[string]bool
	light, adjectives, by, joins   map[string]bool
	particles, ordinals            map[string]bool
	subjectFirst                   bool // the subject stands before the verb in questions too
}

// grammarOf returns the grammar of the language of most small words.
func grammarOf(folded []string) grammar {
	french, english := 0, 0
	for _, f := range folded {
		switch {
		case frenchSmall[f]:
			french++
		case englishSmall[f]:
			english++
		}
	}
	if french > english {
		return frenchGrammar
	}
	return englishGrammar
}

var (
	frenchSmall = wordSet(`qui que quoi quel quelle quels quelles quand pourquoi comment combien le la les des du de est
		ont l d au aux et une un il elle ils elles dans par pour sur se ou qu`)
	englishSmall = wordSet(`who whom whose what which when where why how the of is are was were did do does has have had
		an and in at by for on to it they there whats whos`)
)

var englishGrammar = grammar{
	asks:         wordSet("who whom whose what which when where why how whats whos wheres whens"),
	kinds:        wordSet("what which"),
	actors:       wordSet("who what which whose whos whats"),
	counts:       wordSet("many much"),
	helps:        wordSet("is are was were be been has have had s re"),
	does:         wordSet("do does did don doesn didn will would can could should may might must shall"),
	sorts:        wordSet("kind kinds type types sort sorts of"),
	fillers:      wordSet("not t been being be also ever really actually still it he she they there"),
	modals:       wordSet("supposed believed expected said going likely set meant due trying tried try able reported thought alleged allegedly want wants wanted"),
	determiners:  wordSet("the a an his her its their this that these those any some s"),
	prepositions: wordSet("of in at on for by with from to against about after before during since under over between among into through"),
	ofs:          wordSet("of in at for"),
	light:        wordSet("become became get got go went come came take took make made have had use used look seem feel"),
	adjectives:   wordSet("first second third last next new old former main big local armed early late whole young"),
	by:           wordSet("by"),
	has:          wordSet("has have had"),
	particles:    wordSet("up down off out back over away"),
	ordinals:     wordSet("first second third"),
	joins:        wordSet("or and"),
}

var frenchGrammar = grammar{
	asks:         wordSet("qui que quoi quel quelle quels quelles quand ou pourquoi comment combien qu"),
	kinds:        wordSet("quel quelle quels quelles"),
	actors:       wordSet("qui que qu quel quelle quels quelles"),
	counts:       wordSet("combien"),
	helps:        wordSet("a ont avait avaient est sont etait etaient fut furent sera seront aurait ait"),
	sorts:        wordSet("type types genre genres sorte sortes de d"),
	fillers:      wordSet("t il elle ils elles on y ne pas ete deja encore se s ce c"),
	by:           wordSet("par"),
	ordinals:     wordSet("premier premiere deuxieme troisieme"),
	joins:        wordSet("ou et"),
	modals:       wordSet("devait devaient devra devront reussi voulu essaye tente cherche commence"),
	determiners:  wordSet("le la les l un une des ce cette cet ces son sa ses leur leurs"),
	prepositions: wordSet("de du des d en a au aux dans par pour sur contre apres avant pendant depuis sous entre chez avec"),
	ofs:          wordSet("de du des d en au aux"),
	subjectFirst: true,
}
