package crash

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"relais/app"
	"relais/app/demo/mailhost"
	"relais/backend/staff"
	"relais/backend/workspace"
)

func newWorld(t *testing.T) *world {
	base := t.TempDir()
	w := &world{t: t, home: filepath.Join(base, "home"), dir: filepath.Join(base, "firm"), out: filepath.Join(base, "out"),
		letters: map[string]int{}, claims: map[string]claim{}, spans: map[string]time.Duration{}, kills: map[string]int{}, ran: map[string]int{}}
	for _, dir := range []string{w.home, w.out} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var err error
	w.host, err = mailhost.Start(context.Background(), mailhost.Config{Address: company, Password: "secret", Now: time.Now, Postman: w.postman})
	if err != nil {
		t.Fatal(err)
	}
	w.site = httptest.NewServer(http.HandlerFunc(w.serve))
	t.Cleanup(func() { w.site.Close(); _ = w.host.Close() })
	w.setUp()
	return w
}

// setUp makes a workspace with an account, a feed and a team that takes part. Its steps are never killed.
func (w *world) setUp() {
	for name, value := range w.environment() {
		w.t.Setenv(name, value)
	}
	people := []string{"name,email,language"}
	for i := range seedLength {
		people = append(people, fmt.Sprintf("Person Seed%d,seed%d@firm.example,en", i, i))
	}
	port := func(n int) string { return fmt.Sprint(n) }
	for _, s := range []step{
		{args: []string{"account", "set", company, "--imap-host", "127.0.0.1", "--imap-port", port(w.host.IMAPPort()), "--imap-security", "plain",
			"--smtp-host", "127.0.0.1", "--smtp-port", port(w.host.SMTPPort()), "--smtp-security", "plain"}, stdin: "secret\n"},
		{args: []string{"import", "staff", w.file("seed.csv", strings.Join(people, "\n"))}},
		{args: []string{"sources", "add", w.site.URL + "/feed"}},
		{args: []string{"backup", "first.relais"}},
	} {
		w.let(s)
	}
	if err := w.join(context.Background()); err != nil {
		w.t.Fatal(err)
	}
}

// join makes the team take part, and lets everybody get as many mails as it takes: the cap is not what is tried here.
func (w *world) join(ctx context.Context) error {
	a, err := app.Open(ctx, w.dir, workspace.Options{})
	if err != nil {
		return err
	}
	err = a.Workspace.Settings.Set(ctx, "staff.caps", staff.Caps{Asks: 1 << 20, Mails: 1 << 20})
	for i := range seedLength {
		p, _, findErr := a.Staff.ByAddress(ctx, fmt.Sprintf("seed%d@firm.example", i))
		size := int64(100)
		err = errors.Join(err, findErr, a.Staff.SetAudience(ctx, p.ID, staff.Figure{Network: "linkedin", Size: &size}))
		for _, state := range []staff.Membership{staff.Invited, staff.Active} {
			err = errors.Join(err, a.Staff.SetMembership(ctx, p.ID, staff.Change{State: state}))
		}
	}
	return errors.Join(err, a.Close())
}

// environment keeps the program to folders of the test, and without a keyring.
func (w *world) environment() map[string]string {
	return map[string]string{"HOME": w.home, "XDG_CONFIG_HOME": filepath.Join(w.home, "config"), "XDG_DATA_HOME": filepath.Join(w.home, "data"),
		"RELAIS_WORKSPACE": w.dir, "LC_ALL": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
}

// let runs a step to its end.
func (w *world) let(s step) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := w.command(ctx, s)
	cmd.Stdin = strings.NewReader(s.stdin)
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.t.Fatalf("%q: %v %s", s.args, err, out)
	}
}

func (w *world) file(name, text string) string {
	path := filepath.Join(w.out, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return path
}

// postman takes a letter and answers two of three requests, as a colleague would.
func (w *world) postman(l mailhost.Letter) error {
	m, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(l.Raw)))
	if err != nil {
		return err
	}
	id := m.Header.Get("Message-Id")
	w.mu.Lock()
	w.letters[id]++
	first, n := w.letters[id] == 1, len(w.letters)
	w.mu.Unlock()
	if !first || n%3 == 0 || !strings.Contains(m.Header.Get("Subject"), "Post ") {
		return nil
	}
	w.mu.Lock()
	w.answered++
	w.mu.Unlock()
	raw := "From: " + l.To + "\r\nTo: " + m.Header.Get("Reply-To") + "\r\nDate: " + time.Now().Format(time.RFC1123Z) + "\r\nMessage-ID: <answer." + strings.Trim(id, "<>") +
		">\r\nIn-Reply-To: " + id + "\r\nSubject: Re: " + m.Header.Get("Subject") + "\r\n\r\nShared on LinkedIn, thanks!\r\n"
	return w.host.Deliver("INBOX", []byte(raw))
}

