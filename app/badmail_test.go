package app_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/reply/intake"
	"relais/build/mailrig"
)

// badMail is a message that breaks a rule, and why a person is asked.
type badMail struct {
	name string
	raw  []byte
	why  string // the doubt; "" where a machine wrote it
}

// badMails are messages to the address of a request; each says that the post was shared, if it says anything.
func badMails(to, other, expired string) []badMail {
	token := func(address string) string { return strings.TrimPrefix(strings.Split(address, "@")[0], "hr+r") }
	n := 0
	head := func(extra ...string) string {
		n++
		return "From: <lea@example.test>\r\nTo: <" + to + ">\r\nSubject: Re: x\r\nMessage-ID: <bad" + fmt.Sprint(n) + "@example.test>\r\n" + strings.Join(extra, "")
	}
	date := "Date: Mon, 23 Nov 2026 10:00:00 +0100\r\n"
	said := "\r\nShared on LinkedIn\r\n"
	many, deep := strings.Builder{}, strings.Builder{}
	many.WriteString(head(date, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"))
	deep.WriteString(head(date, "MIME-Version: 1.0\r\n"))
	for i := range 1000 {
		many.WriteString("--b\r\nContent-Type: text/plain\r\n" + said)
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	many.WriteString("--b--\r\n")
	deep.WriteString("Content-Type: text/plain\r\n" + said)
	plain := "MIME-Version: 1.0\r\nContent-Type: text/plain; charset="
	return []badMail{
		{"a spoofed sender, as the server says", []byte("Authentication-Results: mx.example.test; dmarc=fail header.from=example.test\r\n" + head(date) + said), "dmarc_fail"},
		{"a sender with another's name", []byte(strings.Replace(head(date), "<lea@example.test>", `"lea@example.test" <thief@evil.example>`, 1) + said), "other_sender"},
		{"two senders", []byte(head(date, "From: <boss@example.test>\r\n") + said), "several_senders"},
		{"no sender", []byte(strings.Replace(head(date), "From: <lea@example.test>\r\n", "", 1) + said), "other_sender"},
		{"two tokens", []byte(head(date, "Cc: <"+other+">\r\n") + said), "two_tokens"},
		{"a foreign token", []byte(strings.ReplaceAll(head(date), token(to), "caaaaaaaafbl6bfoq4blcidyoi") + said), "token_foreign"},
		{"a token of a key that is gone", []byte(strings.ReplaceAll(head(date), to, expired) + said), "token_foreign"},
		{"an unknown charset", []byte(head(date, plain+"x-klingon\r\n") + "\r\n\xa4\xa1\xc1\xd2\r\n"), ""},
		{"a charset that lies", []byte(head(date, plain+"us-ascii\r\n") + "\r\nD\xe9j\xe0 vu, \xe0 v\xe9rifier ?\r\n"), ""},
		{"8-bit headers", []byte(strings.Replace(head(date), "Subject: Re: x", "Subject: R\xe9ponse \xe0 \xff\xfe", 1) + "\r\n\r\n"), "empty"},
		{"broken MIME", []byte(head(date, "MIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n") + "\r\n--?\r\nContent-Type: \x00\r\n\r\nShared\r\n"), "broken_mime"},
		{"a boundary that never comes", []byte(head(date, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=never\r\n") + said), "broken_mime"},
		{"base64 that is none", []byte(head(date, plain+"utf-8\r\nContent-Transfer-Encoding: base64\r\n") + "\r\n@@@@ no base64 @@@@\r\n"), ""},
		{"a date in 1970", []byte(head("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n") + said), "date_strange"},
		{"a date in 2099", []byte(head("Date: Fri, 31 Dec 2099 23:59:59 +0000\r\n") + said), "date_strange"},
		{"header lines alone", []byte(head(date)), "empty"},
		{"an empty mail", []byte("\r\n"), ""},
		{"no mail at all", bytes.Repeat([]byte{0, 0xff, '\n'}, 2000), ""},
		{"50 MB", append([]byte(head(date)+said), bytes.Repeat([]byte("x y z\r\n"), 50<<20/7)...), "too_large"},
		{"1,000 parts", []byte(many.String()), "too_many_parts"},
		{"1,000 deep", []byte(deep.String()), "too_many_parts"},
		{"100,000 recipients", []byte(head(date, "Cc: "+strings.Repeat("<a@b.example>,\r\n ", 100_000)+"<c@d.example>\r\n") + "\r\n?\r\n"), ""},
	}
}

// TestBadMailIsKeptAndExplained puts every kind of bad mail into the real Dovecot and syncs once: all of it is kept byte
// by byte, nothing is recorded, each is explained to a person, and a good answer behind them is recorded all the same.
func TestBadMailIsKeptAndExplained(t *testing.T) {
	rig := mailrig.Start(t)
	o := newOffice(t)
	o.connect(rig)
	asked := o.ask()
	other := "hr+r" + o.strangeToken(asked.ID+1) + "@example.test"
	all := badMails(asked.ReplyTo, other, "hr+r"+o.strangeToken(asked.ID)+"@example.test")
	for _, bad := range all {
		rig.Deliver("hr@example.test", "", bad.raw)
	}
	rig.Deliver("hr@example.test", "", letterFrom("lea@example.test", asked.ReplyTo, "good", "Shared on LinkedIn"))
	if out := o.sync(); out.Read.New != len(all)+1 || out.Replies.Recorded != 1 {
		t.Errorf("%+v", out)
	}
	if o.counted() != 1 {
		t.Errorf("%d shares counted", o.counted())
	}
	rows := map[string]intake.Row{}
	listed, err := o.app.Replies.List(o.ctx, intake.Filter{})
	o.must(err)
	for _, row := range listed {
		raw, err := o.app.Mailbox.Raw(o.ctx, row.InboundID, 0)
		o.must(err)
		rows[string(raw)] = row
	}
	for _, bad := range all {
		row, kept := rows[asGiven(bad.raw)]
		if !kept {
			t.Errorf("%s: its bytes are not kept", bad.name)
			continue
		}
		if row.Status != intake.Waiting {
			t.Errorf("%s: %s, %s %v", bad.name, row.Status, row.State, row.Doubts)
		}
		// A question and what is unclear always wait for a person, without a further reason.
		asks := row.Proposed == reply.Question || row.Proposed == reply.Review
		if len(row.Doubts) == 0 && !asks || bad.why != "" && !slices.Contains(row.Doubts, bad.why) {
			t.Errorf("%s: doubts %v, want %s", bad.name, row.Doubts, bad.why)
		}
		t.Logf("%s: %s %v", bad.name, row.Proposed, row.Doubts)
	}
}

// asGiven is a message as Dovecot gives it: IMAP has every line end in CR LF and knows no NUL.
func asGiven(raw []byte) string {
	return strings.NewReplacer("\r\n", "\r\n", "\n", "\r\n", "\x00", "\x80").Replace(string(raw))
}

// strangeToken is a token of the right shape for a message, made with a key that nobody has.
func (o *office) strangeToken(id int64) string {
	o.Helper()
	ring := outbox.Keyring{Current: 7, Keys: map[byte][]byte{7: []byte("a key that was thrown away long ago")}}
	token, err := ring.MakeToken(id, "lea@example.test")
	o.must(err)
	return token.String()
}
