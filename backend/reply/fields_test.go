package reply

import (
	"maps"
	"slices"
	"testing"

	"relais/backend/network"
	"relais/backend/reply/corpus"
)

// TestFields reads networks, addresses and figures of the shares in the replies written without sight of the reader.
func TestFields(t *testing.T) {
	blind, err := corpus.Blind()
	if err != nil {
		t.Fatal(err)
	}
	var n, networks, urls, metrics int
	for _, l := range blind {
		if State(l.State) != Shared {
			continue
		}
		n++
		e, _, err := gather(l.Text, "")
		if err != nil {
			t.Fatal(err)
		}
		proofs := e.proofs()
		var got []string
		for _, id := range e.sharedOn(proofs) {
			got = append(got, string(id))
		}
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(l.Networks))) {
			networks++
			t.Logf("%s networks %v, want %v: %q", l.ID, got, l.Networks, l.Text)
		}
		if !slices.Equal(typed(proofs), l.URLs) {
			urls++
			t.Logf("%s urls %v, want %v: %q", l.ID, typed(proofs), l.URLs, l.Text)
		}
		if figures := e.figures(); !maps.Equal(figures, l.Metrics) {
			metrics++
			t.Logf("%s metrics %v, want %v: %q", l.ID, figures, l.Metrics, l.Text)
		}
	}
	if networks*33 > n || urls*33 > n || metrics*33 > n {
		t.Errorf("of %d shares: networks wrong in %d, urls in %d, metrics in %d", n, networks, urls, metrics)
	}
}

// TestSharedOn tells where something was shared from where it was not, or not yet.
func TestSharedOn(t *testing.T) {
	for text, want := range map[string][]network.ID{
		"LinkedIn ✔ Facebook ✔ Insta ✘ (nie im Leben)":            {network.LinkedIn, network.Facebook},
		"LinkedIn: yes. Instagram: when my daughter shows me how": {network.LinkedIn},
		"Geteilt, seit heute morgen auf LinkedIn":                 {network.LinkedIn},
		"Geteilt auf LinkedIn, Facebook folgt":                    {network.LinkedIn},
		"Posted the job on linked in this morning":                {network.LinkedIn},
		"J'ai posté : https://lnkd.in/e9RtX2vL":                   {network.LinkedIn},
	} {
		e, _, err := gather(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := e.sharedOn(e.proofs()); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestFigures holds the many ways of writing a number.
func TestFigures(t *testing.T) {
	for text, want := range map[string]map[string]int{
		"Partagé, 1,2 k vues":                      {Views: 1200},
		"Shared. 1.2K views so far":                {Views: 1200},
		"Partagé : 12 000 impressions":             {Views: 12000},
		"Partagé, 1 234 vues":                      {Views: 1234},
		"Geteilt, 1.234 Aufrufe":                   {Views: 1234},
		"Shared, 3 likes et 1 repost":              {Likes: 3, Reposts: 1},
		"Publié, deux commentaires":                {Comments: 2},
		"Partagé, une douzaine de likes":           {},
		"Shared, a dozen likes, a few comments":    {},
		"Shared, a couple of hundred views":        {},
		"Posté : cinquante-sept vues":              {Views: 57},
		"Posté : quatre-vingt-dix-sept likes":      {Likes: 97},
		"Posté : soixante et onze j'aime":          {Likes: 71},
		"Posté, deux mille trois cents vues":       {Views: 2300},
		"Shared, one hundred and five views":       {Views: 105},
		"Geteilt, zweiundzwanzig Likes":            {Likes: 22},
		"Gedeeld, achttien duimpjes":               {Likes: 18},
		"Condiviso, trentatré visualizzazioni":     {Views: 33},
		"Compartido, treinta y dos comentarios":    {Comments: 32},
		"Partagé. Un seul like":                    {Likes: 1},
		"Partagé avec un commentaire perso":        {},
		"Shared, nine people liked it":             {Likes: 9},
		"Partagé, entre 300 et 400 vues":           {},
		"Partagé, le précédent avait fait 80 vues": {},
		"Geteilt, viermal weitergeteilt worden":    {Reposts: 4},
		"Ich habe es zweimal geteilt":              {},
		"LinkedIn, 640 mal angezeigt, 3x geteilt":  {Views: 640, Reposts: 3},
		"Messo, settemiladuecento visualizzazioni": {Views: 7200},
		"Geplaatst, nul reacties":                  {Comments: 0},
		"Mis en ligne entre deux visites d'usine":  {},
		"Posté entre deux visites de chantier":     {},
	} {
		e, _, err := gather(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := e.figures(); !maps.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
