package company

import (
	"relais/backend/network"
	"relais/backend/reply/button"
)

// Answer is what somebody does with an email. An empty one does nothing.
type Answer struct {
	// Press is the button pressed; Text replaces its line where the person types.
	Press   button.Action
	On      network.ID
	Number  int // the item of a digest that is meant
	Text    string
	Special Special
	// Means is what the answer says: the ledger is held against it.
	Means Meaning
}

// Special is mail that no person types.
type Special string

// The special answers.
const (
	Bounce    Special = "bounce"     // the address does not exist
	OnLeave   Special = "vacation"   // an automatic reply
	NoQuote   Special = "no_quote"   // typed on a phone, nothing quoted
	FreshMail Special = "fresh_mail" // a mail of its own, without our Message-ID
)

// Meaning is what must follow from an answer.
type Meaning struct {
	State    string       // the state of package reply
	Networks []network.ID // of a share
	URL      string       // of the person's own post
	Review   bool         // a person has to look
}

func shared(on ...network.ID) Meaning { return Meaning{State: "shared", Networks: on} }

func asked(state string) Meaning { return Meaning{State: state, Review: true} }

var (
	yes = Meaning{State: "accepted"}
	no  = Meaning{State: "refused"}
)

// People are the firm's staff and what they answer, in alphabetical order.
var People = []Person{
	{
		Name: "Bastien Lefort", Address: "bastien.lefort@" + Domain, Language: "fr", Department: "Commerce", Job: "Responsable commercial",
		Topics: []string{"sales", "energy"}, LinkedIn: 1840, Facebook: 410, Joined: "2019-03-01", Client: OutlookFR,
		Invitation: []Answer{{Text: "Oui, j'en suis. Plutôt sur LinkedIn.", Means: yes}},
		Asks: []Answer{{Text: "C'est fait, partagé sur LinkedIn et Facebook !\nhttps://www.linkedin.com/posts/bastien-lefort-ormeline_recrutement-activity-7400000000000000011-bL1t",
			Means: Meaning{State: "shared", Networks: []network.ID{network.LinkedIn, network.Facebook}, URL: "https://www.linkedin.com/posts/bastien-lefort-ormeline_recrutement-activity-7400000000000000011-bL1t"}}},
	},
	{
		Name: "Claire Aubertin", Address: "claire.aubertin@" + Domain, Language: "fr", Department: "Ingénierie", Job: "Ingénieure énergie",
		Topics: []string{"energy"}, LinkedIn: 2210, Joined: "2018-01-15", Client: OutlookFR,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Digest:     []Answer{{Press: button.Shared, On: network.LinkedIn, Number: 1, Means: shared(network.LinkedIn)}},
		Asks:       []Answer{{Press: button.Read, Means: Meaning{State: "read"}}},
	},
	{
		Name: "Daniel Osei", Address: "daniel.osei@" + Domain, Language: "en", Department: "Données", Job: "Data engineer",
		Topics: []string{"data"}, LinkedIn: 640, Bluesky: 380, Joined: "2023-09-04", Client: GmailEN,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Asks: []Answer{{Text: "Shared on Bluesky, 85 views and 6 likes so far: https://bsky.app/profile/danieloseiorm.bsky.social/post/3lbcdef12345x",
			Means: Meaning{State: "shared", Networks: []network.ID{network.Bluesky}, URL: "https://bsky.app/profile/danieloseiorm.bsky.social/post/3lbcdef12345x"}}},
	},
	{
		Name: "Élodie Vasseur", Address: "elodie.vasseur@" + Domain, Language: "fr", Department: "Produit", Job: "Designer",
		Topics: []string{"design"}, LinkedIn: 970, Mastodon: 520, Joined: "2020-10-01", Client: AppleFR,
		Invitation: []Answer{{Text: "Oui, volontiers, je participe.", Means: yes}},
		Digest: []Answer{{Text: "Bonjour,\n\nJe suis tombée sur cet article, il pourrait intéresser l'équipe :\nhttps://revue-design.example/2026/interfaces-calmes\n\nÉlodie",
			Means: asked("suggestion")}},
		Asks: []Answer{{Press: button.Declined, Means: Meaning{State: "declined"}}},
	},
	{
		Name: "Gaël Rouxel", Address: "gael.rouxel@" + Domain, Language: "fr", Department: "Terrain", Job: "Chef d'équipe maintenance",
		Topics: []string{"field", "energy"}, LinkedIn: 730, Facebook: 560, Joined: "2017-06-12", Client: IPhoneFR,
		Invitation: []Answer{{Text: "Oui avec plaisir", Means: yes}},
		Digest:     []Answer{{Press: button.Read, Number: 1, Means: Meaning{State: "read"}}},
		Asks: []Answer{{Special: NoQuote, Text: "Partagé sur LinkedIn",
			Means: shared(network.LinkedIn)}},
	},
	{
		Name: "Hélène Marchetti", Address: "helene.marchetti@" + Domain, Language: "fr", Department: "Ressources humaines", Job: "Responsable des ressources humaines",
		Topics: []string{"people"}, LinkedIn: 1530, Joined: "2018-04-03", Client: ThunderbirdFR,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Asks:       []Answer{{Press: button.Shared, On: network.LinkedIn, Means: shared(network.LinkedIn)}},
	},
	{
		Name: "Inès Carvalho", Address: "ines.carvalho@" + Domain, Language: "fr", Department: "Logiciel", Job: "Développeuse",
		Topics: []string{"software"}, LinkedIn: 880, Joined: "2021-02-01", Client: GmailFR,
		Invitation: []Answer{{Text: "Je participe, merci !", Means: yes}},
		Asks:       []Answer{{Text: "Pas celui-ci, désolée.", Means: Meaning{State: "declined"}}},
	},
	{
		Name: "Joanna Pryce", Address: "joanna.pryce@" + Domain, Language: "en", Department: "Logiciel", Job: "Lead developer",
		Topics: []string{"software", "security"}, LinkedIn: 1320, Mastodon: 1450, Joined: "2018-11-05", Client: ThunderbirdEN,
		Invitation: []Answer{{Text: "Yes, count me in.", Means: yes}},
		Digest:     []Answer{{Text: "Please remove me from this programme, I don't want to receive these emails any more.", Means: Meaning{State: "opt_out"}}},
	},
	{
		Name: "Karim Haddad", Address: "karim.haddad@" + Domain, Language: "fr", Department: "Logiciel", Job: "Responsable sécurité",
		Topics: []string{"security"}, LinkedIn: 1100, Joined: "2019-09-16", Client: OutlookFR,
		Invitation: []Answer{{Special: OnLeave, Text: "Bonjour,\n\nJe suis absent jusqu'au 7 et je n'ai pas accès à mes messages.\nEn cas d'urgence, écrivez à support@ormeline.example.\n\nKarim Haddad",
			Means: Meaning{State: "auto_reply"}}},
	},
	{
		Name: "Malik Benali", Address: "malik.benali@" + Domain, Language: "fr", Department: "Terrain", Job: "Technicien de maintenance",
		Topics: []string{"field"}, LinkedIn: 290, Facebook: 820, Joined: "2020-05-11", Client: AndroidFR,
		Invitation: []Answer{{Text: "oui ok pour moi", Means: yes}},
		Asks:       []Answer{{Text: "Je le partagerai la semaine prochaine, promis.", Means: Meaning{State: "deferred"}}},
	},
	{
		Name: "Megan Holloway", Address: "megan.holloway@" + Domain, Language: "en", Department: "Commerce", Job: "Account manager",
		Topics: []string{"sales"}, LinkedIn: 2650, X: 540, Joined: "2020-01-20", Client: IPhoneEN,
		Invitation: []Answer{{Text: "Yes please, count me in!", Means: yes}},
		Asks:       []Answer{{Press: button.Deferred, Means: Meaning{State: "deferred"}}},
	},
	{
		Name: "Mehdi Belkacem", Address: "mehdi.belkacem@" + Domain, Language: "fr", Department: "Logiciel", Job: "Développeur",
		Topics: []string{"software"}, LinkedIn: 1260, Mastodon: 610, Joined: "2019-12-02", Client: GmailFR,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Digest: []Answer{{Text: "1 partagé sur LinkedIn et Mastodon", Number: 1,
			Means: shared(network.LinkedIn, network.Mastodon)}},
	},
	{
		Name: "Nadia Fontaine", Address: "nadia.fontaine@" + Domain, Language: "fr", Department: "Ressources humaines", Job: "Chargée de recrutement",
		Topics: []string{"people"}, LinkedIn: 1980, Joined: "2022-03-07", Client: OutlookFR,
		Invitation: []Answer{{Text: "Bonjour,\n\nQui pourra lire mes réponses, et combien de temps sont-elles gardées ?\n\nNadia", Means: asked("question")}},
	},
	{
		Name: "Noah Keane", Address: "noah.keane@" + Domain, Language: "en", Department: "Terrain", Job: "Apprentice technician",
		Topics: []string{"field"}, Joined: "2024-09-02", Client: IPhoneEN,
	},
	{
		Name: "Oliver Grant", Address: "oliver.grant@" + Domain, Language: "en", Department: "Produit", Job: "Product designer",
		Topics: []string{"design"}, LinkedIn: 760, Bluesky: 910, Joined: "2021-06-14", Client: AppleEN,
		Invitation: []Answer{{Text: "Count me in.", Means: yes}},
		Digest:     []Answer{{Press: button.Paused, Means: Meaning{State: "paused"}}},
	},
	{
		Name: "Priya Raman", Address: "priya.raman@" + Domain, Language: "en", Department: "Données", Job: "Data scientist",
		Topics: []string{"data", "energy"}, LinkedIn: 1870, X: 720, Joined: "2019-08-19", Client: GmailEN,
		Invitation: []Answer{{Text: "Yes, I'm in!", Means: yes}},
		Digest: []Answer{{Text: "1: Shared on LinkedIn\nhttps://www.linkedin.com/posts/priya-raman-ormeline_energy-activity-7400000000000000022-aB2c", Number: 1,
			Means: Meaning{State: "shared", Networks: []network.ID{network.LinkedIn}, URL: "https://www.linkedin.com/posts/priya-raman-ormeline_energy-activity-7400000000000000022-aB2c"}}},
		Asks: []Answer{{Text: "Hi, is this open to people who live in Ireland? Someone I know is asking.", Means: asked("question")}},
	},
	{
		Name: "Rachel Dunn", Address: "rachel.dunn@" + Domain, Language: "en", Department: "Ressources humaines", Job: "People partner",
		Topics: []string{"people"}, LinkedIn: 2120, X: 330, Joined: "2021-01-11", Client: OutlookEN,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Asks:       []Answer{{Text: "Done! Shared on LinkedIn and X.", Means: shared(network.LinkedIn, network.X)}},
	},
	{
		Name: "Romain Tessier", Address: "romain.tessier@" + Domain, Language: "fr", Department: "Données", Job: "Analyste",
		Topics: []string{"data"}, LinkedIn: 540, Joined: "2022-10-17", Client: OutlookFR,
	},
	{
		Name: "Sam Whitfield", Address: "sam.whitfield@" + Domain, Language: "en", Department: "Logiciel", Job: "Embedded developer",
		Topics: []string{"software", "security"}, Mastodon: 2300, Joined: "2018-07-09", Client: GmailEN,
		Invitation: []Answer{{Text: "No thanks, I'd rather not.", Means: no}},
	},
	{
		Name: "Sandrine Petit", Address: "sandrine.petit@" + Domain, Language: "fr", Department: "Terrain", Job: "Technicienne de maintenance",
		Topics: []string{"field"}, Facebook: 1240, LinkedIn: 310, Joined: "2018-09-24", Client: AndroidFR,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Asks:       []Answer{{Press: button.Shared, On: network.Facebook, Means: shared(network.Facebook)}},
	},
	{
		Name: "Solène Guivarch", Address: "solene.guivarch@" + Domain, Language: "fr", Department: "Données", Job: "Statisticienne",
		Topics: []string{"data"}, LinkedIn: 1410, Joined: "2019-05-20", Client: ThunderbirdFR,
		Invitation: []Answer{{Text: "Oui, je veux bien participer.", Means: yes}},
		Digest:     []Answer{{Press: button.Read, Number: 1, Means: Meaning{State: "read"}}},
	},
	{
		Name: "Thomas Girardot", Address: "thomas.girardot@" + Domain, Language: "fr", Department: "Commerce", Job: "Chargé d'affaires",
		Topics: []string{"sales"}, LinkedIn: 820, Joined: "2025-01-13", Client: OutlookFR,
		Invitation: []Answer{{Special: Bounce, Means: Meaning{State: "bounce_hard"}}},
	},
	{
		Name: "Tom Ashworth", Address: "tom.ashworth@" + Domain, Language: "en", Department: "Ingénierie", Job: "Energy engineer",
		Topics: []string{"energy"}, LinkedIn: 1150, Joined: "2020-08-31", Client: OutlookEN,
		Invitation: []Answer{{Press: button.Accepted, Means: yes}},
		Digest:     []Answer{{Press: button.Declined, Number: 1, Means: Meaning{State: "declined"}}},
		Asks:       []Answer{{Text: "Read it, interesting, but I won't share this one.", Means: Meaning{State: "read"}}},
	},
	{
		Name: "Yannick Delorme", Address: "yannick.delorme@" + Domain, Language: "fr", Department: "Ingénierie", Job: "Acousticien",
		Topics: []string{"energy"}, LinkedIn: 690, Joined: "2021-11-08", Client: GmailFR,
		Invitation: []Answer{{Press: button.Refused, Means: no}},
	},
}
