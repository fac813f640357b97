package share

import (
	"fmt"

	"relais/backend/network"
)

// requestKey is what makes a share from a reply unique: whoever answers twice
// about one request and one network has shared once.
func requestKey(requestID int64, network string) string {
	return fmt.Sprintf("r:%d:%s", requestID, network)
}

// importKey is what makes an imported share unique.
func importKey(importID int64, row int) string { return fmt.Sprintf("i:%d:%d", importID, row) }

// handKey is the key of a share entered by hand.
func (s *Service) handKey() string { return "h:" + s.newKey() }

// unspecified is the network of a share whose network nobody has named.
const unspecified = string(network.Unspecified)

// link reads an address; the key is empty where the text is none, so that an
// odd text is kept as evidence without ever equalling another.
func link(raw string) (l network.Link, key string) {
	if raw == "" {
		return l, ""
	}
	l, ok := network.FromURL(raw)
	if !ok || !l.IsPost() {
		return l, ""
	}
	if l.Key != "" {
		return l, l.Key
	}
	return l, l.URL
}
