package reply

import (
	"hash/maphash"
	"strings"
)

// ownLine is the length from which a line of our own message is known for ours by itself; shorter ones, which a person
// may well type, are ours only in the row in which they stood.
const ownLine = 24

// ownLines are the lines of our own message in their order, without the blank ones. They are looked up by hash: a map of
// them costs more than all that is asked of it.
type ownLines struct {
	seed  maphash.Seed
	lines []string
	first []int32 // by hash: the first line that has it, or noLine
	next  []int32 // by line: the next one of the same hash, or noLine
	// quotes tells that a line of ours looks like a quoted one.
	quotes bool
}

const noLine = -1

func linesOf(own string) *ownLines {
	if own == "" {
		return &ownLines{}
	}
	o := &ownLines{seed: maphash.MakeSeed(), lines: make([]string, 0, 1+strings.Count(own, "\n"))}
	for line := range strings.SplitSeq(own, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			o.lines = append(o.lines, line)
			o.quotes = o.quotes || quoteLine(line)
		}
	}
	size := 8
	for size < 2*len(o.lines) {
		size *= 2
	}
	both := make([]int32, size+len(o.lines))
	o.first, o.next = both[:size], both[size:]
	for i := range o.first {
		o.first[i] = noLine
	}
	for i := len(o.lines) - 1; i >= 0; i-- {
		place := o.place(o.lines[i])
		o.next[i], *place = *place, int32(i)
	}
	return o
}

func (o *ownLines) place(line string) *int32 {
	return &o.first[maphash.String(o.seed, line)&uint64(len(o.first)-1)]
}

// after gives the first place behind another at which the line stands in our message, or noLine.
func (o *ownLines) after(place int, line string) int {
	if next := place + 1; next < len(o.lines) && o.lines[next] == line {
		return next
	}
	for i := *o.place(line); i != noLine; i = o.next[i] {
		if int(i) > place && o.lines[i] == line {
			return int(i)
		}
	}
	return noLine
}

// mark marks the lines of our own message as quoted, where a program repeats them without a mark.
func (o *ownLines) mark(lines []string) {
	if len(o.lines) == 0 {
		return
	}
	for i := 0; i < len(lines); {
		end, ours := o.row(lines, i)
		if ours {
			quote(lines[i:end])
		}
		i = max(end, i+1)
	}
}

// quote puts the mark of a quote before lines, all of them in one piece of memory.
func quote(lines []string) {
	size := 0
	for _, line := range lines {
		size += len("> ") + len(line)
	}
	var all strings.Builder
	all.Grow(size)
	for i, line := range lines {
		if isBlank(line) {
			continue
		}
		from := all.Len()
		all.WriteString("> ")
		all.WriteString(line)
		lines[i] = all.String()[from:]
	}
}

// row finds how far the lines from i on stand in our message in this order, and whether one of them is long enough.
func (o *ownLines) row(lines []string, i int) (int, bool) {
	end, last, long := i, noLine, false
	for ; i < len(lines); i++ {
		if !o.quotes && strings.HasPrefix(lines[i], ">") {
			break
		}
		line := strings.TrimSpace(lines[i])
		if line == "" {
			continue
		}
		if last = o.after(last, line); last == noLine {
			break
		}
		end, long = i+1, long || len(line) >= ownLine
	}
	return end, long
}
