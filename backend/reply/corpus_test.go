package reply

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"relais/backend/reply/corpus"
)

func TestOwnCorpus(t *testing.T) {
	all, err := corpus.Load()
	if err != nil {
		t.Fatal(err)
	}
	type tally struct{ n, right, sure, wrong int }
	groups := map[string]*tally{}
	r := rand.New(rand.NewPCG(1, 2))
	for _, ex := range all {
		ex.Text = corpus.Fill(ex.Text, r)
		m, err := Understand(ex.Text, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range []string{"all", ex.Language} {
			if groups[g] == nil {
				groups[g] = &tally{}
			}
			c := groups[g]
			c.n++
			if string(m.State) == ex.State {
				c.right++
			}
			if m.Sure {
				c.sure++
				if string(m.State) != ex.State {
					c.wrong++
				}
			}
		}
		if os.Getenv("RELAIS_SHOW") != "" && string(m.State) != ex.State {
			fmt.Printf("own %v %s want %s got %s %q %v %v\n", m.Sure, ex.Language, ex.State, m.State, ex.Text, marked(ex.Text, m), m.Doubts)
		}
	}
	if c := groups["all"]; c.wrong > 0 || c.right*100 < c.n*97 {
		t.Errorf("of %d replies of our own %d are read right, %d of %d recorded are wrong", c.n, c.right, c.wrong, c.sure)
	}
	for g, c := range groups {
		t.Logf("%-4s n=%d state %.1f%% sure %d wrong %d", g, c.n, 100*float64(c.right)/float64(c.n), c.sure, c.wrong)
	}
}
