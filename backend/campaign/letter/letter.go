// Package letter writes every email that staff receive, in French, English, German and Spanish, as HTML and as plain
// text. It is pure: the same input gives the same bytes, so that what was shown is what is sent.
//
// HTML and text are drawn from one list of blocks and cannot drift apart. The HTML is made of tables with styles in
// place, for Outlook's Word engine; it loads nothing, and stays readable in light and dark.
package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"relais/backend/network"
	"relais/backend/reply/button"
)

// MaxHTML is the size, in bytes, under which the HTML of a letter has to stay: Gmail cuts at 102 KB.
const MaxHTML = 100_000

// Languages are those in which letters are written.
func Languages() []string { return []string{"fr", "en", "de", "es"} }

// Letter is a written email.
type Letter struct {
	Subject     string
	Text        string // lines end in \n
	HTML        string
	Unsubscribe string // a mailto: address for List-Unsubscribe (RFC 2369); empty where there is nothing to leave
}

// Frame is what surrounds every letter: who writes, to whom, and how they answer.
type Frame struct {
	Company   string // as the recipient knows it
	Programme string // the programme's name; empty: the language's own word
	Contact   string // who signs, a person's name; empty: the company
	Language  string // fr, en, de or es; anything else is English
	FirstName string // of the recipient; empty: a greeting without a name
	ReplyTo   string // the address that the buttons write to, token included
	Token     string // for the line 'Ref: …'; empty in a preview without one
	Privacy   string // where the information notice is found, in one sentence or an address; may be empty
}

// Reason is why somebody gets something: a code and its parameters (see words.why).
type Reason struct {
	Code   string
	Params map[string]string
}

// Text is the words offered for one network.
type Text struct {
	Network  network.ID
	Text     string
	Instance string // Mastodon: the person's server
	Link     string // the page with this network's campaign tags; empty: the item's own link
}

// Item is one post as it is put to one person.
type Item struct {
	Number    int  // in a digest, from 1; 0 in a letter of its own
	Ask       bool // it serves the company, not first the reader
	Title     string
	Source    string // who published it, such as a journal's name
	Excerpt   string // a few sentences
	Link      string // the page that is shared
	Angle     string // what could be said about it in one's own words
	Why       []Reason
	Picture   string // where a picture to go with it is found; empty: none
	Alt       string // what the picture shows, for who does not see it
	Texts     []Text // one per network of the person; none: only the link
	ExpiresOn string // YYYY-MM-DD, or empty
	Job       *Job   // of a job offer: the part to forward
}

// Job is what the forwardable part of a job offer needs.
type Job struct {
	Title, Place, Contract string
	Referrer               string // the name that candidates give when they write
	ApplyTo                string // an address or a page; empty: the item's link
}

// networks are those that a 'shared' button can name.
func (i Item) networks() []network.ID {
	var ids []network.ID
	for _, t := range i.Texts {
		if t.Network != network.Other && t.Network != network.Unspecified {
			ids = append(ids, t.Network)
		}
	}
	return ids
}

// writer gathers the blocks of one letter.
type writer struct {
	Frame
	w       words
	subject string
	blocks  []block
}

func newWriter(f Frame, subject string) *writer {
	w := wordsOf(f.Language)
	f.Language = w.code
	if f.Programme == "" {
		f.Programme = w.programme
	}
	if f.Company == "" {
		f.Company = w.company
	}
	f.FirstName = oneLine(f.FirstName)
	return &writer{Frame: f, w: w, subject: oneLine(subject)}
}

func (w *writer) add(b block) { w.blocks = append(w.blocks, b) }

func (w *writer) para(format string, pairs ...string) {
	w.add(block{Kind: "para", Text: w.fill(format, pairs...)})
}

// fill puts the frame's words and the given pairs into a sentence.
func (w *writer) fill(format string, pairs ...string) string {
	pairs = append(append(pairs, w.elided()...), "{company}", w.Company, "{programme}", w.Programme, "{name}", w.FirstName)
	return strings.NewReplacer(pairs...).Replace(format)
}

// elided gives the pairs that French asks for before a vowel: the programme d’Ormeline, not de Ormeline. A name with an
// h is left alone, since only its bearer knows whether it is aspirated.
func (w *writer) elided() []string {
	first, _ := utf8.DecodeRuneInString(w.Company)
	if w.w.code != "fr" || !strings.ContainsRune("aeiouàâäéèêëîïôöùûüœæ", unicode.ToLower(first)) {
		return nil
	}
	return []string{"de {company}", "d’" + w.Company, "que {company}", "qu’" + w.Company}
}

func (w *writer) greet() {
	text := w.w.hello
	if w.FirstName == "" {
		text = w.w.helloNobody
	}
	w.para(text)
}

func (w *writer) sign() {
	who := w.Contact
	if who == "" {
		who = w.Company
	}
	w.add(block{Kind: "para", Text: w.w.bye + "\n" + who})
}

// answer is the mailto link of a button: subject and first line ready, so that one click and 'send' answer.
func (w *writer) answer(line string) string {
	return "mailto:" + w.ReplyTo + "?subject=" + network.Escape("Re: "+w.subject) + "&body=" + network.Escape(line+"\r\n\r\n")
}

func (w *writer) button(action button.Action, on network.ID, number int, primary bool) Button {
	line := button.Line(action, w.Language, on, number)
	label := button.Line(action, w.Language, on, 0)
	return Button{Label: label, Line: line, Href: w.answer(line), Primary: primary}
}

// foot ends the letter: why it came, how to stop, and the reference.
func (w *writer) foot(member bool) Letter {
	foot := block{Kind: "foot", Token: w.Token}
	if member {
		foot.Text = w.fill(w.w.footMember)
		foot.Buttons = []Button{w.button(button.Paused, "", 0, false), w.button(button.Leave, "", 0, false)}
	}
	if w.Privacy != "" {
		foot.Text = strings.TrimSpace(foot.Text + " " + w.Privacy)
	}
	w.add(foot)
	l := Letter{Subject: w.subject, Text: plain(w), HTML: markup(w)}
	if member && w.ReplyTo != "" {
		l.Unsubscribe = "mailto:" + w.ReplyTo + "?subject=STOP&body=" + network.Escape(button.Line(button.Leave, w.Language, "", 0))
	}
	return l
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
