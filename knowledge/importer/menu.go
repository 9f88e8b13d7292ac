package importer

import (
	"regexp"

	"griot/knowledge/text"
)

// Lines, folded, that pages begin with when all of a page is copied. The first
// must be one that no article has for its title; the others may follow it.
var (
	menuStart = regexp.MustCompile(`^(?:skip to (?:the )?(?:main )?(?:content|navigation|search|footer)|skip navigation|menu|main menu|toggle (?:menu|navigation)|` +
		`(?:aller|passer|acceder) (?:directement )?au (?:contenu|menu)(?: principal)?|menu principal)$`)
	menuLine = regexp.MustCompile(`^(?:home|search|subscribe|sign (?:in|up)|log in|login|newsletters?|donate|advertisement|share|close|` +
		`accueil|recherche|rechercher|s abonner|abonnez vous|se connecter|connexion|faire un don|publicite|partager|fermer)$`)
)

// cutMenu parts the lines of a page's menu that ps begins with from the article
// below them. Where nothing stands below, they are the article.
func cutMenu(ps []paragraph) (menu, article []paragraph) {
	n := 0
	for n < len(ps) {
		folded := text.Fold(ps[n].text)
		if !menuStart.MatchString(folded) && (n == 0 || !menuLine.MatchString(folded)) {
			break
		}
		n++
	}
	if n == len(ps) {
		return nil, ps
	}
	return ps[:n:n], ps[n:]
}
