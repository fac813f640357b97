package account

import (
	"context"
	"crypto/sha256"
	cryptotls "crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"relais/backend/mailbox"
	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/outbox/submit"
	"relais/backend/workspace"
)

// Timeout is how long a server may take over one command.
const Timeout = 30 * time.Second

// Service is the mail account of one workspace. It opens the connections of outbox and mailbox.
type Service struct {
	ws      *workspace.Workspace
	mu      sync.Mutex // one refresh of a token at a time
	Timeout time.Duration
	// Endpoints overrides the providers' sign-in addresses, for tests.
	Endpoints map[Auth]OAuthEndpoint
}

// New gives the account over an open workspace.
func New(ws *workspace.Workspace) *Service { return &Service{ws: ws, Timeout: Timeout} }

// Get gives the settings; ok is false where no account is set up.
func (s *Service) Get(ctx context.Context) (settings Settings, ok bool, err error) {
	ok, err = s.ws.Settings.Get(ctx, settingsKey, &settings)
	return settings, ok && settings.Address != "", err
}

// Secret is what is kept in the keyring beside the settings. Empty fields leave what is there.
type Secret struct {
	Password     string
	ClientSecret string
}

// Lost says whether the account's secrets were saved but can no longer be read: they have to be given again.
func (s *Service) Lost() bool {
	_, err := s.ws.Secrets.Get(passwordSecret)
	return errors.Is(err, workspace.ErrSecretsLost)
}

// Save keeps settings and secrets. The findings of the probe are kept as long as address and servers stay the same.
func (s *Service) Save(ctx context.Context, settings Settings, secret Secret) error {
	if err := settings.Complete(); err != nil {
		return err
	}
	old, had, err := s.Get(ctx)
	if err != nil {
		return err
	}
	same := had && old.Address == settings.Address && old.IMAP == settings.IMAP && old.SMTP == settings.SMTP
	if !same {
		settings.Findings = Findings{}
	} else if settings.Findings.At == nil {
		settings.Findings = old.Findings
	}
	if settings.Since == 0 {
		if settings.Since = old.Since; old.Address != settings.Address || settings.Since == 0 {
			settings.Since = workspace.At(s.ws.Now().Add(-30 * 24 * time.Hour))
		}
	}
	for name, value := range map[string]string{passwordSecret: secret.Password, clientSecret: secret.ClientSecret} {
		if value == "" {
			continue
		}
		if err := s.ws.Secrets.Set(name, value); err != nil {
			return err
		}
	}
	return s.ws.Settings.Set(ctx, settingsKey, settings)
}

// Remove forgets the account and its secrets; mail that was read or sent stays.
func (s *Service) Remove(ctx context.Context) error {
	for _, name := range []string{passwordSecret, tokenSecret, clientSecret} {
		if err := s.ws.Secrets.Delete(name); err != nil && !errors.Is(err, workspace.ErrNotFound) {
			return err
		}
	}
	return s.ws.Settings.Delete(ctx, settingsKey)
}

// require gives the settings, complete, or the fault that says what is missing.
func (s *Service) require(ctx context.Context) (Settings, error) {
	settings, ok, err := s.Get(ctx)
	if err != nil {
		return settings, err
	}
	if !ok {
		return settings, outbox.ErrNotConfigured
	}
	return settings, settings.Complete()
}

// Identity implements outbox.Account.
func (s *Service) Identity(ctx context.Context) (outbox.Identity, error) {
	settings, err := s.require(ctx)
	if err != nil {
		return outbox.Identity{}, err
	}
	connections := 2
	if loopback(settings.SMTP.Host) {
		connections = 4
	}
	f := settings.Findings
	return outbox.Identity{Account: strings.ToLower(settings.Address), Address: settings.Address, Name: settings.Name,
		ReplyPlus: yes(f.Plus), BouncePlus: yes(f.BounceSender) && yes(f.Plus), FilesInSent: yes(f.FilesInSent) && yes(f.KeepsID),
		Connections: connections, Limits: settings.limits()}, nil
}

// Box implements mailbox.Account.
func (s *Service) Box(ctx context.Context) (mailbox.Box, error) {
	settings, err := s.require(ctx)
	if err != nil {
		return mailbox.Box{}, err
	}
	return mailbox.Box{Account: strings.ToLower(settings.Address), Shared: settings.Shared, Since: settings.Since.Time()}, nil
}

// OpenIMAP implements mailbox.Account.
func (s *Service) OpenIMAP(ctx context.Context) (*wire.Client, error) {
	settings, err := s.require(ctx)
	if err != nil {
		return nil, err
	}
	c, step, err := s.imap(ctx, settings, Secret{})
	return c, explain(step, "IMAP", settings.IMAP, err)
}

// OpenSMTP implements outbox.Account.
func (s *Service) OpenSMTP(ctx context.Context) (outbox.Session, error) {
	settings, err := s.require(ctx)
	if err != nil {
		return nil, err
	}
	session, step, err := s.smtp(ctx, settings, Secret{})
	if err != nil {
		return nil, explain(step, "SMTP", settings.SMTP, err)
	}
	return session, nil
}

