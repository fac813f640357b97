package app_test

import (
	"net"
	"net/mail"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/reply/intake"
	"relais/backend/staff"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// of gives the messages of one kind, the newest first.
func (o *office) of(kind outbox.Kind) []outbox.Message {
	o.Helper()
	rows, err := o.app.Outbox.List(o.ctx, outbox.Filter{})
	o.must(err)
	found := []outbox.Message{}
	for _, m := range rows {
		if m.Kind == kind {
			found = append(found, m)
		}
	}
	return found
}

func (o *office) may(m outbox.Message) (bool, string) {
	o.Helper()
	ok, code, err := o.app.Campaigns.MayStillSend(o.ctx, campaign.Leaving{MessageID: m.ID, Kind: string(m.Kind), StaffID: m.StaffID, CreatedAt: m.CreatedAt})
	o.must(err)
	return ok, code
}

func TestThanksAreOffUntilTurnedOnAndGoOnceEach(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	first := o.receive("lea@example.test", to, "m1", "Partagé sur LinkedIn")
	if n := len(o.of(outbox.Thanks)); n != 0 {
		t.Fatalf("%d letters of thanks, though nobody turned them on", n)
	}
	o.must(o.app.Replies.Reopen(o.ctx, first.ID))
	o.must(o.app.SetThanks(o.ctx, true))
	_, err := o.app.Replies.Decide(o.ctx, first.ID, intake.Decision{State: reply.Shared})
	o.must(err)
	o.receive("lea@example.test", to, "m2", "Partagé aussi sur X")
	thanks := o.of(outbox.Thanks)
	if len(thanks) != 1 {
		t.Fatalf("%d letters of thanks for one post", len(thanks))
	}
	raw, err := o.app.Outbox.Raw(o.ctx, thanks[0].ID)
	o.must(err)
	m, err := mail.ReadMessage(strings.NewReader(string(raw)))
	o.must(err)
	for name, want := range map[string]string{"Auto-Submitted": "auto-", "X-Auto-Response-Suppress": "OOF", "In-Reply-To": "<m1@example.test>"} {
		if !strings.Contains(m.Header.Get(name), want) {
			t.Errorf("%s: %q", name, m.Header.Get(name))
		}
	}
	// An absence note that answers the thanks calls forth nothing.
	note := "From: <lea@example.test>\r\nTo: <" + thanks[0].ReplyTo + ">\r\nSubject: Absence\r\nMessage-ID: <v@example.test>\r\nAuto-Submitted: auto-replied\r\n\r\nPartagé sur X. Je suis absente.\r\n"
	_, _, err = o.app.Mailbox.Import(o.ctx, []byte(note))
	o.must(err)
	_, err = o.app.Replies.Take(o.ctx, nil)
	o.must(err)
	if n := len(o.of(outbox.Thanks)); n != 1 {
		t.Errorf("%d letters of thanks after an absence note", n)
	}
	// Undo calls off what has not left.
	o.must(o.app.Replies.Reopen(o.ctx, first.ID))
	if got := o.of(outbox.Thanks)[0]; got.State != outbox.Cancelled {
		t.Errorf("after undo the thanks are %s", got.State)
	}
}

func TestThanksCountInTheCapAndNeverGoToWhoIsNotActive(t *testing.T) {
	for name, c := range map[string]struct {
		change *staff.Change
		code   string
	}{
		"cap":    {nil, "cap_mails"},
		"paused": {&staff.Change{State: staff.Paused, Until: "2099-01-01", Origin: staff.OriginHR}, "paused"},
		"left":   {&staff.Change{State: staff.Left, Origin: staff.OriginHR}, "not_member"},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.must(o.app.SetThanks(o.ctx, true))
			asked := o.ask()
			// The request has left: it is the one mail that the cap allows.
			o.must(o.app.Workspace.DB.Write(o.ctx).Model(&outbox.Message{}).Where("id = ?", asked.ID).
				Updates(map[string]any{"state": outbox.Sent, "sent_at": workspace.At(o.app.Workspace.Now())}).Error)
			o.must(o.app.Workspace.Settings.Set(o.ctx, "staff.caps", staff.Caps{Asks: 1, Mails: 1}))
			o.receive("lea@example.test", asked.ReplyTo, "m1", "Partagé sur LinkedIn")
			thanks := o.of(outbox.Thanks)
			if len(thanks) != 1 {
				t.Fatalf("%d letters of thanks", len(thanks))
			}
			if c.change != nil {
				o.must(o.app.Staff.SetMembership(o.ctx, o.lea, *c.change))
			}
			if ok, code := o.may(thanks[0]); ok || code != c.code {
				t.Errorf("may leave: %v, %q", ok, code)
			}
			// Whoever is not active when the answer comes gets none at all.
			if c.change != nil {
				if row := o.receive("lea@example.test", asked.ReplyTo, "m2", "Partagé sur X"); row.State != reply.Shared || len(o.of(outbox.Thanks)) != 1 {
					t.Errorf("%s, %d letters of thanks", row.State, len(o.of(outbox.Thanks)))
				}
			}
		})
	}
}

func TestOneReminderAtMost(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	o := newOfficeAt(t, func() time.Time { return now })
	to := o.ask().ReplyTo
	remind := func() int {
		_, err := o.app.Campaigns.SendReminders(o.ctx)
		o.must(err)
		return len(o.of(outbox.Reminder))
	}
	if row := o.receive("lea@example.test", to, "m1", "Plus tard"); row.State != reply.Deferred || row.Status != intake.Handled {
		t.Fatalf("%s %s %v", row.State, row.Status, row.Doubts)
	}
	now = now.AddDate(0, 0, 30)
	if n := remind(); n != 0 {
		t.Fatalf("%d reminders, though nobody turned them on", n)
	}
	o.must(o.app.Campaigns.SetReminderRules(o.ctx, campaign.ReminderRules{On: true, AfterDays: 7}))
	if n := remind() + remind(); n != 2 { // one, seen twice
		t.Fatalf("%d reminders", n)
	}
	if row := o.receive("lea@example.test", o.of(outbox.Reminder)[0].ReplyTo, "m2", "Plus tard"); row.State != reply.Deferred {
		t.Fatalf("%s %v", row.State, row.Doubts)
	}
	now = now.AddDate(0, 0, 30)
	if n := remind(); n != 1 {
		t.Fatalf("%d reminders after a second 'later'", n)
	}
}

