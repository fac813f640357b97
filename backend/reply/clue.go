package reply

import (
	"slices"
	"strconv"
)

// ClueBuckets is the number of clues after hashing.
const ClueBuckets = 1 << 15

// clues collects what stands around a word that may name a network, a figure or a post, as hashed features.
type clues struct {
	e      *evidence
	proofs []ProofURL // as the rules read them
	ruled  []figure   // likewise
	names  []meanings // what the words of the text stand for, by token
	list   []uint32
}

type meanings struct {
	known bool
	names []string
}

func newClues(e *evidence, proofs []ProofURL, ruled []figure) *clues {
	return &clues{e: e, proofs: proofs, ruled: ruled, names: make([]meanings, len(e.tokens))}
}

func (c *clues) add(parts ...string) {
	sum := uint32(hashStart)
	for _, p := range parts {
		for i := range len(p) {
			sum = mix(sum, p[i])
		}
		sum = mix(sum, 0)
	}
	c.list = append(c.list, sum%ClueBuckets)
}

// flag adds a clue where it holds.
func (c *clues) flag(name string, holds bool) {
	if holds {
		c.add(name)
	}
}

// taken gives the clues, and starts anew.
func (c *clues) taken() []uint32 {
	taken := slices.Clone(c.list)
	c.list = c.list[:0]
	return taken
}

// word is a token as a clue: links, numbers and names of networks are all alike.
func (c *clues) word(i int) string {
	switch t := c.e.tokens[i]; t.kind {
	case numberToken:
		return "#"
	case urlToken:
		return "@"
	case hardToken:
		if t.text[0] == '\n' {
			return "\n"
		}
		return t.text[:1]
	default:
		if _, ok := networkWords[t.folded]; ok {
			return "@net"
		}
		return t.folded[:min(len(t.folded), 24)]
	}
}

// meanings are what a token stands for, whatever the language.
func (c *clues) meanings(i int) []string {
	if c.e.tokens[i].kind != wordToken {
		return nil
	}
	if !c.names[i].known {
		c.names[i] = meanings{true, c.e.namesOf(c.e.tokens[i])}
	}
	return c.names[i].names
}

// beside adds the words next to the tokens [from, to), each with its distance, and those farther off without.
func (c *clues) beside(from, to, near, far int) {
	for side, step := range []int{-1, 1} {
		at, last := from-1, "^"
		if step > 0 {
			at = to
		}
		for n := 1; n <= far; n, at = n+1, at+step {
			word := "^"
			if at >= 0 && at < len(c.e.tokens) {
				word = c.word(at)
			}
			s := strconv.Itoa(side)
			if n <= near {
				c.add("w", s, strconv.Itoa(n), word)
				c.add("ww", s, strconv.Itoa(n), last, word)
			}
			c.add("b", s, word)
			if word == "^" {
				break
			}
			for _, name := range c.meanings(at) {
				if n <= near {
					c.add("m", s, strconv.Itoa(n), name)
				}
				c.add("mb", s, name)
			}
			last = word
		}
	}
}

// clause adds the words of [from, to) under a name of their own.
func (c *clues) clause(name string, from, to int) {
	for i := max(0, from); i < min(to, len(c.e.tokens)); i++ {
		c.add(name, c.word(i))
		for _, m := range c.meanings(i) {
			c.add(name, "m", m)
		}
	}
}

// said adds the kinds of signal that stand within bytes [from, to).
func (c *clues) said(name string, from, to int) {
	for _, s := range c.e.signals {
		if s.from < to && s.to > from {
			c.add(name, string(s.kind))
		}
	}
}
