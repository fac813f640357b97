package reply

import (
	"regexp"
	"slices"
	"strings"

	"relais/backend/network"
)

var (
	schemeLink = regexp.MustCompile(`^(?i)(?:https?://|www\.)[^\s<>"'«»\x00-\x20]{3,}`)
	bareLink   = regexp.MustCompile(`^(?i)(?:[a-z0-9-]{1,63}\.)+(?:com|net|org|fr|de|es|it|nl|be|ch|eu|app|social|in|io|me|co|uk|example|tv|watch|info)/[^\s<>"'«»\x00-\x20]+`)
)

// linkLength returns how many bytes of a link stand at the start of the text, or 0. Closing punctuation is left out,
// and a bracket unless the link opened it.
func linkLength(text string, atBoundary bool) int {
	if !atBoundary || len(text) < 6 {
		return 0
	}
	c := text[0] | 0x20
	if !(c >= 'a' && c <= 'z') && !isDigit(text[0]) {
		return 0
	}
	window := text[:min(len(text), 2100)]
	found := ""
	if c == 'h' || c == 'w' {
		found = schemeLink.FindString(window)
	}
	if found == "" {
		if end := strings.IndexAny(window, " \n\t,"); end >= 0 {
			window = window[:end]
		}
		if !strings.Contains(window, "/") || !strings.Contains(window, ".") {
			return 0
		}
		found = bareLink.FindString(window)
	}
	return len(trimLink(found))
}

func trimLink(s string) string {
	for s != "" {
		switch last := s[len(s)-1]; {
		case strings.IndexByte(".,;:!?*'\"|", last) >= 0:
			s = s[:len(s)-1]
		case last == ')' && strings.Count(s, "(") < strings.Count(s, ")"):
			s = s[:len(s)-1]
		case last == ']' && strings.Count(s, "[") < strings.Count(s, "]"):
			s = s[:len(s)-1]
		case strings.HasSuffix(s, "…"), strings.HasSuffix(s, "’"), strings.HasSuffix(s, "”"):
			s = s[:len(s)-3]
		default:
			return s
		}
	}
	return s
}

// ProofURL is a link to the post by which a person shared.
type ProofURL struct {
	Typed   string     // as it stands in the message; a wrapper of a mail filter is taken off
	Clean   string     // without tracking parameters
	Key     string     // equal for all spellings of one post
	Network network.ID //
	Handle  string     // the account, where the address tells
	claimed bool       // the words before it call it the person's own
}

var (
	strongOwnCue = wordSet(`mien mienne mine own meiner meins mío mía mon my mein mijn mio`)
	otherCue     = wordSet(`boîte boite entreprise société firme maison company company' companys unternehmens firma firmen empresa azienda
		bedrijf collègue colleague' kollegin kollege colega collega officiel sien sienne hers ihrer seiner seines suyo suya zijne press presse pressemitteilung officiel official offizielle corporate équipe com`)
	notOwner    = wordSet(`it' that' here' what' there' let' who' he' she' how' where' today' job' stop' page' post' reel' story' hab' ich' hat' one' geht' ist' link' steht'`)
	ownerWords  = wordSet(`company firm boss chef colleague manager team director wife husband brother sister friend mate marketing neighbour owner firma`)
	firstPerson = wordSet(`i je j' moi ich hab ik yo io ho he`)
)

// proofs returns the links of the text that can only be posts of the person who wrote it.
func (e *evidence) proofs() []ProofURL {
	var found []ProofURL
	seen := map[string]bool{}
	for i, t := range e.tokens {
		if t.kind != urlToken {
			continue
		}
		link, ok := e.link(t)
		if !ok || !link.IsPost() || seen[link.Key] || e.someoneElses(i) {
			continue
		}
		seen[link.Key] = true
		found = append(found, e.proofAt(i, link))
	}
	return e.oneAuthor(found)
}

// proofAt makes a proof of an address; a wrapper of a mail filter is taken off what was typed.
func (e *evidence) proofAt(i int, link network.Link) ProofURL {
	typed := e.text[e.tokens[i].start:e.tokens[i].end]
	if unwrapped := network.Unwrap(typed); unwrapped != typed && strings.Contains(typed, "://") {
		typed = unwrapped
	}
	return ProofURL{Typed: typed, Clean: link.URL, Key: link.Key, Network: link.Network, Handle: link.Handle, claimed: e.claimed(i)}
}

// link reads the address of a token once, however often it is asked for.
func (e *evidence) link(t token) (network.Link, bool) {
	if known, ok := e.links[t.start]; ok {
		return known, known.URL != ""
	}
	link, ok := network.FromURL(e.text[t.start:t.end])
	if !ok {
		link = network.Link{}
	}
	if e.links != nil {
		e.links[t.start] = link
	}
	return link, ok
}

