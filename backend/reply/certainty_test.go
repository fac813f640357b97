package reply

import "testing"

// TestSettle holds who decides: rules and models together, models alone, or a person.
func TestSettle(t *testing.T) {
	odds := func(p map[State]float64) []float64 {
		all := make([]float64, len(ModelStates))
		for i, s := range ModelStates {
			all[i] = p[s]
		}
		return all
	}
	for name, c := range map[string]struct {
		rules verdict
		odds  map[State]float64
		state State
		sure  bool
	}{
		"both say shared":                    {sure(Shared), map[State]float64{Shared: 0.9}, Shared, true},
		"both, but the models hesitate":      {sure(Shared), map[State]float64{Shared: 0.7}, Shared, false},
		"the models alone":                   {verdict{state: Review, doubt: []string{"nothing_decides"}}, map[State]float64{Declined: 0.95}, Declined, true},
		"a refusal overrules":                {verdict{state: ReadOnly, doubt: []string{"weak_words"}}, map[State]float64{Declined: 0.9}, Declined, true},
		"a share does not":                   {verdict{state: Declined, doubt: []string{"weak_words"}}, map[State]float64{Shared: 0.9}, Shared, false},
		"somebody may be leaving":            {sure(Declined), map[State]float64{Declined: 0.9, OptOut: 0.08}, Declined, false},
		"somebody leaves":                    {sure(OptOut), map[State]float64{OptOut: 0.9}, OptOut, true},
		"somebody leaves, perhaps":           {sure(OptOut), map[State]float64{OptOut: 0.63}, OptOut, false},
		"nobody is gone on the models' word": {verdict{state: Review, doubt: []string{"nothing_decides"}}, map[State]float64{OptOut: 0.90}, OptOut, false},
		"a contradiction is for a human":     {verdict{state: Review, doubt: []string{"contradictory"}}, map[State]float64{Shared: 0.99}, Shared, false},
	} {
		state, doubts := settle(c.rules, odds(c.odds))
		if state != c.state || (len(doubts) == 0) != c.sure {
			t.Errorf("%s: %s %v", name, state, doubts)
		}
	}
}
