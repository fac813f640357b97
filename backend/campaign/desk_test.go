package campaign_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"relais/backend/campaign"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// desk is a workspace with real services and an outbox that keeps its rows in the real table without sending.
type desk struct {
	t     testing.TB
	ctx   context.Context
	now   time.Time
	ws    *workspace.Workspace
	staff *staff.Service
	posts *post.Service
	camp  *campaign.Service
	mails []campaign.Mail
	next  int64
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	d := &desk{t: t, ctx: context.Background(), now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), next: 1}
	ws, err := workspace.Open(d.ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return d.now }, Passphrase: "test"})
	d.must(err)
	t.Cleanup(func() { _ = ws.Close() })
	d.ws = ws
	d.staff, d.posts = staff.New(ws, nil), post.New(ws)
	d.camp = campaign.New(ws, d.staff, d.posts, d)
	d.must(ws.Settings.SetCompany(d.ctx, workspace.Company{Name: "Kerven", Language: "fr", Contact: "Claire", Disclosure: "#KervenEmploi"}))
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// Queue implements campaign.Outbox.
func (d *desk) Queue(ctx context.Context, mails []campaign.Mail) ([]int64, error) {
	var ids []int64
	for _, m := range mails {
		id := d.next
		d.next++
		l := m.Write("relais+rtoken@kerven.example", fmt.Sprintf("token%d", id))
		err := d.ws.DB.Write(ctx).Exec(`INSERT INTO message (id, kind, staff_id, mailing_id, recipient, token, header_id, envelope_from, reply_to, subject, text, state, not_before, created_at, changed_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, 'queued', ?, ?, ?)`, id, m.Kind, m.StaffID, m.DispatchID, m.Recipient, fmt.Sprintf("token%d", id), fmt.Sprintf("<%d>", id),
			l.Subject, l.Text, m.NotBefore, workspace.At(d.now), workspace.At(d.now)).Error
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
		d.mails = append(d.mails, m)
	}
	return ids, nil
}

// Preview implements campaign.Outbox.
func (d *desk) Preview(_ context.Context, m campaign.Mail) (campaign.Preview, error) {
	l := m.Write("relais@kerven.example", "preview")
	return campaign.Preview{To: m.Recipient, Subject: l.Subject, Text: l.Text, HTML: l.HTML}, nil
}

// Cancel implements campaign.Outbox.
func (d *desk) Cancel(ctx context.Context, code string, ids ...int64) (int, error) {
	res := d.ws.DB.Write(ctx).Exec("UPDATE message SET state = 'cancelled', code = ? WHERE id IN ? AND state IN ('queued', 'deferred')", code, append(ids, 0))
	return int(res.RowsAffected), res.Error
}

// sync asks the gate for each queued message and sends what may go, as the outbox does. It gives the codes of the rest.
func (d *desk) sync() map[int64]string {
	d.t.Helper()
	var rows []struct {
		ID, StaffID int64
		Kind        string
		CreatedAt   workspace.Instant
	}
	d.must(d.ws.DB.Read(d.ctx).Raw("SELECT id, staff_id, kind, created_at FROM message WHERE state = 'queued' AND COALESCE(not_before, 0) <= ? ORDER BY id", workspace.At(d.now)).Scan(&rows).Error)
	codes := map[int64]string{}
	for _, m := range rows {
		ok, code, err := d.camp.MayStillSend(d.ctx, campaign.Leaving{MessageID: m.ID, Kind: m.Kind, StaffID: m.StaffID, CreatedAt: m.CreatedAt})
		d.must(err)
		if !ok {
			codes[m.ID] = code
			if len(code) < 5 || code[:5] != "hold_" {
				d.move(m.ID, "cancelled", code)
			}
			continue
		}
		d.move(m.ID, "sent", "")
	}
	return codes
}

