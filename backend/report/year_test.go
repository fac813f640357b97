package report

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"relais/backend/report/words"
	"relais/backend/share"
	"relais/backend/workspace"
)

// sampleYear is a firm of 24 over a year, from July 2025: invited in summer, a
// give every week, an ask every month, answers as people give them. The same
// seed gives the same year.
func sampleYear(t testing.TB) (*workspace.Workspace, *Service) {
	t.Helper()
	ctx := context.Background()
	clock := time.Date(2026, 6, 30, 18, 0, 0, 0, time.UTC)
	ws, err := workspace.Open(ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return clock }, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	r := rand.New(rand.NewPCG(2026, 6))
	sql := func(query string, args ...any) {
		if err := ws.DB.Write(ctx).Exec(query, args...).Error; err != nil {
			t.Fatalf("%v in %s", err, query)
		}
	}
	for i, name := range []string{"Études", "Maîtrise d'œuvre", "Commerce", "Administration"} {
		sql("INSERT INTO department (id, name, name_key, created_at) VALUES (?, ?, ?, 0)", i+1, name, name)
	}
	for i, name := range []string{"BIM", "Construction bois", "Rénovation énergétique", "Recrutement"} {
		sql("INSERT INTO topic (id, name, created_at) VALUES (?, ?, 0)", i+1, name)
	}
	sql("INSERT INTO campaign (id, name, objective, created_at, changed_at) VALUES (1, 'Notre métier', 'employer_brand', 0, 0), (2, 'Cooptation 2026', 'referral', 0, 0)")
	start := time.Date(2025, 7, 7, 9, 0, 0, 0, time.UTC)
	departments := []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4}
	for id := 1; id <= 24; id++ {
		language := "fr"
		if id%4 == 0 {
			language = "en"
		}
		sql("INSERT INTO staff (id, name, language, department_id, membership, created_at, changed_at) VALUES (?, ?, ?, ?, 'active', 0, 0)",
			id, fmt.Sprintf("Personne %d", id), language, departments[id-1])
		sql("INSERT INTO staff_topic (staff_id, topic_id, stance, changed_at) VALUES (?, ?, 'declared', 0)", id, departments[id-1])
		sql("INSERT INTO membership_event (staff_id, state, at, origin) VALUES (?, 'invited', ?, 'hr')", id, start.UnixMilli())
		if id%6 != 0 {
			sql("INSERT INTO membership_event (staff_id, state, at, origin) VALUES (?, 'active', ?, 'reply')", id, start.AddDate(0, 0, 1+id*3).UnixMilli())
		}
		sql("INSERT INTO account (id, staff_id, network) VALUES (?, ?, 'linkedin')", id, id)
		if id%5 != 0 {
			sql("INSERT INTO audience (account_id, size, as_of, origin, recorded_at) VALUES (?, ?, '2025-07-10', 'reply', 0)", id, 180+r.IntN(900))
		}
	}
	shares := share.New(ws, NewDirectory(ws))
	post, request := 0, int64(0)
	for week := range 51 {
		day := start.AddDate(0, 0, week*7)
		ask := week%4 == 3
		post++
		campaign := any(nil)
		if ask {
			campaign = week/26 + 1
		}
		sql("INSERT INTO post (id, kind, title, state, campaign_id, created_at, changed_at) VALUES (?, ?, ?, 'approved', ?, ?, 0)",
			post, map[bool]string{true: "ask", false: "give"}[ask], fmt.Sprintf("Publication %d", post), campaign, day.UnixMilli())
		sql("INSERT INTO post_topic (post_id, topic_id) VALUES (?, ?)", post, post%4+1)
		for id := int64(1); id <= 24; id++ {
			if id%6 == 0 || r.IntN(3) == 0 || day.Before(start.AddDate(0, 0, 2+int(id)*3)) {
				continue
			}
			request++
			state, answered := "open", any(nil)
			roll := r.IntN(100)
			at := day.Add(time.Duration(30+r.IntN(4000)) * time.Minute)
			if roll < 55 {
				answered = at.UnixMilli()
				state = []string{"shared", "read", "declined"}[min(roll/22, 2)]
			}
			sql("INSERT INTO request (id, post_id, staff_id, message_id, state, created_at, sent_at, answered_at) VALUES (?, ?, ?, ?, ?, 0, ?, ?)",
				request, post, id, request, state, day.UnixMilli(), answered)
			if state != "shared" {
				continue
			}
			rep := share.Report{RequestID: request, PostID: int64(post), StaffID: id, InboundID: request, On: at, Words: "C'est partagé", Networks: []string{"linkedin"}}
			if r.IntN(3) == 0 {
				views := int64(80 + r.IntN(700))
				rep.Figures = map[string]int64{"views": views, "likes": views / int64(20+r.IntN(30)), "comments": int64(r.IntN(4))}
			}
			if r.IntN(6) == 0 {
				rep.Networks = []string{[]string{"x", "bluesky"}[r.IntN(2)]}
			}
			if _, err := shares.Record(ctx, rep); err != nil {
				t.Fatal(err)
			}
		}
	}
	sql("INSERT INTO page (id, network, created_at) VALUES (1, 'linkedin', 0), (2, 'x', 0)")
	sql(`INSERT INTO page_figure (page_id, as_of, followers, reach_per_post, reactions_per_post, overlap_permille, created_at) VALUES
		(1, '2026-01-15', 2400, 950, 14, 180, 0), (2, '2025-09-01', 310, NULL, NULL, NULL, 0)`)
	sql("INSERT INTO referral (post_id, staff_id, person, stage, received_on, hired_on, erase_on, created_at, changed_at) VALUES (4, 3, 3, 'hired', '2026-02-03', '2026-04-01', '2028-01-01', 0, 0), (8, 5, 5, 'contacted', '2026-05-03', NULL, '2028-01-01', 0, 0)")
	if err := ws.Settings.SetCompany(ctx, workspace.Company{Name: "Atelier Lumen", Currency: "EUR"}); err != nil {
		t.Fatal(err)
	}
	return ws, New(ws, shares)
}

