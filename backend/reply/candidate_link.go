package reply

import (
	"slices"
	"strconv"
	"strings"

	"relais/backend/network"
)

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
