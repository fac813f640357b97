package reply

import (
	"slices"
	"strings"
)

var (
	// leavingWords are how the foot of a mailing names the way out.
	leavingWords = []string{"unsubscribe", "désabonn", "désinscri", "abmelden", "abbestellen", "darse de baja", "dar de baja", "disiscri",
		"cancellare l'iscrizione", "annullare l'iscrizione", "afmelden", "hier af", "uitschrijven", "stop receiving", "ne plus recevoir"}
	// machineWords are how it says where: nobody writes so of themselves.
	machineWords = []string{"click", "cliqu", "klick", "klik", "clicca", "clic ", "reply stop", "répondez", "répondre stop", "antworten sie", "responda",
		"preferences", "préférences", "receiving this", "you subscribed", "vous recevez ce", "sie erhalten", "u ontvangt", "sie sich hier", "meld u", "can unsubscribe",
		"vous pouvez vous dés", "wilt u"}
	joinUs      = []string{"follow us on", "suivez-nous", "folgen sie uns", "síguenos", "síganos", "seguici", "seguiteci", "volg ons"}
	themselves  = wordSet(`i i'd i'm me my je j' moi ich mich mir yo mi mij ik io`)
	footerWidth = 300 // bytes from which a line is no foot of a mailing
)

// withoutFooter cuts the foot of a mailing off that stands below what was typed ('To unsubscribe, reply STOP'), with
// all that follows. Words of leaving in it are nobody's wish.
func withoutFooter(text string) string {
	said := false
	for at := 0; at < len(text); {
		end := at + len(text[at:])
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		line := text[at:end]
		if said && isFooter(line) {
			return text[:at]
		}
		said = said || !isBlank(line)
		at = end + 1
	}
	return text
}

func isFooter(line string) bool {
	if len(line) > footerWidth || len(line) < len("hier af") {
		return false
	}
	lower := strings.ToLower(line)
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	if has(joinUs) {
		return true
	}
	if !has(leavingWords) || !has(machineWords) && !strings.Contains(lower, " | ") {
		return false
	}
	return !slices.ContainsFunc(strings.FieldsFunc(lower, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }), func(w string) bool { return themselves[w] })
}
