package account

import (
	"context"
	cryptotls "crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/textproto"
	"strings"
	"syscall"

	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/outbox/submit"
	"relais/backend/workspace"
)

// explain turns what failed into one clear sentence: which server, which step, why, what to do.
func explain(step, protocol string, server Server, err error) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	var known *workspace.Fault
	if errors.As(err, &known) {
		return err
	}
	return workspace.NewFault(reason(step, err), "server", protocol, "host", server.Host, "port", server.Port, "said", said(err)).Wrap(err)
}

func reason(step string, err error) string {
	var dns *net.DNSError
	var network net.Error
	var authority x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	var record cryptotls.RecordHeaderError
	var foreign textproto.ProtocolError
	var refusal *outbox.Refusal
	var closed *wire.Refusal
	switch {
	case errors.Is(err, wire.ErrLogin), errors.Is(err, submit.ErrLogin):
		return "mail_login_refused"
	case errors.Is(err, wire.ErrNoStartTLS), errors.Is(err, submit.ErrNoStartTLS):
		return "mail_no_starttls"
	case errors.As(err, &dns):
		return "mail_host_unknown"
	case errors.Is(err, errPin):
		return "mail_certificate_changed"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return "mail_certificate_expired"
	case errors.As(err, &host):
		return "mail_certificate_name"
	case errors.As(err, &authority), errors.As(err, &invalid):
		return "mail_certificate_untrusted"
	case errors.As(err, &record):
		return "mail_not_tls"
	case errors.Is(err, wire.ErrNoIMAP), errors.As(err, &foreign):
		return "mail_other_server"
	case errors.As(err, &refusal) && step != "login":
		return refused(refusal)
	case errors.As(err, &closed):
		return "mail_imap_refused"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "mail_port_closed"
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return "mail_offline"
	case errors.Is(err, wire.ErrDeadline), errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return "mail_server_silent"
	case step == "login":
		return "mail_login_failed"
	case errors.Is(err, wire.ErrClosed), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return "mail_server_closed"
	default:
		return "mail_connection_failed"
	}
}

// refused tells apart why a submission server that can be reached takes no mail.
func refused(r *outbox.Refusal) string {
	full := strings.HasPrefix(r.Text, "4.2.2") || strings.HasPrefix(r.Text, "5.2.2") || r.Code == 552 // RFC 3463, 3.3; RFC 5321, 4.2.3
	switch {
	case r.Step == "connect":
		return "mail_server_refuses"
	case full:
		return "mail_box_full"
	case r.Step == "mail":
		return "mail_sender_refused"
	default:
		return "mail_submission_refused"
	}
}

// said gives the server's own words where there are any, bounded.
func said(err error) string {
	var refusal *outbox.Refusal
	if errors.As(err, &refusal) {
		return refusal.Text
	}
	text := err.Error()
	if closed := (*wire.Refusal)(nil); errors.As(err, &closed) {
		text = closed.Text
	}
	text = strings.Join(strings.Fields(text), " ")
	for _, prefix := range []string{"wire: sign-in refused: ", "submit: sign-in refused: "} {
		if rest, ok := strings.CutPrefix(text, prefix); ok {
			text = rest
		}
	}
	if len(text) > 160 {
		text = strings.ToValidUTF8(text[:160], "")
	}
	return strings.TrimRight(text, ".") // the sentence around it has its own
}
