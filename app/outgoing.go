package app

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/mail"

	"relais/backend/campaign"
	"relais/backend/campaign/letter"
	"relais/backend/outbox"
	"relais/backend/post"
	"relais/backend/workspace"
)

// outgoing is the outbox as the features that write letters see it.
type outgoing struct{ a *App }

func draftOf(m campaign.Mail) outbox.Draft {
	return outbox.Draft{
		Kind: outbox.Kind(m.Kind), StaffID: m.StaffID, Recipient: m.Recipient, RecipientName: m.RecipientName, Language: m.Language,
		NotBefore: m.NotBefore, MailingID: m.DispatchID,
		Compose: func(e outbox.Envelope) (outbox.Letter, error) { return sealed(m.Write(e.ReplyTo, e.Token)) },
	}
}

// sealed hands a letter over to the outbox. One that Gmail would cut off is refused: its end holds the way out.
func sealed(l letter.Letter) (outbox.Letter, error) {
	if len(l.HTML) > letter.MaxHTML {
		return outbox.Letter{}, workspace.NewFault("letter_too_large", "subject", l.Subject, "kilobytes", len(l.HTML)/1000)
	}
	return outbox.Letter{Subject: l.Subject, Text: l.Text, HTML: l.HTML, Unsubscribe: l.Unsubscribe}, nil
}

// Queue implements campaign.Outbox.
func (o outgoing) Queue(ctx context.Context, mails []campaign.Mail) ([]int64, error) {
	drafts := make([]outbox.Draft, len(mails))
	for i, m := range mails {
		drafts[i] = draftOf(m)
	}
	messages, err := o.a.Outbox.Queue(ctx, drafts)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(messages))
	for i, m := range messages {
		ids[i] = m.ID
	}
	return ids, nil
}

// Preview implements campaign.Outbox. Before a mail account is set up the letter is shown without its headers.
func (o outgoing) Preview(ctx context.Context, m campaign.Mail) (campaign.Preview, error) {
	var html string
	draft := draftOf(m)
	compose := draft.Compose
	draft.Compose = func(e outbox.Envelope) (outbox.Letter, error) {
		l, err := compose(e)
		html = l.HTML
		return l, err
	}
	message, err := o.a.Outbox.Preview(ctx, draft)
	if errors.Is(err, outbox.ErrNotConfigured) {
		l := m.Write("", "")
		return campaign.Preview{To: m.Recipient, Subject: l.Subject, Text: l.Text, HTML: l.HTML}, nil
	}
	if err != nil {
		return campaign.Preview{}, err
	}
	return campaign.Preview{From: senderOf(message.Raw), To: message.Recipient, Subject: message.Subject, Text: message.Text, HTML: html, ReplyTo: message.ReplyTo, Raw: message.Raw}, nil
}

// senderOf reads the From line of a frozen message.
func senderOf(raw []byte) string {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	from, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("From"))
	if err != nil {
		return m.Header.Get("From")
	}
	return from
}

// Cancel implements campaign.Outbox.
func (o outgoing) Cancel(ctx context.Context, code string, ids ...int64) (int, error) {
	return o.a.Outbox.Cancel(ctx, code, ids...)
}

// MayStillSend implements outbox.Gate.
func (o outgoing) MayStillSend(ctx context.Context, m outbox.Message) (bool, string, error) {
	return o.a.Campaigns.MayStillSend(ctx, campaign.Leaving{MessageID: m.ID, Kind: string(m.Kind), StaffID: m.StaffID, CreatedAt: m.CreatedAt})
}

// wireCampaigns builds posts and campaigns and ties them to the people and the outbox.
func (a *App) wireCampaigns() {
	out := outgoing{a}
	a.Posts = post.New(a.Workspace)
	a.Posts.UseProposer(a.Articles)
	a.Campaigns = campaign.New(a.Workspace, a.Staff, a.Posts, out)
	a.Outbox.SetGate(out)
	a.Outbox.Listen(func(ctx context.Context, m outbox.Message) error {
		return a.Campaigns.Moved(ctx, m.ID, string(m.State), workspace.At(a.Workspace.Now()))
	})
	a.Staff.Hold(a.Campaigns)
}
