package reply

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// tokenLength is that of the tokens that outbox makes, in letters of base32.
const tokenLength = 26

// tokensBefore finds up to so many tokens that stand before an at sign and that what stands before them lets through, in
// lower case.
func tokensBefore(text string, most int, introduced func(before string) bool) []string {
	var found []string
	for at := 0; len(found) < most; at++ {
		next := strings.IndexByte(text[at:], '@')
		if next < 0 {
			break
		}
		at += next
		if start := tokenStart(text[:at]); start >= 0 && introduced(text[:start]) {
			found = append(found, strings.ToLower(text[start:at]))
		}
	}
	return found
}

// tokenStart is where the token begins with which the text ends, or negative. Whatever is a letter of a token in another
// form counts as one: such a token is none of ours, and tells that somebody changed the address.
func tokenStart(text string) int {
	start := len(text)
	for range tokenLength {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '2' && r <= '7' || r == 'ſ' || r == '\u212a') {
			return -1
		}
		start -= size
	}
	return start
}

// inAddress: relais+rTOKEN@…, or b for what could not be delivered.
func inAddress(before string) bool {
	n := len(before)
	return n > 1 && (before[n-1]|0x20 == 'r' || before[n-1]|0x20 == 'b') && strings.IndexByte("+=-", before[n-2]) >= 0
}

// inMessageID: r.TOKEN@…
func inMessageID(before string) bool {
	n := len(before)
	return n > 1 && before[n-1] == '.' && before[n-2]|0x20 == 'r'
}

// addressHeaders may carry the address with our token, the first that holds one wins. They stand as net/textproto writes them.
var addressHeaders = []string{"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "X-Rcpt-To", "Apparently-To", "X-Forwarded-To", "Resent-To", "X-Original-Recipient", "X-Failed-Recipients"}

// Tokens returns the tokens of our messages that the mail carries, the one that counts first (DESIGN.md): the address
// it came to; In-Reply-To, then References from the right; the footer anywhere. Two tells that they disagree.
func (m *Mail) Tokens() (found []string, two bool) {
	if m.tokens == nil {
		found, two := m.seekTokens()
		m.tokens = &tokensOf{slices.Clip(found), two}
	}
	return m.tokens.found, m.tokens.two
}

type tokensOf struct {
	found []string
	two   bool
}

func (m *Mail) seekTokens() (found []string, two bool) {
	add := func(t string) {
		if !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	for _, name := range addressHeaders {
		for _, value := range m.Header[name] {
			for _, t := range tokensBefore(value, 20, inAddress) {
				add(t)
			}
		}
	}
	two = len(found) > 1
	for _, t := range tokensBefore(m.Header.Get("In-Reply-To"), 1, inMessageID) {
		two = two || len(found) == 1 && found[0] != t
		add(t)
	}
	references := tokensBefore(m.Header.Get("References"), 200, inMessageID)
	for _, t := range slices.Backward(references) {
		add(t)
	}
	bodies := []string{m.Plain, m.HTML}
	for _, r := range m.Reports {
		bodies = append(bodies, r.Text)
	}
	known := len(found) > 0
	var feet []string
	for _, body := range bodies {
		for _, t := range footerTokens(body) {
			if t = strings.ToLower(t); !slices.Contains(feet, t) {
				feet = append(feet, t)
			}
		}
	}
	for _, r := range m.Reports { // the returned message of a bounce
		for _, t := range tokensBefore(r.Text, 20, inMessageID) {
			add(t)
		}
	}
	two = two || !known && len(feet) > 1
	for _, t := range feet {
		add(t)
	}
	return found, two
}

// footerTokens finds up to 50 of 'Ref: TOKEN', however it was spaced or set in bold.
func footerTokens(body string) []string {
	var found []string
	for at := 0; len(found) < 50; {
		next := indexFold(body[at:], "ref")
		if next < 0 {
			break
		}
		start := at + next
		at = start + len("ref")
		if start > 0 && isASCIIWord(body[start-1]) {
			continue
		}
		if token := tokenAfterRef(body[at:]); token != "" {
			found = append(found, token)
		}
	}
	return found
}

func tokenAfterRef(rest string) string {
	if rest != "" && isPatternSpace(rest[0]) {
		rest = rest[1:]
	}
	marks := 0
	for marks < min(2, len(rest)) && (rest[marks] == '.' || rest[marks] == ':') {
		marks++
	}
	if marks == 0 {
		return ""
	}
	const blank = " \t\n\f\r"
	rest = strings.TrimLeft(strings.TrimLeft(strings.TrimLeft(rest[marks:], blank), "*"), blank)
	n := 0
	for n < len(rest) && isASCIIWord(rest[n]) {
		n++
	}
	if n != tokenLength || strings.ContainsAny(rest[:n], "0189_") {
		return ""
	}
	return rest[:n]
}

var authResult = regexp.MustCompile(`(?i)\bdmarc\s*=\s*fail`)

// forged tells whether the server that received the mail says that its sender is not who it claims to be. Only the
// topmost result can be trusted: everything below may have come with the mail. Server is the name by which the
// configured server signs its results; without one the topmost counts whoever wrote it.
func (m *Mail) forged(server string) bool {
	results := m.Header["Authentication-Results"]
	if len(results) == 0 {
		return false
	}
	if server != "" {
		signed, _, _ := strings.Cut(results[0], ";")
		if !strings.Contains(strings.ToLower(signed), strings.ToLower(server)) {
			return false
		}
	}
	return authResult.MatchString(results[0])
}

// References lists the Message-IDs that the mail answers, the nearest first: In-Reply-To, then References from the right.
func (m *Mail) References() []string {
	found := messageIDs(m.Header.Get("In-Reply-To"))
	all := messageIDs(m.Header.Get("References"))
	slices.Reverse(all)
	for _, id := range all {
		if !slices.Contains(found, id) {
			found = append(found, id)
		}
	}
	return found
}

var idPattern = regexp.MustCompile(`<([^<>\s]{3,250})>`)

func messageIDs(value string) []string {
	var ids []string
	for _, match := range idPattern.FindAllStringSubmatch(value, 100) {
		ids = append(ids, match[1])
	}
	return ids
}

// PlainSubject takes 'Re:', 'AW:', 'Tr:' and kin off a subject, however often they stand there.
func PlainSubject(subject string) string {
	for {
		short := strings.TrimSpace(replyPrefix.ReplaceAllString(strings.TrimSpace(subject), ""))
		if short == subject {
			return short
		}
		subject = short
	}
}
