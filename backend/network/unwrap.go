package network

import (
	"encoding/base64"
	"net/url"
	"regexp"
	"strings"
)

// unwrapDepth bounds how many wrappers are taken off: a mail that passed three filters carries three.
const unwrapDepth = 6

// Unwrap takes off what mail filters and networks wrap around an address (Safe Links, URL Defense, Google's and
// Facebook's redirects), as far as the address itself says where it leads; nothing is asked of the network. An
// address that is not wrapped comes back as it was.
func Unwrap(raw string) string {
	raw = strings.TrimSpace(raw)
	for range unwrapDepth {
		next, ok := unwrapOnce(raw)
		if !ok {
			break
		}
		raw = next
	}
	return raw
}

func unwrapOnce(raw string) (string, bool) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return "", false
	}
	host := strings.ToLower(u.Hostname())
	if strings.HasSuffix(host, "urldefense.proofpoint.com") || strings.HasSuffix(host, "urldefense.com") || strings.HasSuffix(host, "urldefense.us") {
		return proofpoint(raw, u)
	}
	if host == "secure-web.cisco.com" { // /ID/https%3A%2F%2Fhost
		return trailingAddress(u.EscapedPath())
	}
	if isGoogle(host) && strings.HasPrefix(u.Path, "/amp/s/") {
		return "https://" + strings.TrimPrefix(u.Path, "/amp/s/"), true
	}
	if strings.HasSuffix(host, ".protection.sophos.com") { // u holds the address in base64
		return fromBase64(u.Query().Get("u"))
	}
	if host == "www.bing.com" && strings.HasPrefix(u.Path, "/ck/") {
		return fromBase64(strings.TrimPrefix(u.Query().Get("u"), "a1"))
	}
	for _, w := range wrappers {
		if w.matches(host, u.Path) {
			return firstAddress(u.Query(), w.params)
		}
	}
	return "", false
}

// wrapper is a redirect that carries its destination in a parameter.
type wrapper struct {
	host   string // the host, or with a leading dot all hosts below it
	path   string // how the path begins
	params []string
}

func (w wrapper) matches(host, path string) bool {
	if !strings.HasPrefix(path, w.path) {
		return false
	}
	switch {
	case w.host == "google":
		return isGoogle(host)
	case strings.HasPrefix(w.host, "."):
		return strings.HasSuffix(host, w.host)
	}
	return host == w.host
}

var wrappers = []wrapper{
	{".safelinks.protection.outlook.com", "/", []string{"url"}},
	{".safelinks.protection.office365.us", "/", []string{"url"}},
	{"statics.teams.cdn.office.net", "/evergreen-assets/safelinks", []string{"url"}},
	{"google", "/url", []string{"q", "url"}},
	{"l.facebook.com", "/l.php", []string{"u"}},
	{"lm.facebook.com", "/l.php", []string{"u"}},
	{"www.facebook.com", "/flx/warn", []string{"u"}},
	{"l.instagram.com", "/", []string{"u"}},
	{"l.threads.net", "/", []string{"u"}},
	{"l.threads.com", "/", []string{"u"}},
	{"l.messenger.com", "/l.php", []string{"u"}},
	{"l.workplace.com", "/l.php", []string{"u"}},
	{"www.linkedin.com", "/redir/", []string{"url"}},
	{"www.linkedin.com", "/safety/go", []string{"url"}},
	{"www.linkedin.com", "/authwall", []string{"sessionRedirect"}},
	{"www.linkedin.com", "/login", []string{"session_redirect"}},
	{"www.linkedin.com", "/uas/login", []string{"session_redirect"}},
	{"www.linkedin.com", "/checkpoint/", []string{"session_redirect", "sessionRedirect"}},
	{"www.youtube.com", "/redirect", []string{"q"}},
	{"slack-redir.net", "/link", []string{"url"}},
	{"out.reddit.com", "/", []string{"url"}},
	{"duckduckgo.com", "/l/", []string{"uddg"}},
	{"vk.com", "/away.php", []string{"to"}},
	{"t.umblr.com", "/redirect", []string{"z"}},
	{"deref-gmx.net", "/", []string{"redirectUrl"}},
	{"deref-gmx.com", "/", []string{"redirectUrl"}},
	{"deref-gmx.fr", "/", []string{"redirectUrl"}},
	{"deref-web.de", "/", []string{"redirectUrl"}},
	{"deref-web-02.de", "/", []string{"redirectUrl"}},
	{"deref-mail.com", "/", []string{"redirectUrl"}},
	{"linkprotect.cudasvc.com", "/url", []string{"a"}},
	{"clicktime.symantec.com", "/", []string{"u"}},
	{"protect2.fireeye.com", "/", []string{"u"}},
	{"protect-eu.mimecast.com", "/redirect", []string{"url"}},
	{".fireeye.com", "/", []string{"u"}},
	{".trendmicro.com", "/wis/clicktime", []string{"url"}},
	{".trendmicro.eu", "/wis/clicktime", []string{"url"}},
	{".spamexperts.com", "/", []string{"u", "url"}},
	{"nam.link.hornetsecurity.com", "/", []string{"url"}},
}

