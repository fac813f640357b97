//go:build unix

package report

import (
	"context"
	"os"
	shell "os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"

	"relais/backend/share"
	"relais/backend/workspace"
)

// million is ten years of a large firm: 10,000 people, 2,000 posts, 1,000,000
// shares of as many requests.
func million(b *testing.B) (*workspace.Workspace, *Service) {
	b.Helper()
	ctx := context.Background()
	now := time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
	// RELAIS_MILLION keeps the workspace between two runs, since it takes longer to make than to measure.
	dir := os.Getenv("RELAIS_MILLION")
	if dir == "" {
		dir = b.TempDir()
	}
	ws, err := workspace.Open(ctx, dir, workspace.Options{Now: func() time.Time { return now }, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = ws.Close() })
	var made int64
	if err := ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM (SELECT 1 FROM share LIMIT 1)").Scan(&made).Error; err != nil {
		b.Fatal(err)
	}
	if made == 0 {
		exec(b, ws, millionRows(now)...)
	}
	shares := share.New(ws, NewDirectory(ws))
	if err := shares.Pack(ctx); err != nil {
		b.Fatal(err)
	}
	s := New(ws, shares)
	s.fold(ctx, "request_dirty", writeRequests)
	s.fold(ctx, "people_dirty", writePeople)
	return ws, s
}

