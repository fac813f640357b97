package share

import (
	"context"
	"errors"
	"testing"
	"time"

	"relais/backend/workspace"
)

// directory is a small firm: everybody has 500 followers on LinkedIn from March
// on, person 2 owns the account 'marc-petit'.
type directory struct{ audience int64 }

func (d *directory) About(_ context.Context, asked []Asked) ([]Known, error) {
	known := make([]Known, len(asked))
	for i, a := range asked {
		known[i] = Known{Department: "Studio", Language: "fr"}
		if a.Network == "linkedin" && a.Day >= "2026-03-01" {
			known[i].Audience = &Audience{Size: d.audience, AsOf: "2026-03-01"}
		}
	}
	return known, nil
}

func (d *directory) OwnerOf(_ context.Context, network, handle string) (int64, error) {
	if network == "linkedin" && handle == "marc-petit" {
		return 2, nil
	}
	return 0, nil
}

func (d *directory) FirstOffered(_ context.Context, posts []int64) (map[int64]string, error) {
	days := map[int64]string{}
	for _, id := range posts {
		days[id] = "2026-02-01"
	}
	return days, nil
}

var today = time.Date(2026, 6, 15, 9, 0, 0, 0, time.UTC)

func open(t testing.TB) (*Service, context.Context) {
	t.Helper()
	ctx := context.Background()
	ws, err := workspace.Open(ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return today }, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return New(ws, &directory{audience: 500}), ctx
}

func report(request int64, networks ...string) Report {
	return Report{RequestID: request, PostID: 7, StaffID: 1, InboundID: request * 10, Networks: networks, Words: "C'est partagé !", On: today}
}

