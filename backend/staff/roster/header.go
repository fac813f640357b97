package roster

import (
	"strings"

	"relais/backend/network"
)

// Field is what a column holds.
type Field string

// The fields. Nom is a surname where the table has given names beside it, and a whole name where it has none.
const (
	Ignored    Field = ""
	FullName   Field = "name"
	Nom        Field = "name_or_family_name"
	FamilyName Field = "family_name"
	GivenName  Field = "given_name"
	Addresses  Field = "address"
	Number     Field = "employee_number"
	Job        Field = "job"
	Department Field = "department"
	Languages  Field = "language"
	Manager    Field = "manager"
	Joined     Field = "joined"
	LeftOn     Field = "left"
	Topics     Field = "topics"
	Network    Field = "network"  // the network that Profile and Audience without one are about
	Profile    Field = "profile"  // the address of an account
	Audience   Field = "audience" // how many follow it
	AsOf       Field = "as_of"    // the day of the figures
	Membership Field = "membership"
)

// headers are what firms write above their columns, folded, in French, English and German.
var headers = map[Field]string{
	FullName: `nom complet|nom du salarie|nom du collaborateur|nom de l employe|nom de la personne|nom salarie|nom collaborateur|name des mitarbeiters|nom affiche|nom d affichage|nom et prenom|nom prenom|prenom et nom|prenom nom|noms et prenoms|nom prenoms|nom prenom s|collaborateur|collaboratrice|collaborateurs|
		salarie|salaries|salarie e|collaborateur trice|employe|employee|employe e|agent|personne|full name|fullname|employee name|staff member|staff|person|display name|
		identite|vollstandiger name|mitarbeiter|mitarbeiterin|mitarbeitername|vor und nachname|vorname nachname|vorname und nachname|name vorname|nachname vorname|
		last name first name|first name last name|first and last name|name surname|surname name|nombre completo`,
	Nom:        `nom|noms|name|namen|nombre`,
	FamilyName: `nom de famille|nom usuel|nom d usage|nom usage|nom patronymique|last name|lastname|surname|family name|familyname|nachname|familienname|zuname|apellido|apellidos|cognome`,
	GivenName:  `prenom|prenoms|prenom s|prenom usuel|prenom d usage|first name|firstname|given name|givenname|forename|vorname|rufname|preferred name`,
	Addresses: `e mail|email|emails|e mails|mail|mails|courriel|courriels|adresse e mail|adresse email|adresse mail|adresse de messagerie|adresse electronique|adresse courriel|
		mel|messagerie|email address|e mail address|mail address|adresse mel|work email|business email|email pro|mail pro|e mail pro|email professionnel|mail professionnel|e mail professionnel|
		courriel professionnel|adresse mail professionnelle|adresse email professionnelle|adresse e mail professionnelle|e mail adresse|emailadresse|mailadresse|e mailadresse|
		dienstliche e mail|geschaftliche e mail|email 1|email 2|email 3|e mail 1|e mail 2|mail 1|mail 2|autre email|autre e mail|autre mail|other email|email secondaire|autres adresses|
		other addresses|weitere e mail|alias|alias mail|alias email|adresses|adresses e mail|addresses|email addresses|correo electronico|upn|user principal name`,
	Number: `matricule|matricule rh|no matricule|n matricule|numero matricule|numero de matricule|num matricule|id salarie|identifiant salarie|numero salarie|employee id|employee number|employee no|staff id|staff number|personnel number|
		personalnummer|personal nr|personalnr|mitarbeiternummer|pers nr`,
	Job: `poste|postes|fonction|fonctions|intitule de poste|intitule du poste|intitule poste|intitule de fonction|libelle poste|libelle emploi|emploi|metier|titre|titre de poste|job|job title|jobtitle|
		title|position|role|occupation|funktion|stelle|stellenbezeichnung|berufsbezeichnung|beruf|tatigkeit|qualification|poste occupe|emploi occupe|puesto|cargo`,
	Department: `service|services|departement|departements|direction|equipe|pole|unite|entite|bu|business unit|division|department|departments|dept|dpt|team|unit|abteilung|bereich|
		secteur|branche|service departement|departement service|direction service|service equipe|service affectation|affectation|organisation|organization|org unit|departamento|cost centre|cost center|ort der abteilung`,
	Languages: `langue|langues|langue s|langues parlees|langue parlee|langue preferee|langue de communication|langue maternelle|langue de travail|language|languages|spoken languages|preferred language|
		sprache|sprachen|idioma|idiomas|lang|locale`,
	Manager: `manager|manageur|responsable|responsable hierarchique|superieur|superieur hierarchique|n 1|n1|chef|chef d equipe|rattachement|rattachement hierarchique|encadrant|line manager|supervisor|
		reports to|manager name|manager email|boss|vorgesetzter|vorgesetzte|vorgesetzte r|fuhrungskraft|teamleiter|leiter|nom du manager|email du manager|mail du manager|mail manager|email manager|e mail manager`,
	Joined: `date d entree|date entree|entree|entre le|entree le|date d embauche|date embauche|embauche|embauche le|date d arrivee|arrivee|arrive le|arrivee le|date de debut|debut|debut de contrat|debut contrat|
		date d anciennete|anciennete depuis|date anciennete|present depuis|depuis|joined|joined on|join date|joining date|date joined|hire date|hired|hired on|date of hire|start date|started|start|employed since|since|
		eintritt|eintrittsdatum|eingestellt am|beginn|startdatum|seit|dans l entreprise depuis|date d entree dans l entreprise|date de recrutement|recrute le|fecha de ingreso`,
	LeftOn: `date de sortie|date sortie|sortie|sortie le|sorti le|date de depart|date depart|depart|depart le|fin de contrat|date de fin|date fin|date fin contrat|date de fin de contrat|fin|left|left on|leave date|
		leaving date|end date|termination date|exit date|austritt|austrittsdatum|ende|enddatum|ausgeschieden am`,
	Topics: `theme|themes|thematique|thematiques|competence|competences|expertise|expertises|domaine|domaines|domaine d expertise|domaines d expertise|specialite|specialites|sujets|centres d interet|mots cles|
		tags|topic|topics|skills|skill|areas of expertise|fields|field|field of expertise|interests|themen|kompetenzen|fachgebiet|fachgebiete|kenntnisse|schwerpunkte`,
	Network: `reseau|reseaux|reseau social|reseaux sociaux|network|networks|social network|social networks|netzwerk|soziales netzwerk|plateforme|platform`,
	Profile: `compte|profil|profile|url|url du profil|url profil|lien|lien profil|lien du profil|adresse du profil|adresse du compte|account|profile url|link|handle|pseudo|konto|profil url|identifiant reseau`,
	Audience: `abonnes|abonne|nb abonnes|nbre abonnes|nombre d abonnes|followers|follower|audience|nb contacts|nombre de contacts|relations|nb relations|nombre de relations|nb de relations|connexions|connections|
		number of followers|audience size|reichweite|kontakte|anzahl kontakte|anzahl follower|taille du reseau|taille de l audience|communaute`,
	AsOf:       `date des chiffres|date du releve|releve le|chiffres du|as of|figures as of|date of figures|stand|stand vom|declare le|date declaration|date des abonnes`,
	Membership: `participation|ambassadeur|membership|programme ambassadeur|statut ambassadeur|advocate|teilnahme|statut participation`,
}

