package staff

// copyWords are the words of a person’s copy. Names of columns that are not here stand as they are, with blanks.
func copyWords(language string) map[string]string {
	if language != "fr" {
		return map[string]string{
			"code": "en", "file": "everything-about-you", "heading": "Everything that Relais keeps about", "nothing": "Nothing is kept here.",
			"lead":   "This is a complete copy, made on {day}. The file beside it holds the same for machines (JSON). You may ask for corrections, for a restriction, or to be erased.",
			"person": "Person", "addresses": "Email addresses", "departments": "Departments over time", "topics": "Topics", "accounts": "Accounts on networks",
			"audiences": "Declared audiences", "consent": "Taking part: the record of consent", "imports": "Imported lists", "activity": "What was done by HR",
			"messages": "Mail sent to you", "requests": "Requests", "replies": "Your answers", "reports": "Delivery reports and unmatched mail", "suggestions": "What you suggested", "shares": "Your shares", "referrals": "Referrals",
		}
	}
	return map[string]string{
		"code": "fr", "file": "tout-ce-qui-vous-concerne", "heading": "Tout ce que Relais conserve sur", "nothing": "Rien n’est conservé ici.",
		"lead":   "Voici une copie complète, établie le {day}. Le fichier voisin contient la même chose pour les machines (JSON). Vous pouvez demander une correction, une limitation ou votre effacement.",
		"person": "Personne", "addresses": "Adresses e-mail", "departments": "Services au fil du temps", "topics": "Thèmes", "accounts": "Comptes sur les réseaux",
		"audiences": "Audiences déclarées", "consent": "Participation : le registre du consentement", "imports": "Listes importées", "activity": "Ce qu’ont fait les RH",
		"messages": "Messages qui vous ont été envoyés", "requests": "Demandes", "replies": "Vos réponses", "reports": "Avis de remise et messages non rattachés", "suggestions": "Vos suggestions", "shares": "Vos partages", "referrals": "Cooptations",
		"name": "Nom", "given_name": "Prénom", "employee_number": "Matricule", "job_title": "Fonction", "department": "Service", "manager": "Responsable",
		"languages": "Langues", "joined_on": "Arrivée", "left_on": "Départ", "membership": "Participation", "paused_until": "En pause jusqu’au",
		"cap_asks_month": "Demandes par mois au plus", "cap_mails_month": "Messages par mois au plus", "created_at": "Créé le", "changed_at": "Modifié le",
		"address": "Adresse", "is_primary": "Principale", "bounce_kind": "Retour", "bounced_at": "Retour le", "from_on": "Du", "to_on": "Au", "topic": "Thème",
		"stance": "Position", "reason": "Raison", "network": "Réseau", "instance": "Serveur", "preferred": "Préféré", "closed_at": "Fermé le", "size": "Abonnés",
		"as_of": "Au", "origin": "Origine", "recorded_at": "Noté le", "state": "État", "until_on": "Jusqu’au", "at": "Le", "words": "Mots", "actor": "Par",
		"file_name": "Fichier", "row": "Ligne", "kind": "Nature", "verb": "Action", "recipient": "Destinataire", "subject": "Objet", "text": "Texte", "sent_at": "Envoyé le",
		"post": "Publication", "reasons": "Raisons", "answered_at": "Répondu le", "deferred_until": "Reporté au", "reminded_at": "Relancé le",
		"shared_on": "Partagé le", "title": "Titre", "url": "Adresse", "audience": "Audience", "restricted_at": "Limitation depuis",
	}
}
