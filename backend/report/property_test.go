package report

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// world is a firm in which anything may happen next.
type world struct {
	t      *testing.T
	ctx    context.Context
	ws     *workspace.Workspace
	shares *share.Service
	staff  *staff.Service
	r      *rand.Rand
	now    time.Time
	inbox  int64
	spread int // between two requests' ids: some worlds have them in many segments
}

const (
	worldStaff    = 14
	worldPosts    = 6
	worldRequests = 60
)

func newWorld(t *testing.T, seed uint64) *world {
	w := &world{t: t, ctx: context.Background(), r: rand.New(rand.NewPCG(seed, 7)), now: time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC), inbox: 100, spread: 1 + int(seed%2)*700}
	ws, err := workspace.Open(w.ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return w.now }, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	w.ws, w.shares, w.staff = ws, share.New(ws, NewDirectory(ws)), staff.New(ws, nil)
	w.staff.WatchHistory(w.shares.Refresh)
	w.staff.WatchDepartments(w.shares.RenameDepartment)
	w.staff.Hold(sharesOf{w.shares})
	w.people()
	w.offers()
	return w
}

func (w *world) sql(query string, args ...any) {
	if err := w.ws.DB.Write(w.ctx).Exec(query, args...).Error; err != nil {
		w.t.Fatalf("%v in %s", err, query)
	}
}

func (w *world) day() string {
	return w.now.AddDate(0, 0, -w.r.IntN(180)).Format(time.DateOnly)
}

func (w *world) at(daysAgo int) int64 {
	return w.now.AddDate(0, 0, -daysAgo).Add(-time.Duration(w.r.IntN(600)) * time.Minute).UnixMilli()
}

func (w *world) people() {
	for i, name := range []string{"Atelier", "Bureau", "Chantier"} {
		w.sql("INSERT INTO department (id, name, name_key, created_at) VALUES (?, ?, ?, 0)", i+1, name, strings.ToLower(name))
	}
	for id := 1; id <= worldStaff; id++ {
		language := []string{"fr", "fr", "en"}[w.r.IntN(3)]
		w.sql(`INSERT INTO staff (id, name, language, department_id, membership, joined_on, created_at, changed_at) VALUES (?, ?, ?, ?, 'active', ?, 0, 0)`,
			id, fmt.Sprintf("Person %d", id), language, w.r.IntN(3)+1, w.day())
		if w.r.IntN(3) == 0 {
			w.sql("UPDATE staff SET joined_on = NULL WHERE id = ?", id)
		}
		w.sql("INSERT INTO membership_event (staff_id, state, at, origin) VALUES (?, 'invited', ?, 'hr')", id, w.at(170))
		if w.r.IntN(4) > 0 {
			w.sql("INSERT INTO membership_event (staff_id, state, at, origin) VALUES (?, 'active', ?, 'reply')", id, w.at(150))
		}
		for n, network := range []string{"linkedin", "x"} {
			account := id*10 + n
			w.sql("INSERT INTO account (id, staff_id, network) VALUES (?, ?, ?)", account, id, network)
			w.sql("INSERT INTO audience (account_id, size, as_of, origin, recorded_at) VALUES (?, ?, ?, 'reply', 0)", account, w.r.IntN(2000), w.day())
		}
	}
}

func (w *world) offers() {
	w.sql("INSERT INTO topic (id, name, created_at) VALUES (1, 'BIM', 0), (2, 'Bois', 0)")
	w.sql("INSERT INTO campaign (id, name, objective, created_at, changed_at) VALUES (1, 'Marque', 'employer_brand', 0, 0)")
	for id := 1; id <= worldPosts; id++ {
		w.sql("INSERT INTO post (id, kind, title, state, created_at, changed_at) VALUES (?, ?, ?, 'approved', ?, 0)",
			id, []string{"give", "ask"}[id%2], fmt.Sprintf("Post %d", id), w.at(160))
		if id%2 == 0 {
			w.sql("UPDATE post SET campaign_id = 1 WHERE id = ?", id)
		}
		w.sql("INSERT INTO post_topic (post_id, topic_id) VALUES (?, ?)", id, id%2+1)
	}
	var sent int64 // all requests of a message leave with it
	for id := 1; id <= worldRequests; id++ {
		if id%2 == 0 || sent == 0 {
			sent = w.at(w.r.IntN(150))
		}
		w.sql(`INSERT OR IGNORE INTO request (id, post_id, staff_id, message_id, number, state, created_at, sent_at) VALUES (?, ?, ?, ?, ?, 'open', 0, ?)`,
			id*w.spread, w.r.IntN(worldPosts)+1, w.r.IntN(worldStaff)+1, id/2+1, id%2+1, sent)
	}
}

