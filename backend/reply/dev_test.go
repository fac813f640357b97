package reply

import (
	"bufio"
	"crypto/md5"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"testing"

	"relais/backend/network"
)

// labelled is one line of the corpus of labelled replies.
type labelled struct {
	ID       string         `json:"id"`
	Lang     string         `json:"lang"`
	Text     string         `json:"text"`
	State    State          `json:"state"`
	Networks []network.ID   `json:"networks"`
	URLs     []string       `json:"urls"`
	Metrics  map[string]int `json:"metrics"`
	Note     string         `json:"note"`
}

func corpusDir(t testing.TB) string {
	dir := os.Getenv("RELAIS_CORPUS")
	if dir == "" {
		t.Skip("RELAIS_CORPUS is not set: the labelled replies are not here")
	}
	return dir
}

func labelledReplies(t testing.TB, path string) []labelled {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []labelled
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var l labelled
		if err := json.Unmarshal(in.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	return all
}

// half splits the corpus for good: the larger part was looked at while the rules were written, the other was not.
func half(id string) string {
	rest := 0
	for _, b := range md5.Sum([]byte(id)) {
		rest = (rest*256 + int(b)) % 10
	}
	switch {
	case rest < 6:
		return "seen"
	case rest < 8:
		return "later"
	}
	return "unseen"
}

func sameNetworks(a, b []network.ID) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestDevCorpus(t *testing.T) {
	all := labelledReplies(t, filepath.Join(corpusDir(t), "replies", "dev.jsonl"))
	type tally struct{ modelRight, n, right, calls, auto, recorded, wrong, networks, urls, metrics int }
	groups := map[string]*tally{}
	show := os.Getenv("RELAIS_SHOW")
	for _, l := range all {
		m, err := Understand(l.Text, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range []string{"all", l.Lang, half(l.ID)} {
			if groups[g] == nil {
				groups[g] = &tally{}
			}
			c := groups[g]
			c.n++
			if m.State == l.State {
				c.right++
			}
			if best, _ := likeliest(m.Odds); best == l.State {
				c.modelRight++
			}
			if l.State.Recordable() {
				c.calls++
				if m.Sure && m.State == l.State {
					c.auto++
				}
			}
			if m.Sure {
				c.recorded++
				if m.State != l.State {
					c.wrong++
				}
			}
			if l.State == Shared && m.State == Shared {
				if !sameNetworks(m.Networks, l.Networks) {
					c.networks++
				}
				if !slices.Equal(typed(m.Proofs), l.URLs) {
					c.urls++
				}
				if !maps.Equal(m.Figures, l.Metrics) {
					c.metrics++
				}
			}
		}
		if show == half(l.ID) || show == "all" {
			switch {
			case m.Sure && m.State != l.State:
				fmt.Printf("WRONG %s %s want %s got %s %q %v\n", l.ID, l.Lang, l.State, m.State, l.Text, marked(l.Text, m))
			case m.State != l.State:
				fmt.Printf("state %s %s want %s got %s %q %v %v\n", l.ID, l.Lang, l.State, m.State, l.Text, marked(l.Text, m), m.Doubts)
			case l.State.Recordable() && !m.Sure:
				fmt.Printf("unsure %s %s %s %q %v %v\n", l.ID, l.Lang, l.State, l.Text, marked(l.Text, m), m.Doubts)
			}
			if l.State == Shared && m.State == Shared {
				if !sameNetworks(m.Networks, l.Networks) || !slices.Equal(typed(m.Proofs), l.URLs) || !maps.Equal(m.Figures, l.Metrics) {
					fmt.Printf("fields %s %q want %v %v %v got %v %v %v\n", l.ID, l.Text, l.Networks, l.URLs, l.Metrics, m.Networks, typed(m.Proofs), m.Figures)
				}
			}
		}
	}
	if c := groups["all"]; c.wrong*200 > c.recorded || c.right*1000 < c.n*960 || c.auto*100 < c.calls*90 {
		t.Errorf("state %d of %d, recorded rightly %d of %d, wrong %d of %d", c.right, c.n, c.auto, c.calls, c.wrong, c.recorded)
	}
	var names []string
	for g := range groups {
		names = append(names, g)
	}
	sort.Strings(names)
	for _, g := range names {
		c := groups[g]
		t.Logf("%-7s n=%d model %.1f%% state %.1f%%  auto %d/%d = %.1f%%  wrong %d/%d = %.2f%%  fields wrong: networks %d urls %d metrics %d", g, c.n, 100*float64(c.modelRight)/float64(c.n),
			100*float64(c.right)/float64(c.n), c.auto, c.calls, 100*float64(c.auto)/float64(max(1, c.calls)), c.wrong, c.recorded, 100*float64(c.wrong)/float64(max(1, c.recorded)), c.networks, c.urls, c.metrics)
	}
}

func typed(proofs []ProofURL) []string {
	out := []string{}
	for _, p := range proofs {
		out = append(out, p.Typed)
	}
	return out
}

func marked(text string, m Meaning) []string {
	var out []string
	for _, s := range m.Marks {
		out = append(out, s.Kind+":"+text[s.From:s.To])
	}
	return out
}
