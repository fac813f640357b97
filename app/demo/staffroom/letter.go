package staffroom

import (
	"bytes"
	"fmt"
	"html"
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"relais/backend/reply/button"
)

// Round is what kind of email somebody got, told from its buttons as a person
// would tell it.
type Round string

// The rounds of the sample.
const (
	Invitation Round = "invitation"
	Digest     Round = "digest"
	Ask        Round = "ask"
	Nothing    Round = "" // thanks, confirmations: nobody answers those
)

// letter is an email as its reader sees it.
type letter struct {
	from, fromAddress, replyTo string
	to                         string // with the recipient's name
	subject, text              string
	messageID                  string
	date                       time.Time
	returnPath                 string
	presses                    []press
	titles                     map[int]string // of the numbered items of a digest
}

// press is a button: the mail that a click on it opens.
type press struct {
	button.Press
	to, subject, body string
}

var (
	mailtoLink   = regexp.MustCompile(`(?i)href="(mailto:[^"]+)"`)
	numberedItem = regexp.MustCompile(`(?m)^(\d+)\. (\S.*)$`)
)

func read(raw []byte, returnPath string) (letter, error) {
	envelope, err := enmime.ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return letter{}, fmt.Errorf("staffroom: read: %w", err)
	}
	l := letter{
		subject: envelope.GetHeader("Subject"), text: strings.ReplaceAll(envelope.Text, "\r\n", "\n"),
		messageID: envelope.GetHeader("Message-ID"), to: envelope.GetHeader("To"), returnPath: returnPath,
		titles: map[int]string{},
	}
	if from, err := mail.ParseAddress(envelope.GetHeader("From")); err == nil {
		l.from, l.fromAddress, l.replyTo = from.Name, from.Address, from.Address
	}
	if reply, err := mail.ParseAddress(envelope.GetHeader("Reply-To")); err == nil {
		l.replyTo = reply.Address
	}
	if l.date, err = mail.ParseDate(envelope.GetHeader("Date")); err != nil {
		return letter{}, fmt.Errorf("staffroom: date: %w", err)
	}
	for _, found := range mailtoLink.FindAllStringSubmatch(envelope.HTML, -1) {
		if p, ok := parsePress(html.UnescapeString(found[1])); ok {
			l.presses = append(l.presses, p)
		}
	}
	for _, found := range numberedItem.FindAllStringSubmatch(l.text, -1) {
		number := 0
		if _, err := fmt.Sscan(found[1], &number); err == nil {
			l.titles[number] = strings.TrimSpace(found[2])
		}
	}
	return l, nil
}

// parsePress reads a mailto: address (RFC 6068): here a plus is a plus.
func parsePress(link string) (press, bool) {
	rest, query, _ := strings.Cut(strings.TrimPrefix(link, "mailto:"), "?")
	to, err := url.PathUnescape(rest)
	if err != nil {
		return press{}, false
	}
	p := press{to: to}
	for _, part := range strings.Split(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		text, err := url.PathUnescape(value)
		if err != nil {
			return press{}, false
		}
		switch strings.ToLower(name) {
		case "subject":
			p.subject = text
		case "body":
			p.body = strings.ReplaceAll(text, "\r\n", "\n")
		}
	}
	first, _, _ := strings.Cut(p.body, "\n")
	known, ok := button.Parse(first)
	p.Press = known
	return p, ok
}

func (l letter) round() Round {
	for _, p := range l.presses {
		switch {
		case p.Action == button.Accepted:
			return Invitation
		case p.Number > 0:
			return Digest
		case p.Action == button.Shared || p.Action == button.Read:
			return Ask
		}
	}
	return Nothing
}
