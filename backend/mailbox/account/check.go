package account

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/outbox/submit"
	"relais/backend/workspace"
)

// Step is one step of a check and how it went.
type Step struct {
	Name  string // imap_connect, imap_login, imap_folder, smtp_connect, smtp_login, probe_send, probe_arrive
	OK    bool
	Fault *workspace.Fault // why not
}

// Check is what a check found.
type Check struct {
	Steps    []Step
	Findings *Findings // nil where no probe was made
}

// Err gives the first fault, or nil.
func (c Check) Err() error {
	for _, s := range c.Steps {
		if !s.OK && s.Fault != nil {
			return s.Fault
		}
	}
	return nil
}

// ProbeWait is how long the probe is waited for before it counts as not arrived.
const ProbeWait = 30 * time.Second

// Check tries settings that need not be saved: connect and sign in to both servers, open INBOX, and, where probe is
// true, send two messages to the mailbox itself and look for them. An empty secret uses the saved one. Each step is
// told as it ends. The error is for what is not the servers' fault.
func (s *Service) Check(ctx context.Context, settings Settings, secret Secret, probe bool, wait time.Duration, tell func(Step)) (Check, error) {
	var out Check
	if err := settings.Complete(); err != nil {
		return out, err
	}
	note := func(name string, server Server, protocol string, err error) bool {
		step := Step{Name: name, OK: err == nil}
		if err != nil && !errors.As(explain(stepOf(name), protocol, server, err), &step.Fault) {
			step.Fault = workspace.NewFault("unexpected").Wrap(err)
		}
		out.Steps = append(out.Steps, step)
		if tell != nil {
			tell(step)
		}
		return step.OK
	}
	client, failed, imapErr := s.imap(ctx, settings, secret)
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	if failed == "connect" {
		note("imap_connect", settings.IMAP, "IMAP", imapErr)
	} else {
		note("imap_connect", settings.IMAP, "IMAP", nil)
		if note("imap_login", settings.IMAP, "IMAP", imapErr) {
			defer client.Logout()
			_, err := client.Select(ctx, "INBOX")
			note("imap_folder", settings.IMAP, "IMAP", err)
		}
	}
	session, failed, smtpErr := s.smtp(ctx, settings, secret)
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	if failed == "connect" {
		note("smtp_connect", settings.SMTP, "SMTP", smtpErr)
	} else {
		note("smtp_connect", settings.SMTP, "SMTP", nil)
		if note("smtp_login", settings.SMTP, "SMTP", smtpErr) {
			defer session.Close() //nolint:errcheck // QUIT is a courtesy
		}
	}
	if !probe || out.Err() != nil {
		return out, nil
	}
	p := &prober{s: s, settings: settings, client: client, session: session}
	if !note("probe_send", settings.SMTP, "SMTP", p.send(ctx)) {
		return out, nil
	}
	found, err := p.watch(ctx, wait)
	if err != nil {
		return out, err
	}
	if !found {
		err = workspace.NewFault("mail_probe_lost", "seconds", int(wait.Seconds()))
	}
	note("probe_arrive", settings.IMAP, "IMAP", err)
	if found {
		out.Findings = &p.findings
	}
	return out, nil
}

func stepOf(name string) string {
	if strings.HasSuffix(name, "_login") {
		return "login"
	}
	return "connect"
}

// KeepFindings saves what a probe found.
func (s *Service) KeepFindings(ctx context.Context, f Findings) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		settings, ok, err := s.Get(ctx)
		if err != nil || !ok {
			return err
		}
		settings.Findings = f
		return s.ws.Settings.Set(ctx, settingsKey, settings)
	})
}

// prober sends one message to the plain mailbox and one to mailbox+r…@, and sees what becomes of them.
type prober struct {
	s        *Service
	settings Settings
	client   *wire.Client
	session  *submit.Session
	id       string
	findings Findings
}

func (p *prober) send(ctx context.Context) error {
	raw := make([]byte, 8)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the program instead (Go 1.24)
	p.id = hex.EncodeToString(raw)
	local, domain, _ := strings.Cut(p.settings.Address, "@")
	plain, plus, bounce := p.settings.Address, local+"+rprobe"+p.id+"@"+domain, local+"+bprobe"+p.id+"@"+domain
	accepted, err := p.one(ctx, bounce, plain, "plain")
	if refusedBy(err) {
		accepted = false
		if err = p.session.Reset(ctx); err == nil {
			_, err = p.one(ctx, plain, plain, "plain")
		}
	}
	if err != nil {
		return err
	}
	p.findings.BounceSender = &accepted
	from := plain
	if accepted {
		from = bounce
	}
	if _, err = p.one(ctx, from, plus, "plus"); refusedBy(err) {
		no := false
		p.findings.Plus = &no
		return p.session.Reset(ctx)
	}
	return err
}

