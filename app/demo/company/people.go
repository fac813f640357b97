package company

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// What the firm is called, and where its mail goes.
const (
	Name     = "Ormeline"
	Domain   = "ormeline.example"
	Website  = "https://ormeline.example"
	Mailbox  = "relais@" + Domain
	Hashtag  = "#OrmelineTeam"
	Password = "sample-only"
)

// Topic is a field of expertise of the firm.
type Topic struct {
	Key  string
	Name map[string]string // by language
}

// Topics of the firm.
var Topics = []Topic{
	{"energy", map[string]string{"fr": "Énergie et bâtiment", "en": "Energy and buildings"}},
	{"software", map[string]string{"fr": "Logiciel", "en": "Software"}},
	{"data", map[string]string{"fr": "Données", "en": "Data"}},
	{"field", map[string]string{"fr": "Maintenance", "en": "Maintenance"}},
	{"people", map[string]string{"fr": "Ressources humaines", "en": "People"}},
	{"sales", map[string]string{"fr": "Vente", "en": "Sales"}},
	{"design", map[string]string{"fr": "Design", "en": "Design"}},
	{"security", map[string]string{"fr": "Sécurité", "en": "Security"}},
}

// TopicName is a topic's name in the language in which the sample firm keeps its
// list: French.
func TopicName(key, language string) string {
	for _, t := range Topics {
		if t.Key == key {
			return t.Name[language]
		}
	}
	return key
}

// Person is somebody of the sample firm.
type Person struct {
	Name, Address, Language  string
	Department, Job          string
	Topics                   []string
	LinkedIn, X, Facebook    int // declared audiences; 0 where there is no account
	Bluesky, Mastodon        int
	Joined                   string
	Client                   Client // the program in which they answer
	Invitation, Digest, Asks []Answer
}

// Local is the part of the address before the @.
func (p Person) Local() string { local, _, _ := strings.Cut(p.Address, "@"); return local }

// StaffCSV is the list as HR exports it from a spreadsheet: semicolons and French
// headers.
func StaffCSV() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Comma = ';'
	rows := [][]string{{"Nom", "Adresse e-mail", "Service", "Poste", "Langue", "Thèmes", "Date d'arrivée",
		"LinkedIn", "Audience LinkedIn", "X", "Audience X", "Facebook", "Audience Facebook",
		"Bluesky", "Audience Bluesky", "Mastodon", "Audience Mastodon"}}
	for _, p := range People {
		topics := []string{}
		for _, key := range p.Topics {
			topics = append(topics, TopicName(key, "fr"))
		}
		row := []string{p.Name, p.Address, p.Department, p.Job, p.Language, strings.Join(topics, ", "), p.Joined}
		row = append(row, account(p.LinkedIn, "https://www.linkedin.com/in/"+p.Local()+"-ormeline")...)
		row = append(row, account(p.X, "https://x.com/"+handle(p))...)
		row = append(row, account(p.Facebook, "https://www.facebook.com/"+handle(p))...)
		row = append(row, account(p.Bluesky, "https://bsky.app/profile/"+handle(p)+".bsky.social")...)
		row = append(row, account(p.Mastodon, "https://mastodon.social/@"+handle(p))...)
		rows = append(rows, row)
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("company: staff list: %w", err)
	}
	return out.Bytes(), nil
}

func account(audience int, url string) []string {
	if audience == 0 {
		return []string{"", ""}
	}
	return []string{url, strconv.Itoa(audience)}
}

func handle(p Person) string { return strings.ReplaceAll(p.Local(), ".", "") + "orm" }
