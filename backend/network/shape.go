package network

import (
	"net/url"
	"regexp"
	"strings"
)

// Shape is what an address stands for.
type Shape string

// The shapes. Only a Post (or a long Article that a person wrote on a network) is proof of sharing; Group covers
// the rest of a network: its home, a search, a hashtag, a group.
const (
	Post        Shape = "post"
	LongArticle Shape = "long_article" // LinkedIn's articles: published by a person, so a kind of post
	Profile     Shape = "profile"
	CompanyPage Shape = "company_page"
	ShareDialog Shape = "share_dialog"
	Short       Shape = "short" // a shortened address; where it leads cannot be known without asking
	Group       Shape = "group"
	Web         Shape = "web" // not on any network: an article
)

// Link is an address and what it stands for.
type Link struct {
	Raw     string // as it was written
	URL     string // unwrapped, without tracking
	Key     string // equal for two spellings of one post (twitter.com and x.com, m. and www.); to compare, not to show
	Network ID     // empty for Web and for shorteners of any address
	Shape   Shape
	Handle  string // who: the account in the address, in lower case, without '@'; empty where it does not say
	PostID  string // the network's own id of the post, where the address has one
	Target  string // of a share dialog: the address that it offers to share
}

// IsPost says whether the address is that of a post, and so can be somebody's proof of sharing.
func (l Link) IsPost() bool { return l.Shape == Post || l.Shape == LongArticle }

// maxAddress is the longest address that is looked at, in bytes; browsers refuse longer ones.
const maxAddress = 8192

// FromURL reads an address, with or without its scheme, and says what it stands for. Wrappers and tracking are
// taken off first. False where the text is no web address.
func FromURL(raw string) (Link, bool) {
	link := Link{Raw: raw}
	if len(raw) > maxAddress {
		return link, false
	}
	text := strings.TrimSpace(raw)
	if !isAddress(text) {
		if strings.Contains(text, "://") || strings.ContainsAny(text, " @\t\n") && !strings.Contains(text, "/") {
			return link, false
		}
		text = "https://" + text
	}
	link.URL = Clean(Unwrap(text))
	u, err := url.Parse(link.URL)
	if err != nil || !strings.Contains(strings.Trim(u.Host, "."), ".") {
		return link, false
	}
	link.Shape = Web
	p := page{u: u, host: plainHost(u.Hostname()), query: u.Query()}
	for _, part := range strings.Split(strings.Trim(u.Path, "/"), "/") {
		if part != "" {
			p.parts = append(p.parts, part)
		}
	}
	read, id := readerOf(p.host)
	if read == nil {
		read, id = readFediverse, ""
	}
	link.Network = id
	read(p, &link)
	link.Handle = strings.ToLower(strings.TrimPrefix(link.Handle, "@"))
	if link.Key == "" {
		link.Key = key(p)
	}
	return link, true
}

// page is an address taken apart.
type page struct {
	u     *url.URL
	host  string // lower case, without www., m. and kin
	parts []string
	query url.Values
}

// at returns the i-th part of the path, in lower case, or nothing.
func (p page) at(i int) string { return strings.ToLower(p.raw(i)) }

func (p page) raw(i int) string {
	if i < len(p.parts) {
		return p.parts[i]
	}
	return ""
}

func key(p page) string {
	return p.host + "/" + strings.Join(p.parts, "/") + questionMark(p.u.RawQuery)
}

func questionMark(query string) string {
	if query == "" {
		return ""
	}
	return "?" + query
}

var hostPrefix = regexp.MustCompile(`^(?:www|m|mobile|mbasic|web|touch|old|new|amp|[a-z]{2}|[a-z]{2}-[a-z]{2})\.`)

// plainHost drops the parts of a host that only choose a dress: www., m., fr.linkedin.com.
func plainHost(host string) string {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, own := readers[host]; own { // vm.tiktok.com is no dress of tiktok.com
		return host
	}
	short := hostPrefix.ReplaceAllString(host, "")
	if strings.Contains(short, ".") {
		return short
	}
	return host
}

// readers are the networks' hosts. Those that only shorten are here too.
var readers = map[string]struct {
	read func(page, *Link)
	id   ID
}{
	"linkedin.com": {readLinkedIn, LinkedIn}, "lnkd.in": {readLnkd, LinkedIn},
	"x.com": {readX, X}, "twitter.com": {readX, X}, "fxtwitter.com": {readX, X}, "vxtwitter.com": {readX, X},
	"nitter.net": {readX, X}, "t.co": {readShort, ""},
	"facebook.com": {readFacebook, Facebook}, "fb.com": {readFacebook, Facebook}, "fb.watch": {readAnyPost, Facebook},
	"fb.me":         {readShort, Facebook},
	"instagram.com": {readInstagram, Instagram}, "instagr.am": {readInstagram, Instagram},
	"threads.net": {readThreads, Threads}, "threads.com": {readThreads, Threads},
	"bsky.app": {readBluesky, Bluesky},
	"wa.me":    {readWhatsApp, WhatsApp}, "whatsapp.com": {readWhatsApp, WhatsApp}, "api.whatsapp.com": {readWhatsApp, WhatsApp},
	"chat.whatsapp.com": {readWhatsApp, WhatsApp},
	"xing.com":          {readXING, XING},
	"youtube.com":       {readYouTube, YouTube}, "youtu.be": {readAnyPost, YouTube}, "music.youtube.com": {readYouTube, YouTube},
	"youtube-nocookie.com": {readYouTube, YouTube},
	"tiktok.com":           {readTikTok, TikTok}, "vm.tiktok.com": {readAnyPost, TikTok}, "vt.tiktok.com": {readAnyPost, TikTok},
	"reddit.com": {readReddit, Other}, "redd.it": {readAnyPost, Other},
	"bit.ly": {readShort, ""}, "tinyurl.com": {readShort, ""}, "ow.ly": {readShort, ""}, "buff.ly": {readShort, ""},
	"goo.gl": {readShort, ""}, "is.gd": {readShort, ""}, "cutt.ly": {readShort, ""}, "rebrand.ly": {readShort, ""},
	"dlvr.it": {readShort, ""}, "t.ly": {readShort, ""}, "shorturl.at": {readShort, ""}, "urlr.me": {readShort, ""},
}

func readerOf(host string) (func(page, *Link), ID) {
	r, ok := readers[host]
	if !ok {
		return nil, ""
	}
	return r.read, r.id
}

func readShort(p page, l *Link) {
	l.Shape = Short
	if len(p.parts) == 0 {
		l.Shape = Web
	}
}

// readAnyPost is for hosts on which every address is a post (youtu.be, vm.tiktok.com).
func readAnyPost(p page, l *Link) {
	l.Shape = Group
	if len(p.parts) > 0 {
		l.Shape, l.PostID = Post, p.raw(0)
		l.Key = string(l.Network) + ":" + l.PostID
	}
}

// post fills in a post: who, its id, and the key that all spellings of it share.
func (l *Link) post(handle, id string) {
	l.Shape, l.Handle, l.PostID = Post, handle, id
	l.Key = string(l.Network) + ":" + id
}

func (l *Link) dialog(p page, params ...string) {
	l.Shape = ShareDialog
	for _, name := range params {
		if v := p.query.Get(name); v != "" {
			l.Target = v
			return
		}
	}
}
