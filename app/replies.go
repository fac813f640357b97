package app

import (
	"context"

	"relais/backend/article"
	"relais/backend/campaign"
	"relais/backend/campaign/letter"
	"relais/backend/job"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/reply/intake"
	"relais/backend/staff"
)

// thanksKey is the setting with which HR turns the letter of thanks on.
const thanksKey = "mail.thanks"

// ThanksOn says whether a share is answered with a letter of thanks; off at first.
func (a *App) ThanksOn(ctx context.Context) (on bool, err error) {
	_, err = a.Workspace.Settings.Get(ctx, thanksKey, &on)
	return on, err
}

// SetThanks turns the letter of thanks on or off.
func (a *App) SetThanks(ctx context.Context, on bool) error {
	return a.Workspace.Settings.Set(ctx, thanksKey, on)
}

// wireReplies ties the reader of replies to what follows from them.
func (a *App) wireReplies() {
	a.Replies = intake.New(a.Workspace, intake.Ports{
		Mailbox: a.Mailbox, Outbox: a.Outbox, Requests: a.Campaigns, People: a.Staff, Ledger: a.Shares,
		Letters: afterReply{a}, Library: proposals{a}, Trust: a.trustedServer, Aside: newsletters{a},
	})
	a.Campaigns.HoldWhile(a.Replies.Held)
	a.Staff.Hold(a.Replies)
}

// trustedServer is the name under which the mail account's server writes its Authentication-Results, as the probe saw
// it; "" where it is not known, and the topmost results count whoever wrote them.
func (a *App) trustedServer(ctx context.Context) string {
	settings, ok, err := a.Account.Get(ctx)
	if err != nil || !ok {
		return ""
	}
	return settings.Findings.ServerAuthRes
}

// afterReply writes the letters that may follow a reply by themselves.
type afterReply struct{ a *App }

// Thanks implements intake.Letters. It is off until HR turns it on, and never goes
// to who may get no mail.
func (l afterReply) Thanks(ctx context.Context, p staff.Person, title string, networks []network.ID, inReplyTo string) (int64, error) {
	if on, err := l.a.ThanksOn(ctx); err != nil || !on {
		return 0, err
	}
	if may, _, err := l.a.Staff.MayReceive(ctx, p.ID, staff.ForMember); err != nil || !may {
		return 0, err
	}
	return l.queue(ctx, outbox.Thanks, p, inReplyTo, func(f letter.Frame) letter.Letter { return letter.Thanks(f, title, networks) })
}

// Left implements intake.Letters: the one confirmation of leaving.
func (l afterReply) Left(ctx context.Context, p staff.Person, inReplyTo string) (int64, error) {
	if may, _, err := l.a.Staff.MayReceive(ctx, p.ID, staff.ForConfirmation); err != nil || !may {
		return 0, err
	}
	return l.queue(ctx, outbox.Confirmation, p, inReplyTo, letter.Left)
}

func (l afterReply) queue(ctx context.Context, kind outbox.Kind, p staff.Person, inReplyTo string, write func(letter.Frame) letter.Letter) (int64, error) {
	company, err := l.a.Workspace.Settings.Company(ctx)
	if err != nil {
		return 0, err
	}
	frame := campaign.FrameFor(company, p.Language, p.GivenName, p.Name)
	messages, err := l.a.Outbox.Queue(ctx, []outbox.Draft{{
		Kind: kind, StaffID: p.ID, Recipient: p.Address(), RecipientName: p.Name, Language: frame.Language,
		Compose: func(e outbox.Envelope) (outbox.Letter, error) {
			frame.ReplyTo, frame.Token = e.ReplyTo, e.Token
			out, err := sealed(write(frame))
			if inReplyTo != "" {
				out.InReplyTo = "<" + inReplyTo + ">"
			}
			return out, err
		},
	}})
	if err != nil {
		return 0, err
	}
	return messages[0].ID, nil
}

// proposals are the links that staff send.
type proposals struct{ a *App }

// Propose implements intake.Library.
func (l proposals) Propose(ctx context.Context, address, title string, p staff.Person) (int64, error) {
	if title == "" {
		title = address
	}
	added, err := l.a.Articles.Add(ctx, article.Draft{Title: title, URL: address, Origin: article.FromSuggestion, SuggestedBy: p.ID, SuggestedName: p.Name})
	if err != nil {
		return 0, err
	}
	return added[0].ID, nil
}

// StartReadingAgain reads, in the background, what an older reader has read, and
// gives the job's id.
func StartReadingAgain(a *App) (int64, error) {
	return a.Jobs.Start("read_again", nil, func(ctx context.Context, p *job.Progress) error {
		_, err := a.Replies.TakeAgain(ctx, func(done, total int) { p.Set(int64(done), int64(total)) })
		return err
	})
}
