package reply

import (
	"slices"
	"strconv"
	"strings"

	"relais/backend/network"
)

// Candidate is a word of a share that may name the network on which it was shared, a figure of it, or its address; the
// clues are what stands around it.
type Candidate struct {
	Network network.ID // of a mention
	Figure  string     // of a number: what the rules hold it for, or nothing
	Value   int        // of a number
	Typed   string     // of an address
	Another bool       // the words before an address, or its account, name somebody else
	Clues   []uint32
	proof   ProofURL
}

// Candidates lists what the models of fields weigh in a text.
func Candidates(text string) (mentions, figures, links []Candidate, err error) {
	e, _, err := gather(text, "")
	if err != nil {
		return nil, nil, nil, err
	}
	c := newClues(e, e.proofs(), e.ruledFigures())
	return c.mentions(), c.figures(), c.links(), nil
}

// mentions lists each network that is named, with the clues of all the places that name it.
func (c *clues) mentions() []Candidate {
	e := c.e
	all := e.places()
	if len(all) == 0 {
		return nil
	}
	ruled := e.sharedOn(c.proofs)
	var ids []network.ID
	for _, m := range all {
		if !slices.Contains(ids, m.id) {
			ids = append(ids, m.id)
		}
	}
	linked := e.linkedNetworks()
	var found []Candidate
	for n, id := range ids {
		places := 0
		for _, m := range all {
			if m.id == id {
				c.mention(m)
				places++
			}
		}
		c.add("id", string(id))
		c.add("of", strconv.Itoa(min(n, 3)), strconv.Itoa(min(len(ids), 4)))
		c.flag("ruled", slices.Contains(ruled, id))
		c.flag("not ruled", !slices.Contains(ruled, id))
		c.flag("some ruled", len(ruled) > 0)
		c.flag("alone", len(ids) == 1)
		c.flag("linked", slices.Contains(linked, id))
		c.flag("other linked", len(linked) > 0 && !slices.Contains(linked, id))
		c.flag("again", places > 1)
		found = append(found, Candidate{Network: id, Clues: c.taken()})
	}
	return found
}

// mention adds the clues of one place.
func (c *clues) mention(m mention) {
	e := c.e
	from, to := e.segment(m.at)
	c.beside(m.at, m.at+1, 3, 6)
	c.clause("c", from, to)
	before, _ := e.segment(max(0, from-2))
	c.clause("cb", before, from)
	if to+1 < len(e.tokens) {
		_, after := e.segment(to + 1)
		c.clause("ca", to, min(after, to+10))
	}
	c.said("s", e.tokens[from].start, e.tokens[to-1].end)
	first, last := e.sentenceAround(m.at)
	c.said("ss", e.tokens[first].start, e.tokens[last-1].end)
	c.said("st", 0, len(e.text))
	c.add("mark", e.verdictMark(m.at))
	c.flag("counts", e.counts(m))
	c.flag("not counts", !e.counts(m))
	c.flag("not here", e.notHere(from, to))
	c.flag("put off", e.putOff(to))
	c.flag("asked", e.questionSegment(to))
	c.flag("first sentence", e.tokens[m.at].sentence == 0)
}

