package app

import (
	"context"
	"fmt"
	"strings"

	"relais/backend/campaign/letter"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// invitations queues the letter that asks somebody to join; staff decides to whom.
type invitations struct{ a *App }

// asked are the networks that an invitation leaves room for.
var asked = []network.ID{network.LinkedIn, network.X, network.Facebook, network.Instagram, network.Bluesky, network.Mastodon}

// QueueInvitations implements staff.Inviter, in the transaction of ctx.
func (i invitations) QueueInvitations(ctx context.Context, people []staff.Person) error {
	company, err := i.a.Workspace.Settings.Company(ctx)
	if err != nil {
		return err
	}
	drafts := make([]outbox.Draft, 0, len(people))
	for _, p := range people {
		drafts = append(drafts, invitation(company, p))
	}
	if _, err := i.a.Outbox.Queue(ctx, drafts); err != nil {
		return fmt.Errorf("app: invitations: %w", err)
	}
	return nil
}

func invitation(company workspace.Company, p staff.Person) outbox.Draft {
	language := p.Language
	if !written(language) {
		language = company.Language
	}
	contact, _, _ := strings.Cut(company.Contact, "<")
	frame := letter.Frame{Company: company.Name, Contact: strings.TrimSpace(contact), Language: language, FirstName: p.GivenName, Privacy: company.PrivacyContact}
	if frame.Company == "" {
		frame.Company = "Relais"
	}
	return outbox.Draft{
		Kind: outbox.Invitation, StaffID: p.ID, Recipient: p.Address(), RecipientName: p.Name, Language: language,
		Compose: func(e outbox.Envelope) (outbox.Letter, error) {
			frame.ReplyTo, frame.Token = e.ReplyTo, e.Token
			l := letter.Invitation(frame, asked)
			return outbox.Letter{Subject: l.Subject, Text: l.Text, HTML: l.HTML, Unsubscribe: l.Unsubscribe}, nil
		},
	}
}

func written(language string) bool {
	for _, l := range letter.Languages() {
		if l == language {
			return true
		}
	}
	return false
}
