package report

import (
	"context"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Assumptions are what estimates rest on; HR sets them.
type Assumptions struct {
	// Factor is the part of an audience that sees a share, by network.
	Factor map[string]float64 `json:"factor"`
	// CPM is what 1,000 views cost the firm elsewhere, in its currency; nil
	// until it says.
	CPM *float64 `json:"cpm"`
}

// DefaultFactor is 15 %: Sprinklr's figure for accounts under 100,000
// followers. Vendors differ widely, so what comes of it is always 'estimated'.
const DefaultFactor = 0.15

const assumptionsKey = "report.assumptions"

// ReadAssumptions gives what estimates rest on, every network with its factor.
func ReadAssumptions(ctx context.Context, ws *workspace.Workspace) (Assumptions, error) {
	var a Assumptions
	if _, err := ws.Settings.Get(ctx, assumptionsKey, &a); err != nil {
		return a, err
	}
	if a.Factor == nil {
		a.Factor = map[string]float64{}
	}
	for _, n := range network.All() {
		if _, ok := a.Factor[string(n.ID)]; !ok {
			a.Factor[string(n.ID)] = DefaultFactor
		}
	}
	return a, nil
}

// WriteAssumptions keeps them. A factor outside 0 to 1 or a negative CPM is
// refused with "factor_out_of_range".
func WriteAssumptions(ctx context.Context, ws *workspace.Workspace, a Assumptions) error {
	for n, f := range a.Factor {
		if !(f >= 0 && f <= 1) {
			return workspace.NewFault("factor_out_of_range", "network", n)
		}
	}
	if a.CPM != nil && !(*a.CPM >= 0 && *a.CPM < 1e6) {
		return workspace.NewFault("factor_out_of_range", "network", "cpm")
	}
	return ws.Settings.Set(ctx, assumptionsKey, a)
}
