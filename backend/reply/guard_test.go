package reply

import (
	"slices"
	"strings"
	"testing"
)

// TestGuards holds the kinds of answer that are never recorded as what their words look like, however sure the models are.
func TestGuards(t *testing.T) {
	for text, c := range map[string]struct {
		state State
		doubt string
	}{
		"Anna l'a posté.":                                          {Shared, "somebody_else"},
		"Frau Kessler hat den Beitrag schon geteilt":               {Shared, "somebody_else"},
		"Olivier posted it.":                                       {Shared, "somebody_else"},
		"Anna shared it on LinkedIn":                               {Shared, "somebody_else"},
		"Déjà partagé par Sophie":                                  {Shared, "somebody_else"},
		"Schon geteilt von der Firma":                              {Shared, "somebody_else"},
		"Hi Anna shared it on LinkedIn":                            {Shared, ""},
		"Anna posted it and so did I":                              {Shared, ""},
		"Partagé par LinkedIn et par Facebook":                     {Shared, ""},
		"Geteilt von zu Hause":                                     {Shared, ""},
		"Had het bijna gedeeld.":                                   {Shared, "nothing_decides"},
		"J'ai failli le partager, finalement non.":                 {Shared, "nothing_decides"},
		"Shared it, almost 300 views":                              {Shared, ""},
		"Posté ce matin, effacé à midi.":                           {Shared, "withdrawn"},
		"Geteilt und dann gelöscht":                                {Shared, "withdrawn"},
		"I see Gwilym has it up on his profile.":                   {Shared, "somebody_else"},
		"Demain midi c'est en ligne.":                              {Shared, "perhaps_later"},
		"Posté sur le Teams de l'agence.":                          {Shared, "inside_only"},
		"I'll post it tomorrow, then I'm out for good.":            {Deferred, "may_leave"},
		"Ni lo he leído ni lo voy a difundir.":                     {ReadOnly, "read_or_refused"},
		"Sent from my iPhone":                                      {Shared, "nothing_decides"},
		"Envoyé depuis ma voiture par commande vocale":             {Shared, "nothing_decides"},
		"Sent from my LinkedIn, 40 views":                          {Shared, ""},
		"I'll post that the day hell gets a skating rink.":         {Deferred, "refusal_or_promise"},
		"Ça partira quand les poules auront des dents":             {Deferred, "refusal_or_promise"},
		"LinkedIn's sorted. Instagram I'll do Sunday":              {Deferred, "promise_and_share"},
		"I'll do LinkedIn on Sunday":                               {Deferred, ""},
		"Niet gelezen, ik plaats ook niets.":                       {ReadOnly, "read_or_refused"},
		"Gelesen und gelernt, ich teile aber nichts.":              {ReadOnly, ""},
		"Partagé sur LinkedIn, demain je suis absent.":             {Shared, ""},
		"I'll post it tomorrow, for good reasons.":                 {Deferred, ""},
		"Mein Kollege hat ihn geteilt, ich habe ihn auch geteilt.": {Shared, ""},
	} {
		e, _, err := gather(text, "")
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		if c.doubt != "" {
			want = []string{c.doubt}
		}
		if got := e.guard(c.state, verdict{state: Review}, facts{}); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestOwnClaims: the guards do not stop what people did themselves.
func TestOwnClaims(t *testing.T) {
	for _, text := range []string{
		"J'ai partagé l'article sur LinkedIn", "L'article a été partagé sur mon profil LinkedIn", "Habe den Artikel heute Morgen geteilt", "Shared it on LinkedIn this morning",
		"L'ho condiviso su LinkedIn", "Ya lo he compartido en LinkedIn", "Ik heb het gedeeld op LinkedIn", "On l'a partagé sur LinkedIn ce matin",
	} {
		m, err := Understand(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if !m.Sure || m.State != Shared {
			t.Errorf("%q: %s sure %v %v", text, m.State, m.Sure, m.Doubts)
		}
	}
}

// TestFooter: the way out that a mailing names below an answer is not asked for.
func TestFooter(t *testing.T) {
	for _, foot := range []string{
		"--\nPour ne plus recevoir ces messages, cliquez ici : se désabonner", "To stop receiving these emails click unsubscribe.", "To unsubscribe from messages of Okafor & Daughters reply STOP.",
		"Wenn Sie keine weiteren Nachrichten wünschen, können Sie sich hier abmelden.", "Wilt u deze mails niet meer ontvangen? Meld u hier af.",
		"You are receiving this because you subscribed. Unsubscribe | Manage preferences",
	} {
		m, err := Understand("Shared on LinkedIn this morning.\n\n"+foot, "")
		if err != nil {
			t.Fatal(err)
		}
		if m.State != Shared {
			t.Errorf("%q: %s %v", foot, m.State, m.Doubts)
		}
	}
	for _, said := range []string{"Hello,\nplease unsubscribe me", "Bonjour,\nje veux me désabonner, où faut-il cliquer ?", "unsubscribe"} {
		if cut := withoutFooter(said); cut != said {
			t.Errorf("%q became %q", said, cut)
		}
	}
	if long := strings.Repeat("x\n", 5000); withoutFooter(long) != long {
		t.Error("a text without a footer was cut")
	}
}

// TestNetworksOfOthers: networks that are put off, broken or another's do not count.
func TestNetworksOfOthers(t *testing.T) {
	for text, want := range map[string]string{
		"Publication LinkedIn OK / Bluesky OK / Facebook KO":                 "linkedin bluesky",
		"Partagé sur LinkedIn. Ma femme l'a mis sur son Facebook, elle.":     "linkedin",
		"LinkedIn y Facebook hechos; Instagram cuando mi hija me enseñe.":    "linkedin facebook",
		"Ist drin. Auf Threads ja, auf X nein.":                              "threads",
		"Fb done, LI when I remember my pasword":                             "facebook",
		"Shared. It is in the parish newsletter too, page 4.":                "other",
		"je l'ai publié dans le groupe WhatsApp des anciens, c'est en ligne": "whatsapp",
	} {
		m, err := Understand(text, "")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, id := range m.Networks {
			got = append(got, string(id))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %s %v, want %s", text, m.State, got, want)
		}
	}
}

// TestBarePromises: a promise of two words is one, however seldom it was learnt.
func TestBarePromises(t *testing.T) {
	for text, language := range map[string]string{"Più tardi": "it", "Plus tard, merci": "fr", "plus tard merci": "fr", "Später": "de", "Más tarde": "es", "Straks": "nl", "Later": "en"} {
		m, err := Understand(text, language)
		if err != nil {
			t.Fatal(err)
		}
		if !m.Sure || m.State != Deferred {
			t.Errorf("%q: %s sure %v %v", text, m.State, m.Sure, m.Doubts)
		}
	}
}
