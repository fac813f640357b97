package roster

import (
	"net/mail"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// AddressKey is the form by which addresses are compared: lower case, the domain in ASCII (RFC 5891).
func AddressKey(address string) string {
	address = strings.ToLower(strings.TrimSpace(address))
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address
	}
	if domain, err := idna.Lookup.ToASCII(address[at+1:]); err == nil {
		return address[:at+1] + domain
	}
	return address
}

// CleanAddress reads one address as people write it in cells ('Léa <lea@acme.fr>', 'mailto:lea@acme.fr'). False where
// it is none: no name, no dot in the domain, blanks inside, or longer than RFC 5321 allows.
func CleanAddress(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if rest, found := cutPrefixFold(text, "mailto:"); found {
		text, _, _ = strings.Cut(rest, "?")
		if plain, err := url.PathUnescape(text); err == nil {
			text = plain
		}
	}
	if i := strings.LastIndexByte(text, '<'); i >= 0 && strings.HasSuffix(text, ">") {
		text = text[i+1 : len(text)-1]
	}
	text = strings.Trim(text, " \t<>\"'.,;:")
	at := strings.LastIndexByte(text, '@')
	if at <= 0 || at > 64 || len(text) > 254 || !utf8.ValidString(text) {
		return "", false
	}
	local, domain := text[:at], text[at+1:]
	if !validLocal(local) || !validDomain(domain) {
		return "", false
	}
	if parsed, err := mail.ParseAddress(text); err != nil || parsed.Address != text {
		return "", false
	}
	return text, true
}

func cutPrefixFold(text, prefix string) (string, bool) {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}

// validLocal refuses what mail systems accept in theory alone: quotes, blanks, brackets, two dots in a row.
func validLocal(local string) bool {
	if strings.HasPrefix(local, ".") || strings.HasSuffix(local, ".") || strings.Contains(local, "..") {
		return false
	}
	for _, r := range local {
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`"(),:;<>[]\@=`, r) {
			return false
		}
	}
	return true
}

func validDomain(domain string) bool {
	if strings.ContainsAny(domain, "_ ") {
		return false
	}
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil || len(ascii) > 253 {
		return false
	}
	labels := strings.Split(ascii, ".")
	top := labels[len(labels)-1]
	if len(labels) < 2 || len(top) < 2 || strings.Trim(top, "0123456789") == "" {
		return false
	}
	for _, l := range labels {
		if l == "" || len(l) > 63 || strings.HasPrefix(l, "-") || strings.HasSuffix(l, "-") {
			return false
		}
	}
	return true
}
