package campaign_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"relais/backend/campaign"
	"relais/backend/post"
	"relais/backend/workspace"
)

// crowd makes n active members with three topics, an account with an audience and six letters behind them.
func (d *desk) crowd(n int) {
	d.t.Helper()
	for i := range 10 {
		d.topic(fmt.Sprintf("Topic %d", i))
	}
	give := d.approved(post.Give, "give", "Topic 1", "Un texte.")
	at := workspace.At(d.now.AddDate(0, 0, -40))
	d.must(d.ws.DB.Tx(d.ctx, func(ctx context.Context) error {
		db := d.ws.DB.Write(ctx)
		for _, sql := range []string{
			"WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < @n) INSERT INTO staff (id, name, name_key, given_name, job_title, language, membership, created_at, changed_at) SELECT i, 'Person ' || i, 'person ' || printf('%06d', i), 'Person', 'Soudeur', 'fr', 'active', @at, @at FROM c",
			"INSERT INTO staff_address (staff_id, address, address_key, is_primary) SELECT id, 'p' || id || 'at.kerven.example', 'p' || id || 'at.kerven.example', 1 FROM staff",
			"INSERT INTO staff_topic (staff_id, topic_id, stance, changed_at) SELECT s.id, t.id, 'declared', @at FROM staff s JOIN topic t ON (s.id + t.id) % 4 = 0",
			"INSERT INTO account (id, staff_id, network) SELECT id, id, 'linkedin' FROM staff",
			"INSERT INTO audience (account_id, size, as_of, origin, recorded_at) SELECT id, 100 + id % 900, '2026-01-01', 'hr', @at FROM account",
		} {
			if err := db.Exec(strings.NewReplacer("@n", fmt.Sprint(n), "@at", fmt.Sprint(at)).Replace(sql)).Error; err != nil {
				return err
			}
		}
		for k := range 5 {
			err := db.Exec(strings.NewReplacer("@k", fmt.Sprint(k), "@at", fmt.Sprint(at)).Replace(`INSERT INTO message (id, kind, staff_id, recipient, token, header_id, envelope_from, reply_to, subject, text, state, sent_at, created_at, changed_at)
				SELECT 1000000 + id * 10 + @k, 'digest', id, '', 't' || (id * 10 + @k), 'h' || (id * 10 + @k), '', '', '', '', 'sent', @at, @at, @at FROM staff`)).Error
			if err != nil {
				return err
			}
		}
		return db.Exec(strings.NewReplacer("@p", fmt.Sprint(give.ID), "@at", fmt.Sprint(at)).Replace("INSERT INTO request (post_id, staff_id, message_id, number, state, created_at, sent_at, dispatch_id) SELECT @p, id, 1000000 + id * 10, 1, 'read', @at, @at, NULL FROM staff")).Error
	}))
}

func BenchmarkAudience10000(b *testing.B) {
	d := newDesk(b)
	d.crowd(10_000)
	p := d.approved(post.Ask, "ask", "Topic 2", "Un autre texte. #KervenEmploi")
	b.ResetTimer()
	for range b.N {
		_, all, err := d.camp.Audience(d.ctx, p.ID)
		d.must(err)
		if len(all) != 10_000 {
			b.Fatalf("%d candidates", len(all))
		}
	}
}

func BenchmarkQueue1000(b *testing.B) {
	for range b.N {
		b.StopTimer()
		d := newDesk(b)
		d.crowd(1_000)
		p := d.approved(post.Ask, "ask", "Topic 2", "Un autre texte. #KervenEmploi", "Et encore un. #KervenEmploi")
		ids := make([]int64, 1000)
		for i := range ids {
			ids[i] = int64(i + 1)
		}
		b.StartTimer()
		out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: ids})
		d.must(err)
		if len(out.Queued) != 1000 {
			b.Fatalf("%d queued, %v", len(out.Queued), out.Skipped[0])
		}
	}
}