// claimed: 'mine: https://…'.
func (e *evidence) claimed(at int) bool {
	for i := at - 1; i >= max(0, at-4) && e.tokens[i].kind != urlToken && !strings.Contains(e.tokens[i].text, "\n"); i-- {
		if strongOwnCue[e.tokens[i].folded] {
			return true
		}
	}
	return false
}

// oneAuthor: nobody has two accounts on one network. Where posts of two are named, the person's is the one whose name
// they sign with.
func (e *evidence) oneAuthor(found []ProofURL) []ProofURL {
	if len(found) < 2 {
		return found
	}
	signed := tokenize(e.text[max(0, strings.LastIndexByte(strings.TrimSpace(e.text), '\n')):])
	if slices.ContainsFunc(signed, func(t token) bool { return t.kind == urlToken }) {
		signed = nil // no signature but a link
	}
	mine := func(p ProofURL) bool {
		return p.claimed || slices.ContainsFunc(signed, func(t token) bool {
			return t.kind == wordToken && len(t.folded) > 2 && strings.Contains(strings.ToLower(p.Handle), t.folded)
		})
	}
	rival := func(a, b ProofURL) bool {
		return a.Network == b.Network && a.Handle != b.Handle && a.Handle != "" && b.Handle != ""
	}
	return slices.DeleteFunc(slices.Clone(found), func(p ProofURL) bool {
		return !mine(p) && slices.ContainsFunc(found, func(q ProofURL) bool { return rival(p, q) && mine(q) })
	})
}

// someoneElses reads the words before a link: 'the company's post', 'Anita's one', 'le post d'Inès'.
func (e *evidence) someoneElses(at int) bool {
	other := false
	for i := at - 1; i >= 0 && e.tokens[i].kind != urlToken && at-i < 25; i-- {
		t := e.tokens[i]
		if t.kind == hardToken && strings.Trim(t.text, "\n\r \t") != "" && at-i > 1 {
			break
		}
		if t.kind == hardToken && (at-i > 2 || i > 0 && e.tokens[i-1].text == ",") { // 'Hello team,' is no owner
			break
		}
		if e.ownClause(i, at) {
			break
		}
		if strongOwnCue[t.folded] {
			return false
		}
		if otherCue[t.folded] && !e.noOwner(i) || e.possessive(i) || e.namedAuthor(i) {
			other = true
		}
	}
	return other
}

// ownClause: what stands before 'but I …' or ', hab ich …' says nothing of the link.
func (e *evidence) ownClause(i, at int) bool {
	t := e.tokens[i]
	if at-i < 3 || t.text != "," && !breaks[t.folded] {
		return false
	}
	return slices.ContainsFunc(e.tokens[i+1:at], func(t token) bool { return firstPerson[t.folded] })
}

// noOwner: 'fait maison' and 'the press brake' name nobody.
func (e *evidence) noOwner(i int) bool {
	switch e.tokens[i].folded {
	case "maison":
		return i == 0 || e.tokens[i-1].folded != "la"
	case "press":
		return i+1 < len(e.tokens) && e.tokens[i+1].folded == "brake"
	}
	return false
}

// possessive: Anita's or the company's, but neither hab's nor post's.
func (e *evidence) possessive(i int) bool {
	t := e.tokens[i]
	if !strings.HasSuffix(t.text, "'") || len(t.text) <= 3 || i+1 >= len(e.tokens) || e.tokens[i+1].text != "s" || notOwner[t.folded] {
		return false
	}
	if _, named := networkWords[strings.TrimSuffix(t.folded, "'")]; named {
		return false
	}
	first := e.text[t.start]
	return first >= 'A' && first <= 'Z' || first >= 0x80 || ownerWords[strings.TrimSuffix(t.folded, "'")]
}

// namedAuthor: 'ce post de Marc', 'the post by Noor', 'el post de Inés'.
func (e *evidence) namedAuthor(i int) bool {
	if i < 1 || i+1 >= len(e.tokens) || e.tokens[i+1].kind != wordToken {
		return false
	}
	switch e.tokens[i].folded {
	case "de", "d'", "by", "von", "vom", "di", "van", "from":
	default:
		return false
	}
	switch e.tokens[i-1].folded {
	case "post", "publication", "beitrag", "publicacion", "this", "article", "one", "celui", "celle", "bericht", "that":
	default:
		return false
	}
	first := e.text[e.tokens[i+1].start]
	return first >= 'A' && first <= 'Z' || first >= 0x80
}

// deadLink tells a text that is little more than a link which proves nothing.
func (e *evidence) deadLink() bool {
	dead := false
	for _, t := range e.tokens {
		if t.kind != urlToken {
			continue
		}
		link, ok := e.link(t)
		if ok && (link.IsPost() || link.Shape == network.Web || link.Shape == network.Short && link.Network != "") {
			return false
		}
		dead = true
	}
	return dead && !e.has(sayDone) && e.words() <= 12
}
