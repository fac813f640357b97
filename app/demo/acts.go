package demo

import (
	"context"
	"fmt"
	"time"

	"relais/app/demo/company"
	"relais/backend/article"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// setUpCompany says who the firm is, and makes its topics.
func (s *stage) setUpCompany(ctx context.Context) error {
	err := s.app.Workspace.Settings.SetCompany(ctx, workspace.Company{
		Name: company.Name, Website: company.Website, Language: "fr", Contact: "Hélène Marchetti",
		PrivacyContact: "rgpd@" + company.Domain, Disclosure: company.Hashtag, Country: "FR", Currency: "EUR",
	})
	if err != nil {
		return err
	}
	for _, topic := range company.Topics {
		id, err := s.app.Articles.EnsureTopic(ctx, topic.Name["fr"])
		if err != nil {
			return err
		}
		s.topics[topic.Key] = id
	}
	if err := s.describePage(ctx); err != nil {
		return err
	}
	s.step("%s, %d topics, in %s", company.Name, len(company.Topics), s.dir)
	return nil
}

// describePage says what the firm's own page on LinkedIn reaches, so that the
// comparisons have something to compare with.
func (s *stage) describePage(ctx context.Context) error {
	page, err := s.app.Shares.SavePage(ctx, share.Page{Network: "linkedin", Name: company.Name, URL: "https://www.linkedin.com/company/ormeline"})
	if err != nil {
		return err
	}
	followers, reach, overlap, reactions := int64(3900), int64(420), int64(310), 9.0
	_, err = s.app.Shares.AddPageFigure(ctx, share.PageFigure{
		PageID: page.ID, AsOf: s.Now().Format(time.DateOnly), Followers: &followers, ReachPerPost: &reach, ReactionsPerPost: &reactions, OverlapPermille: &overlap,
	})
	return err
}

// setUpMail points the account at the mail server inside the process, and tries
// it with the probe that finds out whether plus addresses arrive.
func (s *stage) setUpMail(ctx context.Context) error {
	server := func(port int) account.Server {
		return account.Server{Host: "127.0.0.1", Port: port, Security: wire.Plain}
	}
	settings := account.Settings{
		Address: company.Mailbox, Name: company.Name, User: company.Mailbox, Auth: account.Password,
		IMAP: server(s.host.IMAPPort()), SMTP: server(s.host.SMTPPort()),
	}
	secret := account.Secret{Password: company.Password}
	if err := s.app.Account.Save(ctx, settings, secret); err != nil {
		return err
	}
	check, err := s.app.Account.Check(ctx, settings, secret, true, 10*time.Second, nil)
	if err != nil {
		return err
	}
	if err := check.Err(); err != nil {
		return err
	}
	if check.Findings != nil {
		settings.Findings = *check.Findings
		if err := s.app.Account.Save(ctx, settings, secret); err != nil {
			return err
		}
	}
	s.step("%s answers on IMAP port %d and SMTP port %d; plus addresses arrive", company.Mailbox, s.host.IMAPPort(), s.host.SMTPPort())
	return nil
}

// importStaff takes the list in as HR would, from a file.
func (s *stage) importStaff(ctx context.Context) error {
	list, err := company.StaffCSV()
	if err != nil {
		return err
	}
	plan, _, err := s.app.Staff.Import(ctx, "equipe.csv", list, staff.ImportOptions{})
	if err != nil {
		return err
	}
	if plan.New != len(company.People) || len(plan.Rejected) > 0 {
		return fmt.Errorf("demo: %d of %d people came in, %d rejected", plan.New, len(company.People), len(plan.Rejected))
	}
	for _, p := range company.People {
		person, known, err := s.app.Staff.ByAddress(ctx, p.Address)
		if err != nil || !known {
			return fmt.Errorf("demo: %s is not on the list: %w", p.Name, err)
		}
		s.ids[p.Address] = person.ID
	}
	s.step("%d people from a spreadsheet", plan.New)
	return nil
}

// collect subscribes to the feeds and clips what is not in them.
func (s *stage) collect(ctx context.Context) error {
	feeds, clips := 0, 0
	for _, feed := range s.site.Feeds() {
		if _, _, err := s.app.Sources.Subscribe(ctx, feed.URL); err != nil {
			return err
		}
		feeds++
	}
	for _, a := range s.site.Clips() {
		if _, err := s.app.Sources.Clip(ctx, s.site.URL(a)); err != nil {
			return err
		}
		clips++
	}
	page, err := s.app.Articles.List(ctx, article.Filter{State: article.Inbox}, 0, 500)
	if err != nil {
		return err
	}
	s.step("%d articles from %d feeds and %d clipped pages", page.Total, feeds, clips)
	return nil
}

// triage keeps what will become posts and a few more, and leaves the rest new.
func (s *stage) triage(ctx context.Context) error {
	kept, of := 0, map[string]int{}
	for _, a := range s.site.All() {
		id, err := s.app.Articles.ByAddress(ctx, s.site.URL(a))
		if err != nil {
			return err
		}
		if id == 0 {
			return fmt.Errorf("demo: %s is not in the library", a.Slug)
		}
		s.ids[a.Slug] = id
		if _, err := s.app.Articles.SetTopics(ctx, []int64{id}, []int64{s.topics[a.Topic]}, nil); err != nil {
			return err
		}
		if a.Kind == company.KindArticle {
			if of[a.Language+"/"+a.Topic]++; of[a.Language+"/"+a.Topic] > givesPerTopic {
				continue
			}
		}
		if _, err := s.app.Articles.Triage(ctx, article.Kept, id); err != nil {
			return err
		}
		kept++
	}
	s.step("%d articles kept, the others wait in the library", kept)
	return nil
}

// invite asks everybody once, and reads what they answer.
func (s *stage) invite(ctx context.Context) error {
	ids := []int64{}
	for _, p := range company.People {
		ids = append(ids, s.ids[p.Address])
	}
	invited, skipped, err := s.app.Staff.Invite(ctx, ids)
	if err != nil {
		return err
	}
	if len(skipped) > 0 {
		return fmt.Errorf("demo: %d people could not be invited", len(skipped))
	}
	if err := s.exchange(ctx); err != nil {
		return err
	}
	active, err := s.count(ctx, "SELECT COUNT(*) FROM staff WHERE membership = 'active'")
	if err != nil {
		return err
	}
	s.step("%d invitations sent and answered: %d advocates", len(invited), active)
	return nil
}

// exchange sends what is queued, then reads what came back.
func (s *stage) exchange(ctx context.Context) error {
	for range 2 {
		if err := s.sync(ctx); err != nil {
			return err
		}
	}
	_, _, err := s.room.Said()
	return err
}

func (s *stage) count(ctx context.Context, query string, args ...any) (int, error) {
	n := 0
	return n, s.app.Workspace.DB.Read(ctx).Raw(query, args...).Scan(&n).Error
}
