package account_test

import (
	"context"
	"errors"
	"net"
	"os"
	"strconv"
	"testing"
	"time"

	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

func open(t testing.TB) (*workspace.Workspace, *account.Service) {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return ws, account.New(ws)
}

func server(t testing.TB, address string, security wire.Security) account.Server {
	t.Helper()
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		t.Fatal(err)
	}
	n, _ := strconv.Atoi(port)
	return account.Server{Host: host, Port: n, Security: security}
}

func settings(t testing.TB, r *mailrig.Rig, secure bool) account.Settings {
	t.Helper()
	s := account.Settings{Address: "hr@example.test", Name: "RH", User: "hr@example.test", Auth: account.Password,
		IMAP: server(t, r.IMAPS, wire.TLS), SMTP: server(t, r.SMTPS, wire.TLS)}
	if !secure {
		s.IMAP, s.SMTP = server(t, r.IMAP, wire.StartTLS), server(t, r.SMTP, wire.StartTLS)
	}
	pem, err := os.ReadFile(r.Cert)
	if err != nil {
		t.Fatal(err)
	}
	s.CA = string(pem)
	return s
}

func fault(t *testing.T, err error, code string) {
	t.Helper()
	if !errors.Is(err, workspace.NewFault(code)) {
		t.Errorf("got %v, want the fault %s", err, code)
	}
}

func TestCheckAgainstRealServers(t *testing.T) {
	rig := mailrig.Start(t)
	rig.ServeIntrospection()
	ws, s := open(t)
	ctx := context.Background()
	good := settings(t, rig, true)
	secret := account.Secret{Password: "secret"}

	t.Run("servers that take no mail are told apart", func(t *testing.T) { serversThatTakeNoMail(t, rig) })
	t.Run("swapped servers are told at once", func(t *testing.T) { swappedServers(t, rig) })
	t.Run("probe finds what the provider does", func(t *testing.T) {
		check, err := s.Check(ctx, good, secret, true, 20*time.Second, nil)
		if err != nil || check.Err() != nil || check.Findings == nil {
			t.Fatalf("%+v %v", check, err)
		}
		f := check.Findings
		if f.Plus == nil || !*f.Plus || f.BounceSender == nil || !*f.BounceSender || f.KeepsID == nil || !*f.KeepsID || f.FilesInSent == nil || *f.FilesInSent {
			t.Errorf("findings: plus %v bounce %v keeps %v sent %v", *f.Plus, *f.BounceSender, *f.KeepsID, *f.FilesInSent)
		}
	})
	t.Run("starttls", func(t *testing.T) {
		check, err := s.Check(ctx, settings(t, rig, false), secret, false, 0, nil)
		if err != nil || check.Err() != nil || len(check.Steps) != 5 {
			t.Errorf("%+v %v", check, err)
		}
	})
	for name, c := range map[string]struct {
		change func(*account.Settings)
		secret account.Secret
		code   string
	}{
		"wrong password":           {func(*account.Settings) {}, account.Secret{Password: "wrong"}, "mail_login_refused"},
		"certificate not trusted":  {func(s *account.Settings) { s.CA = "" }, secret, "mail_certificate_untrusted"},
		"another pinned":           {func(s *account.Settings) { s.Pin = "00" }, secret, "mail_certificate_changed"},
		"nobody listens":           {func(s *account.Settings) { s.IMAP.Port = 1 }, secret, "mail_port_closed"},
		"no such host":             {func(s *account.Settings) { s.IMAP.Host = "imap.invalid" }, secret, "mail_host_unknown"},
		"TLS against a plain port": {func(s *account.Settings) { s.IMAP.Port = server(t, rig.IMAP, wire.Plain).Port }, secret, "mail_not_tls"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := good
			c.change(&changed)
			check, err := s.Check(ctx, changed, c.secret, false, 0, nil)
			if err != nil {
				t.Fatal(err)
			}
			fault(t, check.Err(), c.code)
		})
	}
	t.Run("a server that hangs", func(t *testing.T) {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer listener.Close() //nolint:errcheck // a test's end
		hung := good
		hung.IMAP = server(t, listener.Addr().String(), wire.TLS)
		s.Timeout = time.Second
		defer func() { s.Timeout = account.Timeout }()
		check, err := s.Check(ctx, hung, secret, false, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		fault(t, check.Err(), "mail_server_silent")
	})
	t.Run("XOAUTH2", func(t *testing.T) {
		if err := ws.Secrets.Set("mail.oauth_token", `{"access_token":"good-hr@example.test","refresh_token":"x","expiry":"2099-01-01T00:00:00Z"}`); err != nil {
			t.Fatal(err)
		}
		token := good
		token.Auth = account.Microsoft
		check, err := s.Check(ctx, token, account.Secret{}, false, 0, nil)
		if err != nil || check.Err() != nil {
			t.Errorf("%+v %v", check, err)
		}
		if err := ws.Secrets.Set("mail.oauth_token", `{"access_token":"bad","refresh_token":"x","expiry":"2099-01-01T00:00:00Z"}`); err != nil {
			t.Fatal(err)
		}
		check, err = s.Check(ctx, token, account.Secret{}, false, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		fault(t, check.Err(), "mail_login_refused")
	})
}

func TestSaveRefusesPlainBeyondLoopback(t *testing.T) {
	_, s := open(t)
	bad := account.Settings{Address: "hr@example.test", User: "hr", IMAP: account.Server{Host: "imap.example.test", Port: 143, Security: wire.Plain}, SMTP: account.Server{Host: "localhost", Port: 25, Security: wire.Plain}}
	fault(t, s.Save(context.Background(), bad, account.Secret{}), "mail_plain_refused")
}
