package outbox

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"relais/backend/workspace"
)

// Message gives a message by its id, without its bytes.
func (s *Service) Message(ctx context.Context, id int64) (Message, error) {
	return s.one(ctx, "id = ?", id)
}

// MessageByToken gives the message that a token names. The error is ErrToken where the text is no token, and
// ErrTokenForeign where it is none of ours or its signature does not hold for the recipient of that message.
func (s *Service) MessageByToken(ctx context.Context, text string) (Message, error) {
	token, err := ParseToken(text)
	if err != nil {
		return Message{}, err
	}
	m, err := s.one(ctx, "token = ?", token.String())
	if err == nil {
		return m, s.verify(ctx, token, m)
	}
	if isNotFound(err) {
		return Message{}, ErrTokenForeign
	}
	return Message{}, err
}

// MessagesByToken gives the messages that the texts name, by the text, without those that MessageByToken would refuse;
// foreign holds the texts for which that would be ErrTokenForeign. It asks the database once for 200 of them, and only
// for what frozen messages are: State and what changes with it stay empty (see Unsettled).
func (s *Service) MessagesByToken(ctx context.Context, texts []string) (named map[string]Message, foreign map[string]bool, err error) {
	const together = 200
	named, foreign = map[string]Message{}, map[string]bool{}
	tokens := map[string]Token{}
	for _, text := range texts {
		if token, err := ParseToken(text); err == nil {
			tokens[text] = token
		}
	}
	rows := map[string]Message{}
	for part := range slices.Chunk(slices.Collect(maps.Values(tokens)), together) {
		words := make([]string, len(part))
		for i, t := range part {
			words[i] = t.String()
		}
		var found []Message
		// What stands behind the frozen bytes in the row costs a walk through them.
		err := s.ws.DB.Read(ctx).Select("id", "kind", "staff_id", "mailing_id", "recipient", "recipient_name", "language", "token", "header_id", "subject", "text").
			Where("token IN ?", words).Find(&found).Error
		if err != nil {
			return nil, nil, fmt.Errorf("outbox: read: %w", err)
		}
		for _, m := range found {
			rows[m.Token] = m
		}
	}
	for text, token := range tokens {
		m, there := rows[token.String()]
		if there {
			err := s.verify(ctx, token, m)
			if err == nil {
				named[text] = m
				continue
			}
			if !errors.Is(err, ErrTokenForeign) {
				return nil, nil, err
			}
		}
		foreign[text] = true
	}
	return named, foreign, nil
}

// Addressee is whom a message was sent to: all that an erasure or the merging of two people changes of it.
type Addressee struct {
	StaffID   int64
	Recipient string
}

// Addressees gives whom the messages were sent to, by id.
func (s *Service) Addressees(ctx context.Context, ids []int64) (map[int64]Addressee, error) {
	const together = 200
	all := make(map[int64]Addressee, len(ids))
	for part := range slices.Chunk(ids, together) {
		var found []struct {
			ID int64
			Addressee
		}
		if err := s.ws.DB.Read(ctx).Model(&Message{}).Select("id", "staff_id", "recipient").Where("id IN ?", part).Find(&found).Error; err != nil {
			return nil, fmt.Errorf("outbox: read: %w", err)
		}
		for _, f := range found {
			all[f.ID] = f.Addressee
		}
	}
	return all, nil
}

// Unsettled gives those of the messages of which it is not known whether they left: an answer proves it.
func (s *Service) Unsettled(ctx context.Context, ids []int64) (map[int64]bool, error) {
	var open []int64
	// Few are ever in these states: the index over them gives all, without a look at the rows.
	if err := s.ws.DB.Read(ctx).Model(&Message{}).Where("state IN ?", []State{Unknown, SMTPStarted}).Pluck("id", &open).Error; err != nil {
		return nil, fmt.Errorf("outbox: read: %w", err)
	}
	asked, unsettled := make(map[int64]bool, len(ids)), map[int64]bool{}
	for _, id := range ids {
		asked[id] = true
	}
	for _, id := range open {
		if asked[id] {
			unsettled[id] = true
		}
	}
	return unsettled, nil
}

