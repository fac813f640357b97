package outbox

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// batch is how many rows go into one INSERT (GORM over glebarez binds in a nested loop: more are slower).
const batch = 100

// Queue freezes drafts: each gets an id, a token and its final bytes, and waits to be sent. It joins the transaction
// of ctx, so that a request and its message exist together or not at all. The messages come back without their bytes.
func (s *Service) Queue(ctx context.Context, drafts []Draft) ([]Message, error) {
	if len(drafts) == 0 {
		return []Message{}, nil
	}
	id, err := s.account.Identity(ctx)
	if err != nil {
		return nil, err
	}
	ring, err := s.keyring(ctx)
	if err != nil {
		return nil, err
	}
	var queued []Message
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		first, err := s.allocate(ctx, len(drafts))
		if err != nil {
			return err
		}
		queued = make([]Message, 0, len(drafts))
		for i, d := range drafts {
			m, err := s.compose(id, ring, first+int64(i), d)
			if err != nil {
				return err
			}
			queued = append(queued, m)
		}
		if err := s.ws.DB.Write(ctx).CreateInBatches(&queued, batch).Error; err != nil {
			return fmt.Errorf("outbox: queue: %w", err)
		}
		for i := range queued {
			queued[i].Raw = nil
		}
		return nil
	})
	return queued, err
}

func (s *Service) compose(id Identity, ring Keyring, messageID int64, d Draft) (Message, error) {
	m, err := s.build(id, ring, messageID, d)
	if err != nil {
		return Message{}, err
	}
	m.State = Queued
	return m, nil
}

// build makes the frozen message of a draft, without storing it.
func (s *Service) build(id Identity, ring Keyring, messageID int64, d Draft) (Message, error) {
	recipient, err := checkRecipient(d.Recipient)
	if err != nil {
		return Message{}, err
	}
	d.Recipient = recipient
	token, err := ring.MakeToken(messageID, recipient)
	if err != nil {
		return Message{}, err
	}
	env, err := envelope(id, token, messageID)
	if err != nil {
		return Message{}, err
	}
	letter, err := d.Compose(env)
	if err != nil {
		return Message{}, err
	}
	letter = withReference(letter, env.Token)
	now := s.ws.Now()
	raw, err := freeze(d, env, letter, now)
	if err != nil {
		return Message{}, err
	}
	at := workspace.At(now)
	return Message{ID: messageID, Kind: d.Kind, StaffID: d.StaffID, MailingID: d.MailingID, Recipient: recipient,
		RecipientName: d.RecipientName, Language: d.Language, Token: env.Token, HeaderID: env.MessageID,
		EnvelopeFrom: env.EnvelopeFrom, ReplyTo: env.ReplyTo, Subject: letter.Subject, Text: letter.Text, Raw: raw,
		NotBefore: d.NotBefore, CreatedAt: at, ChangedAt: at}, nil
}

// Preview builds the very bytes that a draft would be sent as, with the id that the next message will get, and keeps
// nothing.
func (s *Service) Preview(ctx context.Context, d Draft) (Message, error) {
	id, err := s.account.Identity(ctx)
	if err != nil {
		return Message{}, err
	}
	ring, err := s.keyring(ctx)
	if err != nil {
		return Message{}, err
	}
	var next int64
	if err := s.ws.DB.Read(ctx).Raw("SELECT next FROM message_sequence WHERE id = 1").Scan(&next).Error; err != nil {
		return Message{}, fmt.Errorf("outbox: sequence: %w", err)
	}
	return s.build(id, ring, max(next, 1), d)
}

// allocate takes n consecutive message ids.
func (s *Service) allocate(ctx context.Context, n int) (int64, error) {
	var next int64
	db := s.ws.DB.Write(ctx)
	if err := db.Raw("SELECT next FROM message_sequence WHERE id = 1").Scan(&next).Error; err != nil || next < 1 {
		return 0, fmt.Errorf("outbox: sequence at %d: %w", next, err)
	}
	if err := db.Exec("UPDATE message_sequence SET next = ? WHERE id = 1", next+int64(n)).Error; err != nil {
		return 0, fmt.Errorf("outbox: sequence: %w", err)
	}
	return next, nil
}

// restoreJump is how far the ids move at a restore: more than a company sends between two backups in a lifetime, and
// a millionth of what a token holds.
const restoreJump = 1 << 20

// AfterRestore makes a restored workspace safe to send from: ids jump, so that none is used again; what was waiting is
// put in quarantine, since it may have left after the backup was made; what was under way is unknown. It runs in the
// transaction of ctx where there is one.
func (s *Service) AfterRestore(ctx context.Context) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		now := workspace.At(s.ws.Now())
		for _, step := range []struct {
			sql  string
			args []any
		}{
			// What was saved of a damaged database may lack the row, or the newest messages.
			{"INSERT OR IGNORE INTO message_sequence (id, next) VALUES (1, 1)", nil},
			{"UPDATE message_sequence SET next = MAX(next, (SELECT COALESCE(MAX(id), 0) + 1 FROM message)) + ? WHERE id = 1", []any{restoreJump}},
			{"UPDATE message SET state = ?, code = 'restored', changed_at = ? WHERE state = ?", []any{Unknown, now, SMTPStarted}},
			{"UPDATE message SET state = ?, lease_owner = '', lease_until = NULL WHERE state = ?", []any{Queued, Claimed}},
			{"UPDATE message SET quarantined = ?, code = 'restored', changed_at = ? WHERE state IN (?, ?)", []any{true, now, Queued, Deferred}},
		} {
			if err := db.Exec(step.sql, step.args...).Error; err != nil {
				return fmt.Errorf("outbox: restore: %w", err)
			}
		}
		return nil
	})
}

// Release lets messages leave quarantine, by a person's word.
func (s *Service) Release(ctx context.Context, ids ...int64) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		return s.ws.DB.Write(ctx).Model(&Message{}).Where("id IN ? AND quarantined", ids).
			Updates(map[string]any{"quarantined": false, "code": "", "changed_at": workspace.At(s.ws.Now())}).Error
	})
}

// Cancel withdraws messages that have not left; those that have, or may have, stay as they are. It says how many.
func (s *Service) Cancel(ctx context.Context, code string, ids ...int64) (int, error) {
	n := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var rows []Message
		err := s.ws.DB.Write(ctx).Omit("raw").Where("id IN ? AND state IN ?", ids, []State{Queued, Deferred}).Find(&rows).Error
		if err != nil {
			return fmt.Errorf("outbox: cancel: %w", err)
		}
		for _, m := range rows {
			if err := s.move(ctx, &m, Cancelled, code); err != nil {
				return err
			}
			n++
		}
		return nil
	})
	return n, err
}
