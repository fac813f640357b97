package roster_test

import (
	"testing"

	"relais/backend/staff/roster"
)

func TestHeadersAsFirmsWriteThem(t *testing.T) {
	for _, c := range []struct {
		header  string
		field   roster.Field
		network string
	}{
		{"Civilité", roster.Ignored, ""}, {"NOM", roster.Nom, ""}, {"PRENOM", roster.GivenName, ""}, {"Nom & Prénom", roster.FullName, ""},
		{"Nom / Prénom", roster.FullName, ""}, {"Nom du salarié", roster.FullName, ""}, {"Nom du collaborateur", roster.FullName, ""},
		{"EMAIL PROFESSIONNEL", roster.Addresses, ""}, {"Courriel pro", roster.Addresses, ""}, {"Mél.", roster.Addresses, ""}, {"E-mail*", roster.Addresses, ""},
		{"Adresse mail pro", roster.Addresses, ""}, {"Adresse", roster.Ignored, ""}, {"Adresse postale", roster.Ignored, ""},
		{"SERVICE/DÉPARTEMENT", roster.Department, ""}, {"Intitulé du poste", roster.Job, ""}, {"Poste occupé", roster.Job, ""}, {"Poste de travail", roster.Job, ""},
		{"DATE D’ENTRÉE DANS LA SOCIÉTÉ", roster.Joined, ""}, {"Date d'entrée (JJ/MM/AAAA)", roster.Joined, ""}, {"Date de naissance", roster.Ignored, ""},
		{"Nom de naissance", roster.Ignored, ""}, {"Langue(s)", roster.Languages, ""}, {"LinkedIn (URL)", roster.Profile, "linkedin"}, {"Profil LinkedIn", roster.Profile, "linkedin"},
		{"NB ABONNÉS LINKEDIN", roster.Audience, "linkedin"}, {"Nombre de relations LinkedIn", roster.Audience, "linkedin"}, {"Linked In", roster.Profile, "linkedin"},
		{"Compte X", roster.Profile, "x"}, {"Abonnés X", roster.Audience, "x"}, {"Twitter followers", roster.Audience, "x"}, {"Followers (LinkedIn)", roster.Audience, "linkedin"},
		{"Téléphone", roster.Ignored, ""}, {"Tél. portable", roster.Ignored, ""}, {"Email du manager", roster.Manager, ""}, {"N+1", roster.Manager, ""}, {"Responsable hiérarchique", roster.Manager, ""},
		{"Manager (email)", roster.Manager, ""}, {"Date de sortie", roster.LeftOn, ""}, {"Matricule", roster.Number, ""}, {"N° matricule", roster.Number, ""},
		{"Thèmes d'expertise", roster.Topics, ""}, {"Domaine(s) de compétence", roster.Topics, ""}, {"Type de contrat", roster.Ignored, ""}, {"Site", roster.Ignored, ""},
		{"Vor- und Nachname", roster.FullName, ""}, {"E-Mail-Adresse (dienstlich)", roster.Addresses, ""}, {"Eintrittsdatum", roster.Joined, ""}, {"Abteilung", roster.Department, ""},
		{"First Name", roster.GivenName, ""}, {"Work Email", roster.Addresses, ""}, {"Job Title", roster.Job, ""}, {"Hire Date", roster.Joined, ""}, {"Follower LinkedIn", roster.Audience, "linkedin"},
	} {
		field, network := roster.Recognise(c.header)
		if field != c.field || string(network) != c.network {
			t.Errorf("%q: %q %q, want %q %q", c.header, field, network, c.field, c.network)
		}
	}
}
