package reply

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

// attributionEndPattern says in a pattern what endsAttribution scans for.
var attributionEndPattern = regexp.MustCompile(`(?i)` + wrote + `[^\n]{0,120}?\s*[:：](?:\s*$|\s*>)|` + wrote + `\s*-{2,}$|schreef .{0,200}volgende(?: geschreven)?\s*:$`)

// fromPattern, sentLine and headPattern say in patterns what the labels of a head are.
var (
	fromPattern = regexp.MustCompile(`(?i)^[>\s*]*(?:from|de|von|da|van|från|fra|od|от|expéditeur|absender|mittente)\s?\*?\s?[:：]\*?\s*\S`)
	headPattern = regexp.MustCompile(`(?i)^[>\s*]*(?:from|de|von|da|van|sent|date|to|cc|subject|envoyé|envoye|date d.envoi|à|a|objet|gesendet|datum|an|betreff|enviado(?: el)?|fecha|para|asunto|inviato|data|oggetto|risposta|verzonden|aan|onderwerp|expéditeur|destinataire|mittente|destinatario|skickat|till|ämne|reply-to|répondre à|importance|priority)\s?\*?\s?[:：]\*?`)
)

var footerPattern = regexp.MustCompile(`(?i)\bref\s?[.:]{1,2}\s*\**\s*([a-z2-7]{26})\b`)

// TestMarkerScans compares the quick scans with the patterns that they stand before, or for, on lines made of pieces of
// real ones.
func TestMarkerScans(t *testing.T) {
	pieces := []string{"wrote", "Wrote:", "a écrit", "ÉCRIT", "schrieb am", "schreef ", "het volgende", "geschreven", "napisał(a)", "NAPISAŁ", "napsal(a)", "написал(а)", "写道：",
		":", ": ", " :", ":>", ": > x", "--", "---", " ", "\t", "x", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "éééééééééééééééééééééééééééééééé", "____", "__________", "=====",
		"--------------------", "—", "––", "-- ", "ref", "Ref: ", "REF.", "::", "*", "ae7qgmbyqy4tqnbzgi3wkztvpa", "1", "\xff", "3 mars 2026", "<a@b.c>", "> ", "On ", "Le ", "Am", "ſ",
		"Sent from my iPhone", "Envoyé de mon", "Von: a", "Gesendet: 1", "-----Original Message", "Begin forwarded message:", "This email is confidential", "2026/01/02 <a@b.c>", "在", "mar. ", "Mon, ",
		"from", "De", "VON", "Date", "date d’envoi", "DATE D'ENVOI", "date d", "envoyé", "Gesendet", "répondre à", "Enviado el", "à", "subject", "ſubject", "*", " *", "* ", "：", "début du message transféré:", "- message d’origine",
		"__ Reply above this line", "pro fili all'ambiente", "Confidential: ", "\f"}
	r := rand.New(rand.NewPCG(9, 9))
	for range 20000 {
		line := ""
		for range 1 + r.IntN(8) {
			line += pieces[r.IntN(len(pieces))]
		}
		for name, pair := range map[string][2]bool{
			"end of an attribution": {attributionEndPattern.MatchString(line), endsAttribution(line)},
			"forward":               {(originalMark.MatchString(line) || beginForward.MatchString(line)) && !opensForward(line), false},
			"from":                  {fromPattern.MatchString(line), isFromLine(line)},
			"sent":                  {sentLine.MatchString(line), isSentLine(line)},
			"head":                  {headPattern.MatchString(line), isHeadLine(line)},
			"phone":                 {len(line) < 260 && mobileSign.MatchString(line) && !opensMobileSign(line), false},
			"disclaimer":            {disclaimer.MatchString(line) && !opensDisclaimer(line), false},
			"date and address":      {dateAndAddress.MatchString(line), isDateAndAddress(line)},
			"attribution":           {(attributionTop.MatchString(line) || regexpDate.MatchString(line)) && !opensAttribution(line), false},
		} {
			if pair[0] != pair[1] {
				t.Fatalf("%s: %q", name, line)
			}
		}
		if want, got := footerPattern.FindAllStringSubmatch(line, 50), footerTokens(line); len(want) != len(got) || len(want) > 0 && want[0][1] != got[0] {
			t.Fatalf("token: %q: %v, %v", line, want, got)
		}
	}
}
