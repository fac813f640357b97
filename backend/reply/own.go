package reply

import "strings"

// ownLine is the length from which a line of our own message is known for ours by itself; shorter ones, which a person
// may well type, are ours only in the row in which they stood.
const ownLine = 24

// ownLines are the lines of our own message, with the places at which each stands in it.
type ownLines map[string][]int

func linesOf(own string) ownLines {
	if own == "" {
		return nil
	}
	places := ownLines{}
	for i, line := range strings.Split(own, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			places[line] = append(places[line], i)
		}
	}
	return places
}

// without marks the lines of our own message as quoted, where a program repeats them without a mark.
func (places ownLines) without(text string) string {
	if len(places) == 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		end, ours := ownRow(lines, i, places)
		for j := i; j < end && ours; j++ {
			if strings.TrimSpace(lines[j]) != "" {
				lines[j] = "> " + lines[j]
			}
		}
		i = max(end, i+1)
	}
	return strings.Join(lines, "\n")
}

// ownRow finds how far the lines from i on stand in our message in this order, and whether one of them is long enough.
func ownRow(lines []string, i int, places ownLines) (int, bool) {
	end, last, long := i, -1, false
	for ; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if line == "" {
			continue
		}
		next := -1
		for _, at := range places[line] {
			if at > last {
				next = at
				break
			}
		}
		if next < 0 {
			break
		}
		end, last, long = i+1, next, long || len(line) >= ownLine
	}
	return end, long
}
