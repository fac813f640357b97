package app_test

import (
	"context"
	"fmt"
	"testing"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// BenchmarkQueueFrozen1000 queues one post for 1,000 people: requests, tokens and the very bytes of 1,000 emails, in one
// transaction on disk.
func BenchmarkQueueFrozen1000(b *testing.B) {
	for range b.N {
		b.StopTimer()
		a, postID, people := crowdedOffice(b, 1000)
		b.StartTimer()
		out, err := a.Campaigns.Send(context.Background(), campaign.Plan{PostID: postID, Staff: people})
		b.StopTimer()
		if err != nil || len(out.Queued) != len(people) {
			b.Fatalf("%d queued, %v", len(out.Queued), err)
		}
		var frozen struct{ N, Bytes int64 }
		err = a.Workspace.DB.Read(context.Background()).Raw("SELECT COUNT(*) AS n, COALESCE(SUM(length(raw)), 0) AS bytes FROM message WHERE length(raw) > 1000").Scan(&frozen).Error
		if err != nil || frozen.N != int64(len(people)) {
			b.Fatalf("%+v, %v", frozen, err)
		}
		b.ReportMetric(float64(frozen.Bytes)/float64(frozen.N), "bytes/letter")
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func crowdedOffice(b *testing.B, n int) (*app.App, int64, []int64) {
	b.Helper()
	ctx := context.Background()
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	a, err := app.Open(ctx, b.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	must(err)
	must(a.Account.Save(ctx, account.Settings{Address: "hr@example.test", User: "hr@example.test", Auth: account.Password,
		IMAP: account.Server{Host: "127.0.0.1", Port: 1, Security: wire.Plain}, SMTP: account.Server{Host: "127.0.0.1", Port: 1, Security: wire.Plain}},
		account.Secret{Password: "x"}))
	p, err := a.Posts.Create(ctx, post.Content{Kind: post.Give, Title: "Mesurer avant de changer", Angle: "Qu’avez-vous mesuré en dernier ?", Link: "https://www.example.test/a",
		Variants: []post.Wording{{Network: "linkedin", Text: "Mesurer avant de changer, dit l’atelier."}, {Network: "linkedin", Text: "Une semaine de chiffres vaut un avis."}, {Network: "x", Text: "Mesurer, puis changer."}}})
	must(err)
	must(a.Posts.Approve(ctx, p.ID))
	ids := make([]int64, n)
	for i := range ids {
		name := fmt.Sprintf("Camille Durand %d", i)
		ids[i], err = a.Staff.Add(ctx, staff.Card{Name: name, Language: []string{"fr", "en", "de", "es"}[i%4]}, fmt.Sprintf("p%d@example.test", i), false)
		must(err)
	}
	must(a.Workspace.DB.Write(ctx).Exec("UPDATE staff SET membership = 'active'").Error)
	return a, p.ID, ids
}
