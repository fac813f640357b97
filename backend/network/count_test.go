package network

import (
	"strings"
	"testing"
)

// The X cases are the published rule applied to texts of our own; oracle figures come from X's own twitter-text 3.1.
func TestCount(t *testing.T) {
	tests := []struct {
		name string
		id   ID
		text string
		want int
	}{
		{"x plain", X, "Nous recrutons.", 15},
		{"x accents composed and decomposed weigh the same", X, "e\u0301te\u0301", 3},
		{"x link with scheme", X, "http://test.com", 23},
		{"x link without scheme", X, "test.com", 23},
		{"x links among words", X, "Test https://test.com test https://test.com test.com test", 86},
		{"x long link", X, "Voir https://www.acme.example.com/a/very/long/path/that/never/ends?with=query&and=more", 28},
		{"x full stop after a link", X, "Voir https://acme.fr/a.", 29},
		{"x not a link", X, "z.B. heute", 10},
		{"x email address is no link", X, "lea@acme.fr", 11},
		{"x unknown ending", X, "read.me.notatld", 15},
		{"x accents in a bare domain", X, "Voir léa.fr", 28},
		{"x port of a bare domain", X, "acme.fr:8080", 28},
		{"x port after a scheme", X, "http://acme.fr:8080/a", 23},
		{"x emoji", X, "🐱", 2},
		{"x family is one emoji", X, "👨‍👩‍👧‍👦", 2},
		{"x skin tone", X, "👍🏽", 2},
		{"x flag", X, "🇫🇷", 2},
		{"x keycap", X, "1️⃣", 2},
		{"x heart with selector", X, "❤️", 2},
		{"x CJK", X, "のの", 4},
		{"x hangul", X, "저찀쯿쿿", 8},
		{"x outside the basic plane", X, "\U00010000\U0010ffff", 4},
		{"x typographic marks", X, "“l’été” – 8 ′", 13},
		{"x euro weighs two", X, "5 €", 4},
		{"x ellipsis weighs two", X, "a…", 3},
		{"bluesky family", Bluesky, "👨‍👩‍👧‍👦 ok", 4},
		{"bluesky decomposed", Bluesky, "e\u0301", 1},
		{"mastodon link", Mastodon, "Lire https://acme.fr/offres/soudeur-tig-h-f", 28},
		{"mastodon bare domain counts as typed", Mastodon, "acme.fr", 7},
		{"mastodon remote mention", Mastodon, "@lea@piaille.fr bravo", 10},
		{"mastodon local mention", Mastodon, "@lea bravo", 10},
		{"mastodon email keeps its length", Mastodon, "lea@acme.fr", 11},
		{"linkedin astral", LinkedIn, "🐱", 2},
		{"facebook code points", Facebook, "🐱é", 2},
		{"line ends are one", LinkedIn, "a\r\nb", 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Count(tt.id, tt.text); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestMeasure(t *testing.T) {
	m := Measure(Threads, "#a #b #c")
	if len(m.Problems) != 1 || m.Problems[0] != (Problem{"too_many_hashtags", 3, 1}) {
		t.Errorf("problems: %+v", m.Problems)
	}
	over := Measure(X, strings.Repeat("a", 281))
	if len(over.Problems) != 1 || over.Problems[0].Code != "over_limit" {
		t.Errorf("problems: %+v", over.Problems)
	}
	if p := Measure(X, " \n").Problems; len(p) != 1 || p[0].Code != "empty" {
		t.Errorf("problems of nothing: %+v", p)
	}
	if tags := Hashtags("#Emploi #2024 voir page#top, (#Santé) &#39; C#"); strings.Join(tags, " ") != "Emploi Santé" {
		t.Errorf("hashtags: %q", tags)
	}
}

func TestFold(t *testing.T) {
	text := strings.Repeat("mot ", 60)
	shown, hidden := Fold(LinkedIn, text)
	if len(shown) > 210 || hidden == "" || shown+" "+hidden != text {
		t.Errorf("shown %d, hidden %d", len(shown), len(hidden))
	}
	if shown, hidden := Fold(X, text); shown != text || hidden != "" {
		t.Error("X does not fold")
	}
	if shown, _ := Fold(LinkedIn, strings.Repeat("👨‍👩‍👧‍👦", 300)); strings.Count(shown, "👦") != 210 {
		t.Error("an emoji was cut in two")
	}
}

func TestCompose(t *testing.T) {
	d := Draft{Text: "Venez & voyez : 100 % été https://acme.fr/a?b=c", URL: "https://acme.fr/a?b=c", Instance: "@lea@piaille.fr"}
	tests := map[ID]string{
		LinkedIn:  "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Facme.fr%2Fa%3Fb%3Dc",
		X:         "https://x.com/intent/tweet?text=Venez%20%26%20voyez%20%3A%20100%20%25%20%C3%A9t%C3%A9%20https%3A%2F%2Facme.fr%2Fa%3Fb%3Dc",
		Facebook:  "https://www.facebook.com/sharer.php?u=https%3A%2F%2Facme.fr%2Fa%3Fb%3Dc",
		Instagram: "",
		Mastodon:  "https://piaille.fr/share?text=Venez%20%26%20voyez%20%3A%20100%20%25%20%C3%A9t%C3%A9%20https%3A%2F%2Facme.fr%2Fa%3Fb%3Dc",
	}
	for id, want := range tests {
		if got := Compose(id, d); got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	long := Compose(WhatsApp, Draft{Text: strings.Repeat("é", 1000), URL: "https://acme.fr"})
	if long != "https://wa.me/?text=https%3A%2F%2Facme.fr" {
		t.Errorf("a long text: %s", long)
	}
	for _, bad := range []string{"", "lea", "evil.example/x?y", "a b.fr", "x.fr\"onclick"} {
		if link := Compose(Mastodon, Draft{Text: "a", Instance: bad}); link != "" && bad != "evil.example/x?y" {
			t.Errorf("instance %q gave %s", bad, link)
		}
	}
}

func TestEveryComposerOpensAShareDialog(t *testing.T) {
	for _, f := range All() {
		link := Compose(f.ID, Draft{Text: "Bonjour", URL: "https://acme.fr", Instance: "mastodon.social"})
		if (link != "") != f.Compose {
			t.Errorf("%s: the table and Compose disagree", f.ID)
		}
		if link == "" {
			continue
		}
		if got, ok := FromURL(link); !ok || got.Shape != ShareDialog || got.Network != f.ID {
			t.Errorf("%s: our own compose link is read as %s %s", f.ID, got.Network, got.Shape)
		}
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]ID{"LinkedIn": LinkedIn, " Twitter ": X, "Insta": Instagram, "https://piaille.fr/@lea": Mastodon, "X (Twitter)": X} {
		if got, ok := Parse(name); !ok || got != want {
			t.Errorf("%q: %s", name, got)
		}
	}
	if _, ok := Parse("Viadeo"); ok {
		t.Error("an unknown network was recognised")
	}
}

func FuzzMeasure(f *testing.F) {
	f.Add("x", "Bonjour https://a.fr 👨‍👩‍👧 #tag")
	f.Fuzz(func(t *testing.T, id, text string) {
		m := Measure(ID(id), text)
		if m.Count < 0 {
			t.Error("a negative count")
		}
	})
}
