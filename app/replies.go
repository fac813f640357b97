package app

import (
	"context"

	"relais/backend/article"
	"relais/backend/campaign"
	"relais/backend/campaign/letter"
	"relais/backend/job"
	"relais/backend/outbox"
	"relais/backend/reply/intake"
	"relais/backend/staff"
	"relais/backend/workspace"
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

// Write implements intake.Letters. Thanks are off until HR turns them on; nothing
// goes to who may get no mail.
func (l afterReply) Write(ctx context.Context, letters []intake.Letter) ([]int64, error) {
	thanks, err := l.a.ThanksOn(ctx)
	if err != nil {
		return nil, err
	}
	company, err := l.a.Workspace.Settings.Company(ctx)
	if err != nil {
		return nil, err
	}
	var drafts []outbox.Draft
	var of []int
	for i, r := range letters {
		purpose := staff.ForConfirmation
		if r.Kind == outbox.Thanks {
			purpose = staff.ForMember
		}
		if l.a.Staff.Obstacle(r.Person, purpose) == "" && (thanks || r.Kind != outbox.Thanks) {
			drafts, of = append(drafts, afterReplyDraft(company, r)), append(of, i)
		}
	}
	queued, err := l.a.Outbox.Queue(ctx, drafts)
	ids := make([]int64, len(letters))
	for i, m := range queued {
		ids[of[i]] = m.ID
	}
	return ids, err
}

func afterReplyDraft(company workspace.Company, r intake.Letter) outbox.Draft {
	p := r.Person
	frame := campaign.FrameFor(company, p.Language, p.GivenName, p.Name)
	return outbox.Draft{
		Kind: r.Kind, StaffID: p.ID, Recipient: p.Address(), RecipientName: p.Name, Language: frame.Language,
		Compose: func(e outbox.Envelope) (outbox.Letter, error) {
			frame.ReplyTo, frame.Token = e.ReplyTo, e.Token
			text := letter.Left(frame)
			if r.Kind == outbox.Thanks {
				text = letter.Thanks(frame, r.Title, r.Networks)
			}
			out, err := sealed(text)
			if r.InReplyTo != "" {
				out.InReplyTo = "<" + r.InReplyTo + ">"
			}
			return out, err
		},
	}
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
