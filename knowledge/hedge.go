package knowledge

import (
	"strings"

	"griot/knowledge/text"
)

// hedges are the words, English and French, that keep a sentence from saying
// as a fact what somebody only believes, suspects, reports, expects or argues.
// They are folded; a phrase matches as a run of words.
var hedges = strings.Split(strings.TrimSpace(`
accuse
accused
accuses
according to
alleged
allegedly
appear
appears
argue
argued
argues
ask
asked
asks
assert
asserts
believe
believed
believes
blame
blamed
blames
call for
calls for
calls on
charge that
claim
claimed
claims
complain
complains
consider
considers
critics
deny
denied
denies
describe
described
describes
estimate
estimated
expected
expects
find
finds
found that
implicated
in the view of
is seen as
it seems
judge
judges
likely
many believe
may
might
planned
planned to
promised
reported
reportedly
reports
said
saw
say
says
seen as
should
suspect
suspected
suspects
thought to
underlines
viewed as
view
views
vowed
warn
warns
was to
were to
would
accusé
accusée
accusés
accusées
affirme
affirment
aurait
auraient
d’après
dément
démentent
devrait
devraient
dit
estime
estiment
nie
nient
présumé
présumés
probablement
prétend
selon
seraient
serait
soupçonne
soupçonnent
soupçonné
soupçonnés
suspecté
suspectés
`), "\n")

// IsHedged reports whether s says, in a word of its own, that it is somebody's
// belief, report, plan or opinion.
func IsHedged(s string) bool {
	folded := " " + text.Fold(s) + " "
	for _, h := range hedges {
		if strings.Contains(folded, " "+text.Fold(h)+" ") {
			return true
		}
	}
	return false
}