// imap connects and signs in; step says how far it came.
func (s *Service) imap(ctx context.Context, settings Settings, secret Secret) (*wire.Client, string, error) {
	endpoint, err := s.endpoint(settings, settings.IMAP)
	if err != nil {
		return nil, "connect", err
	}
	c, err := wire.Dial(ctx, endpoint)
	if err != nil {
		return nil, "connect", err
	}
	if settings.Auth == Microsoft || settings.Auth == Google {
		token, err := s.AccessToken(ctx, settings)
		if err == nil {
			err = c.LoginToken(ctx, settings.User, token)
		}
		if err != nil {
			return nil, "login", errors.Join(err, c.Close())
		}
		return c, "", nil
	}
	password, err := s.password(secret)
	if err == nil {
		err = c.Login(ctx, settings.User, password)
	}
	if err != nil {
		return nil, "login", errors.Join(err, c.Close())
	}
	return c, "", nil
}

func (s *Service) smtp(ctx context.Context, settings Settings, secret Secret) (*submit.Session, string, error) {
	endpoint, err := s.endpoint(settings, settings.SMTP)
	if err != nil {
		return nil, "connect", err
	}
	o := submit.Options{Host: settings.SMTP.Host, User: settings.User, Timeout: max(s.Timeout, time.Second), Connect: endpoint.Connect}
	if settings.SMTPUser != "" {
		o.User = settings.SMTPUser
	}
	if settings.SMTP.Security == wire.StartTLS {
		o.StartTLS = endpoint.TLS
	}
	if settings.Auth == Microsoft || settings.Auth == Google {
		o.Token = func(ctx context.Context) (string, error) { return s.AccessToken(ctx, settings) }
	} else if o.Password, err = s.password(secret); err != nil {
		return nil, "login", err
	}
	session, err := submit.Open(ctx, o)
	if err == nil {
		return session, "", nil
	}
	step := "connect"
	var refusal *outbox.Refusal
	if errors.Is(err, submit.ErrLogin) || errors.As(err, &refusal) && refusal.Step == "auth" {
		step = "login"
	}
	return nil, step, err
}

func (s *Service) password(secret Secret) (string, error) {
	if secret.Password != "" {
		return secret.Password, nil
	}
	password, err := s.ws.Secrets.Get(passwordSecret)
	if errors.Is(err, workspace.ErrNotFound) {
		return "", workspace.NewFault("mail_password_missing")
	}
	return password, err
}

// endpoint gives where and how to connect, after refusing what is not encrypted and not on this machine.
func (s *Service) endpoint(settings Settings, server Server) (wire.Endpoint, error) {
	if err := settings.Complete(); err != nil {
		return wire.Endpoint{}, err
	}
	config, err := settings.tlsConfig(server.Host)
	if err != nil {
		return wire.Endpoint{}, err
	}
	e := wire.Endpoint{Address: net.JoinHostPort(server.Host, strconv.Itoa(server.Port)), Security: server.Security, TLS: config, Timeout: s.Timeout}
	if server.Security == wire.Plain {
		dialer := &net.Dialer{Timeout: s.Timeout}
		e.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			// "localhost" is looked up after all: what it led to is checked too.
			if tcp, ok := conn.RemoteAddr().(*net.TCPAddr); !ok || !tcp.IP.IsLoopback() {
				_ = conn.Close()
				return nil, workspace.NewFault("mail_plain_refused", "host", server.Host)
			}
			return conn, nil
		}
	}
	return e, nil
}

// tlsConfig trusts the system's authorities, those that were given, and, where a certificate is pinned, that one alone.
func (s Settings) tlsConfig(host string) (*cryptotls.Config, error) {
	config := &cryptotls.Config{ServerName: host, MinVersion: cryptotls.VersionTLS12}
	if s.CA != "" {
		pool, err := x509.SystemCertPool()
		if err != nil {
			pool = x509.NewCertPool()
		}
		if !pool.AppendCertsFromPEM([]byte(s.CA)) {
			return nil, workspace.NewFault("mail_ca_unreadable")
		}
		config.RootCAs = pool
	}
	if s.Pin != "" {
		pin := normalPin(s.Pin)
		config.InsecureSkipVerify = true // the pin below is stricter than any authority
		config.VerifyConnection = func(state cryptotls.ConnectionState) error {
			if len(state.PeerCertificates) == 0 {
				return errPin
			}
			sum := sha256.Sum256(state.PeerCertificates[0].Raw)
			if hex.EncodeToString(sum[:]) != pin {
				return fmt.Errorf("%w: got %x", errPin, sum)
			}
			return nil
		}
	}
	return config, nil
}

var errPin = errors.New("account: the certificate is not the pinned one")

// normalPin takes fingerprints as tools print them: upper case, colons, "sha256:" in front.
func normalPin(pin string) string {
	pin = strings.ToLower(strings.TrimSpace(pin))
	for _, prefix := range []string{"sha256 fingerprint=", "sha256:", "sha-256:"} {
		pin = strings.TrimPrefix(pin, prefix)
	}
	return strings.NewReplacer(":", "", " ", "").Replace(pin)
}