// step lets one thing happen: a report, early or late, a correction, an
// erasure, somebody who leaves, pauses, moves or comes back.
func (w *world) step() string {
	staff := w.somebody()
	some := int64(w.r.IntN(40) + 1)
	switch n := w.r.IntN(26); n {
	case 0, 1, 2, 3, 4:
		w.report()
		return "report"
	case 5:
		_ = w.shares.AddFigure(w.ctx, some, share.Kinds()[w.r.IntN(4)], int64(w.r.IntN(900)))
		return "figure"
	case 6:
		_ = w.shares.CorrectFigure(w.ctx, some, int64(w.r.IntN(900)))
		return "figure corrected"
	case 7:
		_ = w.shares.TakeBack(w.ctx, some)
		return "taken back"
	case 8:
		day := w.day()
		_, _ = w.shares.Correct(w.ctx, some, share.Correction{SharedOn: &day})
		return "date corrected"
	case 9:
		network := []string{"x", "mastodon"}[w.r.IntN(2)]
		_, _ = w.shares.Correct(w.ctx, some, share.Correction{Network: &network})
		return "network corrected"
	case 10:
		_, _ = w.shares.Enter(w.ctx, share.Entry{PostID: some%worldPosts + 1, StaffID: staff, Network: "linkedin", SharedOn: w.day()}, true)
		return "by hand"
	case 11:
		state := []string{"left", "paused", "active", "refused", "invited"}[w.r.IntN(5)]
		w.sql("INSERT INTO membership_event (staff_id, state, at, until_on, origin) VALUES (?, ?, ?, ?, 'hr')",
			staff, state, w.at(w.r.IntN(100)), map[bool]any{true: w.day(), false: nil}[state == "paused"])
		return state
	case 12:
		w.sql("UPDATE staff SET left_on = ? WHERE id = ?", w.day(), staff)
		return "left the firm"
	case 13:
		w.erase(staff)
		return "erased"
	case 14:
		w.move(staff)
		return "moved"
	case 15:
		_ = w.shares.Withdraw(w.ctx, 100+some)
		return "reply undone"
	case 16, 17, 18, 19, 20, 21, 22, 23, 24:
		return w.more(n - 16)
	default:
		var flags []share.Flag
		w.ws.DB.Read(w.ctx).Where("decision = ''").Find(&flags)
		if len(flags) > 0 {
			_ = w.shares.Decide(w.ctx, flags[0].ID, w.r.IntN(2) == 0)
		}
		return "doubt decided"
	}
}

// somebody gives a person who has not been merged into another.
func (w *world) somebody() int64 {
	var ids []int64
	if err := w.ws.DB.Read(w.ctx).Raw("SELECT id FROM staff ORDER BY id").Scan(&ids).Error; err != nil {
		w.t.Fatal(err)
	}
	return ids[w.r.IntN(len(ids))]
}

func (w *world) report() {
	var req struct{ ID, PostID, StaffID, SentAt int64 }
	w.ws.DB.Read(w.ctx).Raw("SELECT id, post_id, staff_id, sent_at FROM request ORDER BY id LIMIT 1 OFFSET ?", w.r.IntN(40)).Scan(&req)
	var there int64
	w.ws.DB.Read(w.ctx).Raw("SELECT COUNT(*) FROM staff WHERE id = ? AND erased_at IS NULL", req.StaffID).Scan(&there)
	if req.ID == 0 || there == 0 {
		return
	}
	w.inbox++
	on := time.UnixMilli(req.SentAt).UTC().AddDate(0, 0, w.r.IntN(40)-3)
	rep := share.Report{RequestID: req.ID, PostID: req.PostID, StaffID: req.StaffID, InboundID: w.inbox, On: on, Words: "Partagé"}
	rep.Networks = [][]string{nil, {"linkedin"}, {"x"}, {"linkedin", "x"}}[w.r.IntN(4)]
	if w.r.IntN(2) == 0 {
		rep.Figures = map[string]int64{"views": int64(w.r.IntN(800)), "likes": int64(w.r.IntN(40))}
	}
	if w.r.IntN(5) == 0 {
		rep.URLs = []string{fmt.Sprintf("https://x.com/someone/status/%d", 1000+w.r.IntN(4))}
	}
	if _, err := w.shares.Record(w.ctx, rep); err != nil {
		w.t.Fatal(err)
	}
	state := []string{"shared", "read", "declined"}[w.r.IntN(3)]
	w.sql("UPDATE request SET state = ?, answered_at = sent_at + ? WHERE id = ?", state, w.r.IntN(5_000_000), req.ID)
}

