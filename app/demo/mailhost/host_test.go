package mailhost

import (
	"context"
	"fmt"
	"io"
	"net/smtp"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
)

const (
	address  = "relais@firm.example"
	password = "only-here"
)

func start(t *testing.T, postman Postman) *Host {
	t.Helper()
	h, err := Start(context.Background(), Config{Address: address, Password: password, Postman: postman, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	return h
}

func login(t *testing.T, h *Host) *client.Client {
	t.Helper()
	c, err := client.Dial(fmt.Sprintf("127.0.0.1:%d", h.IMAPPort()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Terminate() })
	if err := c.Login(address, password); err != nil {
		t.Fatal(err)
	}
	return c
}

func send(h *Host, from, to, body string) error {
	auth := smtp.PlainAuth("", address, password, "127.0.0.1")
	return smtp.SendMail(fmt.Sprintf("127.0.0.1:%d", h.SMTPPort()), auth, from, []string{to}, []byte(body))
}

func TestMailToPlusAddressIsReadByUID(t *testing.T) {
	h := start(t, nil)
	// A header that no parser would write this way: what is read must be what was sent.
	body := "Subject:  Tea\r\nX-Odd :kept\r\n\r\nHello\r\n"
	for range 3 {
		if err := send(h, "lea@firm.example", "relais+rabc@firm.example", body); err != nil {
			t.Fatal(err)
		}
	}
	c := login(t, h)
	status, err := c.Select("INBOX", false)
	if err != nil || status.Messages != 3 || status.UidNext != 4 || status.UidValidity == 0 {
		t.Fatalf("status %+v, %v", status, err)
	}
	criteria := imap.NewSearchCriteria()
	criteria.Uid = new(imap.SeqSet)
	criteria.Uid.AddRange(3, 0)
	uids, err := c.UidSearch(criteria)
	if err != nil || len(uids) != 1 || uids[0] != 3 {
		t.Fatalf("search gave %v, %v", uids, err)
	}
	set := new(imap.SeqSet)
	set.AddNum(3)
	section := &imap.BodySectionName{Peek: true}
	got := make(chan *imap.Message, 1)
	if err := c.UidFetch(set, []imap.FetchItem{imap.FetchUid, imap.FetchRFC822Size, section.FetchItem()}, got); err != nil {
		t.Fatal(err)
	}
	m := <-got
	raw, err := io.ReadAll(m.GetBody(section))
	if err != nil || !strings.HasSuffix(string(raw), body) || !strings.Contains(string(raw), "Delivered-To: relais+rabc@firm.example\r\n") {
		t.Fatalf("read %q, %v", raw, err)
	}
	if int(m.Size) != len(raw) {
		t.Errorf("size said %d, is %d", m.Size, len(raw))
	}
}

func TestIdleHearsOfNewMail(t *testing.T) {
	h := start(t, nil)
	c := login(t, h)
	if _, err := c.Select("INBOX", true); err != nil {
		t.Fatal(err)
	}
	updates := make(chan client.Update, 4)
	c.Updates = updates
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- c.Idle(stop, nil) }()
	deadline := time.After(5 * time.Second)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-tick.C: // deliveries made before the client idles are not announced
			if err := h.Deliver("INBOX", []byte("Subject: x\r\n\r\ny\r\n")); err != nil {
				t.Fatal(err)
			}
			continue
		case u := <-updates:
			if _, ok := u.(*client.MailboxUpdate); !ok {
				continue
			}
		case <-deadline:
			t.Fatal("no word of new mail within 5 s")
		}
		break
	}
	go func() {
		for range updates {
		}
	}()
	close(stop)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestOthersGoToThePostman(t *testing.T) {
	letters := make(chan Letter, 1)
	h := start(t, func(l Letter) error { letters <- l; return nil })
	if err := send(h, "relais+bxyz@firm.example", "lea@firm.example", "Subject: x\r\n\r\ny\r\n"); err != nil {
		t.Fatal(err)
	}
	l := <-letters
	if l.From != "relais+bxyz@firm.example" || l.To != "lea@firm.example" || !strings.Contains(string(l.Raw), "Subject: x") {
		t.Errorf("got %+v", l)
	}
}

func TestWrongPasswordIsRefused(t *testing.T) {
	h := start(t, nil)
	c, err := client.Dial(fmt.Sprintf("127.0.0.1:%d", h.IMAPPort()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Terminate() }()
	if err := c.Login(address, "guess"); err == nil {
		t.Error("IMAP took a wrong password")
	}
	auth := smtp.PlainAuth("", address, "guess", "127.0.0.1")
	if err := smtp.SendMail(fmt.Sprintf("127.0.0.1:%d", h.SMTPPort()), auth, "a@b.example", []string{"c@d.example"}, nil); err == nil {
		t.Error("SMTP took a wrong password")
	}
	if err := smtp.SendMail(fmt.Sprintf("127.0.0.1:%d", h.SMTPPort()), nil, "a@b.example", []string{"c@d.example"}, nil); err == nil {
		t.Error("SMTP took mail without a password")
	}
}
