package reply

import (
	"strings"
	"unicode/utf8"
)

// What the patterns of marker.go need at least. TestMarkerScans holds that no line is lost by them.

var (
	forwardWords = beginningsOf(`b d a i s ſ - — –`)
	forwardStems = stemsOf("origin", "initial", "ursprünglich", "forwarded", "transf", "réexp", "weitergeleitet", "reenviado", "inoltrato", "doorgestuurd", "oorspronkelijk", "reply ")
	mobileWords  = beginningsOf(`thi e-m ema mes sen fro som env tél obt von die ges mit out hol des inv sca ott ver dow get ski läh 從 发 yah pro san vir lib pri gar`)
	mobileStems  = stemsOf("sent ", "from m", "envoy", "outlook", "gesendet", "geschickt", "enviado", "inviato", "verzonden", "verstuurd", "sendt fra", "skickat", "lähetetty", "從我的", "发自",
		"yahoo mail", "provenance", "virus", "virenfrei")
	legalWords = beginningsOf(`ce cet le thi the die der est el que il dit dez con dis avi cla ava pen n ple bit ant pri den reg sit han pro`)
	legalStems = stemsOf("confiden", "destinat", "jointe", "exclusiv", "intended", "privileged", "vertraulich", "bestimmt", "adressat", "riservat", "vertrouwelijk",
		"bestemd", "geadresseerd", "disclaimer", "clause de", "avant d", "pensez", "imprime", "environ", "umwelt", "ausdruck", "imprimir", "stampare", "milieu", "registered", "sitz der", "handelsregister", "ambiente")
	wroteWords = stemsOf("wrote", "writes", "a ecrit", "écrit", "schrieb", "schreibt", "escribió", "escribio", "scritto", "schreef", "geschreven", "skrev", "napisał", "napisał(a)",
		"napsal", "napsal(a)", "написал", "написал(а)", "написала", "пише", "escreveu", "写道", "寫道", "kirjoitti", "írta", "yazdı", "a scris", "пишет")
	attributionWords = beginningsOf(`on le am el il op den em w dni в 在 på và a lun mar mer jeu ven sam dim mon tue wed thu fri sat sun mo di mi do fr sa so - 0 1 2 3 4 5 6 7 8 9`)
)

// opensForward: a line that may head a message which was forwarded or is quoted whole.
func opensForward(line string) bool {
	if !strings.ContainsAny(line, "-_:") && !strings.Contains(line, "—") {
		return false
	}
	return (strings.Contains(line, "__") || forwardWords.in(withoutLead(line, "*_"))) && forwardStems.in(line)
}

// The words that stand before a colon in the head of a message.
var (
	fromLabels = strings.Fields("from de von da van från fra od от expéditeur absender mittente")
	sentLabels = strings.Fields("gesendet envoyé verzonden")
	headLabels = append(strings.Fields("from de von da van sent date to cc subject envoyé envoye à a objet gesendet datum an betreff enviado fecha para asunto inviato data oggetto risposta "+
		"verzonden aan onderwerp expéditeur destinataire mittente destinatario skickat till ämne reply-to importance priority"), "enviado el", "répondre à")
)

// labelOf gives the word before the first colon of a line, as in 'From: …', and what stands behind it. Marks of quotes
// and of bold may stand around the word.
func labelOf(line string) (label, rest string, ok bool) {
	const longest = 48 // bytes; no label is as long
	line = withoutLead(line, "*")
	short := line[:min(len(line), longest)]
	end, colon := strings.IndexByte(short, ':'), 1
	if wide := strings.Index(short, "："); wide >= 0 && (end < 0 || wide < end) {
		end, colon = wide, len("：")
	}
	if end < 0 {
		return "", "", false
	}
	label = strings.TrimRight(line[:end], patternSpace+"*")
	gap := line[len(label):end]
	if gap != "" && isPatternSpace(gap[0]) {
		gap = gap[1:]
	}
	gap = strings.TrimPrefix(gap, "*")
	return label, line[end+colon:], gap == "" || len(gap) == 1 && isPatternSpace(gap[0])
}

func isLabel(label string, list []string) bool {
	for _, l := range list {
		if strings.EqualFold(l, label) {
			return true
		}
	}
	return false
}

func isFromLine(line string) bool {
	label, rest, ok := labelOf(line)
	return ok && isLabel(label, fromLabels) && strings.Trim(rest, patternSpace) != ""
}

func isSentLine(line string) bool {
	label, _, ok := labelOf(line)
	return ok && isLabel(label, sentLabels) && sentLine.MatchString(line)
}

func isHeadLine(line string) bool {
	label, _, ok := labelOf(line)
	return ok && (isLabel(label, headLabels) || dateSent(label))
}

