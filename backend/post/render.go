package post

import (
	"regexp"
	"sort"
	"strconv"
	"strings"

	"relais/backend/network"
)

// Values are what stands for the placeholders of a text, by their plain names (see placeholders).
type Values map[string]string

// placeholders are the names that a text may use between braces, with what the other languages call them.
var placeholders = map[string]string{
	"first_name": "first_name", "prénom": "first_name", "prenom": "first_name", "vorname": "first_name", "nombre": "first_name",
	"job": "job", "poste": "job", "métier": "job", "metier": "job", "beruf": "job", "puesto": "job",
	"company": "company", "entreprise": "company", "firma": "company", "empresa": "company",
	"department": "department", "service": "department", "abteilung": "department", "departamento": "department",
	"link": "link", "lien": "link", "enlace": "link",
}

var braces = regexp.MustCompile(`\{([\p{L}_]{2,24})\}`)

// Placeholders lists what a text asks for, by plain names, and the names in braces that nobody knows.
func Placeholders(text string) (known, unknown []string) {
	seen := map[string]bool{}
	for _, m := range braces.FindAllStringSubmatch(text, -1) {
		name, ok := placeholders[strings.ToLower(m[1])]
		if !ok {
			unknown = append(unknown, m[1])
		} else if !seen[name] {
			seen[name] = true
			known = append(known, name)
		}
	}
	sort.Strings(known)
	return known, unknown
}

// Fill puts the values into a text and lists the placeholders that have none.
func Fill(text string, values Values) (filled string, missing []string) {
	filled = braces.ReplaceAllStringFunc(text, func(m string) string {
		name, ok := placeholders[strings.ToLower(m[1:len(m)-1])]
		if !ok {
			missing = append(missing, m[1:len(m)-1])
			return m
		}
		value := strings.TrimSpace(values[name])
		if value == "" {
			missing = append(missing, name)
		}
		return value
	})
	return filled, missing
}

// carriesLink are the networks whose text holds the link itself; elsewhere the share dialog adds it, or no link works.
var carriesLink = map[network.ID]bool{
	network.X: true, network.Threads: true, network.Bluesky: true, network.Mastodon: true, network.WhatsApp: true,
}

// Render gives the words of a variant as a person receives them: placeholders filled, the link of that network added
// where the text lacks it, and what was missing.
func Render(p Post, v Variant, values Values) (text string, missing []string) {
	id := network.ID(v.Network)
	filled := Values{"link": LinkFor(p, id)}
	for name, value := range values {
		filled[name] = value
	}
	text, missing = Fill(strings.TrimSpace(v.Text), filled)
	if filled["link"] != "" && carriesLink[id] && text != "" && len(network.Links(text)) == 0 {
		text += "\n" + filled["link"]
	}
	return text, missing
}

// LinkFor is the post's link with its campaign tags for one network. The tags say which network and which post, never
// which person.
func LinkFor(p Post, id network.ID) string {
	template := strings.TrimLeft(strings.TrimSpace(p.UTM), "?&")
	if p.Link == "" || template == "" {
		return p.Link
	}
	tags := strings.NewReplacer("{network}", network.Escape(string(id)), "{post}", strconv.FormatInt(p.ID, 10), "{kind}", string(p.Kind)).Replace(template)
	base, fragment, cut := strings.Cut(p.Link, "#")
	mark := "?"
	if strings.Contains(base, "?") {
		mark = "&"
	}
	link := base + mark + tags
	if cut {
		link += "#" + fragment
	}
	return link
}
