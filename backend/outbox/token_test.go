package outbox

import (
	"errors"
	"strings"
	"testing"
)

func ring() Keyring {
	return Keyring{Current: 1, Keys: map[byte][]byte{0: []byte("old key, thirty-two bytes long..."), 1: []byte("new key, thirty-two bytes long...")}}
}

func TestTokenRoundTrip(t *testing.T) {
	for _, id := range []int64{1, 255, 65536, 1 << 32, maxMessageID} {
		tok, err := ring().MakeToken(id, "Lea@Example.test")
		if err != nil {
			t.Fatal(err)
		}
		s := tok.String()
		if len(s) != TokenLength || strings.ToLower(s) != s {
			t.Fatalf("token %q: want 26 lower-case characters", s)
		}
		back, err := ParseToken(strings.ToUpper(s))
		if err != nil || back != tok || back.MessageID() != id || back.KeyNumber() != 1 {
			t.Fatalf("parse %q: %v %v", s, back, err)
		}
		if err := ring().Verify(back, " lea@example.TEST"); err != nil {
			t.Errorf("the recipient's case must not matter: %v", err)
		}
		if err := ring().Verify(back, "karim@example.test"); !errors.Is(err, ErrTokenForeign) {
			t.Errorf("another recipient: %v, want ErrTokenForeign", err)
		}
	}
}

func TestTokenKnownValue(t *testing.T) {
	// Fixed so that a change of the format, which would orphan every message ever sent, cannot pass unseen.
	tok, err := ring().MakeToken(42, "lea@example.test")
	if err != nil {
		t.Fatal(err)
	}
	if got := tok.String(); got != "ceaaaaaaflvug6ktvjylmnmx44" {
		t.Errorf("token of message 42 = %q", got)
	}
}

func TestTokenOfOldKeyVerifies(t *testing.T) {
	old := ring()
	old.Current = 0
	tok, _ := old.MakeToken(7, "lea@example.test")
	if err := ring().Verify(tok, "lea@example.test"); err != nil {
		t.Errorf("a token of a former key: %v", err)
	}
	delete(old.Keys, 0)
	if err := old.Verify(tok, "lea@example.test"); !errors.Is(err, ErrTokenForeign) {
		t.Errorf("a token of a lost key: %v", err)
	}
}

func TestTokenEveryBitMatters(t *testing.T) {
	tok, _ := ring().MakeToken(99, "lea@example.test")
	for bit := range tokenBytes * 8 {
		bad := tok
		bad[bit/8] ^= 1 << (bit % 8)
		if ring().Verify(bad, "lea@example.test") == nil {
			t.Errorf("bit %d flipped, still verifies", bit)
		}
	}
}

func TestParseTokenRefuses(t *testing.T) {
	tok, _ := ring().MakeToken(99, "lea@example.test")
	good := tok.String()
	last := good[:25] + string("abcdefghijklmnopqrstuvwxyz234567"[strings.IndexByte("abcdefghijklmnopqrstuvwxyz234567", good[25])|1])
	cases := map[string]string{
		"empty": "", "short": good[:25], "long": good + "a", "digit one": "1" + good[1:], "spaces": good[:25] + " ",
		"other version": "eeaaaaaaf" + good[9:], "no id": "ceaaaaaaaa" + good[10:], "second spelling": last,
	}
	for name, s := range cases {
		if _, err := ParseToken(s); !errors.Is(err, ErrToken) {
			t.Errorf("%s (%q): %v, want ErrToken", name, s, err)
		}
	}
}

func TestFindTokens(t *testing.T) {
	a, _ := ring().MakeToken(1, "lea@example.test")
	b, _ := ring().MakeToken(2, "lea@example.test")
	text := "To: hr+r" + a.String() + "@x\nRef: " + b.String() + "\nRef: " + strings.ToUpper(a.String())
	got := FindTokens(text)
	if len(got) != 2 || got[0] != a || got[1] != b {
		t.Errorf("found %v", got)
	}
}

func FuzzParseToken(f *testing.F) {
	tok, _ := ring().MakeToken(99, "lea@example.test")
	f.Add(tok.String())
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ParseToken(s)
		if err == nil && !strings.EqualFold(got.String(), s) {
			t.Errorf("%q parsed, but prints as %q", s, got)
		}
	})
}

func FuzzFindTokens(f *testing.F) {
	tok, _ := ring().MakeToken(99, "lea@example.test")
	f.Add("hr+r" + tok.String() + "@x\nRef: " + strings.ToUpper(tok.String()) + "\n" + strings.Repeat("a", 300))
	f.Fuzz(func(t *testing.T, text string) {
		found := FindTokens(text)
		if len(found) > 10 {
			t.Errorf("%d tokens", len(found))
		}
		for _, tok := range found {
			if !strings.Contains(strings.ToLower(text), tok.String()) {
				t.Errorf("%s does not stand there", tok)
			}
		}
	})
}
