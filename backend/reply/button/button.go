// Package button is the table of lines that the reply buttons of our letters type for the person. The letters write
// them and the reader of replies knows them by heart, so both take them from here. It is pure.
package button

import (
	"strconv"
	"strings"
	"sync"

	"relais/backend/network"
)

// Action is what a button says; the values are the states of package reply.
type Action string

// The buttons of a letter.
const (
	Shared   Action = "shared"
	Read     Action = "read"
	Declined Action = "declined"
	Deferred Action = "deferred"
	Paused   Action = "paused" // for one month, which the person can change before sending
	Leave    Action = "opt_out"
	Accepted Action = "accepted"
	Refused  Action = "refused"
)

// Languages are those in which letters are written; the first serves where a person's own is none of them.
var languages = []string{"fr", "en", "de", "es"}

// lines are the first lines by action, in the order of languages. {network} is the network's own name.
var lines = map[Action][4]string{
	Shared:   {"Partagé sur {network}", "Shared on {network}", "Geteilt auf {network}", "Compartido en {network}"},
	Read:     {"Lu, sans partager", "Read, not sharing", "Gelesen, ohne zu teilen", "Leído, sin compartir"},
	Declined: {"Pas celui-ci", "Not this one", "Dieses nicht", "Este no"},
	Deferred: {"Plus tard", "Later", "Später", "Más tarde"},
	Paused:   {"Me mettre en pause pendant un mois", "Pause me for one month", "Einen Monat Pause", "Pausarme un mes"},
	Leave:    {"Quitter le programme", "Leave the programme", "Das Programm verlassen", "Dejar el programa"},
	Accepted: {"Oui, je participe", "Yes, count me in", "Ja, ich bin dabei", "Sí, me apunto"},
	Refused:  {"Non, merci", "No, thanks", "Nein, danke", "No, gracias"},
}

// unnamed is the line of Shared where the person has told of no network.
var unnamed = [4]string{"Partagé", "Shared", "Geteilt", "Compartido"}

// Line is the line that a button types: in a digest it begins with the item's number ('2: Shared on X'). A number
// of 0 stands for the only item of a letter.
func Line(action Action, language string, on network.ID, number int) string {
	i := index(language)
	line := lines[action][i]
	if action == Shared {
		if on == "" || on == network.Other || on == network.Unspecified {
			line = unnamed[i]
		}
		line = strings.ReplaceAll(line, "{network}", network.Name(on))
	}
	if number > 0 {
		line = strconv.Itoa(number) + ": " + line
	}
	return line
}

// Press is what a line says that a button typed.
type Press struct {
	Action  Action
	Network network.ID // of Shared, where the line names it
	Number  int        // of the item in a digest, or 0
}

// Parse recognises a line that a button typed, in any of the languages and whatever its case and final full stop.
// A line that says more than the button did is not recognised: the reader of replies has to read it.
func Parse(line string) (Press, bool) {
	line = normal(line)
	number := 0
	if digits, rest, ok := strings.Cut(line, ":"); ok {
		n, err := strconv.Atoi(strings.TrimSpace(digits))
		if err == nil && n > 0 && n < 1000 {
			number, line = n, strings.TrimSpace(rest)
		}
	}
	p, ok := presses()[line]
	p.Number = number
	if !ok {
		return Press{}, false
	}
	return p, true
}

// presses are all lines that a button types, but for the number, as normal leaves them.
var presses = sync.OnceValue(func() map[string]Press {
	all := map[string]Press{}
	for action, texts := range lines {
		for i, text := range texts {
			if action != Shared {
				all[normal(text)] = Press{Action: action}
				continue
			}
			all[normal(unnamed[i])] = Press{Action: Shared}
			for _, f := range network.All() {
				all[normal(strings.TrimSuffix(text, "{network}"))+" "+strings.ToLower(f.Name)] = Press{Action: Shared, Network: f.ID}
			}
		}
	}
	return all
})

func normal(line string) string {
	line = strings.ToLower(strings.Join(strings.Fields(line), " "))
	return strings.TrimRight(line, ".! ")
}

func index(language string) int {
	for i, l := range languages {
		if l == language {
			return i
		}
	}
	return 1
}
