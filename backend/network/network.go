// Package network knows the social networks: how long a post may be and how each counts, where its text folds,
// the links that open its composer, and what an address on it stands for (a post, a profile, a company page, a
// share dialog). It is pure: it reads nothing, writes nothing and never asks the time.
package network

import "strings"

// ID names a network in code, in the database and in the commands' JSON.
type ID string

// The networks a person may share on. Other stands for any that has no rules of its own here (Reddit, a forum).
const (
	LinkedIn  ID = "linkedin"
	X         ID = "x"
	Facebook  ID = "facebook"
	Instagram ID = "instagram"
	Threads   ID = "threads"
	Bluesky   ID = "bluesky"
	Mastodon  ID = "mastodon"
	WhatsApp  ID = "whatsapp"
	XING      ID = "xing"
	YouTube   ID = "youtube"
	TikTok    ID = "tiktok"
	Other     ID = "other"
)

// Unspecified is the network of a share whose network nobody has named yet. It is not in the table.
const Unspecified ID = "unspecified"

// names are what people call the networks, in lower case and without spaces.
var names = map[string]ID{
	"linkedin": LinkedIn, "linked-in": LinkedIn, "lkd": LinkedIn,
	"x": X, "twitter": X, "x/twitter": X, "twitter/x": X, "x(twitter)": X,
	"facebook": Facebook, "fb": Facebook,
	"instagram": Instagram, "insta": Instagram, "ig": Instagram,
	"threads": Threads,
	"bluesky": Bluesky, "bsky": Bluesky, "blue-sky": Bluesky,
	"mastodon": Mastodon, "masto": Mastodon, "fediverse": Mastodon,
	"whatsapp": WhatsApp, "wa": WhatsApp, "whats-app": WhatsApp,
	"xing":    XING,
	"youtube": YouTube, "yt": YouTube,
	"tiktok": TikTok, "tik-tok": TikTok,
	"other": Other, "autre": Other, "andere": Other, "otra": Other,
}

// Parse finds the network that a person or a spreadsheet names ('LinkedIn', 'twitter', 'Insta'). An address on a
// network serves as its name. False where none is meant.
func Parse(name string) (ID, bool) {
	key := strings.ToLower(strings.Join(strings.Fields(name), ""))
	if id, ok := names[key]; ok {
		return id, true
	}
	if strings.Contains(key, ".") {
		if link, ok := FromURL(key); ok && link.Network != "" {
			return link.Network, true
		}
	}
	return "", false
}
