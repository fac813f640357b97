package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/pkg/browser"
	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// accountFlags are what `account set` and `account guess` take.
type accountFlags struct {
	address, name, user, auth, clientID, tenant string
	imap, smtp                                  serverFlags
	ca, pin                                     string
	shared, own, noTest, noProbe, passwordStdin bool
	clientSecret                                bool
	wait                                        time.Duration
}

type serverFlags struct {
	host, security string
	port           int
}

// accountGroup is `relais account set|test|show|sign-in|remove`.
func (s *session) accountGroup() *cobra.Command {
	group := &cobra.Command{Use: "account", Short: "The company's mail account"}
	group.AddCommand(s.accountSet(), s.accountTest(), s.accountShow(), s.accountSignIn(), s.accountRemove())
	return group
}

func (s *session) accountSet() *cobra.Command {
	var f accountFlags
	cmd := &cobra.Command{
		Use:   "set [ADDRESS]",
		Short: "Set the mail account up; the password comes on standard input",
		Long: `Set the mail account up. Servers that are not given are found from the address.

The password is read from standard input, up to the end of the line:
  printf '%s' "$PASSWORD" | relais account set hr@company.example
  relais account set hr@company.example --imap-host mail.example --smtp-host mail.example < password.txt

Both servers are tried before anything is saved, and a message is sent to the mailbox itself to see how the
provider treats mail; --no-test saves without trying.`,
		Args: cobra.MaximumNArgs(1),
	}
	flags := cmd.Flags()
	flags.StringVar(&f.address, "address", "", "the mailbox's address (or as argument)")
	flags.StringVar(&f.name, "name", "", "sender's name, as staff see it")
	flags.StringVar(&f.user, "user", "", "user to sign in as (the address where empty)")
	flags.StringVar(&f.imap.host, "imap-host", "", "IMAP server")
	flags.IntVar(&f.imap.port, "imap-port", 0, "IMAP port (993)")
	flags.StringVar(&f.imap.security, "imap-security", "", "tls, starttls or, on this machine alone, plain")
	flags.StringVar(&f.smtp.host, "smtp-host", "", "SMTP server")
	flags.IntVar(&f.smtp.port, "smtp-port", 0, "SMTP port (465)")
	flags.StringVar(&f.smtp.security, "smtp-security", "", "tls, starttls or, on this machine alone, plain")
	flags.StringVar(&f.ca, "ca", "", "file of certificates (PEM) to trust beside the system's")
	flags.StringVar(&f.pin, "pin", "", "SHA-256 fingerprint of the one certificate to accept")
	flags.BoolVar(&f.shared, "shared", false, "people use this mailbox too: keep only mail that concerns the programme")
	flags.BoolVar(&f.own, "own", false, "the mailbox is used by Relais alone")
	flags.StringVar(&f.auth, "auth", "", "password, microsoft or google")
	flags.StringVar(&f.clientID, "client-id", "", "the company's own OAuth client id, for microsoft and google")
	flags.StringVar(&f.tenant, "tenant", "", "Microsoft directory (organizations)")
	flags.BoolVar(&f.clientSecret, "client-secret", false, "read the OAuth client secret from standard input")
	flags.BoolVar(&f.passwordStdin, "password-stdin", false, "read the password from standard input (the default)")
	flags.BoolVar(&f.noTest, "no-test", false, "save without trying the servers")
	flags.BoolVar(&f.noProbe, "no-probe", false, "try the servers, but send no message to the mailbox")
	flags.DurationVar(&f.wait, "wait", account.ProbeWait, "how long to wait for that message")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		if len(args) == 1 {
			f.address = args[0]
		}
		return s.setAccount(ctx, a, f)
	})
	return cmd
}

func (s *session) setAccount(ctx context.Context, a *app.App, f accountFlags) error {
	settings, err := s.settingsOf(ctx, a, f)
	if err != nil {
		return err
	}
	line, err := firstLine(s.env.In)
	if err != nil {
		return err
	}
	secret := account.Secret{Password: line}
	if f.clientSecret {
		secret = account.Secret{ClientSecret: line}
	}
	oauth := settings.Auth == account.Microsoft || settings.Auth == account.Google
	if f.noTest || oauth {
		if err := a.Account.Save(ctx, settings, secret); err != nil {
			return err
		}
		return s.printAccount(ctx, a, nil)
	}
	check, err := a.Account.Check(ctx, settings, secret, !f.noProbe, f.wait, s.tellStep())
	if err != nil {
		return err
	}
	lost := len(check.Steps) > 0 && check.Steps[len(check.Steps)-1].Name == "probe_arrive"
	if fault := check.Err(); fault != nil && !lost {
		return fault
	}
	if check.Findings != nil {
		settings.Findings = *check.Findings
	}
	if err := a.Account.Save(ctx, settings, secret); err != nil {
		return err
	}
	if check.Findings != nil {
		if err := a.Account.KeepFindings(ctx, *check.Findings); err != nil {
			return err
		}
	}
	if fault := check.Err(); fault != nil && !s.json {
		s.complain(fault) // kept all the same: the servers work
	}
	return s.printAccount(ctx, a, &check)
}

