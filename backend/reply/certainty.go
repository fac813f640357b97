package reply

import "slices"

// How probable a state must be before it is recorded without a person, by what the rules say of it. A wrong record is
// worse than ten replies that wait. The values were chosen on replies that the models had not seen (learn's
// cross-validation, whole sets of other writers left out), so that of ordinary text about one record in five hundred is wrong.
const (
	trusted    = 0.75 // from which the models' state is proposed where the rules see a contradiction
	leaning    = 0.40 // the probability of what the rules say without a doubt from which it is proposed all the same
	outranks   = 0.06 // likewise, where the models see a question or a suggestion in what the rules find decided
	likely     = 0.30 // below this nothing is proposed where the rules found nothing either
	leaves     = 0.70 // that somebody leaves, whatever the rules say
	mightLeave = 0.05 // the probability of leaving from which nothing else is recorded
)

// threshold is the probability from which a state is recorded.
type threshold struct {
	agreed     float64 // the rules say the same without a doubt
	doubted    float64 // the rules say the same with a doubt
	alone      float64 // the rules found nothing that decides
	overruled  float64 // the rules say something else, with a doubt
	contradict float64 // likewise, without
}

// usual are the thresholds of every state that has none of its own.
var usual = threshold{agreed: 0.85, doubted: 0.88, alone: 0.92, overruled: 0.92, contradict: 0.93}

// thresholds differ by state: a share is recorded on the models' word alone only where they leave hardly a doubt, and
// what was read is easily taken for a refusal.
var thresholds = map[State]threshold{
	Shared:   {agreed: 0.80, doubted: 0.90, alone: 0.94, overruled: 0.94, contradict: 0.94},
	ReadOnly: {agreed: 0.83, doubted: 0.95, alone: 0.80, overruled: 0.88, contradict: 0.90},
	Declined: {agreed: 0.78, doubted: 0.86, alone: 0.92, overruled: 0.78, contradict: 0.82},
	Deferred: {agreed: 0.80, doubted: 0.90, alone: 0.90, overruled: 0.92, contradict: 0.92},
	Paused:   {agreed: 0.68, doubted: 0.70, alone: 0.82, overruled: 0.92, contradict: 0.88},
	OptOut:   {agreed: 0.70, doubted: 0.85, alone: 0.92, overruled: 0.92, contradict: 0.93},
}

// needed is the probability from which a state that the models find is recorded, by what the rules say.
func needed(v verdict, model State) float64 {
	t, own := thresholds[model]
	if !own {
		t = usual
	}
	sure := len(v.doubt) == 0
	switch {
	case model == v.state && sure:
		return t.agreed
	case model == v.state:
		return t.doubted
	case v.state == Review:
		return t.alone
	case sure:
		return t.contradict
	}
	return t.overruled
}

// hardDoubts are never dropped by the models.
var hardDoubts = []string{"contradictory", "numbered", "link_no_proof"}

// settle makes one state of what the rules and the models say, and tells why it is not sure.
func settle(v verdict, odds []float64) (State, []string) {
	model, p := likeliest(odds)
	hard := slices.ContainsFunc(v.doubt, func(d string) bool { return slices.Contains(hardDoubts, d) })
	undecided := v.state == Review
	if v.state == Shared && model == Paused && len(v.doubt) == 0 { // a share with a pause is a share
		return Shared, []string{"rules_and_model"}
	}
	if v.plain && (model == Question || model == Suggestion || model == Deferred) {
		return Shared, []string{"rules_and_model"}
	}
	if p := odds[slices.Index(ModelStates, v.state)]; len(v.doubt) == 0 && !undecided && model != v.state {
		if p >= leaning || v.state.Recordable() && !model.Recordable() && p >= outranks {
			return v.state, []string{"rules_and_model"}
		}
	}
	switch {
	case hard && p >= trusted:
		return model, v.doubt
	case hard:
		return v.state, v.doubt
	case undecided && p < likely:
		return Review, v.doubt
	case v.whole && len(v.doubt) == 0 && model == v.state:
		return model, nil
	case mayLeave(model, odds):
		return model, append(slices.Clone(v.doubt), "may_leave")
	case p >= needed(v, model):
		return model, nil
	case model == v.state:
		return model, append(slices.Clone(v.doubt), "unlikely")
	case undecided:
		return model, append(slices.Clone(v.doubt), "model_alone")
	}
	return model, append(slices.Clone(v.doubt), "rules_and_model")
}

// mayLeave: somebody may be leaving, and nobody is taken for gone, or for still there, on a guess.
func mayLeave(model State, odds []float64) bool {
	p := odds[slices.Index(ModelStates, OptOut)]
	if model == OptOut {
		return p < leaves
	}
	return p >= mightLeave && model.Recordable()
}

// likeliest gives the state that the models hold for the most probable, and its probability.
func likeliest(odds []float64) (State, float64) {
	best := 0
	for i, p := range odds {
		if p > odds[best] {
			best = i
		}
	}
	return ModelStates[best], odds[best]
}
