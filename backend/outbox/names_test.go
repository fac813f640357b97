package outbox_test

import (
	"bytes"
	"context"
	"net/mail"
	"testing"

	"relais/backend/outbox"
)

// A name is data: whatever stands in it, the letter goes to one address and no header is added.
func TestNamesOfEveryKindStandInTheLetter(t *testing.T) {
	b := setUp(t)
	for name, want := range map[string]string{
		"Léa Martin":                          "Léa Martin",
		`Anne "Nini" Roy`:                     `Anne "Nini" Roy`,
		`O\'Neill, Pat (RH)`:                  `O\'Neill, Pat (RH)`,
		`"`:                                   `"`,
		`x" <other@example.test>, "y`:         `x" <other@example.test>, "y`,
		"Léa\r\nBcc: other@example.test":      "Léa Bcc: other@example.test",
		"<img src=\"x\" onerror=\"alert()\">": "<img src=\"x\" onerror=\"alert()\">",
		"\x00\x1b[0m\u202e":                   "[0m",
		"":                                    "",
	} {
		ids, err := b.box.Queue(context.Background(), []outbox.Draft{{Kind: outbox.Request, Recipient: "lea@example.test", RecipientName: name, Compose: letter}})
		if err != nil || len(ids) != 1 {
			t.Errorf("%q: %v", name, err)
			continue
		}
		raw, err := b.box.Raw(context.Background(), ids[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		read, err := mail.ReadMessage(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		to, err := read.Header.AddressList("To")
		if err != nil || len(to) != 1 || to[0].Address != "lea@example.test" || to[0].Name != want || read.Header.Get("Bcc") != "" {
			t.Errorf("%q: to %v, %v", name, to, err)
		}
	}
}
