package reply

import (
	"maps"
	"slices"
	"strings"
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
		share := readShare(t, l.Text)
		if len(share.doubts) > 0 {
			continue
		}
		var got []string
		for _, id := range share.networks {
			got = append(got, string(id))
		}
		if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(l.Networks))) {
			networks++
			t.Logf("%s networks %v, want %v: %q", l.ID, got, l.Networks, l.Text)
		}
		if !slices.Equal(typed(share.proofs), l.URLs) {
			urls++
			t.Logf("%s urls %v, want %v: %q", l.ID, typed(share.proofs), l.URLs, l.Text)
		}
		if figures := share.figures; !maps.Equal(figures, l.Metrics) {
			metrics++
			t.Logf("%s metrics %v, want %v: %q", l.ID, figures, l.Metrics, l.Text)
		}
	}
	if networks*100 > n || urls*200 > n || metrics*66 > n {
		t.Errorf("of %d shares: networks wrong in %d, urls in %d, metrics in %d", n, networks, urls, metrics)
	}
}

func readShare(t *testing.T, text string) fields {
	t.Helper()
	models, err := loadModels()
	if err != nil {
		t.Fatal(err)
	}
	e, _, err := gather(text, "")
	if err != nil {
		t.Fatal(err)
	}
	return models.Fields.fields(e, e.proofs(), e.ruledFigures())
}

// TestShareFields reads what a share says of itself by models and rules together: names as they are dictated or nicknamed,
// what is done beside what is not, an address of one's own beside another's.
func TestShareFields(t *testing.T) {
	const post, short = "https://www.linkedin.com/posts/lea-martin_job-activity-7100200300400500600-Ab1c", "https://lnkd.in/eR4tGh7v"
	for text, want := range map[string]struct{ networks, urls, doubts string }{
		"Stuck it on the book of faces last night":                             {"facebook", "", ""},
		"x and mastodon, both posted about an hour ago":                        {"mastodon x", "", ""},
		"I'm in X-ray till six. Shared on LinkedIn at ten past.":               {"linkedin", "", ""},
		"Entre deux rayons X je l'ai mis sur LinkedIn":                         {"linkedin", "", ""},
		"Post republié ce soir.\nRachid\nhttps://www.linkedin.com/in/rachid-a": {"", "", ""},
		"Auf nebenan.de eingestellt":                                           {"other", "", ""},
		"Signal was bad, it is on my Facebook now":                             {"facebook", "", ""},
		"J'ai partagé l'article sur le lit de Quine, virgule, à bientôt point": {"", "", "which_network"},
		"ik heb de link ut in post gedeeld punt groetjes Wim punt":             {"", "", "which_network"},
		"C'est partagé, à bientôt, point barre":                                {"", "", ""},
		"J'ai publié l'annonce sur lien quedine hier soir":                     {"linkedin", "", ""},
		"Geteilt in de Facebookgroep van het dorp":                             {"facebook", "", ""},
		"Gedeeld op LinkedIn: " + short:                                        {"linkedin", short, ""},
		"Partagé sur mon TikTok : https://vm.tiktok.com/ZGdXq7rPm/":            {"tiktok", "https://vm.tiktok.com/ZGdXq7rPm/", ""},
		"Auf Xing: https://www.xing.com/communities/posts/pruefstaende-1027":   {"xing", "https://www.xing.com/communities/posts/pruefstaende-1027", ""},
		"Shared on LinkedIn. Lucile's is better: https://www.linkedin.com/posts/lucile-morand_job-activity-7100200300400500611-Zz": {"linkedin", "", ""},
		"Posted: " + post + "\nThe original: https://www.linkedin.com/posts/acme_job-activity-7100200300400500611-Zz":              {"linkedin", "?", "whose_link"},
		"Shared it, the post is the first on my page: https://www.linkedin.com/in/lea-martin":                                      {"linkedin", "", ""},
		"Shared https://www.acme.example/blog/oak to my LinkedIn feed":                                                             {"linkedin", "", ""},
	} {
		share := readShare(t, text)
		var got []string
		for _, id := range share.networks {
			got = append(got, string(id))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != want.networks || want.urls != "?" && strings.Join(typed(share.proofs), " ") != want.urls || strings.Join(share.doubts, " ") != want.doubts {
			t.Errorf("%q: %v %v %v, want %v", text, got, typed(share.proofs), share.doubts, want)
		}
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
		"Partagé. Un commentaire, de ma mère":      {Comments: 1},
		"Geteilt, kein einziger Kommentar":         {Comments: 0},
		"Partagé, pas un commentaire constructif":  {},
		"Repartagé en deux clics":                  {},
		"Boosted by 33 people overnight":           {Reposts: 33},
		"Repartagé par trois collègues":            {Reposts: 3},
		"Shared. 1,18,000 views":                   {Views: 118000},
		"Online. 1,5 Tsd. Aufrufe":                 {Views: 1500},
		"Mil cuatrocientas vistas":                 {Views: 1400},
		"Uf LinkedIn, nüün Likes":                  {Likes: 9},
		"My last one got 300 likes, this one 7":    {Likes: 7},
		"Sue's got 90 likes; mine has six":         {Likes: 6},
		"Der letzte hatte 800 Klicks, der da neun": {Clicks: 9},
		"A dozen likes, 12 on the nose":            {Likes: 12},
		"In the group, that's like 60 people":      {},
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

// TestItemsAreNoFigures: the numbers of an answer to a digest are doubted by nobody.
func TestItemsAreNoFigures(t *testing.T) {
	for _, text := range []string{"1 et 3 partagés sur LinkedIn", "1 and 3 shared on LinkedIn"} {
		for numbered, doubted := range map[bool]bool{true: false, false: true} {
			r := Reading{Fresh: text}
			if err := r.understand(Circumstances{Numbered: numbered}); err != nil {
				t.Fatal(err)
			}
			if slices.Contains(r.Doubts, "whose_figures") != doubted {
				t.Errorf("%q: %v %v", text, r.Items, r.Doubts)
			}
		}
	}
}
