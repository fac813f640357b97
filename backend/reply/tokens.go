package reply

import (
	"net/textproto"
	"regexp"
	"slices"
	"strings"
)

var (
	addressToken = regexp.MustCompile(`(?i)[+=-]([rb])([a-z2-7]{26})@`)
	headerToken  = regexp.MustCompile(`(?i)<?r\.([a-z2-7]{26})@`)
)

// addressHeaders may carry the address with our token, the first that holds one wins.
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
		if t = strings.ToLower(t); !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	for _, name := range addressHeaders {
		for _, value := range m.Header[textproto.CanonicalMIMEHeaderKey(name)] {
			for _, match := range addressToken.FindAllStringSubmatch(value, 20) {
				add(match[2])
			}
		}
	}
	two = len(found) > 1
	answered := headerToken.FindStringSubmatch(m.Header.Get("In-Reply-To"))
	if answered != nil {
		two = two || len(found) == 1 && found[0] != strings.ToLower(answered[1])
		add(answered[1])
	}
	references := headerToken.FindAllStringSubmatch(m.Header.Get("References"), 200)
	for i := len(references) - 1; i >= 0; i-- {
		add(references[i][1])
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
		for _, match := range headerToken.FindAllStringSubmatch(r.Text, 20) {
			add(match[1])
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
	if n != 26 || strings.ContainsAny(rest[:n], "0189_") {
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
