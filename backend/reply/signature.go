package reply

import (
	"regexp"
	"strings"
)

var (
	signOff  = regexp.MustCompile(`(?i)^\W*(?:bien |très |tres |with |kind |best |warm |many |viele |liebe |freundliche |beste |mit |herzliche |un |cordiales |cordiali |distinti |met |vriendelijke |groete?n?|yours )*(?:cordialement|cordialement vôtre|cdlt|cdt|bien à (?:vous|toi)|amicalement|respectueusement|salutations|regards|wishes|thanks|sincerely|faithfully|yours|cheers|best|br|kr|grüße?n?|gruß|gruss|vg|lg|mfg|saludos?|un saludo|atentamente|abrazo|saluti|cordialità|groet(?:en)?|gr)(?: (?:from|aus|de|à|et|an|from) .{0,30})?\W*$`)
	followUs = regexp.MustCompile(`(?i)(?:suivez|retrouvez|rejoignez)[- ](?:nous|moi)|follow (?:us|me)|find (?:us|me) on|folgen sie|folgt uns|síguenos|siguenos|seguici|volg ons|connect with (?:us|me)`)
	// followStems are what followUs needs at least.
	followStems = stemsOf("suivez", "retrouvez", "rejoignez", "follow", "find ", "folg", "guenos", "seguici", "volg ", "connect ")
	card        = regexp.MustCompile(`\s[|·•]\s|^\s*[|·•]`)
)

// signatureStart returns where, in the new text, the lines of a signature begin: after the closing formula, or where
// lines look like a business card. It is the length of the text where there is none. Networks named there are no
// networks on which something was shared.
func signatureStart(text string) int {
	pos := 0
	for n, line := range strings.SplitAfter(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "--" || trimmed == "—" || strings.HasPrefix(trimmed, "___"):
			return pos
		case n > 0 && trimmed != "" && signOff.MatchString(trimmed):
			return pos
		case followStems.in(line) && followUs.MatchString(line), n > 0 && strings.ContainsAny(line, "|·•") && card.MatchString(line) && len(trimmed) < 120 && !strings.ContainsAny(trimmed, "!?"):
			return pos
		}
		pos += len(line)
	}
	return len(text)
}
