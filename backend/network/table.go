package network

// Counting is the rule by which a network measures a text.
type Counting string

// The rules; count.go says where each comes from.
const (
	CountUTF16      Counting = "utf16"
	CountCharacters Counting = "characters"
	CountGraphemes  Counting = "graphemes"
	CountWeighted   Counting = "weighted" // X
	CountMastodon   Counting = "mastodon"
)

// Facts is what is known of one network. A zero means that no limit is known.
type Facts struct {
	ID       ID
	Name     string   // as the network writes itself
	Limit    int      // longest post, in the unit of Counting
	Counting Counting // how Limit is measured
	Hashtags int      // most hashtags that it takes
	Links    int      // most links that it takes
	FoldAt   int      // characters after which the text is hidden behind 'more'
	Compose  bool     // a composer can be opened by a link
	Prefills bool     // that link takes the text too
	Unsure   bool     // the figures are not from the network itself, or nobody knows them
	Source   string   // where the figures come from
}

// table holds the facts in the order in which a screen lists the networks. Change a figure here and nowhere else.
//
// LinkedIn, Facebook and Instagram: ayrshare's documentation, character limits. Folds: Dynamic Signal's support
// article 4415561838871, undated. X: docs.x.com, counting characters. Threads: developers.facebook.com, Threads
// API overview and web intents. Bluesky: docs.bsky.app, app.bsky.feed.post lexicon (maxGraphemes). Mastodon: its
// documentation, 'Posting'; a server may set another limit. WhatsApp: dev.to, bradvin/social-share-urls.
var table = []Facts{
	{ID: LinkedIn, Name: "LinkedIn", Limit: 3000, Counting: CountUTF16, FoldAt: 210, Compose: true,
		Source: "ayrshare docs, character limits"},
	{ID: X, Name: "X", Limit: 280, Counting: CountWeighted, Compose: true, Prefills: true,
		Source: "docs.x.com, counting characters"},
	{ID: Facebook, Name: "Facebook", Limit: 63206, Counting: CountCharacters, FoldAt: 483, Compose: true,
		Source: "ayrshare docs, character limits"},
	{ID: Instagram, Name: "Instagram", Limit: 2200, Counting: CountCharacters, Hashtags: 30, FoldAt: 125, Unsure: true,
		Source: "ayrshare docs, character limits; the fold is a common observation"},
	{ID: Threads, Name: "Threads", Limit: 500, Counting: CountCharacters, Hashtags: 1, Links: 5, Compose: true, Prefills: true,
		Source: "developers.facebook.com, Threads web intents"},
	{ID: Bluesky, Name: "Bluesky", Limit: 300, Counting: CountGraphemes, Compose: true, Prefills: true,
		Source: "docs.bsky.app, app.bsky.feed.post"},
	{ID: Mastodon, Name: "Mastodon", Limit: 500, Counting: CountMastodon, Compose: true, Prefills: true,
		Source: "Mastodon documentation, posting; each server sets its own limit"},
	{ID: WhatsApp, Name: "WhatsApp", Limit: 65536, Counting: CountCharacters, Compose: true, Prefills: true,
		Source: "dev.to, bradvin/social-share-urls"},
	{ID: XING, Name: "XING", Counting: CountCharacters, Compose: true, Unsure: true,
		Source: "no limit is published"},
	{ID: YouTube, Name: "YouTube", Counting: CountCharacters, Unsure: true, Source: "no limit is kept here"},
	{ID: TikTok, Name: "TikTok", Counting: CountCharacters, Unsure: true, Source: "no limit is kept here"},
	{ID: Other, Name: "Other", Counting: CountCharacters, Unsure: true, Source: "any other network"},
}

// All lists every network's facts, in the order in which a screen shows them. The slice is the caller's own.
func All() []Facts { return append([]Facts(nil), table...) }

// Of returns the facts of one network; false where it is not in the table.
func Of(id ID) (Facts, bool) {
	for _, f := range table {
		if f.ID == id {
			return f, true
		}
	}
	return Facts{}, false
}

// Name is what a person reads for a network: its own spelling, or the id where it is unknown.
func Name(id ID) string {
	if f, ok := Of(id); ok {
		return f.Name
	}
	return string(id)
}