func isGoogle(host string) bool {
	return strings.HasPrefix(host, "www.google.") || strings.HasPrefix(host, "google.")
}

func firstAddress(values url.Values, params []string) (string, bool) {
	for _, p := range params {
		if v := strings.TrimSpace(values.Get(p)); isAddress(v) {
			return v, true
		}
	}
	return "", false
}

func isAddress(s string) bool {
	low := strings.ToLower(s)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

func trailingAddress(escaped string) (string, bool) {
	last := escaped[strings.LastIndex(escaped, "/")+1:]
	s, err := url.PathUnescape(last)
	if err != nil || !isAddress(s) {
		return "", false
	}
	return s, true
}

func fromBase64(s string) (string, bool) {
	s = strings.TrimRight(s, "=")
	for _, enc := range []*base64.Encoding{base64.RawURLEncoding, base64.RawStdEncoding} {
		if b, err := enc.DecodeString(s); err == nil && isAddress(string(b)) {
			return string(b), true
		}
	}
	return "", false
}

// Proofpoint's three ways of writing an address: v1 percent-encodes it, v2 writes '-' for '%' and '_' for '/',
// v3 takes the odd characters out and lists them in base64 after the address. Source: Proofpoint's published
// decoder script (URL Defense decode, 2019).
var v3Form = regexp.MustCompile(`/v3/__(.+?)__;([A-Za-z0-9_=-]*)[!?]`)

func proofpoint(raw string, u *url.URL) (string, bool) {
	switch {
	case strings.HasPrefix(u.Path, "/v1/"):
		return firstAddress(u.Query(), []string{"u"})
	case strings.HasPrefix(u.Path, "/v2/"):
		coded := strings.NewReplacer("-", "%", "_", "/").Replace(u.Query().Get("u"))
		s, err := url.PathUnescape(coded)
		return s, err == nil && isAddress(s)
	case strings.HasPrefix(u.Path, "/v3/"):
		return proofpointV3(raw)
	}
	return "", false
}

func proofpointV3(raw string) (string, bool) {
	m := v3Form.FindStringSubmatch(raw)
	if m == nil {
		return "", false
	}
	removed, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(m[2], "="))
	if err != nil {
		return "", false
	}
	address, ok := fillIn(m[1], []rune(string(removed)))
	// Mail programs fold the double slash of the scheme.
	if scheme, rest, found := strings.Cut(address, ":/"); found && !strings.HasPrefix(rest, "/") {
		address = scheme + "://" + rest
	}
	return address, ok && isAddress(address)
}

// fillIn puts the removed characters back: '*' stands for one, '**X' for as many as X says.
func fillIn(coded string, removed []rune) (string, bool) {
	const lengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	var out strings.Builder
	for i := 0; i < len(coded); i++ {
		if coded[i] != '*' {
			out.WriteByte(coded[i])
			continue
		}
		n := 1
		if i+2 < len(coded) && coded[i+1] == '*' {
			at := strings.IndexByte(lengths, coded[i+2])
			if at < 0 {
				return "", false
			}
			n, i = at+2, i+2
		}
		if n > len(removed) {
			return "", false
		}
		out.WriteString(string(removed[:n]))
		removed = removed[n:]
	}
	return out.String(), true
}