func record(t *testing.T, s *Service, r Report) Outcome {
	t.Helper()
	out, err := s.Record(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func all(t *testing.T, s *Service) []Share {
	t.Helper()
	var rows []Share
	if err := s.ws.DB.Read(context.Background()).Order("id").Find(&rows).Error; err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestRecordTwiceIsOnce(t *testing.T) {
	s, _ := open(t)
	r := report(1, "linkedin", "x")
	first := record(t, s, r)
	second := record(t, s, r)
	if first.Added != 2 || second.Added != 0 || second.Changed != 0 || len(all(t, s)) != 2 {
		t.Fatalf("added %d, then %d (changed %d), %d rows", first.Added, second.Added, second.Changed, len(all(t, s)))
	}
	row := all(t, s)[0]
	if row.Audience == nil || *row.Audience != 500 || row.Department != "Studio" || row.State != Counted || row.SharedOn != "2026-06-15" {
		t.Fatalf("got %+v", row)
	}
	if all(t, s)[1].Audience != nil {
		t.Fatal("an audience on X that nobody declared is known")
	}
}

func TestNetworkKnownLater(t *testing.T) {
	s, _ := open(t)
	if out := record(t, s, report(1)); !out.NetworkUnknown || out.Added != 1 {
		t.Fatalf("got %+v", out)
	}
	later := report(1, "linkedin")
	later.InboundID = 11
	out := record(t, s, later)
	rows := all(t, s)
	if len(rows) != 1 || rows[0].Network != "linkedin" || rows[0].ShareKey != "r:1:linkedin" || out.Changed != 1 {
		t.Fatalf("got %+v %+v", out, rows)
	}
	if rows[0].Audience == nil {
		t.Fatal("the audience did not become known with the network")
	}
	if out := record(t, s, report(1)); out.Added != 0 || len(all(t, s)) != 1 {
		t.Fatal("the first mail read again brought the unknown network back")
	}
}

func TestFiguresInTimeOrder(t *testing.T) {
	s, ctx := open(t)
	r := report(1, "linkedin")
	r.Figures = map[string]int64{Views: 120, Likes: 4}
	record(t, s, r)
	late := report(1)
	late.InboundID, late.On, late.Figures = 12, today.Add(48*time.Hour), map[string]int64{Views: 900}
	record(t, s, late)
	record(t, s, late)
	rows, err := s.Figures(ctx, 1)
	if err != nil || len(rows) != 3 {
		t.Fatalf("%v, %d figures", err, len(rows))
	}
	if now := Standing(rows); now[Views] != 900 || now[Likes] != 4 {
		t.Fatalf("standing %v", now)
	}
	if err := s.CorrectFigure(ctx, rows[2].ID, 90); err != nil {
		t.Fatal(err)
	}
	rows, _ = s.Figures(ctx, 1)
	if now := Standing(rows); now[Views] != 90 || len(rows) != 4 {
		t.Fatalf("corrected: %v of %d", now, len(rows))
	}
}

func TestFiguresForSeveralNetworksAreNotGuessed(t *testing.T) {
	s, ctx := open(t)
	r := report(1, "linkedin", "x")
	r.Figures = map[string]int64{Views: 120}
	if out := record(t, s, r); !out.Unplaced {
		t.Fatal("figures of two networks were placed")
	}
	rows, _ := s.Figures(ctx, 1)
	if len(rows) != 0 {
		t.Fatalf("%d figures", len(rows))
	}
}

func TestDoubtsHoldAShareOutOfTheSums(t *testing.T) {
	url := "https://www.linkedin.com/posts/lea-martin_bim-activity-7100000000000000000-abcd"
	tests := []struct {
		name  string
		setup func(*Report)
		kind  string
	}{
		{"dated before the post", func(r *Report) { r.SharedOn = "2026-01-20" }, FlagBeforePost},
		{"dated next year", func(r *Report) { r.SharedOn = "2027-01-20" }, FlagFuture},
		{"an address that a colleague reported", func(r *Report) { r.URLs = []string{url} }, FlagURLTwice},
		{"a colleague's account", func(r *Report) {
			r.URLs = []string{"https://www.linkedin.com/posts/marc-petit_bim-activity-7100000000000000001-abcd"}
		}, FlagURLOfOther},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, ctx := open(t)
			other := report(9, "linkedin")
			other.StaffID, other.URLs = 3, []string{url}
			record(t, s, other)
			r := report(1, "linkedin")
			tt.setup(&r)
			out := record(t, s, r)
			sh, _ := s.Get(ctx, out.Shares[0].ID)
			flags, _ := s.Flags(ctx, sh.ID)
			if sh.State != Held || len(flags) != 1 || flags[0].Kind != tt.kind {
				t.Fatalf("state %s, flags %+v", sh.State, flags)
			}
			if err := s.Decide(ctx, flags[0].ID, true); err != nil {
				t.Fatal(err)
			}
			if sh, _ = s.Get(ctx, sh.ID); sh.State != Counted {
				t.Fatalf("accepted, yet %s", sh.State)
			}
			record(t, s, r)
			if sh, _ = s.Get(ctx, sh.ID); sh.State != Counted {
				t.Fatalf("read again, and %s", sh.State)
			}
		})
	}
}

func TestTakingBackReleasesTheOther(t *testing.T) {
	s, ctx := open(t)
	url := []string{"https://www.linkedin.com/posts/lea-martin_bim-activity-7100000000000000000-abcd"}
	a, b := report(1, "linkedin"), report(2, "linkedin")
	a.URLs, b.URLs, b.StaffID = url, url, 3
	record(t, s, a)
	record(t, s, b)
	if err := s.TakeBack(ctx, 1); err != nil {
		t.Fatal(err)
	}
	if sh, _ := s.Get(ctx, 2); sh.State != Counted {
		t.Fatalf("the other stays %s", sh.State)
	}
}

func TestImplausibleAudienceIsOut(t *testing.T) {
	s, ctx := open(t)
	s.directory = &directory{audience: 10_000_000}
	record(t, s, report(1, "linkedin"))
	cols, err := s.Columns(ctx, s.ws.DB.Read(ctx))
	if err != nil {
		t.Fatal(err)
	}
	segments, err := cols.Fetch(func(Head) bool { return true })
	if err != nil || len(segments) != 1 {
		t.Fatalf("%v, %d segments", err, len(segments))
	}
	var rows Rows
	rows.Read(segments[0])
	if rows.StateAt(1) != PackedCounted || rows.Audience[1] != Unknown {
		t.Fatalf("state %d, audience %d", rows.StateAt(1), rows.Audience[1])
	}
}

func TestTakenBackByHandStaysSo(t *testing.T) {
	s, ctx := open(t)
	record(t, s, report(1, "linkedin"))
	if err := s.TakeBack(ctx, 1); err != nil {
		t.Fatal(err)
	}
	record(t, s, report(1, "linkedin"))
	again := report(1, "linkedin")
	again.InboundID = 99
	out := record(t, s, again)
	if sh, _ := s.Get(ctx, 1); sh.State != Void || !out.TakenBack {
		t.Fatalf("state %s, %+v", sh.State, out)
	}
}

func TestWithdrawAndReadAgain(t *testing.T) {
	s, ctx := open(t)
	r := report(1, "linkedin")
	r.Figures = map[string]int64{Views: 50}
	record(t, s, r)
	if err := s.Withdraw(ctx, r.InboundID); err != nil {
		t.Fatal(err)
	}
	sh, _ := s.Get(ctx, 1)
	figures, _ := s.Figures(ctx, 1)
	if sh.State != Void || len(figures) != 0 {
		t.Fatalf("state %s, %d figures", sh.State, len(figures))
	}
	record(t, s, r)
	figures, _ = s.Figures(ctx, 1)
	if sh, _ = s.Get(ctx, 1); sh.State != Counted || len(figures) != 1 {
		t.Fatalf("read again: state %s, %d figures", sh.State, len(figures))
	}
}

func TestByHand(t *testing.T) {
	s, ctx := open(t)
	e := Entry{PostID: 7, StaffID: 1, URL: "linkedin.com/posts/lea-martin_x-activity-7100000000000000000-abcd?utm_source=a"}
	sh, err := s.Enter(ctx, e, false)
	if err != nil || sh.Network != "linkedin" {
		t.Fatalf("%v %+v", err, sh)
	}
	if _, err := s.Enter(ctx, e, false); !errors.Is(err, workspace.NewFault("share_twice")) {
		t.Fatalf("a second time: %v", err)
	}
	x := "x"
	if sh, err = s.Correct(ctx, sh.ID, Correction{Network: &x}); err != nil || sh.Network != "x" {
		t.Fatalf("%v %+v", err, sh)
	}
	undoAll(t, s)
	if sh, _ = s.Get(ctx, sh.ID); sh.State != Void || sh.Network != "linkedin" {
		t.Fatalf("undone: %+v", sh)
	}
}

// undoAll takes back everything in the journal, newest first.
func undoAll(t *testing.T, s *Service) {
	t.Helper()
	ctx := context.Background()
	entries, err := s.ws.Journal.List(ctx, workspace.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := s.ws.Journal.Undo(ctx, e.ID); err != nil {
			t.Fatalf("undo of %s: %v", e.Verb, err)
		}
	}
}

func TestBadInput(t *testing.T) {
	s, ctx := open(t)
	tests := []struct {
		name string
		e    Entry
		code string
	}{
		{"no post", Entry{StaffID: 1}, "share_needs_post"},
		{"no person", Entry{PostID: 1}, "share_needs_person"},
		{"no address", Entry{PostID: 1, StaffID: 1, URL: "see my wall"}, "link_unreadable"},
		{"no date", Entry{PostID: 1, StaffID: 1, SharedOn: "31/02/2026"}, "date_unreadable"},
		{"year 20", Entry{PostID: 1, StaffID: 1, SharedOn: "0020-02-01"}, "date_unreadable"},
		{"negative", Entry{PostID: 1, StaffID: 1, Figures: map[string]int64{Views: -1}}, "figure_out_of_range"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := s.Enter(ctx, tt.e, false); !errors.Is(err, workspace.NewFault(tt.code)) {
				t.Fatalf("got %v", err)
			}
			if len(all(t, s)) != 0 {
				t.Fatal("something stayed")
			}
		})
	}
}