// millionRows are the statements that write the firm: people move between departments and tell their
// audience twice, every fifth share is reported up to 40 days late, and every
// third with figures.
func millionRows(now time.Time) []string {
	const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < `
	start := now.AddDate(-10, 0, 0)
	return []string{
		numbers + `10) INSERT INTO department (id, name, name_key, created_at) SELECT i, 'Department ' || i, 'd' || i, 0 FROM n`,
		numbers + `20) INSERT INTO topic (id, name, created_at) SELECT i, 'Topic ' || i, 0 FROM n`,
		numbers + `40) INSERT INTO campaign (id, name, objective, created_at, changed_at) SELECT i, 'Campaign ' || i, 'visibility', 0, 0 FROM n`,
		numbers + `10000) INSERT INTO staff (id, name, language, department_id, membership, created_at, changed_at)
			SELECT i, 'Person ' || i, CASE i % 3 WHEN 0 THEN 'en' ELSE 'fr' END, i % 10 + 1, 'active', 0, 0 FROM n`,
		numbers + `10000) INSERT INTO staff_department (staff_id, department_id, from_on, to_on) SELECT i, (i + 3) % 10 + 1, NULL, '2021-05-31' FROM n WHERE i % 4 = 0`,
		numbers + `10000) INSERT INTO staff_department (staff_id, department_id, from_on) SELECT i, i % 10 + 1, '2021-06-01' FROM n WHERE i % 4 = 0`,
		numbers + `10000) INSERT INTO membership_event (staff_id, state, at, origin) SELECT i, 'invited', ` + millis(start) + ` + i * 1000000, 'hr' FROM n`,
		numbers + `10000) INSERT INTO membership_event (staff_id, state, at, origin) SELECT i, 'active', ` + millis(start) + ` + i * 20000000, 'reply' FROM n`,
		numbers + `10000) INSERT INTO account (id, staff_id, network) SELECT i, i, 'linkedin' FROM n`,
		numbers + `10000) INSERT INTO audience (account_id, size, as_of, origin, recorded_at) SELECT i, i % 3000, '2018-01-01', 'reply', 0 FROM n`,
		numbers + `10000) INSERT INTO audience (account_id, size, as_of, origin, recorded_at) SELECT i, i % 3000 + 40, '2022-01-01', 'reply', 0 FROM n`,
		numbers + `2000) INSERT INTO post (id, kind, title, state, campaign_id, created_at, changed_at)
			SELECT i, CASE i % 4 WHEN 0 THEN 'ask' ELSE 'give' END, 'Post ' || i, 'approved', i % 40 + 1, ` + millis(start) + `, 0 FROM n`,
		numbers + `2000) INSERT INTO post_topic (post_id, topic_id) SELECT i, i % 20 + 1 FROM n`,
		numbers + `1000000) INSERT INTO request (id, post_id, staff_id, message_id, number, state, created_at, sent_at, answered_at)
			SELECT i, i % 2000 + 1, i / 2000 * 20 + i % 20 + 1, i, 1, 'shared', 0, ` + millis(start) + ` + i * 315360, ` + millis(start) + ` + i * 315360 + 3600000
			FROM n WHERE i / 2000 * 20 + i % 20 + 1 <= 10000`,
		numbers + `1000000) INSERT INTO share (share_key, request_id, post_id, staff_id, person, network, shared_on, week, department, language, origin, audience, state, created_at, changed_at)
			SELECT 'r:' || i, i, i % 2000 + 1, i / 2000 * 20 + i % 20 + 1, i / 2000 * 20 + i % 20 + 1, CASE i % 3 WHEN 0 THEN 'x' ELSE 'linkedin' END,
			date('2016-07-01', '+' || (i / 274 + CASE i % 5 WHEN 0 THEN i % 41 ELSE 0 END) || ' days'), i / 1918, 'Department ' || (i % 10 + 1), CASE i % 3 WHEN 0 THEN 'en' ELSE 'fr' END, 'reply', i % 3000, 'counted', 0, 0
			FROM n`,
		numbers + `1000000) INSERT INTO share_figure (share_id, kind, value, reported_at, origin, created_at) SELECT i, 'views', i % 900, 0, 'reply', 0 FROM n WHERE i % 3 = 0`,
		numbers + `1000000) INSERT INTO share_figure (share_id, kind, value, reported_at, origin, created_at) SELECT i, 'likes', i % 30, 0, 'reply', 0 FROM n WHERE i % 3 = 0`,
	}
}

func millis(t time.Time) string {
	return strconv.FormatInt(t.UnixMilli(), 10)
}

// BenchmarkMillionShares times views over a million shares, and the sqlite3
// shell counting the same raw rows by month, network and department, as the
// peer. 'ratio' is the view over the shell; below 1 is faster.
func BenchmarkMillionShares(b *testing.B) {
	ws, s := million(b)
	ctx := context.Background()
	if _, err := s.View(ctx, Filter{}); err != nil {
		b.Fatal(err)
	}
	peer := shellTime(b, filepath.Join(ws.Dir, workspace.DatabaseName))
	for name, f := range views() {
		b.Run(name, func(b *testing.B) {
			began := processorTime(b)
			for b.Loop() {
				if _, err := s.View(ctx, f); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(processorTime(b)-began)/float64(b.N)/1e6, "cpu-ms")
			if peer > 0 {
				b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(peer), "ratio")
			}
		})
	}
	for name, f := range map[string]Filter{"last year": views()["last year"], "everything": {}} {
		b.Run("first view of a new process, "+name, func(b *testing.B) {
			began := processorTime(b)
			defer func() { b.ReportMetric(float64(processorTime(b)-began)/float64(b.N)/1e6, "cpu-ms") }()
			for b.Loop() {
				if _, err := New(ws, share.New(ws, NewDirectory(ws))).View(ctx, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for name, f := range pages() {
		b.Run("ledger, "+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Lines(ctx, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("ledger, first page of a new process", func(b *testing.B) {
		for b.Loop() {
			if _, err := New(ws, share.New(ws, NewDirectory(ws))).Lines(ctx, LedgerFilter{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("choices", func(b *testing.B) {
		for b.Loop() {
			if _, err := ReadChoices(ctx, ws); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, format := range Formats() {
		b.Run("export "+format, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Export(ctx, Filter{From: "2016-07-01", To: "2026-06-30"}, format, "fr"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	reportHeap(b, s)
}

func views() map[string]Filter {
	return map[string]Filter{
		"everything":     {},
		"last year":      {From: "2025-07-01", To: "2026-06-30"},
		"five and five":  {From: "2021-07-01", To: "2026-06-30"},
		"department":     {From: "2016-07-01", To: "2026-06-30", Department: "Department 3"},
		"of a language":  {Department: "Department 3", Language: "en"},
		"topic":          {From: "2020-01-01", To: "2024-12-31", Topic: 4, Network: "linkedin"},
		"campaign":       {Campaign: 7},
		"objective":      {Objective: "visibility", Network: "x"},
		"language":       {Language: "fr"},
		"a week in 2019": {From: "2019-03-04", To: "2019-03-10"},
	}
}

func pages() map[string]LedgerFilter {
	return map[string]LedgerFilter{
		"first page":       {},
		"page in 2018":     {Before: Cursor{"2018-02-03", 150_000}},
		"held":             {State: share.Held},
		"void":             {State: share.Void},
		"rare":             {Filter: Filter{Campaign: 7, Topic: 4, Department: "Department 3"}},
		"words":            {Words: "person 123"},
		"words of nothing": {Words: "xyzzy"},
		"one person":       {StaffID: 77},
		"one post":         {PostID: 77},
	}
}

// processorTime is what this process has used so far of all processors: on a busy
// machine it says more than the clock.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// reportHeap says what stays in memory after all those views.
func reportHeap(b *testing.B, s *Service) {
	b.Run("heap kept", func(b *testing.B) {
		var m runtime.MemStats
		for b.Loop() {
			runtime.GC()
			runtime.ReadMemStats(&m)
		}
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MiB")
		runtime.KeepAlive(s)
	})
}

// shellTime is how long the sqlite3 shell needs for one such count, the start of
// the process included; 0 where there is no shell.
func shellTime(b *testing.B, db string) time.Duration {
	b.Helper()
	path, err := shell.LookPath("sqlite3")
	if err != nil {
		b.Log("no sqlite3 shell to compare with")
		return 0
	}
	const query = `SELECT substr(shared_on, 1, 7), network, department, COUNT(*), COUNT(DISTINCT person), SUM(audience) FROM share
		WHERE state = 'counted' GROUP BY 1, 2, 3`
	began := time.Now()
	if out, err := shell.Command(path, "-readonly", db, query).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return time.Since(began)
}
