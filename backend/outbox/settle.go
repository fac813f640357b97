package outbox

import (
	"context"
	"errors"
	"fmt"

	"relais/backend/workspace"
)

// Evidence is what settled an unknown message.
type Evidence string

// What can settle that an unknown message did leave, or that it did not (a person alone).
const (
	InSentFolder Evidence = "sent_folder"
	ByBounce     Evidence = "bounce"
	ByReply      Evidence = "reply"
	ByPerson     Evidence = "person"
)

func isNotFound(err error) bool { return errors.Is(err, workspace.ErrNotFound) }

// Arrived tells that there is proof that the message left: it is in Sent, or somebody answered it, or it bounced. For
// a message that is not unknown it does nothing.
func (s *Service) Arrived(ctx context.Context, id int64, by Evidence) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		m, err := s.one(ctx, "id = ?", id)
		if err != nil {
			return err
		}
		if m.State == SMTPStarted && m.LeaseOwner != s.owner {
			if err := s.move(ctx, &m, Unknown, "interrupted"); err != nil {
				return err
			}
		}
		if m.State != Unknown {
			return nil
		}
		if err := s.move(ctx, &m, Sent, ""); err != nil {
			return err
		}
		return s.settled(ctx, id, by)
	})
}

// SendAgain puts an unknown message back in the queue, by a person's word that it did not arrive. Its bytes and its
// Message-ID stay, so that where it did arrive after all the recipient's program shows one.
func (s *Service) SendAgain(ctx context.Context, id int64) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		m, err := s.one(ctx, "id = ?", id)
		if err != nil {
			return err
		}
		if m.State != Unknown {
			return workspace.NewFault("message_not_unknown", "id", id)
		}
		if err := s.move(ctx, &m, Queued, ""); err != nil {
			return err
		}
		return s.settled(ctx, id, ByPerson)
	})
}

func (s *Service) settled(ctx context.Context, id int64, by Evidence) error {
	return s.ws.DB.Write(ctx).Model(&Message{}).Where("id = ?", id).Update("resolved_by", by).Error
}

// SentFolder looks for messages in the account's Sent folder.
type SentFolder interface {
	// Holds says whether a message with this Message-ID is there.
	Holds(ctx context.Context, headerID string) (bool, error)
}

// Resolve looks for unknown messages in Sent, where the probe has shown that the provider files what it sends there
// under our Message-ID. Not being there proves nothing. It says how many were settled and how many stay unknown.
func (s *Service) Resolve(ctx context.Context, sent SentFolder) (settled, open int, err error) {
	if _, err := s.recoverOrphans(ctx); err != nil {
		return 0, 0, err
	}
	unknown, err := s.List(ctx, Filter{States: []State{Unknown}})
	if err != nil || len(unknown) == 0 {
		return 0, len(unknown), err
	}
	id, err := s.account.Identity(ctx)
	if err != nil || !id.FilesInSent {
		return 0, len(unknown), err
	}
	for _, m := range unknown {
		there, err := sent.Holds(ctx, m.HeaderID)
		if err != nil {
			return settled, len(unknown) - settled, fmt.Errorf("outbox: resolve: %w", err)
		}
		if !there {
			continue
		}
		if err := s.Arrived(ctx, m.ID, InSentFolder); err != nil {
			return settled, len(unknown) - settled, err
		}
		settled++
	}
	return settled, len(unknown) - settled, nil
}
