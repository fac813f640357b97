package reply

import (
	"regexp"
	"strings"
)

type markerKind int

const (
	noMarker         markerKind = iota
	attribution                 // 'On … wrote:'
	forwardMarker               // the headers of another message: all that follows is not the writer's
	signatureMarker             // '-- '
	mobileMarker                // 'Sent from my iPhone'
	disclaimerMarker            // 'This message is confidential …'
)

// The words with which programs in many languages introduce a quote.
const wrote = `(?:wrote|writes|a écrit|a ecrit|écrit|schrieb|schreibt|escribió|escribio|ha scritto|scritto|schreef|geschreven|skrev|napisał(?:\(a\))?|napsal(?:\(a\))?|написал(?:\(а\)|а)?|пише|escreveu|写道|寫道|kirjoitti|írta|yazdı|a scris|пишет)`

var (
	attributionTop = regexp.MustCompile(`(?i)^[>\s]*(?:-+\s*)?(?:on|le|am|el|il|op|den|em|w dniu|dnia|в|在|il giorno|på|vào|a)\b.{0,25}\d|^[>\s]*(?:\d{1,4}[-/. ]|[^\n]{0,60}<[^>\s]+@|"?[^"\n]{1,60}"?\s*[<(\[]?[^\s<>]+@)|^[>\s]*在|^[>\s]*(?:(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-zé]*\.?,? )`)
	dateAndAddress = regexp.MustCompile(`^\s*\d{4}[/-]\d{1,2}[/-]\d{1,2}[^\n]{0,80}<\s*[^>\s]+@[^>\s]+>:?\s*$`)
	originalMark   = regexp.MustCompile(`(?i)^[>\s*_]*(?:[-_—]{2,}|begin|début|anfang|inicio|inizio|start)\s*.{0,6}(?:original (?:message|appointment)|message d.origine|message original|message initial|ursprüngliche nachricht|originalnachricht|mensaje original|messaggio originale|oorspronkelijk bericht|origineel bericht|forwarded (?:message|by)|message transféré|message transf|(?:du )?message réexpédié|weitergeleitete nachricht|der weitergeleiteten nachricht|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|reply (?:above|message))`)
	beginForward   = regexp.MustCompile(`(?i)^[>\s]*(?:begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht)\s*:`)
	sentLine       = regexp.MustCompile(`(?i)^[>\s*]*(?:gesendet|envoyé|verzonden)\s?\*?\s?[:：]\*?\s*\S.{0,60}\d`)
	mobileSign     = regexp.MustCompile(`(?i)^[\s<>(\[*_-]*(?:this (?:e-?mail|message) was sent (?:from|via|with) my\b.{0,60}|sent (?:from|via|with|by|using)\b.{0,80}|from my (?:iphone|ipad|android|mobile|phone|samsung|pixel).{0,40}|(?:someone )?from mobile|envoy[ée] (?:de|depuis|à partir de|avec|via|par) .{0,80}|(?:e-?mail |message )?envoyé (?:de|depuis) .{0,60}|télécharge[rz] outlook.{0,60}|obtenir outlook.{0,60}|von (?:meinem|meiner|mein) .{0,60}(?:gesendet|geschickt)|diese nachricht wurde von meinem .{0,80}gesendet.*|gesendet (?:von|mit|über|aus) .{0,60}|mit .{0,40} gesendet|outlook für .{0,30}(?:beziehen|herunterladen|abrufen|beschaffen)?(?:\s?<http.{0,80})?|holen sie sich outlook.{0,60}|enviado (?:desde|con|de|vía) .{0,60}|obtener outlook.{0,60}|descargar outlook.{0,60}|inviato (?:da|con|dal) .{0,60}|scarica outlook.{0,60}|ottieni outlook.{0,60}|verzonden (?:met|vanaf|via|vanuit|van) .{0,60}|verstuurd (?:vanaf|met|via) .{0,60}|outlook voor .{0,40}|download outlook.{0,60}|get \[?outlook.{0,80}|sendt fra .{0,60}|skickat från .{0,60}|lähetetty .{0,60}|從我的.{0,40}|发自.{0,40}|yahoo mail\s*[:-].{0,60}|sent from \[.{0,200}|provenance\s*:\s*courrier.{0,60}|sans virus.{0,60}|virus-free.{0,60}|virenfrei.{0,60}|libre de virus.{0,60}|privo di virus.{0,60}|virusvrij.{0,60}|garanti sans virus.{0,60})[\s>)\]*.!]*$`)
	disclaimer     = regexp.MustCompile(`(?i)^\W*(?:(?:ce (?:message|courriel|mail|courrier)|cet? (?:e-?mail|envoi)|le (?:présent|contenu de ce) ?(?:message|courriel|e-?mail)?)\b.{0,200}(?:confidenti|destinataire|pièces? jointe|exclusiv)|(?:this|the information (?:contained )?in this|the contents? of this) ?(?:e-?mail|message|communication|transmission)?\b.{0,200}(?:confidential|intended|privileged)|(?:diese|der inhalt dieser) (?:e-?mail|nachricht|mail)\b.{0,200}(?:vertraulich|bestimmt|adressat)|(?:este|esta|el contenido de este) (?:mensaje|correo|e-?mail|comunicación)\b.{0,200}(?:confidencial|destinatari)|(?:questo|questa|il contenuto di questa|le informazioni contenute in quest[ao]) ?(?:messaggio|e-?mail|mail|comunicazione)?\b.{0,200}(?:riservat|confidenzial|destinatari)|(?:dit|deze) (?:bericht|e-?mail|mail)\b.{0,200}(?:vertrouwelijk|bestemd|geadresseerde)|confidential(?:ity)?(?: notice)?\s*[:.]|disclaimer\b|avis de confidentialité|clause de confidentialité|avant d.imprimer|pensez à l.environnement|n.imprimez (?:ce|cet)|please (?:consider|think) (?:of )?the environment|bitte (?:denken|prüfen) sie .{0,40}(?:umwelt|ausdruck)|antes de imprimir|prima di stampare|denk aan het milieu|registered (?:office|in england)|sitz der gesellschaft|handelsregister|pro\w* all.ambiente)`)
)

