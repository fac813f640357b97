package account

import (
	"context"
	"net"
	"testing"

	"relais/backend/mailbox/wire"
)

// records is a DNS that answers with what it was given, whoever asks.
type records struct {
	target string
	port   uint16
	mx     string
}

func (r records) LookupSRV(context.Context, string, string, string) (string, []*net.SRV, error) {
	return "", []*net.SRV{{Target: r.target, Port: r.port}}, nil
}

func (r records) LookupMX(context.Context, string) ([]*net.MX, error) {
	return []*net.MX{{Host: r.mx}}, nil
}

// FuzzDNS lets SRV and MX records say anything: what is taken from them is complete, encrypted and a host's name.
func FuzzDNS(f *testing.F) {
	f.Add("imap.firm.example.", uint16(993), "mx1.ovh.net.")
	f.Add(".", uint16(0), "")
	f.Add("a b\r\nc", uint16(1), "aspmx.l.google.com")
	f.Fuzz(func(t *testing.T, target string, port uint16, mx string) {
		got, err := Guesser{DNS: records{target, port, mx}}.Guess(context.Background(), "rh@firm.example")
		if err != nil {
			t.Fatal(err)
		}
		if err := got.Settings.Complete(); err != nil {
			t.Errorf("%s: %v", got.Found, err)
		}
		for _, s := range []Server{got.Settings.IMAP, got.Settings.SMTP} {
			if s.Security == wire.Plain || !hostName(s.Host) {
				t.Errorf("%s took %+v", got.Found, s)
			}
		}
	})
}
