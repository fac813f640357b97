package mailbox

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// Service reads one account's mailbox into one workspace. Its methods are safe for use by several goroutines.
type Service struct {
	ws      *workspace.Workspace
	account Account
	matcher Matcher
	reading sync.Mutex
}

// New gives the mailbox over an open workspace. SetMatcher must be called before a shared mailbox is read.
func New(ws *workspace.Workspace, account Account) *Service {
	return &Service{ws: ws, account: account}
}

// SetMatcher sets what decides which mail of a shared mailbox is kept.
func (s *Service) SetMatcher(m Matcher) { s.matcher = m }

// junkNames are what servers without special-use attributes (RFC 6154) call the folder of unwanted mail.
var junkNames = []string{"junk", "spam", "junk e-mail", "junk email", "junk-e-mail", "bulk mail", "bulk", "courrier indésirable",
	"indésirables", "pourriel", "pourriels", "spamverdacht", "unerwünscht", "correo no deseado", "posta indesiderata", "ongewenst"}

var sentNames = []string{"sent", "sent items", "sent messages", "sent mail", "envoyés", "éléments envoyés", "messages envoyés",
	"courrier envoyé", "gesendet", "gesendete elemente", "gesendete objekte", "enviados", "elementos enviados", "posta inviata", "verzonden items"}

// roleOf says what a folder is for: by its attribute, else by the last part of its name.
func roleOf(f wire.Folder) Role {
	if strings.EqualFold(f.Name, "INBOX") {
		return Inbox
	}
	for _, a := range f.Attributes {
		switch a {
		case `\junk`:
			return Junk
		case `\sent`:
			return SentR
		case `\noselect`, `\nonexistent`:
			return ""
		}
	}
	last := strings.ToLower(f.Name)
	if i := strings.LastIndexAny(last, "/."); i >= 0 {
		last = last[i+1:]
	}
	switch {
	case slices.Contains(junkNames, last):
		return Junk
	case slices.Contains(sentNames, last):
		return SentR
	default:
		return ""
	}
}

// places finds INBOX first, then Junk and Sent. Where LIST names no INBOX it is tried all the same: it always exists
// (RFC 3501 section 5.1).
func places(ctx context.Context, c *wire.Client) ([]wire.Folder, []Role, error) {
	listed, err := c.Folders(ctx)
	if err != nil {
		return nil, nil, err
	}
	folders, roles := []wire.Folder{{Name: "INBOX"}}, []Role{Inbox}
	for _, want := range []Role{Junk, SentR} {
		for _, f := range listed {
			if roleOf(f) == want {
				folders, roles = append(folders, f), append(roles, want)
			}
		}
	}
	return folders, roles, nil
}

// Fetch reads INBOX and Junk. Everything that was stored before an error or the end of ctx stays; the next call goes
// on there.
func (s *Service) Fetch(ctx context.Context, progress func(done, total int)) (Report, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	box, err := s.account.Box(ctx)
	if err != nil {
		return Report{}, err
	}
	if box.Shared && s.matcher == nil {
		return Report{}, workspace.NewFault("mail_shared_without_matcher")
	}
	if err := s.tidy(); err != nil {
		return Report{}, err
	}
	p := &pass{s: s, box: box, progress: progress, allowed: firstBytes}
	defer p.close()
	if err := p.connect(ctx); err != nil {
		return Report{}, err
	}
	folders, roles, err := places(ctx, p.client)
	if err != nil {
		return Report{}, fault(err)
	}
	for i, f := range folders {
		if roles[i] == SentR {
			continue
		}
		if err := p.read(ctx, f.Name, roles[i]); err != nil {
			return p.report, fault(err)
		}
	}
	return p.report, nil
}

// Watch waits in INBOX until the server tells of new mail, a minute of polling passes on servers without IDLE, or
// patience is up. It keeps its connection across renewals and gives it up on return.
func (s *Service) Watch(ctx context.Context, patience time.Duration) error {
	c, err := s.account.OpenIMAP(ctx)
	if err != nil {
		return err
	}
	defer c.Logout()
	if _, err := c.Select(ctx, "INBOX"); err != nil {
		return fault(err)
	}
	for end := time.Now().Add(patience); time.Now().Before(end) && ctx.Err() == nil; {
		news, err := c.Idle(ctx, min(renewal, time.Until(end)))
		if err != nil {
			return fault(err)
		}
		if news {
			return nil
		}
	}
	return ctx.Err()
}

// renewal is how often IDLE is started anew: some routers forget a silent connection after ten minutes.
const renewal = 9 * time.Minute

// fault turns what went wrong on the wire into a fault that a person can act on.
func fault(err error) error {
	var known *workspace.Fault
	var refusal *wire.Refusal
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, syscall.ENOSPC):
		return workspace.ErrDiskFull.Wrap(err)
	case errors.Is(err, wire.ErrDeadline):
		return workspace.NewFault("mail_imap_timeout").Wrap(err)
	case errors.Is(err, wire.ErrProtocol):
		return workspace.NewFault("mail_imap_protocol").Wrap(err)
	case errors.Is(err, wire.ErrClosed):
		return workspace.NewFault("mail_imap_closed").Wrap(err)
	case errors.As(err, &refusal):
		return workspace.NewFault("mail_imap_refused", "said", strings.TrimRight(refusal.Text, ".")).Wrap(err)
	default:
		return err
	}
}