func (s *Service) verify(ctx context.Context, token Token, m Message) error {
	if m.Recipient == "" {
		return nil // erased: the token stood in the row, which is proof enough, and leads to nobody
	}
	ring, err := s.keyring(ctx)
	if err != nil {
		return err
	}
	if _, known := ring.Keys[token.KeyNumber()]; !known {
		return nil // its key was lost: only the message itself names its row by 80 secret bits
	}
	return ring.Verify(token, m.Recipient)
}

// MessageByMessageID gives the message with this Message-ID, with or without angle brackets, in any case of letters;
// workspace.ErrNotFound where there is none.
func (s *Service) MessageByMessageID(ctx context.Context, headerID string) (Message, error) {
	id := strings.ToLower(strings.Trim(strings.TrimSpace(headerID), "<>"))
	if local, _, ok := strings.Cut(id, "@"); ok && strings.HasPrefix(local, "r.") {
		// By the token: some servers rewrite the domain, none the local part alone.
		if m, err := s.MessageByToken(ctx, strings.TrimPrefix(local, "r.")); err == nil {
			return m, nil
		}
	}
	return s.one(ctx, "header_id = ?", "<"+id+">")
}

// SentText gives the plain text of a message as it was sent, so that a reader can cut it from an answer.
func (s *Service) SentText(ctx context.Context, id int64) (string, error) {
	m, err := s.one(ctx, "id = ?", id)
	return m.Text, err
}

// Raw gives the frozen bytes of a message.
func (s *Service) Raw(ctx context.Context, id int64) ([]byte, error) {
	var m Message
	if err := s.ws.DB.Read(ctx).Select("raw").Where("id = ?", id).Limit(1).Find(&m).Error; err != nil {
		return nil, fmt.Errorf("outbox: read: %w", err)
	}
	if m.Raw == nil {
		return nil, workspace.ErrNotFound
	}
	return m.Raw, nil
}

// Filter narrows a list of messages.
type Filter struct {
	States  []State
	StaffID int64
	Mailing int64
	Before  int64 // smaller ids alone, for paging
	Limit   int   // at most 200
}

// List gives messages, newest first, without their bytes.
func (s *Service) List(ctx context.Context, f Filter) ([]Message, error) {
	if f.Limit <= 0 || f.Limit > 200 {
		f.Limit = 200
	}
	q := s.ws.DB.Read(ctx).Omit("raw", "text").Order("id DESC").Limit(f.Limit)
	if len(f.States) > 0 {
		q = q.Where("state IN ?", f.States)
	}
	if f.StaffID != 0 {
		q = q.Where("staff_id = ?", f.StaffID)
	}
	if f.Mailing != 0 {
		q = q.Where("mailing_id = ?", f.Mailing)
	}
	if f.Before != 0 {
		q = q.Where("id < ?", f.Before)
	}
	rows := []Message{}
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("outbox: list: %w", err)
	}
	return rows, nil
}

// Counts says how many messages stand in each state; those in quarantine are counted apart.
type Counts struct {
	ByState     map[State]int
	Quarantined int
}

// Count gives the numbers of messages by state.
func (s *Service) Count(ctx context.Context) (Counts, error) {
	var rows []struct {
		State       State
		Quarantined bool
		N           int
	}
	err := s.ws.DB.Read(ctx).Model(&Message{}).Select("state, quarantined, COUNT(*) AS n").Group("state, quarantined").Scan(&rows).Error
	if err != nil {
		return Counts{}, fmt.Errorf("outbox: count: %w", err)
	}
	c := Counts{ByState: map[State]int{}}
	for _, r := range rows {
		if r.Quarantined && (r.State == Queued || r.State == Deferred) {
			c.Quarantined += r.N
			continue
		}
		c.ByState[r.State] += r.N
	}
	return c, nil
}

// Attempts lists the tries of a message in time order.
func (s *Service) Attempts(ctx context.Context, id int64) ([]Attempt, error) {
	rows := []Attempt{}
	if err := s.ws.DB.Read(ctx).Where("message_id = ?", id).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("outbox: attempts: %w", err)
	}
	return rows, nil
}