func refusedBy(err error) bool {
	var refusal *outbox.Refusal
	return errors.As(err, &refusal)
}

func (p *prober) one(ctx context.Context, from, to, which string) (bool, error) {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.FromFormat(p.settings.Name, p.settings.Address); err != nil {
		return false, workspace.NewFault("mail_address_invalid", "address", p.settings.Address).Wrap(err)
	}
	if err := m.To(to); err != nil {
		return false, workspace.NewFault("mail_address_invalid", "address", to).Wrap(err)
	}
	_, domain, _ := strings.Cut(p.settings.Address, "@")
	m.Subject("Relais probe " + p.id + " " + which)
	m.SetMessageIDWithValue(which + "." + p.id + "@" + domain)
	m.SetDateWithValue(p.s.ws.Now())
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetGenHeader("X-Auto-Response-Suppress", "All")
	m.SetGenHeader("X-Relais-Probe", p.id)
	m.SetBodyString(gomail.TypeTextPlain, "Relais sends this once, to see how this mailbox treats mail. You can delete it.\r\n\r\nRelais envoie ce message une fois, pour voir comment cette boîte traite le courrier. Vous pouvez le supprimer.\r\n")
	var raw bytes.Buffer
	if _, err := m.WriteTo(&raw); err != nil {
		return false, fmt.Errorf("account: probe: %w", err)
	}
	if err := p.session.Address(ctx, from, to); err != nil {
		return false, err
	}
	return true, p.session.Deliver(ctx, raw.Bytes())
}

// watch looks for both messages until they are there or the wait is over. The plain one tells that mail arrives at
// all; only then does the absence of the other mean that plus addressing is off.
func (p *prober) watch(ctx context.Context, wait time.Duration) (bool, error) {
	end := time.Now().Add(wait)
	arrived := false
	var since time.Time
	for {
		for _, folder := range p.folders(ctx) {
			if err := p.look(ctx, folder, &arrived); err != nil {
				return false, err
			}
		}
		if arrived && since.IsZero() {
			since = time.Now()
		}
		// The second message left right after the first: a third of the wait after that one came is enough.
		if arrived && (p.findings.Plus != nil || time.Since(since) > wait/3) || time.Now().After(end) {
			break
		}
		select {
		case <-time.After(400 * time.Millisecond):
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
	if !arrived {
		return false, nil
	}
	no := false
	if p.findings.Plus == nil {
		p.findings.Plus = &no
	}
	if p.findings.FilesInSent == nil {
		p.findings.FilesInSent = &no
	}
	at := workspace.At(p.s.ws.Now())
	p.findings.At = &at
	return true, nil
}

func (p *prober) folders(ctx context.Context) []string {
	names := []string{"INBOX"}
	listed, _ := p.client.Folders(ctx)
	for _, f := range listed {
		for _, a := range f.Attributes {
			if a == `\junk` || a == `\sent` {
				names = append(names, f.Name)
			}
		}
	}
	return names
}

func (p *prober) look(ctx context.Context, folder string, arrived *bool) error {
	if _, err := p.client.Select(ctx, folder); err != nil {
		if folder != "INBOX" && p.client.Missing(err) {
			return nil
		}
		return explain("connect", "IMAP", p.settings.IMAP, err)
	}
	uids, err := p.client.SearchHeader(ctx, "Subject", p.id)
	if err != nil || len(uids) == 0 {
		return explain("connect", "IMAP", p.settings.IMAP, err)
	}
	bodies, err := p.client.Bodies(ctx, uids[:min(len(uids), 10)], 64<<10)
	if err != nil {
		return explain("connect", "IMAP", p.settings.IMAP, err)
	}
	yes := true
	for _, raw := range bodies {
		m, err := mail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			continue
		}
		subject, id := m.Header.Get("Subject"), m.Header.Get("Message-Id")
		own := strings.Contains(id, "."+p.id+"@")
		// In Sent stands what was sent, without a trace of having travelled.
		if m.Header.Get("Received") == "" && m.Header.Get("Return-Path") == "" && folder != "INBOX" {
			if own {
				p.findings.FilesInSent = &yes
			}
			continue
		}
		switch {
		case strings.HasSuffix(subject, " plus"):
			p.findings.Plus = &yes
		case strings.HasSuffix(subject, " plain"):
			*arrived = true
			p.findings.KeepsID = &own
			if results := m.Header.Get("Authentication-Results"); results != "" {
				p.findings.ServerAuthRes = clipped(strings.TrimSpace(strings.SplitN(results, ";", 2)[0]))
			}
		}
	}
	return nil
}
