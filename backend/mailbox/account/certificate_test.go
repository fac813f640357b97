package account_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"testing"
	"time"

	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/build/mailrig"
)

// certified is a TLS server on loopback with a certificate of its own, for a name and until a day.
func certified(t *testing.T, name string, until time.Time) (address, ca string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{name}, NotBefore: until.AddDate(-1, 0, 0), NotAfter: until,
		IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}, MinVersion: tls.VersionTLS12})
	if err != nil {
		t.Fatal(err)
	}
	mailrig.Accept(t, l, func(conn net.Conn) {
		_ = conn.(*tls.Conn).HandshakeContext(context.Background())
		_ = conn.Close()
	})
	return l.Addr().String(), string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
}

// TestCertificatesThatDoNotHoldAreToldApart: what to do about each is another thing.
func TestCertificatesThatDoNotHoldAreToldApart(t *testing.T) {
	for _, c := range []struct {
		name, host string
		until      time.Time
		trusted    bool
		code       string
	}{
		{"expired", "localhost", time.Now().AddDate(0, 0, -1), true, "mail_certificate_expired"},
		{"of another name", "mail.example.test", time.Now().AddDate(1, 0, 0), true, "mail_certificate_name"},
		{"of nobody known", "localhost", time.Now().AddDate(1, 0, 0), false, "mail_certificate_untrusted"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, service := open(t)
			address, ca := certified(t, c.host, c.until)
			s := account.Settings{Address: "hr@example.test", User: "hr@example.test", Auth: account.Password,
				IMAP: server(t, address, wire.TLS), SMTP: server(t, address, wire.TLS)}
			s.IMAP.Host, s.SMTP.Host = "localhost", "localhost"
			if c.trusted {
				s.CA = ca
			}
			check, err := service.Check(context.Background(), s, account.Secret{Password: "secret"}, false, 0, nil)
			if err != nil {
				t.Fatal(err)
			}
			fault(t, check.Err(), c.code)
		})
	}
}
