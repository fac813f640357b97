package reply

import "slices"

// How far rules and model must agree before anything is recorded without a person. A wrong record is worse than ten
// replies that wait, so the values are stricter than the replies at hand ask for.
const (
	agreed     = 0.60 // the model's probability for what the rules say without any doubt
	overruling = 0.80 // its probability from which a soft doubt of the rules is dropped
	alone      = 0.90 // its probability where the rules found nothing that decides
	preferred  = 0.45 // its probability from which it is proposed in place of what the rules doubt
	vetoed     = 0.05 // below this the model would not have proposed what the rules say without a doubt
	certain    = 0.93 // and proposes something else instead
)

// hardDoubts are never dropped by the model.
var hardDoubts = []string{"contradictory", "numbered", "link_no_proof"}

// settle makes one state of what the rules and the model say, and tells whether it is sure.
func settle(v verdict, odds []float64) (State, []string) {
	model, p := likeliest(odds)
	of := odds[slices.Index(ModelStates, v.state)]
	hard := slices.ContainsFunc(v.doubt, func(d string) bool { return slices.Contains(hardDoubts, d) })
	undecided := v.state == Review && !hard
	switch {
	case hard:
		return v.state, v.doubt
	case undecided && (p < preferred || model == Suggestion && p < alone):
		return Review, v.doubt
	case undecided && p >= alone && model.Recordable():
		return model, nil
	case undecided:
		return model, append(slices.Clone(v.doubt), "model_alone")
	case model == v.state && len(v.doubt) == 0 && p >= agreed:
		return v.state, nil
	case model == v.state && p >= overruling:
		return v.state, nil
	case model == v.state:
		return v.state, append(slices.Clone(v.doubt), "unlikely")
	case len(v.doubt) > 0 && p >= preferred, of < vetoed && p >= certain:
		return model, append(slices.Clone(v.doubt), "rules_and_model")
	}
	return v.state, append(slices.Clone(v.doubt), "rules_and_model")
}

// likeliest gives the state that the model holds for the most probable, and its probability.
func likeliest(odds []float64) (State, float64) {
	best := 0
	for i, p := range odds {
		if p > odds[best] {
			best = i
		}
	}
	return ModelStates[best], odds[best]
}
