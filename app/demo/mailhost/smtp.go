package mailhost

import (
	"bytes"
	"crypto/subtle"
	"io"
	"strings"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

func newSMTP(h *Host) *smtp.Server {
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) {
		return &session{host: h}, nil
	}))
	server.Domain = "localhost"
	server.AllowInsecureAuth = true // loopback only
	server.MaxMessageBytes = maxMessage
	server.MaxRecipients = 10
	server.ReadTimeout = time.Minute
	server.WriteTimeout = time.Minute
	server.EnableSMTPUTF8 = true
	return server
}

// session is one SMTP connection.
type session struct {
	host     *Host
	loggedIn bool
	from     string
	to       []string
}

func (s *session) AuthMechanisms() []string { return []string{sasl.Plain, sasl.Login} }

func (s *session) Auth(mechanism string) (sasl.Server, error) {
	check := func(user, password string) error {
		if !s.host.store.allows(user, password) {
			return smtp.ErrAuthFailed
		}
		s.loggedIn = true
		return nil
	}
	if mechanism == sasl.Login {
		return &loginServer{check: check}, nil
	}
	return sasl.NewPlainServer(func(_, user, password string) error { return check(user, password) }), nil
}

func (s *session) Mail(from string, _ *smtp.MailOptions) error {
	if !s.loggedIn {
		return smtp.ErrAuthRequired
	}
	s.from, s.to = from, nil
	return nil
}

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.to = append(s.to, to)
	return nil
}

func (s *session) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	for _, to := range s.to {
		if s.host.store.owns(to) {
			err = s.host.Deliver(inbox, withDelivery(raw, s.from, to))
		} else {
			err = s.host.config.Postman(Letter{From: s.from, To: to, Raw: raw})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *session) Reset() { s.from, s.to = "", nil }

func (s *session) Logout() error { return nil }

// withDelivery adds what a real server notes on arrival (RFC 5321, section 4.4).
func withDelivery(raw []byte, from, to string) []byte {
	var b bytes.Buffer
	b.WriteString("Return-Path: <" + from + ">\r\nDelivered-To: " + to + "\r\n")
	b.Write(raw)
	return b.Bytes()
}

// loginServer is the LOGIN mechanism (draft-murchison-sasl-login), which go-sasl
// has for clients only.
type loginServer struct {
	check func(user, password string) error
	user  string
	step  int
}

func (l *loginServer) Next(response []byte) ([]byte, bool, error) {
	l.step++
	switch {
	case l.step == 1 && response == nil:
		return []byte("Username:"), false, nil
	case l.user == "":
		l.user = string(response)
		return []byte("Password:"), false, nil
	default:
		return nil, true, l.check(l.user, string(response))
	}
}

// allows compares in constant time, as every password check should.
func (s *store) allows(user, password string) bool {
	return strings.EqualFold(user, s.config.Address) &&
		subtle.ConstantTimeCompare([]byte(password), []byte(s.config.Password)) == 1
}

// owns says whether an address is the mailbox, with or without a +detail
// (RFC 5233).
func (s *store) owns(address string) bool {
	local, domain, _ := strings.Cut(address, "@")
	local, _, _ = strings.Cut(local, "+")
	return strings.EqualFold(local+"@"+domain, s.config.Address)
}
