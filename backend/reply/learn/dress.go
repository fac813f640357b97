package learn

import (
	"math/rand/v2"
	"strings"
)

var greetings = map[string][]string{
	"fr": {"Bonjour,\n", "Bonjour Claire,\n", "Salut, ", "Hello,\n", "Coucou ", ""}, "en": {"Hi,\n", "Hi Laura,\n\n", "Hello, ", "Dear Ms Grey,\n", ""},
	"de": {"Hallo,\n", "Guten Tag Frau Albers,\n", "Moin, ", ""}, "es": {"Hola,\n", "Buenos días, ", ""}, "it": {"Ciao,\n", "Buongiorno, ", ""}, "nl": {"Hoi,\n", "Beste Anna,\n", ""},
}

var goodbyes = map[string][]string{
	"fr": {"\nCordialement,\nPaul Legrand\nTechnicien", "\nBonne journée\nSophie", "\nMerci\nL. Petit", "\nBises", "\nJulie", ""},
	"en": {"\nBest,\nTom", "\nKind regards,\nAnna Bell\nSite manager", "\nCheers", "\nThanks,\nJo", ""},
	"de": {"\nViele Grüße\nKarl", "\nLG Ute", "\nMit freundlichen Grüßen\nDr. Anna Beck", ""}, "es": {"\nUn saludo,\nMarta", "\nGracias", ""},
	"it": {"\nCordiali saluti\nPaolo Ricci", "\nGrazie\nAnna", ""}, "nl": {"\nGroet, Jan", "\nMet vriendelijke groet,\nEls", ""},
}

var asides = map[string][]string{
	"fr": {"J'espère que vous allez bien.", "Désolé pour le délai de réponse.", "Bon courage pour la suite.", "Au plaisir.", "Bonne continuation.", "Quelle semaine !", "Merci pour votre mail.", "Le bonjour à toute l'équipe.", "Il pleut des cordes ici.", "Suite à votre message de lundi,", "C'est très gentil de votre part.", "Beau travail.", "Je suis au bureau jeudi.", "Bien à vous tous.", "Voilà.", "On se voit jeudi."},
	"en": {"Hope you're well.", "Sorry for the slow reply.", "Good luck with it.", "All the best.", "What a week!", "Thanks for your email.", "Say hi to the team.", "It's pouring down here.", "Re your message of Monday,", "That's kind of you.", "Nice work.", "I'm in the office on Thursday.", "Cheers all.", "There you go.", "See you Thursday."},
	"de": {"Ich hoffe, es geht gut.", "Entschuldigt die späte Antwort.", "Viel Erfolg.", "Was für eine Woche!", "Danke für die Mail.", "Grüße ans Team.", "Hier regnet es.", "Zu Ihrer Nachricht vom Montag:", "Sehr nett von euch.", "Schöne Arbeit.", "Donnerstag bin ich im Büro.", "Bis Donnerstag."},
	"es": {"Espero que estén bien.", "Perdón por la tardanza.", "Mucha suerte.", "¡Qué semana!", "Gracias por el correo.", "Saludos al equipo.", "Aquí llueve.", "Muy amable.", "El jueves estoy en la oficina."},
	"it": {"Spero stiate bene.", "Scusate il ritardo.", "In bocca al lupo.", "Che settimana!", "Grazie della mail.", "Saluti al team.", "Qui piove.", "Molto gentile.", "Giovedì sono in ufficio."},
	"nl": {"Hopelijk gaat alles goed.", "Sorry voor het late antwoord.", "Veel succes.", "Wat een week!", "Bedankt voor de mail.", "Groeten aan het team.", "Hier regent het.", "Heel vriendelijk.", "Donderdag ben ik op kantoor."},
}

// dress varies how a reply is typed: greeting, courtesies, closing, case, accents, final stop.
func dress(text, language string, r *rand.Rand) string {
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	switch r.IntN(5) {
	case 0:
		text = pick(asides[language]) + " " + text
	case 1:
		text = stopped(text) + " " + pick(asides[language])
	}
	switch r.IntN(6) {
	case 0:
		text = strings.ToLower(text)
	case 1:
		text = strings.TrimRight(text, ".!")
	case 2:
		if !strings.Contains(text, "http") && r.IntN(2) == 0 {
			text = strings.ToUpper(text)
		}
	case 3:
		if !strings.Contains(text, "http") && r.IntN(2) == 0 {
			text = unpointed.Replace(strings.ToLower(text))
		}
	}
	if r.IntN(4) == 0 {
		text = plainAccents.Replace(text)
	}
	return pick(greetings[language]) + text + pick(goodbyes[language])
}

// unpointed leaves out what people who dictate leave out.
var unpointed = strings.NewReplacer(".", "", ",", "", ";", "", "!", "", "?", "", ":", "")

var plainAccents = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "à", "a", "ç", "c", "ô", "o", "î", "i", "û", "u", "ä", "a", "ö", "o", "ü", "u", "á", "a", "í", "i", "ó", "o", "ñ", "n", "ù", "u", "ì", "i", "ò", "o")

// stopped ends a sentence that was left open.
func stopped(s string) string {
	if s == "" {
		return s
	}
	switch s[len(s)-1] {
	case '.', '!', '?', '\n':
		return s
	}
	return s + "."
}
