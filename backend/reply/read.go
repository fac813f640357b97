package reply

import (
	"slices"
	"strings"

	"relais/backend/network"
	"relais/backend/reply/button"
)

// Circumstances are what is known besides the message itself. All of it may be missing.
type Circumstances struct {
	Language   string // in which the person was written to
	OwnText    string // the text of the message that is answered: our own words in it are not the person's
	Invitation bool   // the message that is answered is an invitation
	Numbered   bool   // that message holds several numbered items
	Server     string // whose Authentication-Results are trusted
}

// Reading is what one message was read as.
type Reading struct {
	Machine   bool
	State     State
	Action    Action
	Networks  []network.ID
	Proofs    []ProofURL
	Figures   map[string]int
	Items     []ItemAnswer
	Audiences map[network.ID]int // of an answer to an invitation: 'LinkedIn: 850'
	Links     []string           // other addresses in the new text, for a suggestion
	Language  string
	Text      string // the new text
	Fresh     string // the new text as it was read: without quoted lines, broken lines joined
	Marks     []Span // the words of Fresh that decided
	Tokens    []string
	Doubts    []string // codes of why a person should look
	MayLeave  bool     // words of leaving or of a break stand in it, whatever it was read as
	From      string
	Subject   string
	MessageID string
}

// Token is the token that counts, or nothing.
func (r Reading) Token() string {
	if len(r.Tokens) == 0 {
		return ""
	}
	return r.Tokens[0]
}

// Read says what a raw message is. Bad input gives a reading for a person, never an error; the error is that of a
// broken lexicon.
func Read(raw []byte, c Circumstances) (Reading, error) {
	m := Decode(raw)
	return m.Read(c, len(raw))
}

// Read is Read of a message that was taken apart already; size is that of its raw bytes.
func (m *Mail) Read(c Circumstances, size int) (Reading, error) {
	r := Reading{From: m.From(), Subject: m.Subject(), MessageID: strings.Trim(strings.TrimSpace(m.Header.Get("Message-Id")), "<>")}
	var two bool
	r.Tokens, two = m.Tokens()
	text := m.newText(c.OwnText)
	r.Text, r.Fresh = text.Text, text.Fresh
	if state, ok := m.classifyMachine(); ok {
		r.Machine, r.State, r.Action = true, state, Ignore
		r.Language, _ = detectLanguages(tokenize(r.Fresh), c.Language)
		return r, nil
	}
	if err := r.understand(c); err != nil {
		return r, err
	}
	r.doubt(two, "two_tokens")
	r.doubt(m.forged(c.Server), "dmarc_fail")
	r.doubt(len(m.Header["From"]) > 1, "several_senders")
	r.doubt(len(r.Fresh) > maxAnswer, "too_long")
	r.doubt(text.Forwarded, "forwarded")
	r.doubt(text.Unclear, "quote_unclear")
	for _, trouble := range m.Trouble {
		r.doubt(trouble != "too_large", trouble)
	}
	r.doubt(slices.Contains(m.Trouble, "too_large") && isBlank(r.Fresh) || size > 25<<20, "too_large")
	r.Action = ForPerson
	if len(r.Doubts) == 0 && r.State.Recordable() {
		r.Action = Record
	}
	return r, nil
}

// maxAnswer is the length in bytes from which the new text is no answer to an email any more: a quote that was not
// recognised, or worse.
const maxAnswer = 6000

func (r *Reading) doubt(cond bool, code string) {
	if cond && !slices.Contains(r.Doubts, code) {
		r.Doubts = append(r.Doubts, code)
	}
}

func (r *Reading) understand(c Circumstances) error {
	words := r.Fresh
	if isBlank(words) {
		words = replyPrefix.ReplaceAllString(strings.TrimSpace(r.Subject), "")
		if _, pressed := button.Parse(words); !pressed && !strings.EqualFold(strings.TrimSpace(words), "stop") {
			words = ""
		}
		r.Fresh = words
	}
	presses, rest := pressed(words)
	m, err := Understand(words, c.Language)
	if err != nil {
		return err
	}
	if len(presses) > 0 {
		if m, err = combine(presses, rest, m, c.Language); err != nil {
			return err
		}
	}
	// That the message holds numbered items decides what a number is ('3 partagés'): it is read again with that.
	if c.Numbered && (len(presses) == 0 || len(m.Items) == 0) {
		var partial bool
		if m.Items, partial, err = numberedItems(rest, c.Language); err != nil {
			return err
		}
		r.doubt(partial, "other_items")
		if len(m.Items) > 0 {
			m.numbersAreItems()
		}
	}
	if c.Invitation {
		m = asInvitation(words, m)
		r.Audiences = audiences(words)
	}
	r.State, r.Networks, r.Proofs, r.Figures, r.Items = m.State, m.Networks, m.Proofs, m.Figures, m.Items
	r.Language, r.Marks, r.Doubts = m.Language, m.Marks, append(r.Doubts, m.Doubts...)
	r.MayLeave = m.MayLeave
	r.doubt(isBlank(words), "empty")
	r.Links = otherLinks(words)
	return nil
}

