// Package wire speaks IMAP (RFC 3501) with a server that is not trusted.
//
// It puts a guard and deadlines around go-imap's client (version 1): bounded literals, lines and nesting, one
// deadline a command, and a check of the shapes on which the client's reading goroutine would panic, where no recover
// could reach it. It never asks for ENVELOPE, BODYSTRUCTURE or ESEARCH, and never sets a flag.
package wire

import "errors"

// ErrProtocol says that the server sent what IMAP does not allow, or more than is sane; the connection is closed.
var ErrProtocol = errors.New("wire: the server does not keep to the protocol")

// ErrDeadline says that a command was not answered in time; the connection is closed.
var ErrDeadline = errors.New("wire: the server did not answer in time")

// ErrClosed says that the server closed the connection.
var ErrClosed = errors.New("wire: connection closed")

// ErrNoIMAP says that what answered is no IMAP server.
var ErrNoIMAP = errors.New("wire: no IMAP server answers there")

// ErrLogin says that the server refused the user or the password, or the token.
var ErrLogin = errors.New("wire: sign-in refused")

// ErrNoStartTLS says that STARTTLS was required but is not offered.
var ErrNoStartTLS = errors.New("wire: the server does not offer STARTTLS")

// Refusal says that the server would not open a folder, in its own words, on one line.
type Refusal struct{ Text string }

// Error implements error.
func (r *Refusal) Error() string { return "wire: folder refused: " + r.Text }
