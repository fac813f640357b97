package app

import (
	"context"
	"fmt"

	"relais/backend/campaign"
	"relais/backend/campaign/letter"
	"relais/backend/outbox"
	"relais/backend/report"
	"relais/backend/staff"
)

// Reviews says who gets their year in review and who does not, and why.
type Reviews struct {
	Queued  []staff.Person
	Skipped []SkippedReview
}

// SkippedReview is a person who gets none, with the code of the reason.
type SkippedReview struct {
	Person staff.Person
	Code   string
}

// QueueReviews queues the personal year in review for people, once a year each.
// Only active members get one, and only about a year in which anything was given
// or shared. Where dry is set nothing is queued.
func (a *App) QueueReviews(ctx context.Context, year int, people []staff.Person, dry bool) (Reviews, error) {
	var out Reviews
	err := a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
		company, err := a.Workspace.Settings.Company(ctx)
		if err != nil {
			return err
		}
		had, err := a.reviewed(ctx, year)
		if err != nil {
			return err
		}
		var drafts []outbox.Draft
		for _, p := range people {
			sum, err := report.YearOf(ctx, a.Workspace, p.ID, year)
			if err != nil {
				return err
			}
			may, code, err := a.Staff.MayReceive(ctx, p.ID, staff.ForMember)
			switch {
			case err != nil:
				return err
			case had[p.ID]:
				may, code = false, "review_sent"
			case may && sum.Given+sum.Shared == 0:
				may, code = false, "review_empty"
			}
			if !may {
				out.Skipped = append(out.Skipped, SkippedReview{p, code})
				continue
			}
			out.Queued = append(out.Queued, p)
			drafts = append(drafts, review(campaign.FrameFor(company, p.Language, p.GivenName, p.Name), p, year, sum))
		}
		if dry || len(drafts) == 0 {
			return nil
		}
		_, err = a.Outbox.Queue(ctx, drafts)
		return err
	})
	if err != nil {
		return out, fmt.Errorf("app: reviews: %w", err)
	}
	return out, nil
}

// reviewMailing numbers the mailing of a year below zero, beside the dispatches.
func reviewMailing(year int) int64 { return -int64(year) }

// reviewed gives who has a review of the year queued or sent.
func (a *App) reviewed(ctx context.Context, year int) (map[int64]bool, error) {
	var ids []int64
	err := a.Workspace.DB.Read(ctx).Raw("SELECT staff_id FROM message WHERE kind = ? AND mailing_id = ? AND state <> 'cancelled'",
		string(outbox.Review), reviewMailing(year)).Scan(&ids).Error
	had := map[int64]bool{}
	for _, id := range ids {
		had[id] = true
	}
	return had, err
}

func review(frame letter.Frame, p staff.Person, year int, sum report.PersonYear) outbox.Draft {
	y := letter.Year{Year: year, Given: sum.Given, Useful: sum.Useful, Shared: sum.Shared, Suggested: sum.Suggested, Reach: sum.Reach, Titles: sum.Titles}
	return outbox.Draft{
		Kind: outbox.Review, StaffID: p.ID, Recipient: p.Address(), RecipientName: p.Name, Language: frame.Language, MailingID: reviewMailing(year),
		Compose: func(e outbox.Envelope) (outbox.Letter, error) {
			frame.ReplyTo, frame.Token = e.ReplyTo, e.Token
			return sealed(letter.YearReview(frame, y))
		},
	}
}
