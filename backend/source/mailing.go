package source

import (
	"bytes"
	"context"
	"net/mail"
	"strings"
)

// Mailing says whether a message is a newsletter, by its header alone, and who
// sent it: it names a list (RFC 2919, RFC 2369), answers nothing and is no
// automatic answer (RFC 3834).
func Mailing(raw []byte) (from string, ok bool) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return "", false
	}
	h := m.Header
	if h.Get("List-Id") == "" && h.Get("List-Unsubscribe") == "" {
		return "", false
	}
	if h.Get("In-Reply-To") != "" || h.Get("References") != "" {
		return "", false
	}
	if auto := strings.ToLower(h.Get("Auto-Submitted")); auto != "" && auto != "no" && !strings.HasPrefix(auto, "auto-generated") {
		return "", false
	}
	if t := strings.ToLower(h.Get("Content-Type")); strings.HasPrefix(t, "multipart/report") {
		return "", false
	}
	a, err := mail.ParseAddress(h.Get("From"))
	if err != nil {
		return "", false
	}
	return strings.ToLower(a.Address), true
}

// KnownSender says whether newsletters of this sender are taken in.
func (s *Service) KnownSender(ctx context.Context, address string) (bool, error) {
	var n int64
	err := s.db.Read(ctx).Model(&Source{}).Where("kind = ? AND url = ? AND state = ?", KindNewsletter, "mailto:"+strings.ToLower(address), Active).Count(&n).Error
	return n > 0, err
}