func headerIndex() map[string]Field {
	index := map[string]Field{}
	for field, names := range headers {
		for _, name := range strings.Split(names, "|") {
			index[strings.Join(strings.Fields(name), " ")] = field
		}
	}
	return index
}

// parts are words that tell a header by themselves, most telling first, where the header as a whole is not known.
var parts = []struct {
	words string
	field Field
}{
	{"manager superieur responsable vorgesetzter vorgesetzte supervisor fuhrungskraft hierarchique", Manager},
	{"naissance birth geburtsdatum geburtstag telephone tel phone mobile portable telefon fax secu salaire salary gehalt rue ville city strasse postal cp iban commentaire commentaires comment remarque remarques notes", Ignored},
	{"mail email courriel courriels messagerie", Addresses},
	{"matricule personalnummer", Number},
	{"embauche entree arrivee eintritt hire hired joined anciennete", Joined},
	{"sortie depart austritt termination leaving", LeftOn},
	{"prenom vorname firstname", GivenName},
	{"langue langues language languages sprache sprachen", Languages},
	{"competence competences expertise expertises thematique thematiques theme themes skills topics", Topics},
	{"poste fonction emploi metier job funktion stelle", Job},
	{"service departement department abteilung direction equipe team pole", Department},
	{"nachname surname", FamilyName},
}

