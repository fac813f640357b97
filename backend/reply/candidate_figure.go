package reply

import "strconv"

// figures lists each number of the text.
func (c *clues) figures() []Candidate {
	e := c.e
	ruled := map[int]string{}
	for _, f := range c.ruled {
		ruled[f.at] = f.name
	}
	var found []Candidate
	for i := 0; i < len(e.tokens) && len(found) < maxFigures; i++ {
		value, width, ok := e.numberAt(i)
		if !ok || e.tokens[i].start >= e.signature {
			continue
		}
		c.figure(i, value, width, ruled[i])
		found = append(found, Candidate{Value: value, Figure: ruled[i], Clues: c.taken()})
		i += width - 1
	}
	return found
}

// maxFigures bounds the numbers of a text that are looked at.
const maxFigures = 40

func (c *clues) figure(i, value, width int, ruled string) {
	e := c.e
	c.add("ruled", ruled)
	after, at := e.unitAfter(i + width)
	if after != "" {
		c.add("after", after)
		c.add("after", after, strconv.Itoa(at-i-width))
	}
	before, at := e.unitBefore(i, nil)
	if before != "" {
		c.add("before", before)
		c.add("before", before, strconv.Itoa(i-at))
	}
	c.add("units", before, after, ruled)
	c.flag("vague", e.vague(i, width))
	c.flag("another's", e.anothersFigure(i))
	c.add("size", strconv.Itoa(len(strconv.Itoa(value))))
	c.flag("one", value == 1)
	c.flag("word", e.tokens[i].kind == wordToken)
	c.flag("year", value >= 1980 && value <= 2035)
	c.beside(i, i+width, 4, 8)
	for n := 0; n < 2 && i+width+n < len(e.tokens); n++ {
		if t := e.tokens[i+width+n]; t.kind == wordToken {
			c.add("stem", strconv.Itoa(n), t.folded[:min(4, len(t.folded))])
			c.add("stem", strconv.Itoa(n), t.folded[:min(6, len(t.folded))])
		}
	}
	from, to := e.segment(i)
	c.clause("c", from, i)
	c.clause("cr", i+width, to)
	earlier, _ := e.segment(max(0, from-2))
	c.clause("cb", earlier, from)
	first, _ := e.sentenceAround(i)
	c.clause("s", first, i)
	c.flag("first", i == 0)
}
