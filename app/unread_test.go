package app_test

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"

	"relais/app"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// withholding is an IMAP server whose INBOX lists messages and gives none of them.
func withholding(t *testing.T, uids *string) (port int) {
	t.Helper()
	return mailrig.Serve(t, func(conn net.Conn) { withhold(conn, uids) }).Port
}

func withhold(conn net.Conn, uids *string) {
	defer conn.Close() //nolint:errcheck // a test's server
	fmt.Fprint(conn, "* OK [CAPABILITY IMAP4rev1] ready\r\n")
	in := bufio.NewScanner(conn)
	for in.Scan() {
		tag, rest, _ := strings.Cut(in.Text(), " ")
		switch {
		case strings.HasPrefix(rest, "CAPABILITY"):
			fmt.Fprint(conn, "* CAPABILITY IMAP4rev1\r\n")
		case strings.HasPrefix(rest, "EXAMINE"):
			fmt.Fprint(conn, "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n")
		case strings.HasPrefix(rest, "UID SEARCH"):
			fmt.Fprintf(conn, "* SEARCH %s\r\n", *uids)
		case strings.HasPrefix(rest, "UID FETCH") && !strings.Contains(rest, "BODY"):
			for _, uid := range strings.Fields(*uids) {
				fmt.Fprintf(conn, "* %s FETCH (UID %s INTERNALDATE \"23-Nov-2026 10:00:00 +0000\" RFC822.SIZE 90)\r\n", uid, uid)
			}
		}
		fmt.Fprintf(conn, "%s OK done\r\n", tag)
	}
}

func TestMailThatIsNotGivenHoldsSendingBack(t *testing.T) {
	o, uids := newOffice(t), "4"
	o.must(o.app.Account.Save(o.ctx, account.Settings{Address: "hr@example.test", User: "hr@example.test", Auth: account.Password,
		IMAP: account.Server{Host: "127.0.0.1", Port: withholding(t, &uids), Security: wire.Plain},
		SMTP: account.Server{Host: "127.0.0.1", Port: 1, Security: wire.Plain}}, account.Secret{Password: "x"}))
	sync := func() error {
		_, err := app.Sync(o.ctx, o.app, app.SyncOptions{NoFeeds: true}, nil)
		return err
	}
	o.must(sync()) // nothing waits to be sent: nothing to tell
	o.ask()
	held := workspace.NewFault("mail_unread")
	for range 2 {
		if err := sync(); !errors.Is(err, held) {
			t.Fatalf("a message that was not given: %v", err)
		}
	}
	o.must(o.app.SendDespiteUnread(o.ctx))
	if err := sync(); err == nil || errors.Is(err, held) {
		t.Fatalf("after a person's word sending was not tried: %v", err)
	}
	uids = "4 5"
	if err := sync(); !errors.Is(err, held) {
		t.Fatalf("the word for one message was taken for another: %v", err)
	}
	uids = ""
	if err := sync(); err == nil || errors.Is(err, held) {
		t.Fatalf("once nothing is missing: %v", err)
	}
}
