package network

import (
	"regexp"
	"strings"
)

// activity finds the number of a LinkedIn post, whatever it is called there: the same post is 'activity' in one
// address and 'share' or 'ugcPost' in another, under different numbers.
var activity = regexp.MustCompile(`(?i)(activity|share|ugcpost|groupPost)[-:](?:\d+-)?(\d{6,})`)

func readLinkedIn(p page, l *Link) {
	l.Shape = Group
	switch p.at(0) {
	case "posts":
		handle, _, _ := strings.Cut(p.raw(1), "_")
		if p.raw(1) != "" {
			l.post(handle, linkedInID(p.raw(1)))
			dropQuery(l)
		}
	case "feed":
		readLinkedInFeed(p, l)
	case "embed":
		if m := activity.FindStringSubmatch(p.u.Path); m != nil {
			l.post("", strings.ToLower(m[1])+"-"+m[2])
		}
	case "pulse":
		if p.raw(1) != "" {
			l.post("", p.at(1))
			l.Shape = LongArticle
			dropQuery(l)
		}
	case "in", "pub":
		readLinkedInProfile(p, l)
	case "company", "school", "showcase":
		l.Shape, l.Handle = CompanyPage, p.at(1)
	case "sharing", "sharearticle", "share", "cws":
		l.dialog(p, "url")
	}
}

func readLinkedInFeed(p page, l *Link) {
	if m := activity.FindStringSubmatch(p.u.Path); m != nil {
		l.post("", strings.ToLower(m[1])+"-"+m[2])
		dropQuery(l)
		return
	}
	if m := activity.FindStringSubmatch(p.query.Get("highlightedUpdateUrn")); m != nil {
		l.post("", strings.ToLower(m[1])+"-"+m[2])
		return
	}
	if p.query.Get("shareActive") != "" {
		l.dialog(p, "shareUrl", "text")
	}
}

// A profile, or the list of what that person posted: neither is a post.
func readLinkedInProfile(p page, l *Link) {
	if p.raw(1) == "" {
		return
	}
	l.Shape, l.Handle = Profile, p.at(1)
	l.URL = "https://" + p.u.Host + "/" + p.raw(0) + "/" + p.raw(1)
	if p.at(2) == "recent-activity" || p.at(2) == "detail" {
		l.Shape = Group
	}
}

func linkedInID(slug string) string {
	if m := activity.FindStringSubmatch(slug); m != nil {
		return strings.ToLower(m[1]) + "-" + m[2]
	}
	return strings.ToLower(slug)
}

// readLnkd tells LinkedIn's two short forms apart: lnkd.in/p/… is a post (the app's 'copy link'), anything else
// stands for an address outside.
func readLnkd(p page, l *Link) {
	l.Shape = Short
	if p.at(0) == "p" && p.raw(1) != "" {
		l.post("", "lnkd-"+p.raw(1))
	}
}

// dropQuery cuts the query and the fragment off: on a network's own pages of one post nothing there chooses it.
func dropQuery(l *Link) {
	if i := strings.IndexAny(l.URL, "?#"); i >= 0 {
		l.URL = l.URL[:i]
	}
}
