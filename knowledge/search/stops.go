package search

import "strings"

// Words that hold sentences together and tell passages apart badly: articles,
// pronouns, prepositions, conjunctions, auxiliaries and the words that open
// questions. They are written as people write them, in lower case; accented
// ones stand a second time without accents where no other word is meant then.

const englishStops = `
a an the
i me my mine myself we us our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves
this that these those who whom whose which what
am is are was were be been being have has had having do does did doing
will would shall should can could may might must ought
and or but nor so yet if because as until while whether although though since unless than
of at by for with about between into through during before after above below to from up down
in out on off over under upon within without among toward towards via per
again further then once here there when where why how
all any both each few more most other some such no not only own same too very just also
s t d ll m re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn
cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt shouldnt couldnt cant
one etc
`

const frenchStops = `
le la les l un une des du de d au aux
je j me m moi mon ma mes mien mienne tu te t toi ton ta tes tien
il elle on se s soi son sa ses sien sienne lui y en
nous notre nos nôtre vous votre vos vôtre ils elles leur leurs eux
ce c cet cette ces ceci cela ça celui celle ceux celles
qui que qu quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles
auquel auxquels auxquelles duquel desquels desquelles
quand comment pourquoi combien est-ce
et ou mais or ni car donc si comme lorsque puisque quoique afin tandis
à a dans par pour sur sous sans avec entre vers chez contre dès depuis pendant avant après apres
jusque jusqu lors envers selon parmi
ne n pas plus moins très tres trop peu aussi ainsi alors encore même meme mêmes memes tout toute tous toutes
être etre suis es est sommes êtes etes sont étais etais était etait étaient etaient étions étiez
été étée étés étées étant etant fus fut fûmes fûtes furent sera serai seras serez serons seront
serais serait seraient serions seriez sois soit soyons soyez soient fusse fût
avoir ai as avons avez ont avais avait avaient avions aviez eu eue eus eues ayant eut eurent
aura aurai auras aurez aurons auront aurais aurait auraient aie aies ait ayons ayez aient
fait faire peut peuvent doit doivent
autre autres chaque plusieurs quelque quelques aucun aucune tel telle tels telles
aujourdhui cest quil quelle nest
`

// stopSet makes a list of stop words ready for look-up.
func stopSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}