// marker tells what begins at line i, and over how many lines it runs.
func (t *trimmer) marker(i int) (int, markerKind) {
	line := t.lines[i]
	if isBlank(line) || len(line) > 2000 {
		return 0, noMarker
	}
	colon := strings.Contains(line, ":") || strings.Contains(line, "：")
	switch {
	case opensForward(line) && (originalMark.MatchString(line) || beginForward.MatchString(line)):
		return 1, forwardMarker
	case colon && opensHead(line) && (isFromLine(line) || isSentLine(line)) && t.headerBlock(i) && !(quoteLine(line) && !t.hasText()):
		return 1, forwardMarker
	case longRule(line) && i+1 < len(t.lines):
		if j := t.skipBlank(i + 1); j < len(t.lines) && isFromLine(t.lines[j]) && t.headerBlock(j) {
			return 1, forwardMarker
		}
	case signMark(line):
		return 1, signatureMarker
	case opensMobileSign(line) && mobileSign.MatchString(line):
		return 1, mobileMarker
	case len(line) > 10 && opensDisclaimer(line) && disclaimer.MatchString(line):
		return 1, disclaimerMarker
	}
	if n := t.attributionAt(i); n > 0 {
		return n, attribution
	}
	return 0, noMarker
}

// headerBlock: three of the next six lines are those of a message's head.
func (t *trimmer) headerBlock(i int) bool {
	heads := 0
	for j := i; j < min(i+7, len(t.lines)); j++ {
		if isHeadLine(t.lines[j]) {
			heads++
		}
	}
	return heads >= 3
}

// attributionAt: up to five lines that together read 'On DATE, NAME <ADDRESS> wrote:'.
func (t *trimmer) attributionAt(i int) int {
	if quoteLine(t.lines[i]) && !t.quotedAttribution(i) {
		return 0
	}
	if !strings.ContainsAny(t.lines[i], "0123456789@<") && !strings.Contains(t.lines[i], "在") {
		return 0
	}
	if isDateAndAddress(t.lines[i]) || strings.Contains(t.lines[i], ":  ") && oneLineQuote.MatchString(t.lines[i]) {
		return 1
	}
	if !opensAttribution(t.lines[i]) || !attributionTop.MatchString(t.lines[i]) && !regexpDate.MatchString(t.lines[i]) {
		return 0
	}
	joined := ""
	for n := 0; n < 6 && i+n < len(t.lines); n++ {
		line := strings.TrimSpace(t.lines[i+n])
		if n > 0 && line == "" && !t.brokenAddress(i+n) {
			return 0
		}
		if n > 0 && quoteLine(line) && !quoteLine(t.lines[i]) && len(line) > 24 {
			return 0 // a quote begins here: what stands above is the person's own
		}
		joined += " " + line
		if len(joined) > 600 {
			return 0
		}
		if isDateAndAddress(joined) {
			return n + 1
		}
		if mayEnd(line) && endsAttribution(joined) && (strings.ContainsAny(joined, "0123456789") || strings.Contains(joined, "@")) {
			return n + 1
		}
	}
	return 0
}

// oneLineQuote: Yahoo's program for phones goes on with the quote in the same line.
var oneLineQuote = regexp.MustCompile(`(?i)^\s*(?:on|le|am|el|il|op)\b.{4,40}\d.{0,80}<[^>\s]+@[^>\s]+>\)?\s*` + wrote + `[^\n]{0,30}[:：]\s{2,}\S`)

var regexpDate = regexp.MustCompile(`(?i)^\s*\d{1,2}[. ]\s?[a-zа-яі]{3,12}\.? \d{4}|^\s*(?:-{3,} )?on `)

// brokenAddress: an empty line inside '< mailto:… > wrote:'.
func (t *trimmer) brokenAddress(i int) bool {
	next := t.skipBlank(i)
	return next < len(t.lines) && strings.HasPrefix(strings.TrimSpace(t.lines[next]), "<")
}

// quotedAttribution: some programs put the attribution itself behind the mark of a quote.
func (t *trimmer) quotedAttribution(i int) bool {
	return mayEnd(t.lines[i]) && t.hasText() && endsAttribution(t.lines[i])
}