// dateSent: 'Date d’envoi', whatever the apostrophe.
func dateSent(label string) bool {
	const start, end = "date d", "envoi"
	if len(label) <= len(start) || !strings.EqualFold(label[:len(start)], start) {
		return false
	}
	_, size := utf8.DecodeRuneInString(label[len(start):])
	return strings.EqualFold(label[len(start)+size:], end)
}

// ruleOf gives a line that may consist of marks alone, without the blanks around it.
func ruleOf(line string) string {
	for line != "" && isPatternSpace(line[0]) {
		line = line[1:]
	}
	if line == "" || line[0] != '-' && line[0] != '_' && line[0] != '=' && line[0] != 0xe2 { // the first byte of dashes
		return ""
	}
	return strings.Trim(line, patternSpace)
}

// longRule is the line by which programs part a quote from an answer.
func longRule(line string) bool {
	rule := ruleOf(line)
	return ruled(rule, "_", 10, len(line)) || ruled(rule, "-=", 20, len(line))
}

// signMark is the line above a signature.
func signMark(line string) bool {
	rule := ruleOf(line)
	switch rule {
	case "--", "—", "––":
		return true
	}
	return ruled(rule, "_", 2, 9)
}

// opensMobileSign: a line that may be one that a phone adds.
func opensMobileSign(line string) bool {
	return len(line) < 260 && mobileWords.in(withoutLead(line, "<([*_-")) && mobileStems.in(line)
}

// opensDisclaimer: a line that may be one of the lawyers'.
func opensDisclaimer(line string) bool {
	for line != "" && !isASCIIWord(line[0]) {
		if strings.HasPrefix(line, "ſ") {
			return true
		}
		line = line[1:]
	}
	return legalWords.in(line) && legalStems.in(line)
}

func isASCIIWord(b byte) bool {
	return isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_'
}

func isDateAndAddress(line string) bool {
	start := strings.TrimLeft(line, " \t\n\f\r")
	return start != "" && isDigit(start[0]) && strings.Contains(line, "<") && dateAndAddress.MatchString(line)
}

// opensAttribution: a line that may begin 'On DATE, NAME wrote:'.
func opensAttribution(line string) bool {
	return strings.Contains(line, "@") || attributionWords.in(withoutLead(line, ""))
}

const patternSpace = " \t\n\f\r"

// endsAttribution: the text ends with 'wrote:' in one of the languages that programs use, or a quote follows there.
// A name and an address may stand between the two.
func endsAttribution(text string) bool {
	if !wroteWords.in(text) {
		return false
	}
	text = strings.ToLower(text)
	if dashed := strings.TrimRight(text, "-"); len(text)-len(dashed) >= 2 && endsWithWrote(strings.TrimRight(dashed, patternSpace)) {
		return true
	}
	for at := range text {
		if colon := strings.HasPrefix(text[at:], ":") || strings.HasPrefix(text[at:], "："); !colon {
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		after := strings.TrimLeft(text[at+size:], patternSpace)
		if (after == "" || after[0] == '>') && wroteBefore(text[:at]) {
			return true
		}
	}
	return dutchAttribution(text)
}

func endsWithWrote(text string) bool {
	for _, w := range wroteWords.words {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// wroteBefore tells whether one of the words stands not more than 120 characters before the end.
func wroteBefore(text string) bool {
	for _, w := range wroteWords.words {
		if at := strings.LastIndex(text, w); at >= 0 && utf8.RuneCountInString(strings.TrimRight(text[at+len(w):], patternSpace)) <= 120 {
			return true
		}
	}
	return false
}

// dutchAttribution: 'schreef NAME het volgende:', where the name may be a long one.
func dutchAttribution(text string) bool {
	text, ok := strings.CutSuffix(text, ":")
	if !ok {
		return false
	}
	text = strings.TrimSuffix(strings.TrimRight(text, patternSpace), " geschreven")
	text, ok = strings.CutSuffix(text, "volgende")
	at := strings.LastIndex(text, "schreef ")
	return ok && at >= 0 && utf8.RuneCountInString(text[at+len("schreef "):]) <= 200
}

// mayEnd is what the line that ends an attribution has at least; it saves the costly look at every other line.
func mayEnd(line string) bool {
	for line != "" && (line[len(line)-1] == '>' || line[len(line)-1] == ' ' || line[len(line)-1] == '\t') {
		line = line[:len(line)-1]
	}
	return strings.HasSuffix(line, ":") || strings.HasSuffix(line, "：") || strings.HasSuffix(line, "--")
}

// opensHead: a line that may begin with one of the labels that name the sender or the day.
func opensHead(line string) bool {
	for line != "" && strings.IndexByte(" \t>*_", line[0]) >= 0 {
		line = line[1:]
	}
	first, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("FfDdVvEeAaMmGgОо", first)
}