// settingsOf puts together what was saved, what is found from the address, and what was given.
func (s *session) settingsOf(ctx context.Context, a *app.App, f accountFlags) (account.Settings, error) {
	settings, had, err := a.Account.Get(ctx)
	if err != nil {
		return settings, err
	}
	if f.address == "" && !had {
		return settings, usage("requires an address: relais account set ADDRESS")
	}
	if !had || f.address != "" && !strings.EqualFold(f.address, settings.Address) {
		guesser := account.Guesser{}
		if f.imap.host == "" || f.smtp.host == "" {
			guesser = account.Guesser{DNS: net.DefaultResolver, HTTP: http.DefaultClient}
		}
		guess, err := guesser.Guess(ctx, f.address)
		if err != nil {
			return settings, err
		}
		settings = guess.Settings
	}
	for _, v := range []struct {
		to   *string
		from string
	}{{&settings.Name, f.name}, {&settings.User, f.user}, {&settings.ClientID, f.clientID}, {&settings.Tenant, f.tenant}, {&settings.Pin, f.pin}} {
		if v.from != "" {
			*v.to = v.from
		}
	}
	if f.auth != "" {
		settings.Auth = account.Auth(f.auth)
	}
	if f.auth != "" && settings.Auth != account.Password && settings.Auth != account.Microsoft && settings.Auth != account.Google {
		return settings, usage("invalid argument %q for --auth: password, microsoft or google", f.auth)
	}
	if f.shared || f.own {
		settings.Shared = f.shared
	}
	if f.ca != "" {
		pem, err := os.ReadFile(s.path(f.ca))
		if err != nil {
			return settings, workspace.NewFault("file_unreadable", "file", f.ca).Wrap(err)
		}
		settings.CA = string(pem)
	}
	if err := f.imap.apply(&settings.IMAP, 993, 143); err != nil {
		return settings, err
	}
	if err := f.smtp.apply(&settings.SMTP, 465, 587); err != nil {
		return settings, err
	}
	if f.imap.host != "" || f.smtp.host != "" {
		settings.Limits = limitsFor(settings)
	}
	return settings, settings.Complete()
}

// limitsFor leaves a server on this machine without limits: it is a relay or a bridge of the company's own.
func limitsFor(settings account.Settings) []account.RateLimit {
	if ip := net.ParseIP(settings.SMTP.Host); settings.SMTP.Host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return settings.Limits
}

// apply fills in what was given; the port tells the security where that is not said, and the other way round.
func (f serverFlags) apply(to *account.Server, tlsPort, startPort int) error {
	if f.host != "" {
		host, port := f.host, 0
		if h, p, err := net.SplitHostPort(f.host); err == nil {
			host = h
			if _, err := fmt.Sscanf(p, "%d", &port); err != nil {
				return usage("invalid argument %q: a port is a number", f.host)
			}
		}
		*to = account.Server{Host: host, Port: port}
	}
	if f.port != 0 {
		to.Port = f.port
	}
	if f.security != "" {
		to.Security = wire.Security(strings.ToLower(f.security))
	}
	if to.Host == "" {
		return nil
	}
	switch {
	case to.Port == 0 && to.Security == wire.StartTLS:
		to.Port = startPort
	case to.Port == 0:
		to.Port = tlsPort
	}
	if to.Port < 1 || to.Port > 65535 {
		return usage("invalid argument %d: a port is between 1 and 65535", to.Port)
	}
	if to.Security == "" {
		to.Security = wire.TLS
		if to.Port == startPort {
			to.Security = wire.StartTLS
		}
	}
	return nil
}

// firstLine reads the secret: a line, or "" where a person sits at the terminal or nothing is given.
func firstLine(in io.Reader) (string, error) {
	if in == nil {
		return "", nil
	}
	if file, ok := in.(*os.File); ok {
		if info, err := file.Stat(); err != nil || info.Mode()&os.ModeCharDevice != 0 {
			return "", nil //nolint:nilerr // no standard input is no password
		}
	}
	line, err := bufio.NewReader(io.LimitReader(in, 64<<10)).ReadString('\n')
	if err != nil && err != io.EOF { //nolint:errorlint // never wrapped by bufio
		return "", fmt.Errorf("cli: standard input: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}

func (s *session) accountTest() *cobra.Command {
	var noProbe bool
	var wait time.Duration
	cmd := &cobra.Command{Use: "test", Short: "Try the saved account step by step", Args: cobra.NoArgs}
	cmd.Flags().BoolVar(&noProbe, "no-probe", false, "send no message to the mailbox")
	cmd.Flags().DurationVar(&wait, "wait", account.ProbeWait, "how long to wait for that message")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, _ []string) error {
		settings, ok, err := a.Account.Get(ctx)
		if err != nil {
			return err
		}
		if !ok {
			return workspace.NewFault("mail_not_configured")
		}
		check, err := a.Account.Check(ctx, settings, account.Secret{}, !noProbe, wait, s.tellStep())
		if err != nil {
			return err
		}
		if check.Findings != nil {
			if err := a.Account.KeepFindings(ctx, *check.Findings); err != nil {
				return err
			}
		}
		if err := s.printAccount(ctx, a, &check); err != nil {
			return err
		}
		return check.Err()
	})
	return cmd
}

func (s *session) accountShow() *cobra.Command {
	cmd := &cobra.Command{Use: "show", Short: "Show the account; never its password", Args: cobra.NoArgs}
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error { return s.printAccount(ctx, a, nil) })
	return cmd
}

func (s *session) accountSignIn() *cobra.Command {
	cmd := &cobra.Command{Use: "sign-in", Short: "Sign in with Microsoft or Google in the browser", Args: cobra.NoArgs}
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, _ []string) error {
		settings, ok, err := a.Account.Get(ctx)
		if err != nil {
			return err
		}
		if !ok {
			return workspace.NewFault("mail_not_configured")
		}
		return a.Account.SignIn(ctx, settings, func(url string) error {
			fmt.Fprintf(s.env.Err, "%s\n", url)
			_ = browser.OpenURL(url) // the address stands above for who has no browser here
			return nil
		})
	})
	return cmd
}

func (s *session) accountRemove() *cobra.Command {
	cmd := &cobra.Command{Use: "remove", Short: "Forget the account and its password", Args: cobra.NoArgs}
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, _ []string) error { return a.Account.Remove(ctx) })
	return cmd
}
