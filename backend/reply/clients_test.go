package reply

import "testing"

const quotedLetter = "Bonjour Léa,\nVoici de quoi mériter quelques minutes.\nhttps://www.linkedin.com/posts/kerven_job-activity-7100000000000000009-AAAA\nPartagé sur LinkedIn\nLu, sans partager"

// TestClients cuts the quotes of mail programs in the forms and languages that they use.
func TestClients(t *testing.T) {
	marked := "\n> Bonjour Léa,\n> Voici de quoi mériter quelques minutes.\n> Partagé sur LinkedIn\n> Lu, sans partager\n"
	for name, mail := range map[string]string{
		"Outlook desktop, French":   "C'est en ligne.\n\nDe : Claire Le Gall <c@kerven.example>\nEnvoyé : mardi 3 mars 2026 09:12\nÀ : Léa <l@kerven.example>\nObjet : Votre post\n\n" + quotedLetter,
		"Outlook desktop, English":  "It's up.\n\nFrom: Claire <c@kerven.example>\nSent: Tuesday, March 3, 2026 9:12 AM\nTo: Lea\nSubject: A post\n\n" + quotedLetter,
		"Outlook desktop, German":   "Ist online.\n\nVon: Claire <c@kerven.example>\nGesendet: Dienstag, 3. März 2026 09:12\nAn: Lea\nBetreff: Beitrag\n\n" + quotedLetter,
		"Outlook desktop, Spanish":  "Ya está.\n\nDe: Claire <c@kerven.example>\nEnviado el: martes, 3 de marzo de 2026 9:12\nPara: Lea\nAsunto: Post\n\n" + quotedLetter,
		"Outlook desktop, Italian":  "È online.\n\nDa: Claire <c@kerven.example>\nInviato: martedì 3 marzo 2026 09:12\nA: Lea\nOggetto: Post\n\n" + quotedLetter,
		"Outlook desktop, Dutch":    "Staat erop.\n\nVan: Claire <c@kerven.example>\nVerzonden: dinsdag 3 maart 2026 09:12\nAan: Lea\nOnderwerp: Bericht\n\n" + quotedLetter,
		"Outlook mobile, French":    "C'est en ligne.\n\nTélécharger Outlook pour iOS<https://aka.ms/o0ukef>\n________________________________\nDe : Claire <c@kerven.example>\nEnvoyé : mardi 3 mars 2026 09:12\nÀ : Léa\nObjet : Votre post\n\n" + quotedLetter,
		"Outlook mobile, English":   "It's up.\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Claire <c@kerven.example>\nSent: Tuesday, March 3, 2026 9:12:00 AM\nTo: Lea\nSubject: A post\n\n" + quotedLetter,
		"Outlook mobile, German":    "Ist online.\n\nOutlook für Android beziehen<https://aka.ms/AAb9ysg>\n________________________________\nVon: Claire <c@kerven.example>\nGesendet: Dienstag, 3. März 2026 09:12\nAn: Lea\nBetreff: Beitrag\n\n" + quotedLetter,
		"Gmail, French":             "C'est en ligne.\n\nLe mar. 3 mars 2026 à 09:12, Claire Le Gall <c@kerven.example> a écrit :\n" + marked,
		"Gmail, English":            "It's up.\n\nOn Tue, Mar 3, 2026 at 9:12 AM Claire Le Gall <c@kerven.example> wrote:\n" + marked,
		"Gmail, German":             "Ist online.\n\nAm Di., 3. März 2026 um 09:12 Uhr schrieb Claire Le Gall <\nc@kerven.example>:\n" + marked,
		"Gmail, Spanish":            "Ya está.\n\nEl mar, 3 mar 2026 a las 9:12, Claire Le Gall (<c@kerven.example>) escribió:\n" + marked,
		"Gmail, Italian":            "È online.\n\nIl giorno mar 3 mar 2026 alle ore 09:12 Claire Le Gall <c@kerven.example> ha scritto:\n" + marked,
		"Gmail, Dutch":              "Staat erop.\n\nOp di 3 mrt 2026 om 09:12 schreef Claire Le Gall <c@kerven.example>:\n" + marked,
		"Apple Mail, French":        "C'est en ligne.\n\n> Le 3 mars 2026 à 09:12, Claire Le Gall <c@kerven.example> a écrit :\n> \n> Bonjour Léa,\n> Partagé sur LinkedIn\n",
		"iPhone, French":            "C'est en ligne.\n\nEnvoyé de mon iPhone\n\n> Le 3 mars 2026 à 09:12, Claire Le Gall <c@kerven.example> a écrit :\n> \n> Bonjour Léa,\n> Partagé sur LinkedIn\n",
		"iPhone, German":            "Ist online.\n\nVon meinem iPhone gesendet\n\n> Am 03.03.2026 um 09:12 schrieb Claire Le Gall <c@kerven.example>:\n> \n> Bonjour Léa,\n",
		"iPhone, Spanish":           "Ya está.\n\nEnviado desde mi iPhone\n\n> El 3 mar 2026, a las 9:12, Claire <c@kerven.example> escribió:\n> \n> Bonjour Léa,\n",
		"iPhone, Italian":           "È online.\n\nInviato da iPhone\n\n> Il giorno 3 mar 2026, alle ore 09:12, Claire <c@kerven.example> ha scritto:\n> \n> Bonjour Léa,\n",
		"iPhone, Dutch":             "Staat erop.\n\nVerstuurd vanaf mijn iPhone\n\n> Op 3 mrt 2026 om 09:12 heeft Claire <c@kerven.example> het volgende geschreven:\n> \n> Bonjour Léa,\n",
		"Thunderbird, French":       "C'est en ligne.\n\nLe 03/03/2026 à 09:12, Claire Le Gall a écrit :\n" + marked,
		"Thunderbird, English":      "It's up.\n\nOn 03/03/2026 09:12, Claire Le Gall wrote:\n" + marked,
		"Proton":                    "It's up.\n\nSent with Proton Mail secure email.\n\nOn Tuesday, March 3rd, 2026 at 9:12 AM, Claire Le Gall <c@kerven.example> wrote:\n" + marked,
		"Yahoo, French":             "C'est en ligne.\n\nEnvoyé à partir de Yahoo Mail pour Android\n\n  Le mar. 3 mars 2026 à 9:12, Claire Le Gall<c@kerven.example> a écrit :   Bonjour Léa,\nVoici de quoi mériter quelques minutes.\nPartagé sur LinkedIn",
		"Samsung, French":           "C'est en ligne.\n\nEnvoyé depuis mon appareil Galaxy\n\n-------- Message d'origine --------\nDe : Claire <c@kerven.example>\nDate : 03/03/2026 09:12 (GMT+01:00)\nÀ : Léa\nObjet : Votre post\n\n" + quotedLetter,
		"Samsung, English":          "It's up.\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: Claire <c@kerven.example>\nDate: 3/3/26 9:12 am (GMT+00:00)\nTo: Lea\nSubject: A post\n\n" + quotedLetter,
		"GMX":                       "Ist online.\n\nGesendet: Dienstag, 03. März 2026 um 09:12 Uhr\nVon: \"Claire\" <c@kerven.example>\nAn: \"Lea\" <l@kerven.example>\nBetreff: Beitrag\n\n" + quotedLetter,
		"web.de on a phone":         "Ist online.\n-- \nDiese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.\n\nAm 03.03.26, 09:12 schrieb Claire <c@kerven.example>:\n" + marked,
		"Orange webmail":            "C'est en ligne.\n\n> Message du 03/03/26 09:12\n> De : \"Claire\" <c@kerven.example>\n> A : \"Léa\" <l@kerven.example>\n> Copie à : \n> Objet : Votre post\n> \n> Bonjour Léa,\n> Partagé sur LinkedIn\n",
		"Free, Zimbra":              "C'est en ligne.\n\nDe: \"Claire\" <c@kerven.example>\nÀ: \"Léa\" <l@kerven.example>\nEnvoyé: Mardi 3 Mars 2026 09:12:00\nObjet: Votre post\n\n" + quotedLetter,
		"Zimbra, English":           "It's up.\n\n----- Original Message -----\nFrom: \"Claire\" <c@kerven.example>\nTo: \"Lea\" <l@kerven.example>\nSent: Tuesday, 3 March, 2026 09:12:00\nSubject: A post\n\n" + quotedLetter,
		"HCL Notes, French":         "C'est en ligne.\n\n\n\nDe :        \"Claire\" <c@kerven.example>\nA :        \"Léa\" <l@kerven.example>\nDate :        03/03/2026 09:12\nObjet :        Votre post\n\n" + quotedLetter,
		"HCL Notes, English":        "It's up.\n\n\n\nFrom:        \"Claire\" <c@kerven.example>\nTo:        \"Lea\" <l@kerven.example>\nDate:        03/03/2026 09:12\nSubject:        A post\n\n" + quotedLetter,
		"K-9":                       "It's up.\n\n-------- Original Message --------\nFrom: Claire <c@kerven.example>\nSent: March 3, 2026 9:12:00 AM GMT+01:00\nTo: lea@kerven.example\nSubject: A post\n\n" + quotedLetter,
		"K-9, with its signature":   "It's up.\n-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.\n\nOn March 3, 2026 9:12:00 AM GMT+01:00, Claire <c@kerven.example> wrote:\n" + marked,
		"bottom posting":            "Le 03/03/2026 à 09:12, Claire Le Gall a écrit :\n" + marked + "\nC'est en ligne.\n",
		"disclaimer, French":        "C'est en ligne.\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires. Si vous avez reçu ce message par erreur, merci de le détruire.",
		"disclaimer, English":       "It's up.\n\nThis email and any attachments are confidential and intended solely for the addressee. If you have received it in error, please delete it.",
		"disclaimer, German":        "Ist online.\n\nDiese E-Mail enthält vertrauliche und/oder rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie diese Mail.",
		"our letter without a mark": "C'est en ligne.\n\n" + quotedLetter,
	} {
		t.Run(name, func(t *testing.T) {
			r, err := Read([]byte("From: l@kerven.example\nTo: r@kerven.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n"+mail), Circumstances{OwnText: quotedLetter})
			if err != nil {
				t.Fatal(err)
			}
			switch r.Fresh {
			case "C'est en ligne.", "It's up.", "Ist online.", "Ya está.", "È online.", "Staat erop.":
			default:
				t.Errorf("%q remains", r.Fresh)
			}
		})
	}
}
