package intake

import (
	"context"
	"strings"

	"relais/backend/campaign"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/staff"
)

// How a reply was matched with what was sent.
const (
	byToken   = "token"
	byAddress = "address"
)

// match is what a message answers and who wrote it.
type match struct {
	by      string
	message outbox.Message // zero ID: none
	person  staff.Person   // zero ID: nobody known
	puts    []campaign.Put
	doubts  []string

	unsettled bool // an answer proves what was not known: that the message has left
}

func (m *match) doubt(cond bool, code string) {
	if cond {
		m.doubts = append(m.doubts, code)
	}
}

// match finds the message that a mail answers: by the token that its addresses,
// In-Reply-To, References or text carry (our Message-IDs hold it too), else, for a
// known address, by the one open request with the same subject, as a proposal.
func (d *desk) match(ctx context.Context, mail *received) (match, error) {
	m, foreign := d.named(mail)
	m.doubt(foreign && m.by == "", "token_foreign")
	m.doubt(mail.several, "two_tokens")
	return m, d.identify(ctx, mail, &m)
}

// named finds the message that a token of the mail names.
func (d *desk) named(mail *received) (m match, foreign bool) {
	for _, token := range mail.tokens {
		if message, ok := d.messages[token]; ok {
			m.by, m.message, m.unsettled = byToken, message, d.unsettled[message.ID]
			return m, foreign
		}
		foreign = foreign || d.foreign[token]
	}
	return m, foreign
}

// circumstances are those of a mail that names what it answers. Of others nothing
// is known yet.
func (d *desk) circumstances(mail *received) reply.Circumstances {
	m, _ := d.named(mail)
	return circumstances(m, d.numbered[m.message.ID], d.trust)
}

// identify settles whose reply it is: the recipient, writing from an address of
// theirs. A colleague or a stranger who answers is for a person to judge.
func (d *desk) identify(ctx context.Context, mail *received, m *match) error {
	writer, known, err := d.person(ctx, d.owners[staff.AddressKey(mail.from)])
	if err != nil {
		return err
	}
	if m.message.ID == 0 {
		if !known {
			m.doubt(true, "unknown_sender")
			return nil
		}
		m.person = writer
		return d.byAddress(ctx, &mail.mail, m)
	}
	if m.message.StaffID != 0 {
		person, there, err := d.person(ctx, m.message.StaffID)
		if err != nil {
			return err
		}
		m.doubt(!there, "person_gone")
		m.person = person
	}
	own := strings.EqualFold(mail.from, m.message.Recipient)
	m.doubt(!own && (!known || writer.ID != m.message.StaffID), "other_sender")
	m.puts, err = d.requestsOf(ctx, m.message.ID)
	return err
}

func (d *desk) byAddress(ctx context.Context, mail *reply.Mail, m *match) error {
	if err := d.flush(ctx); err != nil {
		return err
	}
	open, err := d.s.requests.OpenRequestsOf(ctx, m.person.ID)
	if err != nil {
		return err
	}
	subject := strings.ToLower(reply.PlainSubject(mail.Get("Subject")))
	messages := map[int64][]campaign.Put{}
	for _, put := range open {
		messages[put.MessageID] = append(messages[put.MessageID], put)
	}
	found := int64(0)
	for id := range messages {
		sent, err := d.s.outbox.Message(ctx, id)
		if err != nil {
			continue
		}
		if subject != "" && strings.ToLower(sent.Subject) == subject {
			if found != 0 {
				m.doubt(true, "no_match")
				return nil
			}
			found, m.message = id, sent
		}
	}
	m.doubt(true, "no_match")
	if found != 0 {
		m.by, m.puts = byAddress, messages[found]
		m.unsettled = m.message.State == outbox.Unknown || m.message.State == outbox.SMTPStarted
	}
	return nil
}
