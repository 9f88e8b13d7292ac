package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"griot/knowledge"
	"griot/knowledge/text"
)

// What a line and a teaser behind the article may have at most.
const (
	markerWords     = 6
	headlineWords   = 25
	teaserWords     = 40
	teaserSentences = 2
)

// marker is a line, folded, that starts a list of other articles on the pages of
// newspapers, agencies and magazines. The same words occur within articles, so
// what follows has to bear it out.
var marker = regexp.MustCompile(`^(?:` +
	`more (?:from|on|in|stories|news|coverage)\b.*|related(?: \w+)?|(?:read|see|you may|you might) (?:also|more|next|like|also like)\b.*|` +
	`(?:what to )?(?:read|up) next|most (?:read|popular|viewed|shared)\b.*|recommended\b.*|trending\b.*|latest (?:from|news|stories|articles)\b.*|` +
	`top stories|popular (?:stories|articles)|editor s? ?picks|editors picks|` +
	`plus (?:de|d|sur)\b.*|(?:a )?lire (?:aussi|egalement|ensuite|plus)\b.*|voir (?:aussi|egalement)\b.*|` +
	`(?:sur le meme|dans la meme|dans le meme)\b.*|articles? (?:lies?|similaires?|recommandes?|associes?|connexes?)|` +
	`(?:les )?plus (?:lus|lues|partages|populaires)\b.*|recommandes?\b.*|vous aimerez (?:aussi|egalement)|a decouvrir(?: aussi)?|nos (?:articles|recommandations)\b.*` +
	`)$`)

// isMarker reports whether s is such a line: short, and no sentence.
func isMarker(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "..."), "…")
	if endsSentence(s) {
		return false
	}
	folded := text.Fold(s)
	return strings.Count(folded, " ") < markerWords && marker.MatchString(folded)
}

// ending describes the paragraphs from one to the end of the file.
type ending struct {
	teasers   bool // none is longer than a teaser, nor follows a summary being one
	summaries int  // those that are sentences, not headlines
	longest   int  // of the summaries, in characters
}

// endings describes what stands from each paragraph on, and after the last.
func endings(ps []paragraph, language string) []ending {
	es := make([]ending, len(ps)+1)
	es[len(ps)].teasers = true
	for i := len(ps) - 1; i >= 0 && es[i+1].teasers; i-- {
		e, s := es[i+1], ps[i].text
		switch {
		case isHeadline(s):
		case isSummary(s, language) && (i+1 == len(ps) || isHeadline(ps[i+1].text)):
			e.summaries++
			e.longest = max(e.longest, utf8.RuneCountInString(s))
		default:
			e.teasers = false
		}
		es[i] = e
	}
	return es
}

// isHeadline reports whether s can head an article: short, and no statement with
// a full stop.
func isHeadline(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	return last != '.' && len(strings.Fields(s)) <= headlineWords
}

// isSummary reports whether s can be what stands under a headline. A line about
// an author can't: it belongs to the article, wherever it stands.
func isSummary(s, language string) bool {
	return len(strings.Fields(s)) <= teaserWords && !aboutAuthor.MatchString(s) &&
		len(text.Sentences(s, language)) <= teaserSentences
}

// aboutAuthor is a name, particles and all, and what its bearer is.
var aboutAuthor = regexp.MustCompile(`^\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|van|von|der|den|de|du|la|le|el|al|ag|ould|bin|ben|and|et)){1,7}\s+` +
	`(?:(?:is|was)\s+(?:a|an|the)|are\s+\p{L}+s|(?:est|était|sont)\s+(?:un|une|le|la|des|\p{L}+(?:eur|euse|iste|ien|ienne|rice)s?))\s`)

// tailStart returns where the list of other articles begins, or len(ps) if there
// is none, and the markers above it that looked like its start and are not.
func tailStart(ps []paragraph, language string) (start int, doubts []paragraph) {
	es := endings(ps, language)
	above, prose := 0, false
	for i, p := range ps {
		if prose && isMarker(p.text) {
			if listsOthers(ps[i+1:], es[i+1], above/i) {
				return i, doubts
			}
			doubts = append(doubts, p)
		}
		above += utf8.RuneCountInString(p.text)
		prose = prose || endsSentence(p.text)
	}
	return len(ps), doubts
}

// listsOthers reports whether rest, behind a marker, is a list of other articles
// and not the article going on: headlines, or headlines with summaries that are
// shorter than the article's paragraphs usually are. One sentence alone, at the
// very end, may be the article's last, and then nothing is dropped.
func listsOthers(rest []paragraph, e ending, usual int) bool {
	if len(rest) == 0 {
		return true
	}
	if !e.teasers || !isHeadline(rest[0].text) || e.longest >= usual {
		return false
	}
	return e.summaries != 1 || isHeadline(rest[len(rest)-1].text)
}

// cutTail drops the list of other articles at the end, except for what is to be
// kept, and reports lines that only look like its start.
func (r *reading) cutTail(ps []paragraph) []paragraph {
	start, doubts := tailStart(ps, r.language)
	for _, p := range doubts {
		r.report(p, "looks like the start of other articles, but what follows may belong to this one: kept: drop these lines if not")
	}
	rest := ps[:start:start]
	for _, p := range ps[start:] {
		if r.choice.kept(p) {
			rest = append(rest, p)
			continue
		}
		r.drop(p, "other articles, from line %d on", ps[start].first())
	}
	return rest
}

// cutRepeats drops paragraphs that equal an earlier one byte for byte, except
// for separators such as "* * *" and what is to be kept.
func (r *reading) cutRepeats(ps []paragraph) []paragraph {
	seen := map[string]int{}
	var rest []paragraph
	for _, p := range ps {
		number, again := seen[p.text]
		if again && hasWord(p.text) && !r.choice.kept(p) {
			r.drop(p, "same as line %d", number)
			continue
		}
		if !again {
			seen[p.text] = p.first()
		}
		rest = append(rest, p)
	}
	return rest
}

func (r *reading) report(p paragraph, what string) {
	r.repaired = append(r.repaired, knowledge.Repair{Line: p.first(), What: what})
}
