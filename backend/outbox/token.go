package outbox

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
	"strings"
)

const (
	tokenVersion = 1
	tokenBytes   = 16
	tokenMAC     = 10
	// TokenLength is the number of characters of a token.
	TokenLength = 26
	// maxMessageID is what five bytes hold.
	maxMessageID = 1<<40 - 1
)

var (
	// ErrToken says that a string is not a token of this format at all.
	ErrToken = errors.New("outbox: not a token")
	// ErrTokenForeign says that a token has the right shape, but that no key of this workspace made it for
	// this recipient: it belongs to another company, to another person, or was made up.
	ErrTokenForeign = errors.New("outbox: foreign token")
)

// tokenEncoding is lower case because mail servers and people fold the case of local parts.
var tokenEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// A Token names one outgoing message to one recipient. It is 16 bytes: the format's version (high four bits) and the
// number of the key (low four), five bytes of message id, and the first ten bytes of
// HMAC-SHA256 over version and key number, message id and the recipient's address in lower case.
type Token [tokenBytes]byte

// Keyring holds the keys that tokens are made and checked with, by their number (0 to 15). Old keys stay, so that
// an answer to an old message still verifies.
type Keyring struct {
	Current byte
	Keys    map[byte][]byte
}

// MakeToken signs a message id (1 to 2^40-1) for a recipient with the ring's current key.
func (k Keyring) MakeToken(messageID int64, recipient string) (Token, error) {
	if messageID <= 0 || messageID > maxMessageID {
		return Token{}, fmt.Errorf("outbox: message id %d does not fit a token", messageID)
	}
	key, ok := k.Keys[k.Current]
	if !ok || k.Current > 15 {
		return Token{}, fmt.Errorf("outbox: no token key number %d", k.Current)
	}
	var t Token
	t[0] = tokenVersion<<4 | k.Current
	var id [8]byte
	binary.BigEndian.PutUint64(id[:], uint64(messageID))
	copy(t[1:6], id[3:])
	copy(t[6:], t.mac(key, recipient))
	return t, nil
}

// Verify reports whether the token was made by this ring for this recipient. The error is ErrTokenForeign or nil.
func (k Keyring) Verify(t Token, recipient string) error {
	key, ok := k.Keys[t.KeyNumber()]
	if !ok || !hmac.Equal(t.mac(key, recipient), t[6:]) {
		return ErrTokenForeign
	}
	return nil
}

// mac computes the signature part over the first six bytes and the recipient.
func (t Token) mac(key []byte, recipient string) []byte {
	h := hmac.New(sha256.New, key)
	h.Write(t[:6])
	h.Write([]byte(strings.ToLower(strings.TrimSpace(recipient))))
	return h.Sum(nil)[:tokenMAC]
}

// String gives the 26 lower-case characters that stand in addresses, headers and the footer.
func (t Token) String() string { return tokenEncoding.EncodeToString(t[:]) }

// MessageID gives the id of the message that the token names; it proves nothing before Verify.
func (t Token) MessageID() int64 {
	var id [8]byte
	copy(id[3:], t[1:6])
	return int64(binary.BigEndian.Uint64(id[:]))
}

// KeyNumber gives the number of the key that made the token.
func (t Token) KeyNumber() byte { return t[0] & 0x0f }

// ParseToken reads the 26 characters in either case. It accepts only the one canonical spelling: the last character
// carries two unused bits, and a token that differs there alone would otherwise be a second name of one message.
func ParseToken(s string) (Token, error) {
	var t Token
	s = strings.ToLower(s)
	if len(s) != TokenLength {
		return t, ErrToken
	}
	raw, err := tokenEncoding.DecodeString(s)
	if err != nil || len(raw) != tokenBytes {
		return t, ErrToken
	}
	copy(t[:], raw)
	if t[0]>>4 != tokenVersion || t.MessageID() == 0 || t.String() != s {
		return Token{}, ErrToken
	}
	return t, nil
}

var tokenWord = regexp.MustCompile(`(?i)[a-z2-7]{26,}`)

// FindTokens lists the distinct well-formed tokens that stand in a text, in order of appearance, at most ten.
func FindTokens(text string) []Token {
	var found []Token
	seen := map[Token]bool{}
	for _, word := range tokenWord.FindAllString(text, 1000) {
		if len(word) == TokenLength+1 { // "+r<token>@" and "+b<token>@": the letter belongs to the address
			word = word[1:]
		}
		t, err := ParseToken(word)
		if err != nil || seen[t] {
			continue
		}
		seen[t] = true
		if found = append(found, t); len(found) == 10 {
			break
		}
	}
	return found
}
