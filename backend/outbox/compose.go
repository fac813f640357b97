package outbox

import (
	"bytes"
	"fmt"
	"net/mail"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	gomail "github.com/wneessen/go-mail"

	"relais/backend/workspace"
)

// envelope derives the four places of a token from the account. Where plus addressing is not known to work the token
// stands in Message-ID and footer alone.
func envelope(id Identity, token Token, messageID int64) (Envelope, error) {
	local, domain, ok := strings.Cut(id.Address, "@")
	if !ok || local == "" || domain == "" {
		return Envelope{}, workspace.NewFault("mail_address_invalid", "address", id.Address)
	}
	e := Envelope{ID: messageID, Token: token.String(), From: id.Address, FromName: id.Name, PlainMailbox: id.Address,
		ReplyTo: id.Address, EnvelopeFrom: id.Address, MessageID: "<r." + token.String() + "@" + domain + ">"}
	if id.ReplyPlus {
		e.ReplyTo = local + "+r" + token.String() + "@" + domain
	}
	if id.BouncePlus {
		e.EnvelopeFrom = local + "+b" + token.String() + "@" + domain
	}
	return e, nil
}

// freeze builds the bytes that will be sent, whenever that is: Date is the day of queueing, so that a second attempt
// after a refusal is the very same message.
func freeze(d Draft, e Envelope, l Letter, now time.Time) ([]byte, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent(), gomail.WithEncoding(gomail.EncodingQP))
	if err := m.FromFormat(phrase(e.FromName), e.From); err != nil {
		return nil, workspace.NewFault("mail_address_invalid", "address", e.From).Wrap(err)
	}
	if err := m.AddToFormat(phrase(d.RecipientName), d.Recipient); err != nil {
		return nil, workspace.NewFault("mail_recipient_invalid", "address", d.Recipient).Wrap(err)
	}
	if e.ReplyTo != e.From {
		if err := m.ReplyToFormat(phrase(e.FromName), e.ReplyTo); err != nil {
			return nil, fmt.Errorf("outbox: reply address: %w", err)
		}
	}
	m.Subject(strings.Join(strings.Fields(l.Subject), " "))
	m.SetMessageIDWithValue(strings.Trim(e.MessageID, "<>"))
	m.SetDateWithValue(now)
	if l.InReplyTo != "" {
		id := "<" + strings.Trim(oneLine(l.InReplyTo), "<> ") + ">"
		m.SetGenHeader(gomail.HeaderInReplyTo, id)
		m.SetGenHeader(gomail.HeaderReferences, id)
	}
	if l.Unsubscribe != "" {
		m.SetListUnsubscribe("<" + strings.Trim(oneLine(l.Unsubscribe), "<>") + ">")
	}
	// Asks Exchange not to answer with absences and receipts (MS-OXCMAIL 2.2.3.2.14).
	m.SetGenHeader("X-Auto-Response-Suppress", "DR, RN, NRN, OOF, AutoReply")
	if d.Kind.automatic() {
		m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834 section 5
	}
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	}
	var raw bytes.Buffer
	if _, err := m.WriteTo(&raw); err != nil {
		return nil, fmt.Errorf("outbox: build message: %w", err)
	}
	return raw.Bytes(), nil
}

// phrase is a name as it stands within the quotes of an address (RFC 5322, section 3.2.4): Anne "Nini" Roy has quotes of
// her own. What is no text is left out.
func phrase(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r != ' ' && !unicode.IsGraphic(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, name)
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(strings.Join(strings.Fields(clean), " "))
}

// checkRecipient refuses what is not one plain address: a list would send to several, a line break would inject.
func checkRecipient(address string) (string, error) {
	parsed, err := mail.ParseAddress(address)
	if err != nil || parsed.Name != "" || strings.ContainsAny(address, "\r\n<>,") {
		return "", workspace.NewFault("mail_recipient_invalid", "address", address)
	}
	return parsed.Address, nil
}

// withReference appends the footer "Ref: <token>" where the letter does not hold it already.
func withReference(l Letter, token string) Letter {
	if !strings.Contains(strings.ToLower(l.Text), token) {
		l.Text = strings.TrimRight(l.Text, "\n") + "\n\nRef: " + token + "\n"
	}
	if l.HTML != "" && !strings.Contains(strings.ToLower(l.HTML), token) {
		footer := `<p style="font-size:12px;color:#6b665f">Ref: ` + token + `</p>`
		if i := strings.LastIndex(strings.ToLower(l.HTML), "</body>"); i >= 0 {
			l.HTML = l.HTML[:i] + footer + l.HTML[i:]
		} else {
			l.HTML += footer
		}
	}
	return l
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
