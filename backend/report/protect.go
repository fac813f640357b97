package report

import "sort"

// Fewest is the number of people below which a total is not broken down
// (DESIGN).
const Fewest = 5

// cell is a group of people before it is shown.
type cell struct {
	key    string
	name   string
	people int64 // who could stand in it
	shares *tally
	sent   requestTally
	active set
}

// protect puts groups of fewer than 5 people together into a rest. Where that
// rest would be one group, or still of fewer than 5, the smallest of the others
// joins it: else the whole less what is shown would give it away. An empty group
// tells nothing about anybody and is left out.
func protect(cells []cell) (shown, rest []cell) {
	sort.SliceStable(cells, func(i, j int) bool { return cells[i].people < cells[j].people })
	var people int64
	for i, c := range cells {
		if c.people == 0 && (c.shares == nil || c.shares.shares == 0) && c.sent.sent == 0 {
			continue
		}
		tooFew := c.people < Fewest
		exposed := len(rest) > 0 && (len(rest) == 1 || people < Fewest)
		if tooFew || exposed {
			rest = append(rest, cells[i])
			people += c.people
			continue
		}
		shown = append(shown, cells[i])
	}
	return shown, rest
}

// masked hides a number of people from 1 to 4.
func masked(n int64) *int64 {
	if n > 0 && n < Fewest {
		return nil
	}
	return &n
}