// pressed takes the lines that a reply button typed off the text.
func pressed(text string) ([]button.Press, string) {
	var presses []button.Press
	var rest []string
	for _, line := range strings.Split(text, "\n") {
		if p, ok := button.Parse(line); ok {
			presses = append(presses, p)
			continue
		}
		rest = append(rest, line)
	}
	return presses, strings.TrimSpace(strings.Join(rest, "\n"))
}

// combine weighs a pressed button against what the person added: their own words count first.
func combine(presses []button.Press, rest string, whole Meaning, hint string) (Meaning, error) {
	m := whole
	m.Doubts = slices.DeleteFunc(slices.Clone(whole.Doubts), func(d string) bool { return !slices.Contains(fieldDoubts, d) })
	m.State = State(presses[0].Action)
	for _, p := range presses {
		if p.Network != "" && !slices.Contains(m.Networks, p.Network) {
			m.Networks = append(m.Networks, p.Network)
		}
		if p.Number > 0 {
			m.Items = slices.DeleteFunc(m.Items, func(a ItemAnswer) bool { return a.Number == p.Number })
			m.Items = append(m.Items, ItemAnswer{Number: p.Number, State: State(p.Action)})
		}
		if State(p.Action) != m.State {
			m.State, m.Doubts = Review, []string{"numbered"}
		}
	}
	if rest != "" {
		added, err := Understand(rest, hint)
		if err != nil {
			return m, err
		}
		switch {
		case added.State == m.State || added.State == Review || added.State == Question || added.State == Suggestion:
		case m.State == Shared && added.State == ReadOnly: // 'and it was a good read'
		case m.State == Paused && (added.State == Deferred || added.State == ReadOnly):
		default:
			m.State, m.Marks = added.State, whole.Marks
			m.Doubts = append(m.Doubts, "button_and_words")
		}
	}
	if m.State != Shared {
		m.Networks, m.Proofs, m.Figures = nil, nil, nil
		m.Doubts = slices.DeleteFunc(m.Doubts, func(d string) bool { return slices.Contains(fieldDoubts, d) })
	}
	m.Sure = len(m.Doubts) == 0 && m.State.Recordable()
	return m, nil
}

func otherLinks(text string) []string {
	if !strings.Contains(text, "/") && !holds(text, "www.") {
		return nil
	}
	var links []string
	for _, t := range tokenize(text) {
		if t.kind == urlToken {
			links = append(links, text[t.start:t.end])
		}
	}
	return links
}

// newText trims both forms of the message and takes the better: the plain one, unless the page marks its quotes where
// the plain text does not.
func (m *Mail) newText(ownText string) Trimmed {
	own := linesOf(ownText)
	plain := own.trim(m.Plain)
	if isBlank(m.HTML) {
		return plain
	}
	useless := isBlank(m.Plain) || placeholder(m.Plain)
	page, structural := own.trimPage(m.HTML, useless)
	switch {
	case useless:
		return page
	case structural && !isBlank(page.Text) && len(page.Fresh) < len(plain.Fresh) && strings.HasPrefix(squeeze(plain.Fresh), squeeze(page.Fresh)):
		return page
	}
	return plain
}

// trim is Trim of a clean text in which our own lines count as quoted.
func (o *ownLines) trim(text string) Trimmed {
	lines := linesIn(text)
	o.mark(lines)
	return trimLines(lines)
}

// trimPage is trim of a page, and tells whether the page marks its quotes by its structure. Without such quotes the page
// is trimmed only where there is nothing else to read. The quote at its end is not read to its end where something stands
// before it: then nothing in it changes what is new.
func (o *ownLines) trimPage(page string, alone bool) (Trimmed, bool) {
	if !alone && !o.quotes {
		text, structural, ok := beforeQuote(page)
		if ok && !structural {
			return Trimmed{}, false
		}
		if ok {
			if t := o.trim(text); !isBlank(t.Fresh) {
				return t, true
			}
		}
	}
	text, structural := quoteHTML(page)
	if !alone && !structural {
		return Trimmed{}, false
	}
	return o.trim(text), structural
}

func placeholder(plain string) bool {
	if len(plain) > 10000 {
		return false
	}
	plain = strings.TrimSpace(plain)
	if len(plain) > 1000 { // in lower case too it is more than 300, whatever it is made of
		return false
	}
	plain = strings.ToLower(plain)
	return len(plain) < 300 && strings.Contains(plain, "html") && !strings.Contains(plain, ">")
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\t' || r == '<' || r == '>' {
			return -1
		}
		return r
	}, s)
}