// places are the mentions of networks, and of ways to the public that are no networks.
func (e *evidence) places() []mention {
	all := e.mentions()
	for i, t := range e.tokens {
		if t.start >= e.signature {
			break
		}
		if t.kind == urlToken {
			if link, ok := e.link(t); ok && link.Network != "" && !link.IsPost() && !e.aloneOnLine(t) {
				all = append(all, mention{id: link.Network, at: i, from: t.start})
			}
			continue
		}
		id := e.heard(i)
		switch {
		case e.text[t.start:t.end] == "X" && !e.meansX(i) && !e.xRay(i):
			id = network.X
		case t.folded == "x" && i+2 < len(e.tokens) && joining[e.tokens[i+1].folded] && networkWords[e.tokens[i+2].folded] != "" && e.text[t.start] == 'x':
			id = network.X // 'x and mastodon'
		case t.folded == "li" && e.besideNetwork(i):
			id = network.LinkedIn
		case t.folded == "nebenan" && i+2 < len(e.tokens) && e.tokens[i+2].start == t.end+1 && e.tokens[i+2].folded == "de",
			t.folded == "signal" && e.text[t.start] == 'S' && i > 0 && onto[e.tokens[i-1].folded]:
			id = network.Other
		}
		if id != "" {
			all = append(all, mention{id: id, at: i, from: t.start})
		}
		if t.kind == wordToken && (channels[t.folded] || len(t.folded) > 7 && strings.HasSuffix(t.folded, "forum")) {
			all = append(all, mention{id: network.Other, at: i, from: t.start})
		}
	}
	return all
}

// aloneOnLine: an address that is no post and has a line to itself is part of a signature.
func (e *evidence) aloneOnLine(t token) bool {
	line := e.text[:t.start]
	before := line[strings.LastIndexByte(line, '\n')+1:]
	after, _, _ := strings.Cut(e.text[t.end:], "\n")
	return strings.Trim(before, " <([\t") == "" && strings.Trim(after, " >)].\t\r") == ""
}

var onto = wordSet(`on sur via auf su en op`)

// besideNetwork: 'fb and li', 'insta/li'.
func (e *evidence) besideNetwork(i int) bool {
	for _, j := range []int{i - 2, i + 2} {
		if j >= 0 && j < len(e.tokens) {
			if _, ok := networkWords[e.tokens[j].folded]; ok {
				return true
			}
		}
	}
	return false
}

// heard is the network that one to four words sound like: 'lien quedine', 'linked Inn', 'fesse bouque'.
func (e *evidence) heard(i int) network.ID {
	t := e.tokens[i]
	if t.kind != wordToken || i == 0 || !leads[e.tokens[i-1].folded] || strings.IndexByte("lfw", t.folded[0]) < 0 {
		return ""
	}
	sound := ""
	for j := i; j < min(i+4, len(e.tokens)) && (e.tokens[j].kind == wordToken || e.tokens[j].text == "-"); j++ {
		if ends := e.tokens[j].folded; j > i && (ends == "done" || ends == "down" || ends == "dann" || ends == "dan" || ends == "den") {
			break
		}
		sound = skeleton(sound, e.tokens[j].folded)
		if id := sounds[sound]; id != "" && (id != network.WhatsApp || j < i+2) && !(j == i && networkWords[t.folded] == id) {
			return id
		}
	}
	return ""
}

// sounds are the consonants of the names that people dictate.
var sounds = map[string]network.ID{"lnkdn": network.LinkedIn, "lnkstdn": network.LinkedIn, "fsbk": network.Facebook, "wtsp": network.WhatsApp}

// skeleton adds the consonants of a word to those of the words before it, as they sound.
func skeleton(sound, word string) string {
	for i := range len(word) {
		c := word[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', '\'', '-':
			continue
		case 'c', 'q', 'g':
			c = 'k'
		case 'z':
			c = 's'
		}
		if sound == "" || sound[len(sound)-1] != c {
			sound += string(rune(c))
		}
	}
	return sound
}

// linkedNetworks are those of the addresses in the text.
func (e *evidence) linkedNetworks() []network.ID {
	var ids []network.ID
	for _, t := range e.tokens {
		if t.kind == urlToken {
			if link, ok := e.link(t); ok && link.Network != "" {
				ids = append(ids, link.Network)
			}
		}
	}
	return ids
}

// sentenceAround gives the tokens of the sentence of one of them.
func (e *evidence) sentenceAround(at int) (int, int) {
	from, to := at, at+1
	for from > 0 && e.tokens[from-1].kind != hardToken {
		from--
	}
	for to < len(e.tokens) && e.tokens[to].kind != hardToken {
		to++
	}
	return from, to
}