// serve is a site with a feed that grows.
func (w *world) serve(out http.ResponseWriter, r *http.Request) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if r.URL.Path != "/feed" {
		out.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(out, "<html lang=en><head><title>Story %s</title></head><body><article><h1>Story %s</h1>%s</article></body></html>",
			r.URL.Path, r.URL.Path, strings.Repeat("<p>A paragraph of the story, with commas, and at some length for a reader.</p>", 20))
		return
	}
	w.news += 2
	out.Header().Set("Content-Type", "application/rss+xml")
	fmt.Fprint(out, "<rss version=\"2.0\"><channel><title>News</title>")
	for i := max(0, w.news-20); i < w.news; i++ {
		fmt.Fprintf(out, "<item><title>Story %d</title><link>%s/story/%d</link><description>In short, %d.</description></item>", i, w.site.URL, i, i)
	}
	fmt.Fprint(out, "</channel></rss>")
}

// db opens the database as a stranger would, after the kill.
func (w *world) db() *sql.DB {
	pool, err := sql.Open("sqlite", "file:"+filepath.Join(w.dir, "relais.db")+"?_pragma=busy_timeout(10000)")
	if err != nil {
		w.t.Fatal(err)
	}
	return pool
}

// number gives what a query counts, or 0 where it finds no row.
func (w *world) number(query string, args ...any) int64 {
	w.t.Helper()
	pool := w.db()
	defer pool.Close()
	var n sql.NullInt64
	if err := pool.QueryRow(query, args...).Scan(&n); err != nil && !errors.Is(err, sql.ErrNoRows) {
		w.t.Fatalf("%s: %v", query, err)
	}
	return n.Int64
}

// sound looks at the database after each run: every page, every reference, every claim.
func (w *world) sound() {
	w.t.Helper()
	pool := w.db()
	defer pool.Close()
	var verdict string
	if err := pool.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		w.t.Fatalf("integrity: %q %v", verdict, err)
	}
	var orphans int
	if err := pool.QueryRow("SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil || orphans > 0 {
		w.t.Fatalf("%d orphans, %v", orphans, err)
	}
	for name, c := range w.claims {
		var n sql.NullInt64
		if err := pool.QueryRow(c.query, c.args...).Scan(&n); err != nil || n.Int64 != c.after {
			w.t.Errorf("%s was acknowledged, and is %d instead of %d (%v)", name, n.Int64, c.after, err)
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for id, n := range w.letters {
		if n > 1 {
			w.t.Errorf("%s went %d times", id, n)
		}
	}
}

// finish lets everything come to rest and compares the ledger with what people answered.
func (w *world) finish() {
	for range 3 {
		w.let(step{args: []string{"sync"}})
	}
	w.sound()
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := w.number("SELECT COUNT(*) FROM job WHERE state = 'running'"); n != 0 {
		w.t.Errorf("%d jobs are called running, and nobody does them", n)
	}
	if n := w.number("SELECT COUNT(*) FROM reply WHERE state = 'shared'"); n != int64(w.answered) {
		w.t.Errorf("%d answers were read, %d were given", n, w.answered)
	}
	if n := w.number("SELECT COUNT(*) FROM message WHERE state NOT IN ('sent', 'unknown', 'cancelled', 'rejected')"); n != 0 {
		w.t.Errorf("%d messages never left", n)
	}
	pool := w.db()
	defer pool.Close()
	rows, err := pool.Query("SELECT header_id, state FROM message")
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, state string
		if err := rows.Scan(&id, &state); err != nil {
			w.t.Fatal(err)
		}
		if came := w.letters[id]; (state == "sent" && came != 1) || (state == "cancelled" && came != 0) {
			w.t.Errorf("a message called %s arrived %d times", state, came)
		}
	}
	if err := rows.Err(); err != nil {
		w.t.Fatal(err)
	}
	w.leftovers()
}

// leftovers: what a kill left of copies in clear goes at the next opening, once it has lain there for a while.
func (w *world) leftovers() {
	old := time.Now().Add(-3 * time.Hour)
	age := func(dir string, prefixes ...string) (found []string) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			for _, p := range prefixes {
				if strings.HasPrefix(e.Name(), p) {
					path := filepath.Join(dir, e.Name())
					found = append(found, path)
					_ = filepath.WalkDir(path, func(at string, _ os.DirEntry, _ error) error { return os.Chtimes(at, old, old) })
				}
			}
		}
		return found
	}
	left := append(age(w.dir, ".backup-", ".export-"), age(filepath.Join(w.dir, "backups"), ".relais-")...)
	w.let(step{args: []string{"staff", "list"}})
	for _, path := range left {
		if _, err := os.Stat(path); err == nil && filepath.Dir(path) == w.dir {
			w.t.Errorf("%s is still there", filepath.Base(path))
		}
	}
	w.t.Logf("%d copies in clear were cut off, and swept away", len(left))
}

func sorted(m map[string]int) []string { return slices.Sorted(maps.Keys(m)) }

func exists(t *testing.T, path string) bool {
	t.Helper()
	_, err := os.Stat(path)
	return err == nil
}
