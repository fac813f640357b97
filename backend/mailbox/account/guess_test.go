package account

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

type fakeDNS struct {
	srv map[string]*net.SRV
	mx  []*net.MX
}

func (d fakeDNS) LookupSRV(_ context.Context, service, _, _ string) (string, []*net.SRV, error) {
	if r, ok := d.srv[service]; ok {
		return "", []*net.SRV{r}, nil
	}
	return "", nil, errors.New("no such record")
}

func (d fakeDNS) LookupMX(context.Context, string) ([]*net.MX, error) { return d.mx, nil }

type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func answering(body string) *http.Client {
	return &http.Client{Transport: transport(func(r *http.Request) (*http.Response, error) {
		if !strings.HasSuffix(r.URL.Host, "firm.example") {
			return nil, errors.New("asked somebody else than the domain itself: " + r.URL.Host)
		}
		status := http.StatusOK
		if body == "" {
			status = http.StatusNotFound
		}
		return &http.Response{StatusCode: status, Body: io.NopCloser(strings.NewReader(body)), Header: http.Header{}}, nil
	})}
}

const autoconfig = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="firm.example">
<incomingServer type="pop3"><hostname>pop.firm.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
<incomingServer type="imap"><hostname>mail.firm.example</hostname><port>143</port><socketType>plain</socketType></incomingServer>
<incomingServer type="imap"><hostname>mail.firm.example</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILLOCALPART%</username></incomingServer>
<outgoingServer type="smtp"><hostname>send.%EMAILDOMAIN%</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username></outgoingServer>
</emailProvider></clientConfig>`

func TestGuess(t *testing.T) {
	cases := []struct {
		name, address string
		g             Guesser
		found         string
		imap, smtp    Server
		user          string
	}{
		{"a provider of the table asks nobody", "rh.dupont@orange.fr", Guesser{}, "table", tls("imap.orange.fr", 993), tls("smtp.orange.fr", 465), "rh.dupont@orange.fr"},
		{"a provider whose user is the local part", "rh.dupont@laposte.net", Guesser{}, "table", tls("imap.laposte.net", 993), tls("smtp.laposte.net", 465), "rh.dupont"},
		{"the domain's own file, encrypted servers alone", "rh@firm.example", Guesser{HTTP: answering(autoconfig)}, "autoconfig", tls("mail.firm.example", 993), starttls("send.firm.example", 587), "rh"},
		{"SRV records", "rh@firm.example", Guesser{HTTP: answering(""), DNS: fakeDNS{srv: map[string]*net.SRV{"imaps": {Target: "i.firm.example.", Port: 993}, "submission": {Target: "s.firm.example.", Port: 587}}}}, "srv", tls("i.firm.example", 993), starttls("s.firm.example", 587), "rh@firm.example"},
		{"SRV that says not offered, then MX", "rh@firm.example", Guesser{DNS: fakeDNS{srv: map[string]*net.SRV{"imaps": {Target: "."}}, mx: []*net.MX{{Host: "mx1.mail.ovh.net."}}}}, "mx", tls("ssl0.ovh.net", 993), tls("ssl0.ovh.net", 465), "rh@firm.example"},
		{"nothing known", "rh@firm.example", Guesser{}, "", tls("imap.firm.example", 993), tls("smtp.firm.example", 465), "rh@firm.example"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.g.Guess(context.Background(), c.address)
			if err != nil {
				t.Fatal(err)
			}
			s := got.Settings
			if got.Found != c.found || s.IMAP != c.imap || s.SMTP != c.smtp || s.User != c.user {
				t.Errorf("found %q: %+v %+v user %q", got.Found, s.IMAP, s.SMTP, s.User)
			}
		})
	}
}

func TestMicrosoftIsFoundByMXAndSignsInByOAuth(t *testing.T) {
	g := Guesser{DNS: fakeDNS{mx: []*net.MX{{Host: "firm-example.mail.protection.outlook.com."}}}}
	got, err := g.Guess(context.Background(), "rh@firm.example")
	if err != nil || got.Settings.Auth != Microsoft || got.Settings.IMAP.Host != "outlook.office365.com" {
		t.Errorf("%+v %v", got.Settings, err)
	}
}

func TestGuessRefusesWhatIsNoAddress(t *testing.T) {
	for _, address := range []string{"", "nobody", "@x", "a b@c", "x@"} {
		if _, err := (Guesser{}).Guess(context.Background(), address); !errors.Is(err, workspace.NewFault("mail_address_invalid")) {
			t.Errorf("%q: %v", address, err)
		}
	}
}

// TestProvidersAreSane holds that no line of the table sends a password in the clear, and that no domain stands twice.
func TestProvidersAreSane(t *testing.T) {
	seen := map[string]string{}
	for _, p := range Providers() {
		for _, d := range p.Domains {
			if seen[d] != "" {
				t.Errorf("%s stands for %s and %s", d, seen[d], p.Name)
			}
			seen[d] = p.Name
		}
		for _, s := range []Server{p.IMAP, p.SMTP} {
			if s.Known() && s.Security != wire.TLS && s.Security != wire.StartTLS {
				t.Errorf("%s: %+v is not encrypted", p.Name, s)
			}
		}
	}
	for _, domain := range []string{"orange.fr", "free.fr", "sfr.fr", "laposte.net", "gmx.de", "web.de", "t-online.de", "outlook.com", "gmail.com", "yahoo.fr",
		"icloud.com", "proton.me", "mailbox.org", "posteo.de", "zoho.eu", "fastmail.com", "aruba.it", "libero.it", "ziggo.nl", "kpnmail.nl"} {
		if seen[domain] == "" {
			t.Errorf("%s is not in the table", domain)
		}
	}
}

func FuzzAutoconfig(f *testing.F) {
	f.Add([]byte(autoconfig))
	f.Fuzz(func(t *testing.T, raw []byte) {
		out := Guess{Settings: Settings{Address: "rh@firm.example"}}
		if err := readAutoconfig(raw, &out); err == nil && (out.Settings.IMAP.Security == wire.Plain || !out.Settings.SMTP.Known()) {
			t.Errorf("took %+v", out.Settings)
		}
	})
}
