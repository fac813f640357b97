package network

import "testing"

func TestFromURL(t *testing.T) {
	tests := []struct {
		name, raw string
		network   ID
		shape     Shape
		handle    string
		url       string // empty: as written
	}{
		{"linkedin post", "https://www.linkedin.com/posts/ines-carvalho_metier-activity-7191112234455667712-Jj8s", LinkedIn, Post, "ines-carvalho", ""},
		{"linkedin post, tracked", "https://www.linkedin.com/posts/a-p_soins-share-7205561938204467201-Xw1L?utm_source=share&rcm=ACo", LinkedIn, Post, "a-p", "https://www.linkedin.com/posts/a-p_soins-share-7205561938204467201-Xw1L"},
		{"linkedin feed update", "https://www.linkedin.com/feed/update/urn:li:activity:7198204417365442560/", LinkedIn, Post, "", ""},
		{"linkedin feed update, percent-encoded", "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7198822331100998877", LinkedIn, Post, "", ""},
		{"linkedin article", "https://www.linkedin.com/pulse/accueillir-un-apprenti-x8r2e", LinkedIn, LongArticle, "", ""},
		{"linkedin profile", "https://fr.linkedin.com/in/rachid-amrani-38b7", LinkedIn, Profile, "rachid-amrani-38b7", ""},
		{"linkedin activity list", "https://www.linkedin.com/in/rachid/recent-activity/all/", LinkedIn, Group, "rachid", "https://www.linkedin.com/in/rachid"},
		{"linkedin company", "https://www.linkedin.com/company/transports-kerven/", LinkedIn, CompanyPage, "transports-kerven", ""},
		{"linkedin share dialog", "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fa.example%2Fb", LinkedIn, ShareDialog, "", ""},
		{"linkedin old share dialog", "https://www.linkedin.com/shareArticle?mini=true&url=https%3A%2F%2Fa.example", LinkedIn, ShareDialog, "", ""},
		{"linkedin text dialog", "https://www.linkedin.com/feed/?shareActive=true&text=hello", LinkedIn, ShareDialog, "", ""},
		{"linkedin home", "https://www.linkedin.com/feed/", LinkedIn, Group, "", ""},
		{"lnkd post", "https://lnkd.in/p/dK4vXw8s", LinkedIn, Post, "", ""},
		{"lnkd outside", "https://lnkd.in/eAbCdEf", LinkedIn, Short, "", ""},
		{"x post", "https://x.com/n_vasseur/status/1834410099221100?s=20&t=abc", X, Post, "n_vasseur", "https://x.com/n_vasseur/status/1834410099221100"},
		{"twitter post", "https://mobile.twitter.com/Owen_Fitz/status/1795533217764081970", X, Post, "owen_fitz", ""},
		{"x post without name", "https://x.com/i/web/status/1795533217764081970", X, Post, "", ""},
		{"x profile", "https://x.com/n_vasseur", X, Profile, "n_vasseur", ""},
		{"x dialog", "https://twitter.com/intent/tweet?url=https%3A%2F%2Fa.example", X, ShareDialog, "", ""},
		{"facebook post", "https://m.facebook.com/abbie.14/posts/pfbid0Rk7vQ?__cft__[0]=A&__tn__=%2CO", Facebook, Post, "abbie.14", "https://m.facebook.com/abbie.14/posts/pfbid0Rk7vQ"},
		{"facebook permalink", "https://www.facebook.com/permalink.php?story_fbid=pfbid02Lm&id=615512&mibextid=x", Facebook, Post, "615512", "https://www.facebook.com/permalink.php?id=615512&story_fbid=pfbid02Lm"},
		{"facebook app share", "https://www.facebook.com/share/p/1Kx7QdVbTn/", Facebook, Post, "", ""},
		{"facebook sharer", "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example", Facebook, ShareDialog, "", ""},
		{"facebook account", "https://www.facebook.com/residencedulac", Facebook, Profile, "residencedulac", ""},
		{"facebook group post", "https://www.facebook.com/groups/12345/posts/67890/", Facebook, Post, "", ""},
		{"instagram post", "https://www.instagram.com/p/C7kPz9yIuQd/?igsh=abc", Instagram, Post, "", "https://www.instagram.com/p/C7kPz9yIuQd/"},
		{"instagram profile", "https://www.instagram.com/residencedulac", Instagram, Profile, "residencedulac", ""},
		{"threads post", "https://www.threads.net/@atelier.zoe/post/C8aa91kLm?xmt=AQ", Threads, Post, "atelier.zoe", "https://www.threads.net/@atelier.zoe/post/C8aa91kLm"},
		{"threads dialog", "https://www.threads.com/intent/post?text=a", Threads, ShareDialog, "", ""},
		{"bluesky post", "https://bsky.app/profile/rosa.bsky.social/post/3l2abc9xyz", Bluesky, Post, "rosa.bsky.social", ""},
		{"bluesky profile", "bsky.app/profile/rosa.bsky.social", Bluesky, Profile, "rosa.bsky.social", "https://bsky.app/profile/rosa.bsky.social"},
		{"mastodon post, known server", "https://piaille.fr/@lucieb/112764503398821147", Mastodon, Post, "lucieb", ""},
		{"mastodon post, unknown server", "https://social.acme.example/@lea/112764503398821147", Mastodon, Post, "lea", ""},
		{"mastodon post seen from elsewhere", "https://mamot.fr/@lea@piaille.fr/112764503398821147", Mastodon, Post, "lea@piaille.fr", ""},
		{"mastodon profile", "https://mastodon.social/@hetty", Mastodon, Profile, "hetty", ""},
		{"a blog with an at sign is no post", "https://medium.com/@lea/how-we-hire-2024", "", Web, "", ""},
		{"xing dialog", "https://www.xing.com/spi/shares/new?url=https%3A%2F%2Fa.example", XING, ShareDialog, "", ""},
		{"xing profile", "https://www.xing.com/profile/Miriam_Kessler", XING, Profile, "miriam_kessler", ""},
		{"youtube video", "https://www.youtube.com/watch?v=Qw7nTz3LkVs&feature=share&t=10", YouTube, Post, "", "https://www.youtube.com/watch?v=Qw7nTz3LkVs"},
		{"youtube short address", "https://youtu.be/Qw7nTz3LkVs", YouTube, Post, "", ""},
		{"youtube community post", "https://www.youtube.com/post/UgkxQm3vD0aZ", YouTube, Post, "", ""},
		{"tiktok video", "https://www.tiktok.com/@maeva.cuisine/video/7390112457788562721?is_from_webapp=1", TikTok, Post, "maeva.cuisine", "https://www.tiktok.com/@maeva.cuisine/video/7390112457788562721"},
		{"tiktok short address", "https://vm.tiktok.com/ZGdXq7rPm/", TikTok, Post, "", ""},
		{"xing community", "https://www.xing.com/communities/posts/neue-pruefstaende-1027734410", XING, Post, "", ""},
		{"reddit", "https://www.reddit.com/r/truckersuk/comments/1d8vq2x/drivers_wanted/", Other, Post, "", ""},
		{"whatsapp dialog", "https://wa.me/?text=hello", WhatsApp, ShareDialog, "", ""},
		{"an article", "https://www.cci-valdoise.example/reprise?utm_source=nl&id=4", "", Web, "", "https://www.cci-valdoise.example/reprise?id=4"},
		{"a bare host", "www.orvault-fils.example", "", Web, "", "https://www.orvault-fils.example"},
		{"wrapped post", "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2Flea%2Fstatus%2F1834410099221100%3Fs%3D20&data=05%7C02&reserved=0", X, Post, "lea", "https://x.com/lea/status/1834410099221100"},
		{"a lookalike host", "https://linkedin.com.evil.example/posts/a_b-activity-7191112234455667712", "", Web, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := FromURL(tt.raw)
			if !ok {
				t.Fatal("not read as an address")
			}
			if got.Network != tt.network || got.Shape != tt.shape || got.Handle != tt.handle {
				t.Errorf("got %s %s %q, want %s %s %q", got.Network, got.Shape, got.Handle, tt.network, tt.shape, tt.handle)
			}
			want := tt.url
			if want == "" {
				want = tt.raw
				if got.URL == "https://"+want {
					want = got.URL
				}
			}
			if got.URL != want {
				t.Errorf("address %q, want %q", got.URL, want)
			}
		})
	}
}

