package reply

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"relais/backend/reply/dress"
)

const dressedOriginal = `Bonjour Léa,

Voici de quoi mériter quelques minutes de votre temps : nous avons pensé que cela pouvait vous intéresser, et peut-être vos contacts.

Un angle, avec vos mots
    Que retenez-vous le plus ?

What makes a weld last
https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fwelding.example%2Flast

Pour répondre, renvoyez ce message avec l’une de ces lignes :
- Partagé sur LinkedIn
- Lu, sans partager
- Pas celui-ci
- Plus tard

Merci, et bonne journée,
Claire Le Gall

--
Vous recevez ce message parce que vous participez au programme d’ambassadeurs de Kerven & Fils. C’est volontaire : vous pouvez faire une pause ou partir à tout moment, sans donner de raison.
- Me mettre en pause pendant un mois
- Quitter le programme
Ref: ae7qgmbyqy4tqnbzgi3wkztvpa`

func dressed(l labelled) dress.Letter {
	return dress.Letter{
		Text: l.Text, Language: l.Lang, From: "lea@kerven.example", FromName: "Léa Martin", To: "relais+rae7qgmbyqy4tqnbzgi3wkztvpa@kerven.example", ToName: "Claire Le Gall",
		Subject: "À lire : What makes a weld last", InReplyTo: "r.ae7qgmbyqy4tqnbzgi3wkztvpa@kerven.example", MessageID: "abc." + l.ID + "@mail.example",
		Date: time.Date(2026, 3, 3, 9, 12, 0, 0, time.UTC), SentAt: time.Date(2026, 3, 2, 8, 30, 0, 0, time.UTC), Original: dressedOriginal,
	}
}

// TestDressedCorpus reads labelled replies as each program would send them, every 25th unless RELAIS_FULL is set. The
// clothes must change nothing.
func TestDressedCorpus(t *testing.T) {
	all := labelledReplies(t, filepath.Join(corpusDir(t), "replies", "dev.jsonl"))
	type tally struct{ n, state, auto, calls, wrong, recorded, fields, machine, token int }
	total := tally{}
	for n, style := range dress.Styles() {
		c := tally{}
		for i, l := range all {
			if os.Getenv("RELAIS_FULL") == "" && (i+n)%25 != 0 {
				continue
			}
			r, err := Read(style.Write(dressed(l)), Circumstances{})
			if err != nil {
				t.Fatal(err)
			}
			c.n++
			if r.Machine {
				c.machine++
			}
			if r.Token() != "ae7qgmbyqy4tqnbzgi3wkztvpa" {
				c.token++
			}
			if r.State == l.State {
				c.state++
			}
			if r.Action == Record {
				c.recorded++
				if r.State != l.State {
					c.wrong++
				}
			}
			if l.State.Recordable() {
				c.calls++
				if r.Action == Record && r.State == l.State {
					c.auto++
				}
			}
			if l.State == Shared && r.State == Shared && (!sameNetworks(r.Networks, l.Networks) || !slices.Equal(typed(r.Proofs), l.URLs) || !maps.Equal(r.Figures, l.Metrics)) {
				c.fields++
			}
			if os.Getenv("RELAIS_SHOW") == style.Name {
				if bare, _ := Understand(l.Text, ""); bare.State != r.State || bare.Sure != (r.Action == Record) {
					fmt.Printf("dress %s %s: %s %v -> %s %s %v\n%q\n%q\n", style.Name, l.ID, bare.State, bare.Sure, r.State, r.Action, r.Doubts, l.Text, r.Fresh)
				}
			}
		}
		t.Logf("%-16s state %.1f%% auto %.1f%% wrong %.2f%% fields wrong %d machine %d token missing %d", style.Name, 100*float64(c.state)/float64(c.n), 100*float64(c.auto)/float64(c.calls),
			100*float64(c.wrong)/float64(max(1, c.recorded)), c.fields, c.machine, c.token)
		total.n, total.state, total.auto, total.calls, total.wrong, total.recorded = total.n+c.n, total.state+c.state, total.auto+c.auto, total.calls+c.calls, total.wrong+c.wrong, total.recorded+c.recorded
	}
	t.Logf("all: %d mails, state %.1f%%, without a person %.1f%%, wrong of those recorded %.2f%%", total.n, 100*float64(total.state)/float64(total.n), 100*float64(total.auto)/float64(total.calls), 100*float64(total.wrong)/float64(total.recorded))
	if total.state*100 < total.n*94 || total.wrong*100 > total.recorded {
		t.Errorf("the clothes of a reply change what it is read as")
	}
}
