package post

import "sort"

// Hand is somebody to whom variants are dealt: their team, the network, and the languages they read, preferred first.
type Hand struct {
	StaffID   int64
	Team      int64 // 0: no team known, which counts as one of its own
	Network   string
	Languages []string
}

// Dealt is what somebody got. Repeated says that a colleague of the same team has the same words, because there were
// fewer variants than colleagues.
type Dealt struct {
	Variant  Variant
	Repeated bool
}

// Deal gives each hand a variant of its network, in the first of its languages that has one, so that no two colleagues
// of a team get the same words as long as there are enough. A variant without a language serves everybody. It depends
// on nothing but its input: the preview and the sending deal alike. Nobody is dealt a variant of another network.
func Deal(variants []Variant, hands []Hand) map[Seat]Dealt {
	order := append([]Hand(nil), hands...)
	sort.SliceStable(order, func(i, j int) bool { return order[i].StaffID < order[j].StaffID })
	used := map[table]map[int64]int{}
	total := map[int64]int{}
	out := make(map[Seat]Dealt, len(hands))
	for _, h := range order {
		choice := suited(variants, h)
		if len(choice) == 0 {
			continue
		}
		at := table{h.Team, h.Network}
		if h.Team == 0 {
			at.team = -h.StaffID
		}
		if used[at] == nil {
			used[at] = map[int64]int{}
		}
		best := choice[0]
		for _, v := range choice[1:] {
			if fewer(used[at][v.ID], used[at][best.ID], total[v.ID], total[best.ID]) {
				best = v
			}
		}
		out[Seat{h.StaffID, h.Network}] = Dealt{Variant: best, Repeated: used[at][best.ID] > 0}
		used[at][best.ID]++
		total[best.ID]++
	}
	return out
}

// Seat names a dealt hand: one person on one network.
type Seat struct {
	StaffID int64
	Network string
}

type table struct {
	team    int64
	network string
}

// fewer prefers the variant that fewer of the team have, then the one that fewer have at all.
func fewer(team, bestTeam, all, bestAll int) bool {
	return team < bestTeam || team == bestTeam && all < bestAll
}

// suited lists the variants for a hand: those in the best of its languages, or without a language; where there is
// none, all of that network, since a text in another language can still be changed.
func suited(variants []Variant, h Hand) []Variant {
	var any []Variant
	for _, v := range variants {
		if v.Network == h.Network && !v.Retired && v.Text != "" {
			any = append(any, v)
		}
	}
	for _, language := range append(append([]string(nil), h.Languages...), "") {
		var found []Variant
		for _, v := range any {
			if v.Language == language || language != "" && v.Language == "" {
				found = append(found, v)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return any
}