func TestFromURLRefuses(t *testing.T) {
	for _, raw := range []string{"", "hello", "lea@example.test", "mailto:lea@example.test", "ftp://a.example/b", "javascript:alert(1)", "http://", "not a link"} {
		if got, ok := FromURL(raw); ok {
			t.Errorf("%q was read as %+v", raw, got)
		}
	}
}

func TestOnePostHasOneKey(t *testing.T) {
	same := [][]string{
		{"https://twitter.com/lea/status/1795533217764081970", "https://x.com/Lea/status/1795533217764081970?s=20", "https://mobile.twitter.com/lea/statuses/1795533217764081970"},
		{"https://www.linkedin.com/posts/lea_a-activity-7191112234455667712-Jj8s", "https://www.linkedin.com/feed/update/urn:li:activity:7191112234455667712/"},
		{"https://youtu.be/Qw7nTz3LkVs?si=x", "https://m.youtube.com/watch?v=Qw7nTz3LkVs", "https://www.youtube.com/shorts/Qw7nTz3LkVs"},
		{"https://www.threads.net/@a/post/C8aa", "https://www.threads.com/@a/post/C8aa"},
		{"https://a.example/x?utm_source=1", "https://www.a.example/x/"},
	}
	for _, group := range same {
		first, _ := FromURL(group[0])
		for _, raw := range group[1:] {
			if got, _ := FromURL(raw); got.Key != first.Key {
				t.Errorf("%s has key %q, %s has %q", raw, got.Key, group[0], first.Key)
			}
		}
	}
}