// keep writes what a test made into RELAIS_PICTURES, to be looked at.
func keep(t testing.TB, name string, data []byte) {
	if dir := os.Getenv("RELAIS_PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func book(t testing.TB, language string) *words.Book {
	t.Helper()
	b, err := words.Open(language)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestPDF(t *testing.T) {
	ws, s := sampleYear(t)
	year, err := s.View(context.Background(), Filter{From: "2025-07-01", To: "2026-06-30"})
	if err != nil {
		t.Fatal(err)
	}
	empty, _ := s.View(context.Background(), Filter{From: "2019-01-01", To: "2019-12-31"})
	small, _ := s.View(context.Background(), Filter{Department: "Administration"})
	if !small.Withheld || len(small.Figures) != 0 {
		t.Fatal("the figures of a department of two are shown")
	}
	for name, v := range map[string]*View{"year": year, "empty": empty, "withheld": small} {
		for _, language := range []string{"en", "fr"} {
			var out bytes.Buffer
			if err := WritePDF(&out, v, book(t, language), "Atelier Lumen", ws.Now()); err != nil {
				t.Fatal(err)
			}
			if !bytes.HasPrefix(out.Bytes(), []byte("%PDF")) || !bytes.Contains(out.Bytes(), []byte("/Count 2")) {
				t.Fatalf("%s in %s is no PDF of two pages", name, language)
			}
			keep(t, "report-"+name+"-"+language+".pdf", out.Bytes())
		}
	}
}

// TestOneMonthByHand recomputes a month of the sample year, plainly.
func TestOneMonthByHand(t *testing.T) {
	ws, s := sampleYear(t)
	f := Filter{From: "2025-11-01", To: "2025-11-30"}
	v, err := s.View(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	want := (&plain{t: t, ws: ws, filter: f, from: f.From, to: f.To}).figures()
	for code, expected := range want {
		if got := v.Figure(code).Value; got == nil || math.Abs(*got-expected) > 1e-9*math.Max(1, expected) {
			t.Errorf("%s: %v, by hand %v", code, got, expected)
		}
	}
	// Known of this month without any query: five Mondays less the first, an ask every fourth week.
	if posts := *v.Figure(Amplification).Under; posts != 4 {
		t.Errorf("%v posts in a month of four Mondays", posts)
	}
	before, _ := f.Before()
	if before.From != "2025-10-01" || before.To != "2025-10-31" {
		t.Errorf("the month before November is %s to %s", before.From, before.To)
	}
}
