package network

import "strings"

// facebookPages are the first parts of Facebook's own addresses, which are nobody's account.
var facebookPages = map[string]bool{
	"home.php": true, "login": true, "login.php": true, "help": true, "marketplace": true, "gaming": true, "policies": true,
	"settings": true, "notifications": true, "messages": true, "search": true, "hashtag": true, "privacy": true, "legal": true,
	"business": true, "ads": true, "friends": true, "bookmarks": true, "memories": true, "checkpoint": true,
}

func readFacebook(p page, l *Link) {
	l.Shape = Group
	first := p.at(0)
	switch {
	case first == "":
	case first == "sharer" || first == "sharer.php" || first == "dialog":
		l.dialog(p, "u", "href", "link")
	case first == "permalink.php" || first == "story.php":
		if id := p.query.Get("story_fbid"); id != "" {
			l.post(p.query.Get("id"), id)
			keepQuery(l, p, "story_fbid", "id")
		}
	case first == "photo.php" || first == "photo":
		if id := p.query.Get("fbid"); id != "" {
			l.post("", id)
			keepQuery(l, p, "fbid", "set")
		}
	case first == "watch" && p.query.Get("v") != "":
		l.post("", p.query.Get("v"))
		keepQuery(l, p, "v")
	case first == "share":
		readFacebookShare(p, l)
	case (first == "reel" || first == "reels" || first == "stories") && p.raw(1) != "":
		l.post("", p.raw(len(p.parts)-1))
		dropQuery(l)
	case first == "groups" || first == "events":
		readFacebookGroup(p, l)
	case first == "profile.php":
		l.Shape, l.Handle = Profile, p.query.Get("id")
		keepQuery(l, p, "id")
	case first == "pages" || first == "pg":
		l.Shape, l.Handle = CompanyPage, p.at(1)
	case first == "people" && p.raw(1) != "":
		l.Shape, l.Handle = Profile, p.at(len(p.parts)-1)
	case !facebookPages[first]:
		readFacebookAccount(p, l)
	}
}

// An account's address does not say whether a person or a company stands behind it: Facebook gives both the same.
func readFacebookAccount(p page, l *Link) {
	switch p.at(1) {
	case "posts", "videos", "photos", "reel", "permalink":
		if id := p.raw(len(p.parts) - 1); len(p.parts) > 2 {
			l.post(p.at(0), id)
			dropQuery(l)
			return
		}
	}
	l.Shape, l.Handle = Profile, p.at(0)
}

// The app's 'copy link' gives /share/p/ID/ (post), /share/v/ and /share/r/ (video, reel), or /share/ID/.
func readFacebookShare(p page, l *Link) {
	if len(p.parts) < 2 {
		l.dialog(p, "u")
		return
	}
	l.post("", p.raw(len(p.parts)-1))
	dropQuery(l)
}

func readFacebookGroup(p page, l *Link) {
	if id := p.query.Get("multi_permalinks"); id != "" {
		l.post(p.at(1), id)
		return
	}
	if (p.at(2) == "posts" || p.at(2) == "permalink") && p.raw(3) != "" {
		l.post("", p.raw(3))
		dropQuery(l)
	}
}

func keepQuery(l *Link, p page, names ...string) {
	dropQuery(l)
	l.URL += questionMark(only(p.query, names...))
}

func readInstagram(p page, l *Link) {
	l.Shape = Group
	first, id := p.at(0), p.raw(1)
	if second := p.at(1); second == "p" || second == "reel" { // instagram.com/NAME/p/ID
		if p.raw(2) != "" {
			l.post(first, p.raw(2))
			dropQuery(l)
		}
		return
	}
	switch first {
	case "p", "reel", "reels", "tv", "share":
		if id != "" {
			l.post("", p.raw(len(p.parts)-1))
			dropQuery(l)
		}
	case "stories":
		if p.raw(2) != "" {
			l.post(id, p.raw(2))
			dropQuery(l)
		}
	case "", "explore", "accounts", "direct", "about", "legal":
	default:
		l.Shape, l.Handle = Profile, first
		dropQuery(l)
	}
}

func readThreads(p page, l *Link) {
	l.Shape = Group
	switch {
	case p.at(0) == "intent" || p.at(0) == "share":
		l.dialog(p, "url", "text")
	case p.at(0) == "t" && p.raw(1) != "":
		l.post("", p.raw(1))
		dropQuery(l)
	case strings.HasPrefix(p.at(0), "@") && p.at(1) == "post" && p.raw(2) != "":
		l.post(p.at(0), p.raw(2))
		dropQuery(l)
	case strings.HasPrefix(p.at(0), "@"):
		l.Shape, l.Handle = Profile, p.at(0)
		dropQuery(l)
	}
}

func readWhatsApp(p page, l *Link) {
	l.Shape = Group
	if p.query.Has("text") {
		l.dialog(p, "text")
		return
	}
	switch {
	case p.at(0) == "channel" && p.raw(2) != "":
		l.post(p.raw(1), p.raw(2))
	case p.at(0) == "channel":
		l.Shape, l.Handle = CompanyPage, p.raw(1)
	case p.host == "wa.me" && p.raw(0) != "":
		l.Shape, l.Handle = Profile, p.at(0)
	}
}
