package importer

import (
	"regexp"
	"strings"

	"griot/knowledge/text"
)

// What pages put around an article, by its folded line. A menu begins with a
// line that no article has for its title; the others may follow it.
var (
	menuStart = regexp.MustCompile(`^(?:skip to (?:the )?(?:main )?(?:content|navigation|search|footer)|skip navigation|menu|main menu|toggle (?:menu|navigation)|` +
		`(?:aller|passer|acceder) (?:directement )?au (?:contenu|menu)(?: principal)?|menu principal)$`)
	menuLine = regexp.MustCompile(`^(?:home|search|sign (?:in|up)|log in|login|newsletters?|donate|close|` +
		`accueil|recherche|rechercher|se connecter|connexion|faire un don|fermer)$`)
	// sectionLine names the part of the paper or the kind of article.
	sectionLine = regexp.MustCompile(`^(?:opinions?|analysis|argument|explainer|feature|essay|commentary|interview|exclusive|breaking news|news|` +
		`world(?: news)?|africa|americas|asia|europe|middle east|international|politics|business|economy|culture|sports?|science|health|` +
		`analyses?|tribune|editorial|chronique|reportage|enquete|entretien|decryptage|exclusif|l essentiel|actualites?|` +
		`monde|afrique|politique|economie|societe|idees|debats|sciences|sante)$`)
	// buttonLine is a button, a label without what it labels, or the name of an
	// advertisement.
	buttonLine = regexp.MustCompile(`^(?:published|share page|about sharing|related topics|follow|keep reading|listen to this article|` +
		`list \d+ of \d+|list of \d+ items|end of list|this article is more than \d+ (?:months|years?) old|reuse this content|explore more on these topics|` +
		`(?:article )?reserve aux abonnes|suivre|publie|newsletter|image caption|media caption|image source|` +
		`(?:share|send|save|print|listen|copy link|email|e mail|facebook|twitter|whatsapp|linkedin|telegram|reddit)(?: this)?(?: (?:article|story))?|` +
		`share (?:on|via|with) \w+|(?:view |show )?(?:\d+ )?comments?|subscribe(?: now)?|advertisement|story continues below(?: this)? advertisement|` +
		`partager(?: (?:sur \w+|l article|cet article))?|imprimer|envoyer|ecouter|copier le lien|(?:\d+ )?commentaires?|reagir|` +
		`s abonner|abonnez vous|publicite|la suite apres (?:cette|la) publicite)$`)
	// linkLine leads to another article from within this one.
	linkLine = regexp.MustCompile(`(?i)^[→>»•\s]*(?:(?:read|see|watch|listen)(?: (?:more|also|next))?|related|(?:à |a )?lire(?: (?:aussi|également|ensuite))?|voir(?: aussi)?)(?:\s*[:|»>]|\s+article réservé)`)
)

// isButton reports whether p is a button or a link of the page, and not the
// article's. A sentence never is.
func isButton(p paragraph) bool {
	if endsSentence(p.text) || len(strings.Fields(p.text)) > headlineWords {
		return false
	}
	return buttonLine.MatchString(text.Fold(p.text)) || linkLine.MatchString(p.text)
}

// cutMenu parts what ps begins with above the title from the article below:
// the lines of the page's menu, and the name of its section. Where nothing
// stands below, they are the article; a line that is to be kept ends them.
func (c choice) cutMenu(ps []paragraph, language string) (menu, article []paragraph) {
	n := 0
	for n < len(ps) && !c.kept(ps[n]) && isAbove(ps, n, language) {
		n++
	}
	if n == len(ps) {
		return nil, ps
	}
	return ps[:n:n], ps[n:]
}

// isAbove reports whether the n-th paragraph stands above the title, if those
// before it do. A section's name does if the title can follow it.
func isAbove(ps []paragraph, n int, language string) bool {
	folded := text.Fold(ps[n].text)
	switch {
	case menuStart.MatchString(folded):
		return true
	case n > 0 && (menuLine.MatchString(folded) || buttonLine.MatchString(folded) || folded == ""):
		return true
	}
	next := n + 1
	for next < len(ps) && !hasWord(ps[next].text) {
		next++
	}
	topic := n > 0 && !strings.Contains(folded, " ") // below the name of a section
	return (topic || sectionLine.MatchString(folded)) && next < len(ps) && isTitle(ps[next].text, language)
}
