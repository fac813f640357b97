package network

import (
	"net/url"
	"strings"
)

// trackingPrefixes and trackingNames are parameters that follow a reader and never choose the page. Sources:
// the AdGuard and ClearURLs rule lists, each network's share button, and the campaign tags of Matomo, Piano
// (at_), Webtrends, HubSpot, Marketo and Mailchimp.
var trackingPrefixes = []string{
	"utm_", "mtm_", "pk_", "piwik_", "matomo_", "at_", "hsa_", "oly_", "vero_", "__cft__", "__tn__", "__xts__", "ga_",
}

var trackingNames = map[string]bool{
	"fbclid": true, "gclid": true, "gclsrc": true, "dclid": true, "gbraid": true, "wbraid": true, "msclkid": true,
	"yclid": true, "twclid": true, "ttclid": true, "li_fat_id": true, "igshid": true, "igsh": true, "mibextid": true,
	"rdid": true, "share_url": true, "mc_cid": true, "mc_eid": true, "mkt_tok": true, "_hsenc": true, "_hsmi": true,
	"_ga": true, "_gl": true, "xtor": true, "wt_mc": true, "wt.mc_id": true, "ref_src": true, "ref_url": true,
	"trk": true, "trackingid": true, "trkemail": true, "midtoken": true, "midsig": true, "lipi": true, "licu": true,
	"rcm": true, "originalsubdomain": true, "spm": true, "cmpid": true, "ncid": true, "s_cid": true, "sc_campaign": true,
	"sc_channel": true, "sc_content": true, "sc_medium": true, "sc_outcome": true, "sc_geo": true, "sc_country": true,
	"srsltid": true, "epik": true, "guccounter": true, "guce_referrer": true, "guce_referrer_sig": true,
	"is_from_webapp": true, "sender_device": true, "is_copy_url": true, "share_id": true, "sharetype": true,
}

// Clean removes what follows the reader from an address (utm_source, fbclid and their kin) and the fragment that
// some clients add for the same end. What chooses the page stays, in its order. An address that does not parse
// comes back as it was.
func Clean(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return raw
	}
	u.RawQuery = withoutTracking(u.RawQuery)
	u.ForceQuery = false
	if strings.HasPrefix(u.Fragment, "xtor=") || strings.HasPrefix(u.Fragment, "utm_") || strings.HasPrefix(u.Fragment, "Echobox=") {
		u.Fragment, u.RawFragment = "", ""
	}
	return u.String()
}

func withoutTracking(query string) string {
	var kept []string
	for _, pair := range strings.Split(query, "&") {
		if pair == "" {
			continue
		}
		name, _, _ := strings.Cut(pair, "=")
		if decoded, err := url.QueryUnescape(name); err == nil {
			name = decoded
		}
		if !tracks(name) {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

func tracks(name string) bool {
	name = strings.ToLower(name)
	if trackingNames[name] {
		return true
	}
	for _, prefix := range trackingPrefixes {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// only keeps the named parameters of a query, in alphabetical order: on a network's own pages we know what
// chooses the page, so that everything else can go.
func only(values url.Values, names ...string) string {
	kept := url.Values{}
	for _, name := range names {
		if v := values.Get(name); v != "" {
			kept.Set(name, v)
		}
	}
	return kept.Encode()
}
