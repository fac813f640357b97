package learn

import (
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"relais/backend/reply"
	"relais/backend/reply/corpus"
)

const folds = 5

// TestFolds reads each of the replies written without sight of the reader with models trained without it. It is long: set
// RELAIS_FOLDS to run it.
func TestFolds(t *testing.T) {
	if os.Getenv("RELAIS_FOLDS") == "" {
		t.Skip("RELAIS_FOLDS is not set: the cross-validation takes minutes")
	}
	own, err := corpus.Load()
	if err != nil {
		t.Fatal(err)
	}
	blind, err := corpus.Blind()
	if err != nil {
		t.Fatal(err)
	}
	base, err := Samples(own, rand.New(rand.NewPCG(7, 11)))
	if err != nil {
		t.Fatal(err)
	}
	tally := map[string]*score{}
	for fold := range folds {
		models := without(t, base, blind, fold)
		for i, l := range blind {
			if i%folds == fold {
				m, err := models.Understand(l.Text, "")
				if err != nil {
					t.Fatal(err)
				}
				for _, group := range []string{"all", l.Lang} {
					if tally[group] == nil {
						tally[group] = &score{}
					}
					tally[group].count(m, reply.State(l.State))
				}
			}
		}
	}
	for _, group := range slices.Sorted(maps.Keys(tally)) {
		tally[group].log(t, group)
	}
	if all := tally["all"]; all.right*100 < all.n*91 || all.wrong*100 > all.recorded*2 {
		t.Errorf("state %d of %d, wrong %d of %d", all.right, all.n, all.wrong, all.recorded)
	}
}

// without trains on everything but one fold.
func without(t *testing.T, base []Sample, blind []corpus.Labelled, fold int) reply.Models {
	var rest []corpus.Example
	var labelled []corpus.Labelled
	for i, l := range blind {
		if i%folds != fold {
			rest, labelled = append(rest, l.Example()), append(labelled, l)
		}
	}
	more, err := Samples(rest, rand.New(rand.NewPCG(3, uint64(fold))))
	if err != nil {
		t.Fatal(err)
	}
	shares, err := Fields(labelled)
	if err != nil {
		t.Fatal(err)
	}
	models := Train(slices.Concat(base, more), 7)
	models.Fields = TrainFields(shares, 7)
	return models
}

type score struct{ n, right, calls, auto, recorded, wrong int }

func (s *score) count(m reply.Meaning, want reply.State) {
	s.n++
	if m.State == want {
		s.right++
	}
	if want.Recordable() {
		s.calls++
	}
	switch {
	case m.Sure && m.State == want:
		s.recorded++
		s.auto++
	case m.Sure:
		s.recorded++
		s.wrong++
	}
}

func (s *score) log(t *testing.T, group string) {
	share := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
	t.Logf("%-4s n=%d state %.1f%%  recorded rightly %d/%d = %.1f%%  wrong %d/%d = %.2f%%", group, s.n, share(s.right, s.n),
		s.auto, s.calls, share(s.auto, s.calls), s.wrong, s.recorded, share(s.wrong, s.recorded))
}
