package sheet

import (
	"errors"
	"io"
	"mime/quotedprintable"
	"strings"

	"github.com/emersion/go-vcard"
	"golang.org/x/text/encoding/htmlindex"

	"relais/backend/workspace"
)

// Card is one vCard; Number counts from 1. Broken is a reason code where the card could not be read.
type Card struct {
	Number int
	Card   vcard.Card
	Broken string
}

// BrokenCard is the reason for a card that breaks RFC 6350 beyond repair.
const BrokenCard = "card_unreadable"

// readCards reads versions 2.1 to 4.0 (RFC 6350, RFC 2426, and the quoted-printable of vCard 2.1, which phones and
// Outlook still write). Each card is decoded by itself, so that a broken one costs no other.
func readCards(text string) ([]Card, error) {
	var cards []Card
	for _, block := range splitCards(text) {
		if len(cards) >= maxRows {
			return nil, workspace.NewFault("import_too_many_rows", "limit", maxRows)
		}
		c := Card{Number: len(cards) + 1}
		card, err := vcard.NewDecoder(strings.NewReader(plainText(block))).Decode()
		if err != nil && !errors.Is(err, io.EOF) || card == nil {
			c.Broken = BrokenCard
		}
		c.Card = card
		cards = append(cards, c)
	}
	if len(cards) == 0 {
		return nil, workspace.NewFault("import_empty")
	}
	return cards, nil
}

func splitCards(text string) []string {
	var blocks []string
	var b strings.Builder
	open := false
	flush := func() {
		if open {
			blocks = append(blocks, b.String())
		}
		b.Reset()
		open = false
	}
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		upper := strings.ToUpper(strings.TrimSpace(line))
		if upper == "BEGIN:VCARD" {
			flush()
			open = true
		}
		if open && b.Len() < 1<<20 {
			b.WriteString(line + "\r\n")
		}
		if upper == "END:VCARD" {
			flush()
		}
	}
	flush()
	return blocks
}

// plainText decodes the quoted-printable lines of vCard 2.1, which the library leaves as they are.
func plainText(block string) string {
	if !strings.Contains(strings.ToUpper(block), "QUOTED-PRINTABLE") {
		return block
	}
	var b strings.Builder
	lines := strings.Split(block, "\r\n")
	for i := 0; i < len(lines); i++ {
		head, value, found := strings.Cut(lines[i], ":")
		if !found || !strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE") {
			b.WriteString(lines[i] + "\r\n")
			continue
		}
		for strings.HasSuffix(value, "=") && i+1 < len(lines) {
			i++
			value = strings.TrimSuffix(value, "=") + strings.TrimLeft(lines[i], " \t")
		}
		name, text := decodeQuoted(head, value)
		b.WriteString(name + ":" + text + "\r\n")
	}
	return b.String()
}

func decodeQuoted(head, value string) (name, text string) {
	charset := ""
	kept := []string{}
	for i, part := range strings.Split(head, ";") {
		key, v, _ := strings.Cut(part, "=")
		switch {
		case i > 0 && strings.EqualFold(key, "CHARSET"):
			charset = v
		case i > 0 && (strings.EqualFold(key, "ENCODING") || strings.EqualFold(part, "QUOTED-PRINTABLE")):
		default:
			kept = append(kept, part)
		}
	}
	name = strings.Join(kept, ";")
	raw, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value)))
	if err != nil {
		return name, value
	}
	text, _ = decode(raw)
	if enc, err := htmlindex.Get(charset); err == nil && charset != "" {
		if out, err := enc.NewDecoder().Bytes(raw); err == nil {
			text = string(out)
		}
	}
	return name, strings.NewReplacer("\r\n", `\n`, "\n", `\n`).Replace(text)
}
