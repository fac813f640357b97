package staffroom

import (
	"bytes"
	"fmt"
	"mime"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"relais/app/demo/company"
	"relais/backend/reply/button"
)

// write makes the bytes of an answer.
func (r *Room) write(person company.Person, l letter, a company.Answer, n int) ([]byte, error) {
	switch {
	case a.Special == company.Bounce:
		return r.bounce(person, l, n), nil
	case a.Special == company.OnLeave:
		return r.build(person, draft{
			to: l.returnPath, subject: "Réponse automatique : " + l.subject, text: a.Text, inReplyTo: l.messageID,
			headers: map[string]string{"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"},
		}, n)
	case a.Press != "":
		return r.press(person, l, a, n)
	case a.Special == company.NoQuote:
		return r.build(person, draft{to: l.replyTo, subject: "Re: " + l.subject, text: a.Text, inReplyTo: l.messageID}, n)
	case a.Special == company.FreshMail:
		return r.build(person, draft{to: company.Mailbox, subject: "Bonjour", text: a.Text}, n)
	}
	quoted := company.Quoted{From: l.from, FromAddress: l.fromAddress, To: l.to, Subject: l.subject, Text: l.text, At: l.date}
	text, htmlText := person.Client.Write(person.Name, a.Text, quoted)
	prefix := "Re: "
	if person.Client == company.OutlookFR {
		prefix = "RE: "
	}
	return r.build(person, draft{to: l.replyTo, subject: prefix + l.subject, text: text, html: htmlText, inReplyTo: l.messageID}, n)
}

// press sends the mail that a button opens, untouched: a new mail, without
// In-Reply-To, which is what mail programs make of a mailto: link.
func (r *Room) press(person company.Person, l letter, a company.Answer, n int) ([]byte, error) {
	want := button.Press{Action: a.Press, Network: a.On, Number: a.Number}
	for _, p := range l.presses {
		if p.Press == want {
			return r.build(person, draft{to: p.to, subject: p.subject, text: p.body + signature(person)}, n)
		}
	}
	return nil, fmt.Errorf("staffroom: %s: the letter %q has no button %+v", person.Name, l.subject, want)
}

// signature is what a phone adds by itself.
func signature(person company.Person) string {
	switch person.Client {
	case company.IPhoneFR:
		return "\n\nEnvoyé de mon iPhone\n"
	case company.IPhoneEN:
		return "\n\nSent from my iPhone\n"
	case company.AndroidFR:
		return "\n\nEnvoyé depuis Outlook pour Android\n"
	default:
		return "\n"
	}
}

type draft struct {
	to, subject, text, html, inReplyTo string
	headers                            map[string]string
}

func (r *Room) build(person company.Person, m draft, n int) ([]byte, error) {
	b := enmime.Builder().From(person.Name, person.Address).To("", m.to).Subject(m.subject).Date(r.now()).
		Text([]byte(strings.ReplaceAll(m.text, "\n", "\r\n"))).
		Header("Message-ID", r.messageID(person, n))
	if m.html != "" {
		b = b.HTML([]byte(m.html))
	}
	if m.inReplyTo != "" {
		b = b.Header("In-Reply-To", m.inReplyTo).Header("References", m.inReplyTo)
	}
	for name, value := range m.headers {
		b = b.Header(name, value)
	}
	part, err := b.Build()
	if err != nil {
		return nil, fmt.Errorf("staffroom: build: %w", err)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "Return-Path: <%s>\r\nDelivered-To: %s\r\n", person.Address, m.to)
	if err := part.Encode(&out); err != nil {
		return nil, fmt.Errorf("staffroom: build: %w", err)
	}
	return out.Bytes(), nil
}

func (r *Room) messageID(person company.Person, n int) string {
	return fmt.Sprintf("<%d.%d@%s.%s>", r.now().UnixNano(), n, person.Local(), company.Domain)
}

// bounce is a delivery report as Postfix writes it (RFC 3464).
func (r *Room) bounce(person company.Person, l letter, n int) []byte {
	boundary := fmt.Sprintf("report-%d", n)
	lines := []string{
		"Return-Path: <>",
		"Delivered-To: " + l.returnPath,
		"Date: " + r.now().Format("Mon, 2 Jan 2006 15:04:05 -0700"),
		"From: MAILER-DAEMON@mail." + company.Domain + " (Mail Delivery System)",
		"Subject: Undelivered Mail Returned to Sender",
		"To: " + l.returnPath,
		"Auto-Submitted: auto-replied",
		"MIME-Version: 1.0",
		`Content-Type: multipart/report; report-type=delivery-status; boundary="` + boundary + `"`,
		"Message-Id: " + r.messageID(person, n),
		"",
		"--" + boundary,
		"Content-Type: text/plain; charset=us-ascii",
		"",
		"This is the mail system at host mail." + company.Domain + ".",
		"",
		"I'm sorry to have to inform you that your message could not",
		"be delivered to one or more recipients.",
		"",
		"<" + person.Address + ">: host mail." + company.Domain + " said: 550 5.1.1 User unknown (in reply to RCPT TO command)",
		"",
		"--" + boundary,
		"Content-Type: message/delivery-status",
		"",
		"Reporting-MTA: dns; mail." + company.Domain,
		"Arrival-Date: " + l.date.Format("Mon, 2 Jan 2006 15:04:05 -0700"),
		"",
		"Final-Recipient: rfc822; " + person.Address,
		"Original-Recipient: rfc822;" + person.Address,
		"Action: failed",
		"Status: 5.1.1",
		"Diagnostic-Code: smtp; 550 5.1.1 User unknown",
		"",
		"--" + boundary,
		"Content-Type: text/rfc822-headers",
		"",
		"Message-ID: " + l.messageID,
		"Subject: " + mime.QEncoding.Encode("utf-8", l.subject),
		"",
		"--" + boundary + "--",
		"",
	}
	return []byte(strings.Join(lines, "\r\n"))
}
