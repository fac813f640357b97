package mailbox

import (
	"bytes"
	"context"
	"net/mail"
	"regexp"
	"strings"

	"github.com/jhillyerd/enmime/v2"
)

// word is what a token looks like, with the letter in front that it has in addresses.
var word = regexp.MustCompile(`(?i)[a-z2-7]{26,27}`)

const maxWords = 200

// ours says whether a message of a shared mailbox concerns us: a token in its header fields or its text, or a sender
// of the staff. It looks at nothing else, and keeps nothing.
func (s *Service) ours(ctx context.Context, raw []byte) (bool, error) {
	header, body, _ := bytes.Cut(raw, []byte("\n\r\n"))
	if len(body) == 0 {
		header, body, _ = bytes.Cut(raw, []byte("\n\n"))
	}
	if m, err := mail.ReadMessage(bytes.NewReader(raw)); err == nil {
		for _, name := range []string{"From", "Sender"} {
			list, _ := m.Header.AddressList(name)
			for _, a := range list {
				if known, err := s.matcher.KnownAddress(ctx, a.Address); err != nil || known {
					return known, err
				}
			}
		}
	}
	for _, text := range []string{string(header), string(body[:min(len(body), 256<<10)]), decoded(raw)} {
		if found, err := s.holdsToken(ctx, text); err != nil || found {
			return found, err
		}
	}
	return false, nil
}

func (s *Service) holdsToken(ctx context.Context, text string) (bool, error) {
	for _, w := range word.FindAllString(text, maxWords) {
		if len(w) == 27 {
			w = w[1:]
		}
		known, err := s.matcher.KnownToken(ctx, strings.ToLower(w))
		if err != nil || known {
			return known, err
		}
	}
	return false, nil
}

// maxMultiparts is how many parts of parts a message may have to be decoded: each level that encloses a line reads it
// again, so that thousands of them take hours.
const maxMultiparts = 50

var multipart = regexp.MustCompile(`(?i)multipart/`)

// decoded gives the text of a message without its transfer encoding; "" where it cannot be read.
func decoded(raw []byte) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	if len(multipart.FindAllIndex(raw, maxMultiparts+1)) > maxMultiparts {
		return ""
	}
	parser := enmime.NewParser(enmime.DisableCharacterDetection(true), enmime.MaxStoredPartErrors(10))
	e, err := parser.ReadEnvelope(bytes.NewReader(raw))
	if err != nil {
		return ""
	}
	return e.Text + "\n" + e.HTML
}
