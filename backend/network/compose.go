package network

import (
	"net/url"
	"strings"
)

// longestLink is the most bytes of a link that every mail program opens: Outlook's own bound is 2,083.
const longestLink = 2000

// Draft is what a composer is opened with.
type Draft struct {
	Text     string // the whole post, its link included
	URL      string // the page that is shared
	Instance string // Mastodon: the person's own server, such as 'piaille.fr'
}

// Compose gives the link that opens the network's composer, or "" where there is none. Sources, per network:
// LinkedIn's share-offsite takes the address alone; the one that fills the text in is unofficial and only serves
// posts without an address. X: docs.x.com, web intent. Facebook: developers.facebook.com, Share Dialog; its policy
// forbids filled-in messages. Threads: developers.facebook.com, Threads web intents. Bluesky: docs.bsky.app, action
// intent links. Mastodon: its documentation, share. WhatsApp: faq.whatsapp.com, click to chat. XING: delucks1's
// gist, unsure. A text that would make the link too long for mail programs is left out, the address stays.
func Compose(id ID, d Draft) string {
	full := compose(id, d)
	if len(full) > longestLink {
		return compose(id, Draft{Text: d.URL, URL: d.URL, Instance: d.Instance})
	}
	return full
}

func compose(id ID, d Draft) string {
	switch id {
	case LinkedIn:
		if d.URL == "" {
			return link("https://www.linkedin.com/feed/?shareActive=true", "text", d.Text)
		}
		return link("https://www.linkedin.com/sharing/share-offsite/", "url", d.URL)
	case X:
		return link("https://x.com/intent/tweet", "text", d.Text)
	case Facebook:
		if d.URL == "" {
			return ""
		}
		return link("https://www.facebook.com/sharer.php", "u", d.URL)
	case Threads:
		return link("https://www.threads.com/intent/post", "text", d.Text)
	case Bluesky:
		return link("https://bsky.app/intent/compose", "text", d.Text)
	case Mastodon:
		host := Instance(d.Instance)
		if host == "" {
			return ""
		}
		return link("https://"+host+"/share", "text", d.Text)
	case WhatsApp:
		return link("https://wa.me/", "text", d.Text)
	case XING:
		if d.URL == "" {
			return ""
		}
		return link("https://www.xing.com/spi/shares/new", "url", d.URL)
	}
	return ""
}

func link(base, name, value string) string {
	mark := "?"
	if strings.Contains(base, "?") {
		mark = "&"
	}
	return base + mark + name + "=" + Escape(value)
}

// Escape percent-encodes a value for a link or a mailto address. Blanks become %20: mail programs show '+' as it
// is (RFC 6068, section 5).
func Escape(value string) string {
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}

// Instance finds the server in what a person gives for their Mastodon account: 'piaille.fr', '@lea@piaille.fr' or
// 'https://piaille.fr/@lea'. Empty where there is none.
func Instance(account string) string {
	account = strings.ToLower(strings.TrimSpace(account))
	if u, err := url.Parse(account); err == nil && u.Host != "" {
		return hostOnly(u.Host)
	}
	account = account[strings.LastIndex(account, "@")+1:]
	account, _, _ = strings.Cut(account, "/")
	return hostOnly(account)
}

func hostOnly(host string) string {
	if !strings.Contains(strings.Trim(host, "."), ".") || strings.ContainsAny(host, " <>\"'\\@?#%") {
		return ""
	}
	return host
}