func TestAnonymise(t *testing.T) {
	s, ctx := open(t)
	r := report(1, "linkedin")
	r.URLs = []string{"https://www.linkedin.com/posts/lea-martin_x-activity-7100000000000000000-abcd"}
	r.Figures = map[string]int64{Views: 50}
	record(t, s, r)
	if err := s.Anonymise(ctx, 1); err != nil {
		t.Fatal(err)
	}
	sh, _ := s.Get(ctx, 1)
	if sh.StaffID != nil || sh.URL != "" || sh.Words != "" || sh.InboundID != nil || sh.State != Counted || *sh.Audience != 500 {
		t.Fatalf("got %+v", sh)
	}
	if figures, _ := s.Figures(ctx, 1); Standing(figures)[Views] != 50 || figures[0].Words != "" {
		t.Fatalf("figures %+v", figures)
	}
}

func TestReferralNeedsConsentForAName(t *testing.T) {
	s, ctx := open(t)
	e := ReferralEntry{PostID: 7, StaffID: 1, CandidateName: "Nadia Colin"}
	if _, err := s.SaveReferral(ctx, 0, e); !errors.Is(err, workspace.NewFault("consent_needed")) {
		t.Fatalf("got %v", err)
	}
	e.Consent = true
	row, err := s.SaveReferral(ctx, 0, e)
	if err != nil || row.EraseOn != "2028-06-15" {
		t.Fatalf("%v %+v", err, row)
	}
	e.Stage = StageHired
	if row, err = s.SaveReferral(ctx, row.ID, e); err != nil || row.HiredOn == nil {
		t.Fatalf("%v %+v", err, row)
	}
	s.ws.DB.Write(ctx).Exec("UPDATE referral SET erase_on = '2026-06-01'")
	if n, err := s.EraseDueReferrals(ctx); n != 1 || err != nil {
		t.Fatalf("%d erased, %v", n, err)
	}
	rows, _ := s.Referrals(ctx)
	if rows[0].CandidateName != "" || rows[0].Stage != StageHired {
		t.Fatalf("got %+v", rows[0])
	}
}
