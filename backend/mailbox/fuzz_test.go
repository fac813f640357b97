package mailbox

import (
	"context"
	"testing"
)

// nobody knows no token and no address.
type nobody struct{}

func (nobody) KnownToken(context.Context, string) (bool, error)   { return false, nil }
func (nobody) KnownAddress(context.Context, string) (bool, error) { return false, nil }

// FuzzArrival looks at any bytes as a message that just came: its fingerprint, and whether it is ours.
func FuzzArrival(f *testing.F) {
	for _, raw := range []string{
		"", "\r\n\r\n", "From: a@b.example\r\nMessage-ID: <x@y>\r\nDate: Thu, 1 Jan 1970 00:00:00 +0000\r\n\r\nhello\r\n",
		"From: =?x-unknown?b?4pyT?= <a@b>, c@d\nSender: \xff\xfe\nMessage-Id: \x00\n\nRef: caaaaaaaafbl6bfoq4blcidyoi\n",
		"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGI+\n--b--\n",
	} {
		f.Add([]byte(raw))
	}
	s := &Service{matcher: nobody{}}
	f.Fuzz(func(t *testing.T, raw []byte) {
		first := fingerprintOf(raw)
		if first != fingerprintOf(raw) {
			t.Error("two fingerprints of one message")
		}
		if ours, err := s.ours(context.Background(), raw); ours || err != nil {
			t.Errorf("ours: %v %v", ours, err)
		}
	})
}
