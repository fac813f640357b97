package reply

import (
	"slices"
	"testing"
)

// TestLinks reads the addresses of posts in the forms that they have in mail, and leaves out what proves nothing.
func TestLinks(t *testing.T) {
	const post = "https://www.linkedin.com/posts/lea-martin_job-activity-7100200300400500600-Ab1c"
	const wrapped = "https%3A%2F%2Fwww.linkedin.com%2Fposts%2Flea-martin_job-activity-7100200300400500600-Ab1c"
	for text, want := range map[string][]string{
		"Partagé : " + post + ".":             {post},
		"Partagé (" + post + ")":              {post},
		"Shared: <" + post + ">":              {post},
		"Shared: <" + post + ">, enjoy!":      {post},
		"Voilà\n" + post + "\nLéa":            {post},
		"« " + post + " »":                    {post},
		"[mon post](" + post + ")":            {post},
		post + "?utm_source=share&rcm=ACoAAB": {post + "?utm_source=share&rcm=ACoAAB"},
		"see https://eur02.safelinks.protection.outlook.com/?url=" + wrapped + "&data=05%7C02&reserved=0":     {post},
		"https://urldefense.com/v3/__" + post + "__;!!AbC!xyz$":                                               {post},
		"Partagé : https://lnkd.in/p/eAbC123":                                                                 {"https://lnkd.in/p/eAbC123"},
		"https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fa.example":                         {},
		"https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example":                                {},
		"https://twitter.com/intent/tweet?text=x":                                                             {},
		"Partagé, mon profil : https://www.linkedin.com/in/lea-martin":                                        {},
		"Partagé, comme ici https://www.linkedin.com/company/kerven/":                                         {},
		"Partagé : https://www.kerven.example/actualites/soudure":                                             {},
		"Done https://x.com/lea/status/1700200300400500600?s=20!":                                             {"https://x.com/lea/status/1700200300400500600?s=20"},
		"Moin,\nhab's rausgehauen: " + post:                                                                   {post},
		"Hello l'équipe,\n" + post:                                                                            {post},
		"Un carrousel fait maison " + post:                                                                    {post},
		"The company's post: " + post:                                                                         {},
		"Fini dans la boîte, mais j'ai posté ceci : " + post:                                                  {post},
		"www.facebook.com/lea.martin/posts/pfbid0AbCdEf;":                                                     {"www.facebook.com/lea.martin/posts/pfbid0AbCdEf"},
		"Mine: " + post + "\nNoor: https://www.linkedin.com/posts/noor-b_job-activity-7100200300400500611-Zz": {post},
	} {
		e, _, err := gather(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if got := typed(e.proofs()); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestNamedNetworks counts where something was shared, not where it was not, will be, or was by others.
func TestNamedNetworks(t *testing.T) {
	for text, want := range map[string][]string{
		"Partagé sur LinkedIn, pas sur Facebook":                            {"linkedin"},
		"LinkedIn et Facebook faits, Instagram non":                         {"linkedin", "facebook"},
		"C'est sur X depuis ce matin, LinkedIn demain":                      {"x"},
		"Shared it on LinkedIn just before the weekend, forgot to tell you": {"linkedin"},
		"Shared via LinkedIn. Facebook's next on my list":                   {"linkedin"},
		"Partagé sur LinkedIn, ma femme sur Instagram":                      {"linkedin"},
		"sur threads parce que linkedin ça me fatigue":                      {"threads"},
		"Posted a tiktok instead of a linkedin thing":                       {"tiktok"},
		"Auf Bluesky und Mastodon geteilt, LinkedIn boykottiere ich":        {"bluesky", "mastodon"},
		"Partagé.\nPaul Petit\nSuivez-nous sur LinkedIn et Facebook":        {},
		"oui LinkedIn, oui X, non Facebook":                                 {"linkedin", "x"},
		"Stuck it in the family WhatsApp group":                             {"whatsapp"},
	} {
		e, _, err := gather(text, "")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, id := range e.sharedOn(e.proofs()) {
			got = append(got, string(id))
		}
		slices.Sort(got)
		if slices.Sort(want); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
