package post

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func TestFill(t *testing.T) {
	text, missing := Fill("Bonjour {prénom}, en tant que {Poste} chez {company} {?}", Values{"first_name": "Léa", "company": "Acme"})
	if text != "Bonjour Léa, en tant que  chez Acme {?}" || len(missing) != 1 || missing[0] != "job" {
		t.Errorf("%q, missing %v", text, missing)
	}
}

func TestRenderAddsTheLinkWhereTheTextCarriesIt(t *testing.T) {
	p := Post{ID: 7, Link: "https://acme.example/a?x=1#part", UTM: "?utm_source={network}&utm_campaign=p{post}"}
	tests := []struct{ name, network, text, want string }{
		{"x", "x", "Bonjour", "Bonjour\nhttps://acme.example/a?x=1&utm_source=x&utm_campaign=p7#part"},
		{"linkedin attaches it by itself", "linkedin", "Bonjour", "Bonjour"},
		{"where it stands already", "x", "Voir https://acme.example", "Voir https://acme.example"},
		{"at the place chosen", "linkedin", "Voir {lien} !", "Voir https://acme.example/a?x=1&utm_source=linkedin&utm_campaign=p7#part !"},
		{"an empty text stays empty", "x", " ", ""},
	}
	for _, tt := range tests {
		if got, _ := Render(p, Variant{Network: tt.network, Text: tt.text}, nil); got != tt.want {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
}

func TestLikeness(t *testing.T) {
	tests := []struct {
		name, a, b string
		min, max   float64
	}{
		{"the same but for a tag and a link", "Notre atelier cherche un soudeur. #A https://a.fr", "Notre atelier cherche un soudeur ! #B", 1, 1},
		{"one word in ten changed", "Notre bel atelier de Brest cherche un soudeur pour janvier prochain", "Notre bel atelier de Brest cherche un soudeur pour mars prochain", 0.5, 0.8},
		{"other words", "Notre atelier cherche un soudeur", "Douze personnes et une place à prendre", 0, 0.05},
		{"both empty", "", " ", 1, 1},
		{"one empty", "a b c", "", 0, 0},
		{"two words", "Venez voir", "Venez voir", 1, 1},
	}
	for _, tt := range tests {
		if got := Likeness(tt.a, tt.b); got < tt.min || got > tt.max {
			t.Errorf("%s: %.2f", tt.name, got)
		}
	}
}

// TestDealIsFair: whatever the teams, nobody shares words with a colleague while there are enough, each variant is
// dealt about equally, and the order of the people changes nothing.
func TestDealIsFair(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var variants []Variant
		for i := range 1 + r.IntN(5) {
			variants = append(variants, Variant{ID: int64(i + 1), Network: "linkedin", Text: fmt.Sprint(i)})
		}
		var hands []Hand
		size := map[int64]int{}
		for i := range 1 + r.IntN(30) {
			team := int64(r.IntN(6))
			hands = append(hands, Hand{StaffID: int64(i + 1), Team: team, Network: "linkedin"})
			if team != 0 {
				size[team]++
			}
		}
		dealt := Deal(variants, hands)
		seen := map[[2]int64]bool{}
		for _, h := range hands {
			d := dealt[Seat{h.StaffID, h.Network}]
			at := [2]int64{h.Team, d.Variant.ID}
			if h.Team != 0 && size[h.Team] <= len(variants) && (seen[at] || d.Repeated) {
				t.Fatalf("a team of %d with %d variants has the same words twice", size[h.Team], len(variants))
			}
			seen[at] = true
		}
		r.Shuffle(len(hands), func(i, j int) { hands[i], hands[j] = hands[j], hands[i] })
		for seat, d := range Deal(variants, hands) {
			if dealt[seat] != d {
				t.Fatal("the order of the people changed what they got")
			}
		}
	}
}

func TestDealByLanguage(t *testing.T) {
	variants := []Variant{{ID: 1, Network: "x", Language: "fr", Text: "fr"}, {ID: 2, Network: "x", Language: "en", Text: "en"}, {ID: 3, Network: "linkedin", Text: "any"}, {ID: 4, Network: "x", Language: "de", Text: "old", Retired: true}}
	tests := []struct {
		network   string
		languages []string
		want      int64
	}{{"x", []string{"en", "fr"}, 2}, {"x", []string{"fr"}, 1}, {"x", []string{"de"}, 1}, {"linkedin", []string{"de"}, 3}, {"bluesky", []string{"fr"}, 0}}
	for _, tt := range tests {
		got := Deal(variants, []Hand{{StaffID: 1, Network: tt.network, Languages: tt.languages}})[Seat{1, tt.network}]
		if got.Variant.ID != tt.want {
			t.Errorf("%s %v: variant %d, want %d", tt.network, tt.languages, got.Variant.ID, tt.want)
		}
	}
}
