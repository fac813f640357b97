package intake

import (
	"context"
	"errors"
	"strings"

	"relais/backend/campaign"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/staff"
	"relais/backend/workspace"
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
}

func (m *match) doubt(cond bool, code string) {
	if cond {
		m.doubts = append(m.doubts, code)
	}
}

// match finds the message that a mail answers: by the token that its addresses,
// In-Reply-To, References or text carry (our Message-IDs hold it too), else, for a
// known address, by the one open request with the same subject, as a proposal.
func (s *Service) match(ctx context.Context, mail *reply.Mail) (match, error) {
	var m match
	tokens, several := mail.Tokens()
	foreign := false
	for _, token := range tokens {
		message, err := s.outbox.MessageByToken(ctx, token)
		if err == nil {
			m.by, m.message = byToken, message
			break
		}
		if !errors.Is(err, outbox.ErrToken) && !errors.Is(err, outbox.ErrTokenForeign) && !errors.Is(err, workspace.ErrNotFound) {
			return m, err
		}
		foreign = foreign || errors.Is(err, outbox.ErrTokenForeign)
	}
	m.doubt(foreign && m.by == "", "token_foreign")
	m.doubt(several, "two_tokens")
	return m, s.identify(ctx, mail, &m)
}

// identify settles whose reply it is: the recipient, writing from an address of
// theirs. A colleague or a stranger who answers is for a person to judge.
func (s *Service) identify(ctx context.Context, mail *reply.Mail, m *match) error {
	writer, known, err := s.people.ByAddress(ctx, mail.From())
	if err != nil {
		return err
	}
	if m.message.ID == 0 {
		if !known {
			m.doubt(true, "unknown_sender")
			return nil
		}
		m.person = writer
		return s.byAddress(ctx, mail, m)
	}
	if m.message.StaffID != 0 {
		person, err := s.people.Get(ctx, m.message.StaffID)
		if err != nil && !errors.Is(err, workspace.ErrNotFound) {
			return err
		}
		m.doubt(err != nil, "person_gone")
		if err == nil {
			m.person = person
		}
	}
	own := strings.EqualFold(mail.From(), m.message.Recipient)
	m.doubt(!own && (!known || writer.ID != m.message.StaffID), "other_sender")
	m.puts, err = s.requests.RequestsOf(ctx, m.message.ID)
	return err
}

func (s *Service) byAddress(ctx context.Context, mail *reply.Mail, m *match) error {
	open, err := s.requests.OpenRequestsOf(ctx, m.person.ID)
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
		sent, err := s.outbox.Message(ctx, id)
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
	}
	return nil
}
