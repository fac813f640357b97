// Package mailrig starts the project's own Dovecot and Postfix on loopback for tests, by the scripts beside it.
package mailrig

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Rig is a running mail server. Users: hr@, lea@, karim@ and vacation@example.test, password "secret".
type Rig struct {
	Dir         string
	IMAP, IMAPS string // host:port, plain with STARTTLS, and TLS
	SMTP, SMTPS string
	Cert        string // file of the self-signed certificate
	Introspect  string // where Dovecot asks about access tokens, host:port
	delivered   int
	tb          testing.TB
}

// Attach gives the mail server that 'up dir' started, for a test that leaves it running.
func Attach(tb testing.TB, dir string) *Rig {
	tb.Helper()
	r, err := Read(dir)
	if err != nil {
		tb.Fatal(err)
	}
	r.tb = tb
	return r
}

// Start brings a mail server up for the test, with mailboxes for these users beside its own, and takes it down after. The test is skipped, saying why, where the
// machine lacks what it needs.
func Start(tb testing.TB, users ...string) *Rig {
	tb.Helper()
	if os.Getuid() != 0 {
		tb.Skip("mailrig: Postfix starts as root only")
	}
	here := scripts()
	// Not tb.TempDir: its path can exceed what a Unix socket's name may have.
	dir, err := os.MkdirTemp("", "rig")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = exec.Command(filepath.Join(here, "down"), "--remove", dir).Run() })
	up := exec.Command(filepath.Join(here, "up"), dir)
	up.Env = append(os.Environ(), "RIG_USERS="+strings.Join(users, " "))
	if out, err := up.CombinedOutput(); err != nil {
		if exit, ok := err.(*exec.ExitError); ok && exit.ExitCode() == 3 { //nolint:errorlint // never wrapped
			tb.Skip(strings.TrimSpace(string(out)))
		}
		tb.Fatalf("mailrig: %v\n%s", err, out)
	}
	r, err := Read(dir)
	if err != nil {
		tb.Fatal(err)
	}
	r.tb = tb
	return r
}

// Read gives the settings of the mail server that 'up dir' started.
func Read(dir string) (*Rig, error) {
	file, err := os.Open(filepath.Join(dir, "settings"))
	if err != nil {
		return nil, fmt.Errorf("mailrig: %w", err)
	}
	defer file.Close() //nolint:errcheck // only read
	values := map[string]string{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), "=")
		values[name] = value
	}
	at := func(name string) string { return "127.0.0.1:" + values[name] }
	return &Rig{Dir: dir, IMAP: at("IMAP"), IMAPS: at("IMAPS"), SMTP: at("SMTP"), SMTPS: at("SMTPS"),
		Introspect: at("INTROSPECT"), Cert: values["CERT"]}, lines.Err()
}

// ServeIntrospection answers Dovecot's questions about tokens until the test ends.
func (r *Rig) ServeIntrospection() {
	r.tb.Helper()
	listener, err := net.Listen("tcp", r.Introspect)
	if err != nil {
		r.tb.Fatal(err)
	}
	server := &http.Server{Handler: Introspection()} //nolint:gosec // loopback, for a test
	go func() { _ = server.Serve(listener) }()
	r.tb.Cleanup(func() { _ = server.Close() })
}

// Introspection tells that "good-ADDRESS" is the token of ADDRESS, and that no other is active.
func Introspection() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_ = req.ParseForm()
		token := req.Form.Get("token")
		address, good := strings.CutPrefix(token, "good-")
		answer := map[string]any{"active": good}
		if good {
			answer["email"] = address
		}
		_ = json.NewEncoder(w).Encode(answer)
	})
}

// Deliver puts messages straight into a user's folder ("" is INBOX) as files of the Maildir, as fast as the disk takes
// them; each gets its UID when Dovecot next looks, in this order.
func (r *Rig) Deliver(user, folder string, messages ...[]byte) {
	r.tb.Helper()
	dir := filepath.Join(r.Dir, "mail", user)
	if folder != "" {
		dir = filepath.Join(dir, "."+folder)
	}
	owned := []string{"vmail:", filepath.Join(r.Dir, "mail", user), dir}
	for _, sub := range []string{"new", "cur", "tmp"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o755); err != nil {
			r.tb.Fatal(err)
		}
		owned = append(owned, filepath.Join(dir, sub))
	}
	// The folders alone: Dovecot moves files within what it owns, and only reads them.
	if out, err := exec.Command("chown", owned...).CombinedOutput(); err != nil {
		r.tb.Fatalf("chown: %v %s", err, out)
	}
	for _, raw := range messages {
		// Written aside first: Dovecot must not see half a message.
		r.delivered++
		name := fmt.Sprintf("%d.M%06dP%d.rig", 1_700_000_000+r.delivered, r.delivered%1_000_000, os.Getpid())
		aside := filepath.Join(dir, "tmp", name)
		if err := os.WriteFile(aside, raw, 0o644); err != nil {
			r.tb.Fatal(err)
		}
		if err := os.Rename(aside, filepath.Join(dir, "new", name)); err != nil {
			r.tb.Fatal(err)
		}
	}
}

// Doveadm runs Dovecot's administration command and gives what it prints.
func (r *Rig) Doveadm(args ...string) string {
	r.tb.Helper()
	out, err := exec.Command("doveadm", append([]string{"-c", filepath.Join(r.Dir, "dovecot.conf")}, args...)...).CombinedOutput()
	if err != nil {
		r.tb.Fatalf("doveadm %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func scripts() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(file)
}
