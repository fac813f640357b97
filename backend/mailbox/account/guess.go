package account

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"time"

	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// Resolver asks DNS; net.Resolver is one.
type Resolver interface {
	LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
	LookupMX(ctx context.Context, name string) ([]*net.MX, error)
}

// Guesser finds an account's servers from its address.
type Guesser struct {
	DNS  Resolver
	HTTP *http.Client
}

// Guess is what was found.
type Guess struct {
	Settings Settings
	// Found says how: "table", "autoconfig", "srv", "mx", or "" where nothing was and only names are proposed.
	Found       string
	AppPassword bool
	Help        string
}

// guessTime bounds all the asking together.
const guessTime = 6 * time.Second

// Guess looks in the table of providers first, which asks nobody; then, online, it asks the domain's own
// configuration file (Thunderbird's autoconfig), its SRV records (RFC 6186, RFC 8314) and its mail exchangers. Only
// the address' own domain is ever asked. Without network it proposes the usual names.
func (g Guesser) Guess(ctx context.Context, address string) (Guess, error) {
	parsed, err := mail.ParseAddress(strings.TrimSpace(address))
	if err != nil {
		return Guess{}, workspace.NewFault("mail_address_invalid", "address", address)
	}
	address = parsed.Address
	at := strings.LastIndexByte(address, '@')
	domain := strings.ToLower(address[at+1:])
	out := Guess{Settings: Settings{Address: address, User: address, Auth: Password, Limits: DefaultLimits()}}
	if p, ok := ByDomain(domain); ok {
		return out.with(p, "table"), nil
	}
	ctx, cancel := context.WithTimeout(ctx, guessTime)
	defer cancel()
	if g.autoconfig(ctx, domain, &out) || g.srv(ctx, domain, &out) || g.mx(ctx, domain, &out) {
		return out, nil
	}
	out.Settings.IMAP, out.Settings.SMTP = tls("imap."+domain, 993), tls("smtp."+domain, 465)
	return out, nil
}

func (g Guess) with(p Provider, how string) Guess {
	p.apply(&g.Settings)
	g.Found, g.AppPassword, g.Help = how, p.AppPassword, p.Help
	return g
}

func (g Guesser) mx(ctx context.Context, domain string, out *Guess) bool {
	if g.DNS == nil {
		return false
	}
	records, err := g.DNS.LookupMX(ctx, domain)
	if err != nil {
		return false
	}
	for _, r := range records {
		if p, ok := ByMX(r.Host); ok && p.IMAP.Known() && p.SMTP.Known() {
			*out = out.with(p, "mx")
			return true
		}
	}
	return false
}

func (g Guesser) srv(ctx context.Context, domain string, out *Guess) bool {
	if g.DNS == nil {
		return false
	}
	first := func(secure wire.Security, services ...string) (Server, bool) {
		for _, service := range services {
			_, records, err := g.DNS.LookupSRV(ctx, service, "tcp", domain)
			if err != nil || len(records) == 0 {
				continue
			}
			// A target of "." says: not offered (RFC 6186 section 3.4).
			host := strings.TrimSuffix(records[0].Target, ".")
			if !hostName(host) || records[0].Port == 0 {
				continue
			}
			return Server{Host: host, Port: int(records[0].Port), Security: secure}, true
		}
		return Server{}, false
	}
	imap, ok := first(wire.TLS, "imaps")
	if !ok {
		imap, ok = first(wire.StartTLS, "imap")
	}
	smtp, also := first(wire.TLS, "submissions")
	if !also {
		smtp, also = first(wire.StartTLS, "submission")
	}
	if !ok || !also {
		return false
	}
	out.Settings.IMAP, out.Settings.SMTP, out.Found = imap, smtp, "srv"
	return true
}

// autoconfigFile is the part of Mozilla's format that serves
// (https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat).
type autoconfigFile struct {
	Provider struct {
		Incoming []autoconfigServer `xml:"incomingServer"`
		Outgoing []autoconfigServer `xml:"outgoingServer"`
	} `xml:"emailProvider"`
}

type autoconfigServer struct {
	Type     string `xml:"type,attr"`
	Host     string `xml:"hostname"`
	Port     string `xml:"port"`
	Socket   string `xml:"socketType"`
	Username string `xml:"username"`
}

func (g Guesser) autoconfig(ctx context.Context, domain string, out *Guess) bool {
	if g.HTTP == nil {
		return false
	}
	query := "?emailaddress=" + url.QueryEscape(out.Settings.Address)
	for _, address := range []string{
		"https://autoconfig." + domain + "/mail/config-v1.1.xml" + query,
		"https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml" + query,
	} {
		raw, err := g.get(ctx, address)
		if err != nil {
			continue
		}
		if err := readAutoconfig(raw, out); err == nil {
			return true
		}
	}
	return false
}

func (g Guesser) get(ctx context.Context, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	res, err := g.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close() //nolint:errcheck // only read
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("account: autoconfig: status %d", res.StatusCode)
	}
	return io.ReadAll(io.LimitReader(res.Body, 256<<10))
}

// readAutoconfig takes the first IMAP and the first SMTP server that are encrypted.
func readAutoconfig(raw []byte, out *Guess) error {
	var file autoconfigFile
	if err := xml.Unmarshal(raw, &file); err != nil {
		return fmt.Errorf("account: autoconfig: %w", err)
	}
	imap, imapUser, ok := pick(file.Provider.Incoming, "imap", out.Settings.Address)
	smtp, smtpUser, also := pick(file.Provider.Outgoing, "smtp", out.Settings.Address)
	if !ok || !also {
		return errors.New("account: autoconfig names no encrypted servers")
	}
	out.Settings.IMAP, out.Settings.SMTP, out.Settings.User, out.Found = imap, smtp, imapUser, "autoconfig"
	if smtpUser != imapUser {
		out.Settings.SMTPUser = smtpUser
	}
	return nil
}

func pick(servers []autoconfigServer, kind, address string) (Server, string, bool) {
	local, domain, _ := strings.Cut(address, "@")
	fill := strings.NewReplacer("%EMAILADDRESS%", address, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", domain)
	for _, s := range servers {
		port, err := strconv.Atoi(strings.TrimSpace(s.Port))
		if !strings.EqualFold(s.Type, kind) || err != nil || port < 1 || port > 65535 {
			continue
		}
		security := map[string]wire.Security{"SSL": wire.TLS, "STARTTLS": wire.StartTLS}[strings.ToUpper(strings.TrimSpace(s.Socket))]
		host := fill.Replace(strings.TrimSpace(s.Host))
		if security == "" || !hostName(host) {
			continue
		}
		user := fill.Replace(strings.TrimSpace(s.Username))
		if user == "" {
			user = address
		}
		return Server{Host: host, Port: port, Security: security}, user, true
	}
	return Server{}, "", false
}

// hostName says whether what the network answered can be the name of a server: letters, digits, hyphens and dots
// (RFC 1123 section 2.1), international names as they are looked up (xn--).
func hostName(s string) bool {
	if s == "" || len(s) > 253 || strings.HasPrefix(s, ".") || strings.Contains(s, "..") {
		return false
	}
	for _, c := range []byte(strings.ToLower(s)) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '_' {
			return false
		}
	}
	return true
}
