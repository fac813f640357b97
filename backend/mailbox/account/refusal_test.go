package account_test

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/build/mailrig"
)

// answering is a server on loopback that greets with one line and then gives the answer of the first word it knows.
func answering(t *testing.T, greeting string, answers map[string]string) string {
	t.Helper()
	return mailrig.Serve(t, func(conn net.Conn) { converse(conn, greeting, answers) }).String()
}

func converse(conn net.Conn, greeting string, answers map[string]string) {
	defer conn.Close() //nolint:errcheck // a test's server
	fmt.Fprintf(conn, "%s\r\n", greeting)
	if greeting == "" || strings.HasPrefix(greeting, "421") {
		return
	}
	body := false
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		word := strings.ToUpper(strings.SplitN(lines.Text()+" ", " ", 2)[0])
		if body && word != "." {
			continue
		}
		answer, known := answers[word]
		if !known {
			answer = "250 ok"
		}
		body = word == "DATA" && strings.HasPrefix(answer, "354")
		fmt.Fprintf(conn, "%s\r\n", answer)
	}
}

// A submission server that can be reached has many ways to take no mail: what to do about each is another thing.
func serversThatTakeNoMail(t *testing.T, rig *mailrig.Rig) {
	const greeting = "220 ready"
	for _, c := range []struct {
		name, greeting string
		answers        map[string]string
		step, code     string
	}{
		{"busy", "421 4.7.0 too many connections", nil, "smtp_connect", "mail_server_refuses"},
		{"closes", "", nil, "smtp_connect", "mail_other_server"},
		{"is an IMAP server", "* OK ready", nil, "smtp_connect", "mail_other_server"},
		{"another's address", greeting, map[string]string{"MAIL": "550 5.7.60 not your address"}, "probe_send", "mail_sender_refused"},
		{"full", greeting, map[string]string{"RCPT": "452 4.2.2 mailbox full"}, "probe_send", "mail_box_full"},
		{"full at the end", greeting, map[string]string{"DATA": "354 go", ".": "552 over quota"}, "probe_send", "mail_box_full"},
		{"may not send", greeting, map[string]string{"DATA": "554 5.7.1 sending is disabled"}, "probe_send", "mail_submission_refused"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, service := open(t)
			s := settings(t, rig, true)
			s.SMTP = server(t, answering(t, c.greeting, c.answers), wire.Plain)
			check, err := service.Check(context.Background(), s, account.Secret{Password: "secret"}, true, time.Second, nil)
			if err != nil {
				t.Fatal(err)
			}
			fault(t, check.Err(), c.code)
			if last := check.Steps[len(check.Steps)-1]; last.Name != c.step {
				t.Errorf("it stops at %s, want %s", last.Name, c.step)
			}
		})
	}
}

// Whoever swaps the two servers must hear it at once, whatever the security: not wait for a deadline.
func swappedServers(t *testing.T, rig *mailrig.Rig) {
	for _, secure := range []bool{true, false} {
		_, service := open(t)
		service.Timeout = time.Minute
		s := settings(t, rig, secure)
		s.IMAP, s.SMTP = s.SMTP, s.IMAP
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		check, err := service.Check(ctx, s, account.Secret{Password: "secret"}, false, 0, nil)
		if err != nil || len(check.Steps) != 2 {
			t.Fatalf("%+v %v", check, err)
		}
		for _, step := range check.Steps {
			fault(t, step.Fault, "mail_other_server")
		}
	}
}
