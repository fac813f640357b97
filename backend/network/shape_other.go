package network

import (
	"regexp"
	"strings"
)

var digits = regexp.MustCompile(`^\d+$`)

// xPages are the first parts of X's own addresses, which are nobody's account.
var xPages = map[string]bool{
	"": true, "home": true, "explore": true, "search": true, "hashtag": true, "i": true, "login": true, "settings": true,
	"messages": true, "notifications": true, "tos": true, "privacy": true, "about": true, "jobs": true,
}

func readX(p page, l *Link) {
	l.Shape = Group
	first := p.at(0)
	switch {
	case first == "intent" || first == "share":
		l.dialog(p, "url", "text")
	case first == "i" && (p.at(1) == "status" || p.at(2) == "status"):
		readXStatus(p, l, "")
	case xPages[first]:
	case p.at(1) == "status" || p.at(1) == "statuses":
		readXStatus(p, l, first)
	case len(p.parts) == 1 || p.at(1) == "with_replies" || p.at(1) == "media":
		l.Shape, l.Handle = Profile, first
		dropQuery(l)
	}
}

func readXStatus(p page, l *Link, handle string) {
	for i, part := range p.parts {
		if strings.HasPrefix(strings.ToLower(part), "status") && digits.MatchString(p.raw(i+1)) {
			l.post(handle, p.raw(i+1))
			dropQuery(l)
			return
		}
	}
}

func readBluesky(p page, l *Link) {
	l.Shape = Group
	switch {
	case p.at(0) == "intent":
		l.dialog(p, "text")
	case p.at(0) == "profile" && p.at(2) == "post" && p.raw(3) != "":
		l.post(p.at(1), p.raw(3))
		dropQuery(l)
	case p.at(0) == "profile" && len(p.parts) == 2:
		l.Shape, l.Handle = Profile, p.at(1)
	}
}

func readXING(p page, l *Link) {
	l.Shape = Group
	switch p.at(0) {
	case "spi", "app", "social":
		l.dialog(p, "url")
		if p.at(1) == "shares" && digits.MatchString(p.raw(2)) {
			l.post("", p.raw(2))
		}
	case "profile":
		l.Shape, l.Handle = Profile, p.at(1)
	case "pages", "companies", "company":
		l.Shape, l.Handle = CompanyPage, p.at(1)
	case "posts", "feed", "feedy", "discover":
		if last := p.raw(len(p.parts) - 1); len(p.parts) > 1 {
			l.post("", last)
			dropQuery(l)
		}
	case "communities":
		if p.at(1) == "posts" && p.raw(2) != "" {
			l.post("", p.raw(2))
			dropQuery(l)
		}
	case "news":
		if p.raw(2) != "" && (p.at(1) == "articles" || p.at(1) == "article" || p.at(1) == "insiders") {
			l.post("", p.raw(2))
			l.Shape = LongArticle
		}
	}
}

func readYouTube(p page, l *Link) {
	l.Shape = Group
	switch first := p.at(0); {
	case first == "watch" && p.query.Get("v") != "":
		l.post("", p.query.Get("v"))
		keepQuery(l, p, "v")
	case (first == "shorts" || first == "live" || first == "embed" || first == "post") && p.raw(1) != "":
		l.post("", p.raw(1))
		dropQuery(l)
	case (first == "channel" || first == "c" || first == "user") && p.raw(1) != "":
		l.Shape, l.Handle = CompanyPage, p.raw(1)
		if p.at(2) == "community" && p.query.Get("lb") != "" {
			l.post(p.raw(1), p.query.Get("lb"))
		}
	case strings.HasPrefix(first, "@"):
		l.Shape, l.Handle = Profile, first
	}
}

func readTikTok(p page, l *Link) {
	l.Shape = Group
	switch {
	case p.at(0) == "t" && p.raw(1) != "":
		l.post("", p.raw(1))
	case strings.HasPrefix(p.at(0), "@") && (p.at(1) == "video" || p.at(1) == "photo") && p.raw(2) != "":
		l.post(p.at(0), p.raw(2))
		dropQuery(l)
	case strings.HasPrefix(p.at(0), "@"):
		l.Shape, l.Handle = Profile, p.at(0)
	}
}

func readReddit(p page, l *Link) {
	l.Shape = Group
	for i := range p.parts {
		if (p.at(i) == "comments" || p.at(i) == "s") && p.raw(i+1) != "" {
			l.post("", p.raw(i+1))
			dropQuery(l)
			return
		}
	}
	if p.at(0) == "submit" {
		l.dialog(p, "url")
	}
	if p.at(0) == "user" || p.at(0) == "u" {
		l.Shape, l.Handle = Profile, p.at(1)
	}
}

// instances are large Mastodon servers of our users' countries. A post needs no list (its path says it); a bare
// profile or share dialog on an unknown server is taken for an ordinary page.
var instances = map[string]bool{
	"mastodon.social": true, "mastodon.online": true, "mastodon.world": true, "mastodon.uno": true, "mastodon.nl": true,
	"mstdn.social": true, "mas.to": true, "fosstodon.org": true, "hachyderm.io": true, "infosec.exchange": true,
	"techhub.social": true, "social.tchncs.de": true, "chaos.social": true, "troet.cafe": true, "norden.social": true,
	"piaille.fr": true, "mamot.fr": true, "framapiaf.org": true, "mastodon.zaclys.com": true, "diaspodon.fr": true,
	"toot.aquilenet.fr": true, "pouet.chapril.org": true, "mastodon.green": true, "masto.es": true, "masto.nu": true,
	"ruhr.social": true, "nrw.social": true, "muenchen.social": true, "bonn.social": true, "toot.community": true,
	"mastodonapp.uk": true, "mastodon.scot": true, "sciences.re": true, "social.numerama.com": true, "mastodon.art": true,
	"mastodon.education": true, "det.social": true, "swiss.social": true, "tooting.ch": true, "universeodon.com": true,
	"c.im": true, "kolektiva.social": true, "livellosegreto.it": true, "mastodon.bida.im": true, "tkz.one": true,
}

// readFediverse recognises a post of Mastodon and its kin by its path, on any server: /@name/NUMBER,
// /@name@other.server/NUMBER, /users/name/statuses/NUMBER, /web/statuses/NUMBER.
func readFediverse(p page, l *Link) {
	first := p.at(0)
	switch {
	case first == "web" && strings.HasPrefix(p.at(1), "@"), first == "deck":
		p.parts = p.parts[1:]
		readFediverse(p, l)
	case strings.HasPrefix(first, "@") && isStatus(p.raw(1)) && len(p.parts) == 2:
		l.fediverse(p, first, p.raw(1))
	case first == "users" && p.at(2) == "statuses" && isStatus(p.raw(3)):
		l.fediverse(p, p.at(1), p.raw(3))
	case first == "web" && p.at(1) == "statuses" && isStatus(p.raw(2)):
		l.fediverse(p, "", p.raw(2))
	case !instances[p.host]:
	case first == "share":
		l.Network = Mastodon
		l.dialog(p, "url", "text")
	case strings.HasPrefix(first, "@"):
		l.Network, l.Shape, l.Handle = Mastodon, Profile, first
	default:
		l.Network, l.Shape = Mastodon, Group
	}
}

// isStatus asks for six digits at least: a blog may well have /@name/2024, but not 112650981237764509.
func isStatus(s string) bool { return len(s) >= 6 && digits.MatchString(s) }

func (l *Link) fediverse(p page, handle, id string) {
	l.Network = Mastodon
	l.post(handle, p.host+"/"+id)
	dropQuery(l)
}
