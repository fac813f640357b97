package window

import (
	"context"
	"net"
	"net/http"

	wruntime "github.com/wailsapp/wails/v2/pkg/runtime"

	"relais/app"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// Account is the mail account panel of the settings.
type Account struct{ w *Window }

// MailServer is one of the two servers.
type MailServer struct {
	Host     string `json:"host"`
	Port     int    `json:"port"`
	Security string `json:"security"`
}

// MailAccount is the account as the form shows it. The secrets only go in: Password and ClientSecret are always empty
// on the way out, and empty on the way in they leave what is saved.
type MailAccount struct {
	Configured   bool       `json:"configured"`
	Lost         bool       `json:"lost"` // the secrets were saved and can no longer be read
	Address      string     `json:"address"`
	Name         string     `json:"name"`
	User         string     `json:"user"`
	Auth         string     `json:"auth"`
	Password     string     `json:"password"`
	ClientID     string     `json:"clientId"`
	ClientSecret string     `json:"clientSecret"`
	Tenant       string     `json:"tenant"`
	IMAP         MailServer `json:"imap"`
	SMTP         MailServer `json:"smtp"`
	SMTPUser     string     `json:"smtpUser"`
	Shared       bool       `json:"shared"`
	CA           string     `json:"ca"`
	Pin          string     `json:"pin"`
	Provider     string     `json:"provider"`
	ProbedAt     string     `json:"probedAt"`
	// Plus, BounceSender, KeepsID and FilesInSent are "yes", "no" or "" for not known.
	Plus         string `json:"plus"`
	BounceSender string `json:"bounceSender"`
	KeepsID      string `json:"keepsId"`
	FilesInSent  string `json:"filesInSent"`
}

// MailGuess is what was found from an address.
type MailGuess struct {
	Account     MailAccount `json:"account"`
	Found       string      `json:"found"`
	AppPassword bool        `json:"appPassword"`
	Help        string      `json:"help"`
}

// MailStep is one step of a check.
type MailStep struct {
	Name   string         `json:"name"`
	OK     bool           `json:"ok"`
	Code   string         `json:"code"`
	Params map[string]any `json:"params"`
}

// Get gives the saved account.
func (c *Account) Get() (MailAccount, error) {
	return call(c.w.app, "Account.Get", func() (MailAccount, error) {
		settings, ok, err := c.w.app.Account.Get(context.Background())
		out := wireAccount(settings)
		out.Configured, out.Lost = ok, ok && c.w.app.Account.Lost()
		return out, err
	})
}

// Guess finds the servers from an address: from the built-in table first, then from the address' own domain.
func (c *Account) Guess(address string) (MailGuess, error) {
	return call(c.w.app, "Account.Guess", func() (MailGuess, error) {
		guess, err := account.Guesser{DNS: net.DefaultResolver, HTTP: http.DefaultClient}.Guess(c.w.ctx, address)
		return MailGuess{Account: wireAccount(guess.Settings), Found: guess.Found, AppPassword: guess.AppPassword, Help: guess.Help}, err
	})
}

// Check tries the form's account, which need not be saved, step by step. With probe it also sends two messages to the
// mailbox itself, which takes up to half a minute, and keeps what they show.
func (c *Account) Check(form MailAccount, probe bool) ([]MailStep, error) {
	return call(c.w.app, "Account.Check", func() ([]MailStep, error) {
		ctx := c.w.ctx
		settings, err := c.merge(ctx, form)
		if err != nil {
			return nil, err
		}
		check, err := c.w.app.Account.Check(ctx, settings, account.Secret{Password: form.Password}, probe, account.ProbeWait, nil)
		if err != nil {
			return nil, err
		}
		if check.Findings != nil {
			if err := c.w.app.Account.KeepFindings(ctx, *check.Findings); err != nil {
				return nil, err
			}
		}
		steps := make([]MailStep, 0, len(check.Steps))
		for _, s := range check.Steps {
			step := MailStep{Name: s.Name, OK: s.OK, Params: map[string]any{}}
			if s.Fault != nil {
				step.Code, step.Params = s.Fault.Code, s.Fault.Params
			}
			steps = append(steps, step)
		}
		return steps, nil
	})
}

// Save keeps the account.
func (c *Account) Save(form MailAccount) error {
	return do(c.w.app, "Account.Save", func() error {
		settings, err := c.merge(context.Background(), form)
		if err != nil {
			return err
		}
		return c.w.app.Account.Save(context.Background(), settings, account.Secret{Password: form.Password, ClientSecret: form.ClientSecret})
	})
}

// SignIn opens the system's browser for signing in with Microsoft or Google, and returns when the person has, or after
// five minutes.
func (c *Account) SignIn() error {
	return do(c.w.app, "Account.SignIn", func() error {
		settings, ok, err := c.w.app.Account.Get(c.w.ctx)
		if err != nil {
			return err
		}
		if !ok {
			return workspace.NewFault("mail_not_configured")
		}
		return c.w.app.Account.SignIn(c.w.ctx, settings, func(url string) error {
			wruntime.BrowserOpenURL(c.w.ctx, url)
			return nil
		})
	})
}

// Remove forgets the account and its password; mail that was read or sent stays.
func (c *Account) Remove() error {
	return do(c.w.app, "Account.Remove", func() error { return c.w.app.Account.Remove(context.Background()) })
}

// SyncNow starts reading and sending in the background and gives the job's id.
func (c *Account) SyncNow() (int64, error) {
	return call(c.w.app, "Account.SyncNow", func() (int64, error) { return app.StartSync(c.w.app) })
}

// merge puts the form over what is saved, so that what the form does not show stays.
func (c *Account) merge(ctx context.Context, form MailAccount) (account.Settings, error) {
	settings, had, err := c.w.app.Account.Get(ctx)
	if err != nil {
		return settings, err
	}
	if !had || settings.Address != form.Address || settings.Provider != form.Provider {
		settings.Limits = account.LimitsOf(form.Provider)
	}
	settings.Address, settings.Name, settings.User, settings.Auth = form.Address, form.Name, form.User, account.Auth(form.Auth)
	settings.IMAP = account.Server{Host: form.IMAP.Host, Port: form.IMAP.Port, Security: wire.Security(form.IMAP.Security)}
	settings.SMTP = account.Server{Host: form.SMTP.Host, Port: form.SMTP.Port, Security: wire.Security(form.SMTP.Security)}
	settings.ClientID, settings.Tenant, settings.SMTPUser = form.ClientID, form.Tenant, form.SMTPUser
	settings.Shared, settings.CA, settings.Pin, settings.Provider = form.Shared, form.CA, form.Pin, form.Provider
	if settings.User == "" {
		settings.User = settings.Address
	}
	return settings, settings.Complete()
}

func wireAccount(s account.Settings) MailAccount {
	auth := string(s.Auth)
	if auth == "" {
		auth = string(account.Password)
	}
	f := s.Findings
	return MailAccount{Address: s.Address, Name: s.Name, User: s.User, Auth: auth, ClientID: s.ClientID, Tenant: s.Tenant, SMTPUser: s.SMTPUser,
		IMAP:   MailServer{s.IMAP.Host, s.IMAP.Port, string(s.IMAP.Security)},
		SMTP:   MailServer{s.SMTP.Host, s.SMTP.Port, string(s.SMTP.Security)},
		Shared: s.Shared, CA: s.CA, Pin: s.Pin, Provider: s.Provider, ProbedAt: f.At.RFC3339(),
		Plus: known(f.Plus), BounceSender: known(f.BounceSender), KeepsID: known(f.KeepsID), FilesInSent: known(f.FilesInSent)}
}

func known(b *bool) string {
	switch {
	case b == nil:
		return ""
	case *b:
		return "yes"
	default:
		return "no"
	}
}
