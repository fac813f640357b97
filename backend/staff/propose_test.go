package staff_test

import (
	"strings"
	"testing"

	"relais/backend/staff"
)

func TestTopicsAreProposedFromJobs(t *testing.T) {
	d := newDesk(t)
	d.load("Nom;Mail;Fonction;Service;Thèmes\nA B;a@x.test;Chargée de recrutement;RH;\nC D;c@x.test;Responsable informatique;DSI;Recrutement, Information, Qualité\nE F;e@x.test;Soudeur qualité;Atelier;Soudure\nG H;g@x.test;Soudeuse;Atelier;\nI J;i@x.test;Informatique;RH;\n")
	if err := d.SetTopic(d.ctx, d.person("e@x.test").ID, d.person("c@x.test").Topics[1].TopicID, staff.RefusedTop, ""); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := d.ProposeTopics(d.ctx); err != nil {
			t.Fatal(err)
		}
	}
	stances := func(address string) string {
		var out []string
		for _, k := range d.person(address).Topics {
			out = append(out, k.Name+" "+k.Stance)
		}
		return strings.Join(out, ", ")
	}
	for address, want := range map[string]string{
		"a@x.test": "Recrutement proposed", "c@x.test": "Information declared, Qualité declared, Recrutement declared", "e@x.test": "Qualité refused, Soudure declared",
		"g@x.test": "Soudure proposed", "i@x.test": "",
	} {
		if got := stances(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