func TestNobodyIsRemindedInABreak(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	o := newOfficeAt(t, func() time.Time { return now })
	o.must(o.app.Campaigns.SetReminderRules(o.ctx, campaign.ReminderRules{On: true, AfterDays: 1}))
	o.receive("lea@example.test", o.ask().ReplyTo, "m1", "Plus tard")
	now = now.AddDate(0, 0, 10)
	o.must(o.app.Staff.SetMembership(o.ctx, o.lea, staff.Change{State: staff.Paused, Until: "2027-01-15", Origin: staff.OriginHR}))
	_, err := o.app.Campaigns.SendReminders(o.ctx)
	o.must(err)
	if n := len(o.of(outbox.Reminder)); n != 0 {
		t.Fatalf("%d reminders to somebody in a break", n)
	}
}

// connect points the office's mail account at real servers.
func (o *office) connect(rig *mailrig.Rig) {
	o.Helper()
	server := func(address string) account.Server {
		host, port, _ := net.SplitHostPort(address)
		n, _ := strconv.Atoi(port)
		return account.Server{Host: host, Port: n, Security: wire.TLS}
	}
	pem, err := os.ReadFile(rig.Cert)
	o.must(err)
	o.must(o.app.Account.Save(o.ctx, account.Settings{Address: "hr@example.test", Name: "RH", User: "hr@example.test", Auth: account.Password,
		IMAP: server(rig.IMAPS), SMTP: server(rig.SMTPS), CA: string(pem)}, account.Secret{Password: "secret"}))
	yes := true
	o.must(o.app.Account.KeepFindings(o.ctx, account.Findings{Plus: &yes, BounceSender: &yes, KeepsID: &yes}))
}

func (o *office) sync() app.Synced {
	o.Helper()
	out, err := app.Sync(o.ctx, o.app, app.SyncOptions{NoFeeds: true}, nil)
	o.must(err)
	return out
}

// arrived gives the subjects in somebody's INBOX, once there are at least n, or after a while.
func arrived(rig *mailrig.Rig, user string, n int) (subjects []string) {
	for range 50 {
		files, _ := filepath.Glob(filepath.Join(rig.Dir, "mail", user, "new", "*"))
		if len(files) >= n {
			for _, name := range files {
				raw, _ := os.ReadFile(name)
				if m, err := mail.ReadMessage(strings.NewReader(string(raw))); err == nil {
					subjects = append(subjects, m.Header.Get("Subject"))
				}
			}
			return subjects
		}
		time.Sleep(100 * time.Millisecond)
	}
	return nil
}

func letterFrom(from, to, id, text string) []byte {
	return []byte("From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: Re: x\r\nMessage-ID: <" + id + "@example.test>\r\n" +
		"Date: Mon, 23 Nov 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
}

// TestALeaveThatCameWhileTheLaptopWasOff queues a letter, has a leave arrive before the laptop is opened again, and
// syncs once: nothing but the confirmation reaches the person.
func TestALeaveThatCameWhileTheLaptopWasOff(t *testing.T) {
	rig := mailrig.Start(t)
	o := newOffice(t)
	o.connect(rig)
	asked := o.ask()
	rig.Deliver("hr@example.test", "", letterFrom("lea@example.test", asked.ReplyTo, "leave", "STOP"))
	o.sync()
	if o.standing() != staff.Left {
		t.Fatalf("the membership is %s", o.standing())
	}
	if got := o.of(outbox.Request)[0]; got.State != outbox.Cancelled {
		t.Errorf("the request is %s", got.State)
	}
	if got := arrived(rig, "lea@example.test", 1); len(got) != 1 || len(o.of(outbox.Confirmation)) != 1 {
		t.Errorf("arrived: %q", got)
	}
}

// TestAPossibleLeaveHoldsEverythingBack has somebody write 'STOP' to the plain address: a person has to look, and
// until then nothing goes out to that one. Decided otherwise, it goes with the next sync.
func TestAPossibleLeaveHoldsEverythingBack(t *testing.T) {
	rig := mailrig.Start(t)
	o := newOffice(t)
	o.connect(rig)
	o.ask()
	rig.Deliver("hr@example.test", "", letterFrom("lea@example.test", "hr@example.test", "maybe", "STOP"))
	if out := o.sync(); out.Sent.Held != 1 || out.Sent.Sent != 0 {
		t.Fatalf("sent %+v", out.Sent)
	}
	if got := o.of(outbox.Request)[0]; got.State != outbox.Queued || got.Code != "hold_reply" {
		t.Errorf("the request is %s, %s", got.State, got.Code)
	}
	rows, err := o.app.Replies.List(o.ctx, intake.Filter{Status: intake.Waiting})
	o.must(err)
	if len(rows) != 1 || rows[0].Proposed != reply.OptOut {
		t.Fatalf("%d wait", len(rows))
	}
	if _, err = o.app.Replies.Decide(o.ctx, rows[0].ID, intake.Decision{State: reply.Question}); err != nil {
		t.Fatal(err)
	}
	if out := o.sync(); out.Sent.Sent != 1 {
		t.Errorf("sent %+v", out.Sent)
	}
}
