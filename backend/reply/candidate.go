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
		case t.folded == "x" && i+2 < len(e.tokens) && xAnd[e.tokens[i+1].folded] && networkWords[e.tokens[i+2].folded] != "" && e.text[t.start] == 'x':
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

var (
	xAnd = wordSet(`and et und y e en + &`)
	onto = wordSet(`on sur via auf su en op`)
)

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

// links lists the addresses of the text.
func (c *clues) links() []Candidate {
	e := c.e
	total := 0
	for _, t := range e.tokens {
		if t.kind == urlToken {
			total++
		}
	}
	var found []Candidate
	seen := map[string]bool{}
	n := 0
	for i, t := range e.tokens {
		if t.kind != urlToken || len(found) == maxLinks {
			continue
		}
		link, ok := e.link(t)
		if !ok || seen[link.Key] || !e.mayProve(i, link) {
			continue
		}
		seen[link.Key] = true
		c.address(i, link, n, total)
		n++
		p := e.proofAt(i, link)
		c.flag("claimed", p.claimed)
		is := slices.ContainsFunc(c.proofs, func(q ProofURL) bool { return q.Key == p.Key })
		c.add("ruled", strconv.FormatBool(is), string(link.Shape))
		another := !p.claimed && (link.Handle != "" && !e.signedAs(link.Handle) && e.names(link.Handle, i) || e.ofOthers(i))
		found = append(found, Candidate{Typed: p.Typed, Another: another, Clues: c.taken(), proof: p})
	}
	return found
}

// mayProve: an address that can be that of somebody's post. Where a short one of a network leads nobody can tell, but it
// was made there; of all others those alone that stand where people write of their own, or that are called such.
func (e *evidence) mayProve(at int, link network.Link) bool {
	switch link.Shape {
	case network.Post, network.LongArticle:
		return true
	case network.Short:
		return link.Network != ""
	case network.Web:
		host, _, _ := strings.Cut(link.Key, "/")
		return slices.ContainsFunc(hosted, func(part string) bool { return strings.Contains(host, part) }) || e.calledOwn(at)
	}
	return false
}

// hosted are places where people write and which are no networks of ours.
var hosted = []string{"t.me", "medium.com", "substack.com", "pinterest.", "strava.com", "blogspot.", "wordpress.", "tumblr.com", "komoot.", "forum", "vimeo.com"}

// calledOwn: 'my blog', 'auf meinem Blog', 'dans notre forum' stands before the address.
func (e *evidence) calledOwn(at int) bool {
	for i := max(0, at-12); i < at; i++ {
		if word := e.tokens[i].folded; channels[word] || strings.HasSuffix(word, "forum") || strings.HasSuffix(word, "blog") {
			return true
		}
	}
	return false
}

// maxLinks bounds the addresses of a text that are looked at.
const maxLinks = 20

func (c *clues) address(i int, link network.Link, n, total int) {
	e := c.e
	c.add("shape", string(link.Shape))
	c.add("network", string(link.Network), string(link.Shape))
	c.add("nth", strconv.Itoa(min(n, 3)), strconv.Itoa(min(total, 4)), string(link.Shape))
	c.flag("another's", e.someoneElses(i))
	c.flag("handle", link.Handle != "")
	signed := link.Handle != "" && e.signedAs(link.Handle)
	c.flag("signed", signed)
	c.flag("signed otherwise", link.Handle != "" && !signed && e.signs())
	c.flag("named", !signed && e.names(link.Handle, i))
	if link.Shape == network.Web {
		host, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(link.URL, "https://"), "http://"), "/")
		for _, part := range strings.Split(host, ".") {
			c.add("host", part)
		}
	}
	c.beside(i, i+1, 4, 8)
	first, last := e.sentenceAround(i)
	c.clause("s", first, i)
	c.clause("sr", i+1, last)
	earlier, _ := e.sentenceAround(max(0, first-2))
	c.clause("sb", earlier, first)
	c.said("st", 0, len(e.text))
}

// signedAs: a word of a line that is hardly more than a name stands in the account's name.
func (e *evidence) signedAs(handle string) bool {
	for line := range strings.Lines(e.text) {
		words := strings.Fields(line)
		if len(words) > 4 || strings.Contains(line, "://") {
			continue
		}
		for _, word := range words {
			if word = strings.Trim(fold(strings.ToLower(word)), ".,;-'"); len(word) > 2 && strings.Contains(handle, word) {
				return true
			}
		}
	}
	return false
}

// signs: the last line is a name.
func (e *evidence) signs() bool {
	last := strings.TrimSpace(e.text[strings.LastIndexByte(strings.TrimSpace(e.text), '\n')+1:])
	return last != "" && last[0] >= 'A' && last[0] <= 'Z' && len(strings.Fields(last)) <= 3 && !strings.ContainsAny(last, "/?!:")
}

// names: a name of the account stands before the address: 'Lucile's: …/posts/lucile-morand_…'.
func (e *evidence) names(handle string, at int) bool {
	return slices.ContainsFunc(e.tokens[:at], func(t token) bool {
		_, named := networkWords[t.folded]
		if t.kind != wordToken || len(t.folded) < 4 || named {
			return false
		}
		first := e.text[t.start]
		return (first >= 'A' && first <= 'Z' || first >= 0x80) && strings.Contains(handle, strings.TrimSuffix(t.folded, "'"))
	})
}

// ofOthers: the sentence that leads to the address speaks of a post of others.
func (e *evidence) ofOthers(at int) bool {
	from, _ := e.sentenceAround(at)
	for i := from; i < at; i++ {
		if e.tokens[i].kind == urlToken {
			from = i
		}
	}
	return slices.ContainsFunc(e.tokens[from:at], func(t token) bool { return foreign[t.folded] })
}

var foreign = wordSet(`original originale originalen originalbeitrag originele originario origine company company' firmenbeitrag firmenpost bedrijfspost ditta azienda empresa competitor' directrice
	directeur source bron fuente fonte hers sienne copied fédé`)
