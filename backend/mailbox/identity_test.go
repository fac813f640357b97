package mailbox

import (
	"bytes"
	"crypto/sha256"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestIdentity compares the quick way with net/mail's, on heads made of pieces of real and of broken ones.
func TestIdentity(t *testing.T) {
	pieces := []string{"Message-ID: <a@b>", "message-id:", "From: Léa <lea@b.example>", "FROM : x", "Date: Mon, 1 Jan 2026 10:00:00 +0100", "Date:", " folded", "\tfolded  twice ", " ",
		"Subject: x", "no colon", ": empty", "X-\u00e9: y", "X: a\rb", "\n", "\r\n", "\r\n", "\r\n", "\n", "\r\n\r\n", "\n\n", "body\r\n", "\r"}
	r := rand.New(rand.NewPCG(1, 1))
	quick := 0
	for range 100000 {
		raw := ""
		for range r.IntN(14) {
			raw += pieces[r.IntN(len(pieces))]
		}
		fields, body, ok := identity([]byte(raw))
		if !ok {
			continue
		}
		quick++
		want, wantBody := identityOfAny([]byte(raw))
		for i := range fields {
			if strings.Join(strings.Fields(fields[i]), " ") != strings.Join(strings.Fields(want[i]), " ") {
				t.Fatalf("%q: %q, want %q", raw, fields, want)
			}
		}
		if strings.TrimSpace(want[0]) != "" && string(body) != string(wantBody) {
			t.Fatalf("%q: %q, want %q", raw, body, wantBody)
		}
	}
	if quick < 5000 {
		t.Errorf("only %d were taken: the test shows little", quick)
	}
}

// TestSumLines compares it with the plain way to say the same, on which stored fingerprints rest.
func TestSumLines(t *testing.T) {
	pieces := []string{"a", "words", "\r", "\n", "\r\n", "\r\r\n", "\n\r"}
	r := rand.New(rand.NewPCG(1, 1))
	for range 20000 {
		body := ""
		for range r.IntN(9) {
			body += pieces[r.IntN(len(pieces))]
		}
		got, want := sha256.New(), sha256.Sum256(bytes.TrimRight(bytes.ReplaceAll([]byte(body), []byte("\r\n"), []byte("\n")), "\n"))
		if sumLines(got, []byte(body)); !bytes.Equal(got.Sum(nil), want[:]) {
			t.Fatalf("%q", body)
		}
	}
}
