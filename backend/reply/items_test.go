package reply

import (
	"fmt"
	"slices"
	"testing"
)

// What a reply says of the numbers of a digest; other says that it speaks of items whose numbers it does not give, so
// that nothing is recorded without a person.
func TestItemsOfADigest(t *testing.T) {
	for text, want := range map[string]struct {
		items string
		other bool
	}{
		"1 et 3 partagés, pas le 2":         {"1 shared, 3 shared, 2 declined", false},
		"le 1 pas le 2":                     {"1 review, 2 declined", false},
		"1: oui 2: non 3: oui":              {"1 shared, 2 declined, 3 shared", false},
		"1 oui 2 non 3 oui":                 {"1 shared, 2 declined, 3 shared", false},
		"1 ja 2 nein 3 ja":                  {"1 shared, 2 declined, 3 shared", false},
		"1 sí, 2 no, 3 sí":                  {"1 shared, 2 declined, 3 shared", false},
		"1 partagé, les autres non":         {"1 shared", true},
		"1 is shared. The rest is not mine": {"1 shared", true},
		"tout partagé sauf le 2":            {"2 declined", true},
		"J'ai tout partagé, pas le 2":       {"2 declined", true},
		"ik heb 1 en 3 gedeeld":             {"3 shared", true},
		"shared 1 and 2":                    {"1 review, 2 review", false},
		"2 partagé, 12 vues":                {"2 shared", false},
		"1 partagé le 3 mars à 9 h":         {"1 shared", false},
		"J'ai partagé les trois":            {"", false},
	} {
		r, err := Read(mailWith("", text), Circumstances{Numbered: true})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for i, item := range r.Items {
			if i > 0 {
				got += ", "
			}
			got += fmt.Sprintf("%d %s", item.Number, item.State)
		}
		if other := slices.Contains(r.Doubts, "other_items"); got != want.items || other != want.other {
			t.Errorf("%q: %s, other items %v; want %s, %v", text, got, other, want.items, want.other)
		}
		if want.other && r.Action == Record {
			t.Errorf("%q is recorded without a person", text)
		}
	}
}