func (w *world) erase(staff int64) {
	if err := w.shares.Anonymise(w.ctx, staff); err != nil {
		w.t.Fatal(err)
	}
	w.sql("UPDATE staff SET name = '', name_key = '', erased_at = ? WHERE id = ?", w.now.UnixMilli(), staff)
	w.sql("DELETE FROM account WHERE staff_id = ?", staff)
	w.sql("INSERT INTO membership_event (staff_id, state, at, origin) VALUES (?, 'left', ?, 'erasure')", staff, w.now.UnixMilli())
}

func (w *world) move(staff int64) {
	day := w.day()
	w.sql("UPDATE staff_department SET to_on = ? WHERE staff_id = ? AND to_on IS NULL", day, staff)
	w.sql("INSERT INTO staff_department (staff_id, department_id, from_on) VALUES (?, ?, ?)", staff, w.r.IntN(3)+1, day)
}

// TestFiguresEqualAPlainRecomputation lets things happen in any order and
// compares, every few steps, all figures of several filters with a slow, plain
// recomputation from the rows: with the service that saw it all happen, and with
// one that comes to it afresh.
func TestFiguresEqualAPlainRecomputation(t *testing.T) {
	steps := 60
	if testing.Short() {
		steps = 30
	}
	for seed := range seeds(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := newWorld(t, seed)
			living := New(w.ws, w.shares)
			living.together = 1
			var past []string
			for i := range steps {
				past = append(past, w.step())
				if i%15 != 14 {
					continue
				}
				for _, f := range w.filters() {
					w.compare(living, f, past)
				}
				w.compareLedger(living, past)
				w.compare(New(w.ws, share.New(w.ws, NewDirectory(w.ws))), Filter{From: "2026-02-01", To: "2026-06-30"}, past)
			}
		})
	}
}

// seeds is how many worlds a test goes through: RELAIS_SEEDS asks for more than
// its own number.
func seeds(n uint64) uint64 {
	if more, err := strconv.ParseUint(os.Getenv("RELAIS_SEEDS"), 10, 16); err == nil {
		return more
	}
	return n
}

func (w *world) filters() []Filter {
	return []Filter{
		{From: "2026-01-01", To: "2026-06-30"},
		{From: "2026-04-01", To: "2026-04-30", Network: "linkedin"},
		{From: "2026-03-05", To: "2026-05-20", Campaign: 1},
		{From: "2026-02-01", To: "2026-06-30", Topic: 1},
		{From: "2026-01-01", To: "2026-06-30", Department: "Atelier"},
		{From: "2026-01-01", To: "2026-06-30", Language: "fr"},
	}
}

func (w *world) compare(s *Service, f Filter, past []string) {
	w.t.Helper()
	v, err := s.View(w.ctx, f)
	if err != nil {
		w.t.Fatal(err)
	}
	if v.Withheld {
		return
	}
	p := &plain{t: w.t, ws: w.ws, filter: f, from: f.From, to: f.To}
	want := p.figures()
	for _, code := range []string{Adoption, Participation, Headcount, Active, Sharers, Shares, ShareRate, Amplification, Potential,
		EstimatedCode, Per1000, EMV, Visits, Balance, Gives, Asks, ReadOnly, Useful, Response, Referrals, Hires, Topics} {
		got, known := v.Figure(code).Value, false
		expected, has := want[code]
		if got != nil {
			known = true
		}
		if known != has || (known && math.Abs(*got-expected) > 1e-6*math.Max(1, math.Abs(expected))) {
			shown := math.NaN()
			if known {
				shown = *got
			}
			w.t.Fatalf("%s under %+v: %v (known %v), plainly %v (known %v), after %v", code, f, shown, known, expected, has, past)
		}
	}
	w.compareMore(v, p, past)
	var series, networks float64
	for _, b := range v.Series {
		series += float64(b.Shares)
	}
	for _, g := range v.Groups[ByNetwork] {
		networks += float64(g.Shares)
	}
	if series != want[Shares] || (!v.Whole && networks != want[Shares]) {
		w.t.Fatalf("the series adds up to %v, networks to %v, of %v shares", series, networks, want[Shares])
	}
}