func (d *desk) move(id int64, state, code string) {
	d.t.Helper()
	d.must(d.ws.DB.Tx(d.ctx, func(ctx context.Context) error {
		set := map[string]any{"state": state, "code": code}
		if state == "sent" {
			set["sent_at"] = workspace.At(d.now)
		}
		if err := d.ws.DB.Write(ctx).Table("message").Where("id = ?", id).Updates(set).Error; err != nil {
			return err
		}
		return d.camp.Moved(ctx, id, state, workspace.At(d.now))
	}))
}

// member adds an active member with a topic and an account.
func (d *desk) member(name, job, department, language, topic string, followers int64) int64 {
	d.t.Helper()
	id, err := d.staff.Add(d.ctx, staff.Card{Name: name, JobTitle: job, Department: department, Language: language}, name+"@kerven.example", false)
	d.must(err)
	d.must(d.staff.SetMembership(d.ctx, id, staff.Change{State: staff.Active, Origin: staff.OriginReply, Words: "oui"}))
	if topic != "" {
		d.must(d.staff.SetTopic(d.ctx, id, d.topic(topic), staff.Declared, ""))
	}
	if followers > 0 {
		d.must(d.staff.SetAudience(d.ctx, id, staff.Figure{Network: network.LinkedIn, Size: &followers}))
	}
	return id
}

func (d *desk) topic(name string) int64 {
	d.t.Helper()
	id, err := d.staff.EnsureTopic(d.ctx, name)
	d.must(err)
	return id
}

// approved makes an approved post with LinkedIn texts.
func (d *desk) approved(kind post.Kind, title, topic string, texts ...string) post.Full {
	d.t.Helper()
	c := post.Content{Kind: kind, Title: title, Link: "https://kerven.example/" + title, Tags: []string{}, Disclosure: "#KervenEmploi"}
	if topic != "" {
		c.Topics = []int64{d.topic(topic)}
	}
	for _, text := range texts {
		c.Variants = append(c.Variants, post.Wording{Network: "linkedin", Language: "fr", Text: text})
	}
	p, err := d.posts.Create(d.ctx, c)
	d.must(err)
	d.must(d.posts.Approve(d.ctx, p.ID))
	return p
}

// offer makes the article of a job offer and its approved post.
func (d *desk) offer(title, topic string, texts ...string) post.Full {
	d.t.Helper()
	at := workspace.At(d.now)
	d.must(d.ws.DB.Write(d.ctx).Exec(`INSERT INTO article (kind, state, title, url, language, place, contract, added_at, changed_at) VALUES ('job_offer', 'kept', ?, 'https://kerven.example/offre', 'fr', 'Brest', 'CDI', ?, ?)`, title, at, at).Error)
	var id int64
	d.must(d.ws.DB.Read(d.ctx).Raw("SELECT MAX(id) FROM article").Scan(&id).Error)
	c, err := d.posts.FromArticle(d.ctx, id)
	d.must(err)
	c.Topics = []int64{d.topic(topic)}
	for _, text := range texts {
		c.Variants = append(c.Variants, post.Wording{Network: "linkedin", Language: "fr", Text: text})
	}
	p, err := d.posts.Create(d.ctx, c)
	d.must(err)
	d.must(d.posts.Approve(d.ctx, p.ID))
	return p
}

func (d *desk) candidate(postID, staffID int64) campaign.Candidate {
	d.t.Helper()
	_, all, err := d.camp.Audience(d.ctx, postID)
	d.must(err)
	for _, c := range all {
		if c.ID == staffID {
			return c
		}
	}
	d.t.Fatalf("person %d is not among the candidates", staffID)
	return campaign.Candidate{}
}

func codes(reasons []campaign.Reason) string {
	out := ""
	for _, r := range reasons {
		out += r.Code + " "
	}
	return out
}

func (d *desk) send(postID int64, staffIDs ...int64) campaign.Outcome {
	d.t.Helper()
	out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: postID, Staff: staffIDs})
	d.must(err)
	return out
}
