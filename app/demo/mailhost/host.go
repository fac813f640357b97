package mailhost

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	imapserver "github.com/emersion/go-imap/server"
	"github.com/emersion/go-smtp"
)

// Letter is one message that arrived over SMTP, for one recipient.
type Letter struct {
	From, To string // envelope addresses
	Raw      []byte
}

// Postman gets every letter that is not for the company's own mailbox. It must
// not block: an SMTP client waits for it. An error of type *smtp.SMTPError is
// the server's answer to the sender.
type Postman func(Letter) error

// Config says whose mailbox it is.
type Config struct {
	Address  string // the company's mailbox, such as relais@firm.example
	Password string
	Postman  Postman
	Now      func() time.Time
}

// Host is a running server.
type Host struct {
	config Config
	store  *store
	imap   *imapserver.Server
	smtp   *smtp.Server
	imapAt *net.TCPAddr
	smtpAt *net.TCPAddr
	done   sync.WaitGroup
}

// maxMessage bounds one message, in bytes.
const maxMessage = 32 << 20

// Start listens on two free ports of 127.0.0.1.
func Start(ctx context.Context, config Config) (*Host, error) {
	h := &Host{config: config, store: newStore(config)}
	listen := net.ListenConfig{}
	imapSocket, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("mailhost: imap: %w", err)
	}
	smtpSocket, err := listen.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("mailhost: smtp: %w", err), imapSocket.Close())
	}
	h.imapAt, _ = imapSocket.Addr().(*net.TCPAddr)
	h.smtpAt, _ = smtpSocket.Addr().(*net.TCPAddr)
	h.imap = imapserver.New(h.store)
	h.imap.AllowInsecureAuth = true // loopback only
	h.imap.MaxLiteralSize = maxMessage
	h.smtp = newSMTP(h)
	h.done.Add(2)
	go func() { defer h.done.Done(); _ = h.imap.Serve(imapSocket) }()
	go func() { defer h.done.Done(); _ = h.smtp.Serve(smtpSocket) }()
	return h, nil
}

// IMAPPort is where the mailbox can be read.
func (h *Host) IMAPPort() int { return h.imapAt.Port }

// SMTPPort is where mail can be handed in.
func (h *Host) SMTPPort() int { return h.smtpAt.Port }

// Deliver puts a message into a folder of the company's mailbox ("INBOX", "Junk"
// or "Sent") and tells every client that is idling.
func (h *Host) Deliver(folder string, raw []byte) error { return h.store.deliver(folder, raw) }

// Close ends both servers and waits until they have ended.
func (h *Host) Close() error {
	err := errors.Join(h.imap.Close(), h.smtp.Close())
	h.store.close()
	h.done.Wait()
	return err
}