// audienceWords tell a figure from an address in a column that names a network.
var audienceWords = words("abonne abonnes abonnees followers follower contacts contact relations relation connexions connections audience nb nbre nombre number kontakte " +
	"anzahl reichweite size taille fans communaute count abonnenten friends amis subscribers")

func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(text) {
		set[w] = true
	}
	return set
}

type recogniser struct{ index map[string]Field }

// field says what a header names, and of which network.
func (r recogniser) field(header string) (Field, network.ID) {
	key := Fold(header)
	if key == "" || len(key) > 80 {
		return Ignored, ""
	}
	if f, ok := r.index[key]; ok {
		return f, ""
	}
	tokens := strings.Fields(key)
	if id, ok := namedNetwork(tokens); ok {
		for _, t := range tokens {
			if audienceWords[t] {
				return Audience, id
			}
		}
		return Profile, id
	}
	// 'Nom (usage)', 'E-mail *', 'Poste / fonction': what stands before a bracket or a slash is often known.
	for _, cut := range []string{"(", "/", "*", ":", "[", " - "} {
		if head, _, found := strings.Cut(header, cut); found {
			if f, ok := r.index[Fold(head)]; ok {
				return f, ""
			}
		}
	}
	return byParts(tokens), ""
}

// maxPartTokens is the longest header that is told by one of its words: more words make a sentence, such as a title.
const maxPartTokens = 6

func byParts(tokens []string) Field {
	if len(tokens) > maxPartTokens {
		return Ignored
	}
	have := map[string]bool{}
	for _, t := range tokens {
		have[t] = true
	}
	if have["nom"] && (have["prenom"] || have["prenoms"]) {
		return FullName
	}
	if have["naissance"] {
		return Ignored
	}
	for _, p := range parts {
		for _, w := range strings.Fields(p.words) {
			if have[w] {
				return p.field
			}
		}
	}
	return Ignored
}

func namedNetwork(tokens []string) (network.ID, bool) {
	for _, t := range tokens {
		if t == "other" || t == "autre" || t == "andere" || t == "otra" || t == "ig" || t == "wa" || t == "yt" {
			continue
		}
		if id, ok := network.Parse(t); ok && (t != "x" || len(tokens) <= 3) {
			return id, true
		}
	}
	if strings.Contains(strings.Join(tokens, ""), "linkedin") {
		return network.LinkedIn, true
	}
	return "", false
}

// Fields are all that a column can be, for a person to choose from.
func Fields() []Field {
	return []Field{Ignored, FullName, FamilyName, GivenName, Addresses, Number, Job, Department, Languages, Manager, Joined, LeftOn,
		Topics, Network, Profile, Audience, AsOf, Membership}
}

// Known says whether f is a field.
func Known(f Field) bool {
	for _, have := range Fields() {
		if f == have {
			return true
		}
	}
	return false
}

// Recognise says what a header names, and of which network.
func Recognise(header string) (Field, network.ID) { return recogniser{headerIndex()}.field(header) }
