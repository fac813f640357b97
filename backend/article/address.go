package article

import (
	"net/url"
	"sort"
	"strings"
)

// trackers are parameters that say where a reader came from, not what the page
// is.
var trackers = map[string]bool{
	"fbclid": true, "gclid": true, "gclsrc": true, "dclid": true, "msclkid": true, "mc_cid": true, "mc_eid": true, "igshid": true, "igsh": true,
	"yclid": true, "twclid": true, "ref_src": true, "ref_url": true, "xtor": true, "at_medium": true, "at_campaign": true, "at_custom1": true,
	"cmpid": true, "cmp": true, "ncid": true, "sr_share": true, "smid": true, "_hsenc": true, "_hsmi": true, "hsctatracking": true, "vero_id": true,
	"wt_mc": true, "wt_zmc": true, "pk_campaign": true, "pk_kwd": true, "mtm_campaign": true, "si": true, "spm": true, "trk": true, "oly_enc_id": true,
}

// CleanAddress drops from an address what only tracks its reader.
func CleanAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return strings.TrimSpace(address)
	}
	if u.RawQuery != "" {
		q := u.Query()
		changed := false
		for k := range q {
			low := strings.ToLower(k)
			if strings.HasPrefix(low, "utm_") || trackers[low] {
				q.Del(k)
				changed = true
			}
		}
		if changed {
			u.RawQuery = q.Encode()
		}
	}
	u.Fragment = ""
	return u.String()
}

// AddressKey folds an address so that the ways of writing it compare equal:
// without scheme, www, trackers, fragment, default port, index page and final
// slash, with the parameters in order. Nothing is given for what is no web
// address.
func AddressKey(address string) string {
	u, err := url.Parse(CleanAddress(address))
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, p := range []string{"www.", "m.", "amp.", "mobile."} {
		if rest, ok := strings.CutPrefix(host, p); ok && strings.Contains(rest, ".") {
			host = rest
		}
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	path := strings.TrimSuffix(u.EscapedPath(), "/")
	for _, end := range []string{"/index.html", "/index.htm", "/index.php", "/amp"} {
		path = strings.TrimSuffix(path, end)
	}
	key := host + path
	if q := u.Query(); len(q) > 0 {
		names := make([]string, 0, len(q))
		for k := range q {
			names = append(names, k)
		}
		sort.Strings(names)
		parts := make([]string, 0, len(names))
		for _, k := range names {
			for _, v := range q[k] {
				parts = append(parts, k+"="+v)
			}
		}
		key += "?" + strings.Join(parts, "&")
	}
	return key
}