func TestUnwrap(t *testing.T) {
	const want = "https://www.linkedin.com/posts/lea_a-activity-7191112234455667712-Jj8s"
	tests := map[string]string{
		"google":         "https://www.google.com/url?q=https://www.linkedin.com/posts/lea_a-activity-7191112234455667712-Jj8s&sa=D",
		"google country": "https://www.google.fr/url?sa=t&url=https%3A%2F%2Fwww.linkedin.com%2Fposts%2Flea_a-activity-7191112234455667712-Jj8s",
		"facebook":       "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.linkedin.com%2Fposts%2Flea_a-activity-7191112234455667712-Jj8s&h=AT0",
		"proofpoint v2":  "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.linkedin.com_posts_lea-5Fa-2Dactivity-2D7191112234455667712-2DJj8s&d=DwMFaQ",
		"proofpoint v3":  "https://urldefense.com/v3/__https://www.linkedin.com/posts/lea_a-activity-7191112234455667712-Jj8s__;!!AbC!xyz$",
		"two wrappers":   "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fwww.linkedin.com%252Fposts%252Flea_a-activity-7191112234455667712-Jj8s&data=x",
		"gmx":            "https://deref-gmx.net/mail/client/abc/dereferrer/?redirectUrl=https%3A%2F%2Fwww.linkedin.com%2Fposts%2Flea_a-activity-7191112234455667712-Jj8s",
		"cisco":          "https://secure-web.cisco.com/1abc/https%3A%2F%2Fwww.linkedin.com%2Fposts%2Flea_a-activity-7191112234455667712-Jj8s",
	}
	for name, raw := range tests {
		if got := Unwrap(raw); got != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
	if got := Unwrap("https://urldefense.com/v3/__https://a.example/*x*y__;I8Op!!AbC$"); got != "https://a.example/#xéy" {
		t.Errorf("proofpoint v3 with characters taken out: %q", got)
	}
}

func FuzzFromURL(f *testing.F) {
	for _, seed := range []string{"https://x.com/a/status/1795533217764081970", "https://urldefense.com/v3/__https://a/*__;I8**!!A$", "//", "https://[::1]/@a/123456"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		link, ok := FromURL(raw)
		if ok && link.URL == "" {
			t.Errorf("%q: read, but without an address", raw)
		}
	})
}
