// Package account is the company's mail account: where its servers are, how to sign in, what its provider is known or
// found to do, and the connections over it.
package account

import (
	"net"
	"strings"
	"time"

	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/workspace"
)

// Names under which the account is kept.
const (
	settingsKey    = "mail.account"
	passwordSecret = "mail.password"
	tokenSecret    = "mail.oauth_token"
	clientSecret   = "mail.oauth_client_secret"
)

// Auth is how to sign in.
type Auth string

// The ways to sign in. Microsoft and Google use OAuth 2.0 (XOAUTH2) with the company's own client id.
const (
	Password  Auth = "password"
	Microsoft Auth = "microsoft"
	Google    Auth = "google"
)

// Server is one of the two servers.
type Server struct {
	Host     string        `json:"host"`
	Port     int           `json:"port"`
	Security wire.Security `json:"security"`
}

// Known says whether the server is filled in.
func (s Server) Known() bool { return s.Host != "" && s.Port > 0 }

// Settings are everything about the account but its secrets.
type Settings struct {
	Address  string `json:"address"`
	Name     string `json:"name"`
	User     string `json:"user"`
	Auth     Auth   `json:"auth"`
	IMAP     Server `json:"imap"`
	SMTP     Server `json:"smtp"`
	SMTPUser string `json:"smtp_user,omitempty"` // where it differs from User
	ClientID string `json:"client_id,omitempty"`
	Tenant   string `json:"tenant,omitempty"` // Microsoft's directory; "organizations" where empty
	// Shared says that people use the mailbox too: only matching mail is kept.
	Shared bool `json:"shared"`
	// CA holds certificates (PEM) to trust beside the system's; Pin is the SHA-256 of the one certificate to accept, in hex.
	CA       string            `json:"ca,omitempty"`
	Pin      string            `json:"pin,omitempty"`
	Provider string            `json:"provider,omitempty"`
	Limits   []RateLimit       `json:"limits,omitempty"`
	Since    workspace.Instant `json:"since"`
	Findings Findings          `json:"findings"`
}

// RateLimit is so many messages in so many seconds.
type RateLimit struct {
	Messages int `json:"messages"`
	Seconds  int `json:"seconds"`
}

// Findings are what the probe found out about the provider. A nil pointer means not known, which counts as no.
type Findings struct {
	At            *workspace.Instant `json:"at,omitempty"`
	Plus          *bool              `json:"plus,omitempty"`             // mail to mailbox+r…@ arrives
	BounceSender  *bool              `json:"bounce_sender,omitempty"`    // mailbox+b…@ is accepted as envelope sender
	KeepsID       *bool              `json:"keeps_message_id,omitempty"` // the Message-ID arrives as it was sent
	FilesInSent   *bool              `json:"files_in_sent,omitempty"`    // what is sent stands in Sent
	ServerAuthRes string             `json:"auth_server,omitempty"`      // who writes Authentication-Results on arrival
}

// Complete says whether mail can be sent and read with the settings, and if not what is missing.
func (s Settings) Complete() error {
	switch {
	case s.Address == "":
		return outbox.ErrNotConfigured
	case !s.IMAP.Known():
		return workspace.NewFault("mail_server_missing", "server", "IMAP")
	case !s.SMTP.Known():
		return workspace.NewFault("mail_server_missing", "server", "SMTP")
	}
	for _, server := range []Server{s.IMAP, s.SMTP} {
		switch server.Security {
		case wire.TLS, wire.StartTLS:
		case wire.Plain:
			if !loopback(server.Host) {
				return workspace.NewFault("mail_plain_refused", "host", server.Host)
			}
		default:
			return workspace.NewFault("mail_security_unknown", "security", string(server.Security))
		}
	}
	return nil
}

// loopback says whether a host name can only be this machine: by its name or number, never by asking DNS, which
// somebody else may answer.
func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

func (s Settings) limits() []outbox.Limit {
	out := make([]outbox.Limit, 0, len(s.Limits))
	for _, l := range s.Limits {
		if l.Messages > 0 && l.Seconds > 0 {
			out = append(out, outbox.Limit{Messages: l.Messages, Within: time.Duration(l.Seconds) * time.Second})
		}
	}
	return out
}

func yes(b *bool) bool { return b != nil && *b }
