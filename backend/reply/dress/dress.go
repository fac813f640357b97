// Package dress writes a reply as the mail programs of the world would send it: their quotes, signatures, encodings
// and markup. It serves tests and the sample company's staff. It is pure; the same letter gives the same bytes.
package dress

import (
	"encoding/base64"
	"fmt"
	"html"
	"mime"
	"mime/quotedprintable"
	"strings"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// Letter is what is answered and what is answered to it.
type Letter struct {
	Text      string // what the person types
	Language  string // fr, en, de, es, it or nl: the language of their program
	From      string // their address
	FromName  string
	To        string // our reply address
	ToName    string
	Subject   string // of the message that is answered
	InReplyTo string // its Message-ID, without brackets
	MessageID string
	Date      time.Time
	Original  string // the text of the message that is answered
	SentAt    time.Time
}

// Style is a mail program with its habits.
type Style struct {
	Name  string
	write func(w *writer)
}

// Write gives the raw message, with CRLF line ends.
func (s Style) Write(l Letter) []byte {
	w := &writer{Letter: l, w: wordsOf(l.Language)}
	w.header("From", mime.QEncoding.Encode("utf-8", l.FromName)+" <"+l.From+">")
	w.header("To", mime.QEncoding.Encode("utf-8", l.ToName)+" <"+l.To+">")
	w.header("Date", l.Date.Format(time.RFC1123Z))
	w.header("Message-ID", "<"+l.MessageID+">")
	if l.InReplyTo != "" {
		w.header("In-Reply-To", "<"+l.InReplyTo+">")
		w.header("References", "<"+l.InReplyTo+">")
	}
	w.header("MIME-Version", "1.0")
	s.write(w)
	return []byte(strings.ReplaceAll(w.out.String(), "\n", "\r\n"))
}

// Styles lists the programs.
func Styles() []Style {
	return []Style{
		{"gmail-web", gmailWeb}, {"gmail-app", gmailApp}, {"outlook-desktop", outlookDesktop}, {"outlook-plain", outlookPlain},
		{"outlook-mobile", outlookMobile}, {"outlook-web", outlookWeb}, {"apple-mail", appleMail}, {"iphone", iPhone}, {"thunderbird", thunderbird},
		{"yahoo", yahoo}, {"proton", proton}, {"orange", orange}, {"bottom-posting", bottomPosting}, {"html-only", htmlOnly},
		{"old-encoding", oldEncoding}, {"no-quote", noQuote}, {"samsung", samsung},
	}
}

type writer struct {
	Letter
	w   words
	out strings.Builder
}

func (w *writer) header(name, value string) { fmt.Fprintf(&w.out, "%s: %s\n", name, value) }

func (w *writer) subject(prefix string) {
	w.header("Subject", mime.QEncoding.Encode("utf-8", prefix+" "+w.Subject))
}

// plain writes a single text part, quoted-printable.
func (w *writer) plain(text string) {
	w.header("Content-Type", "text/plain; charset=utf-8")
	w.header("Content-Transfer-Encoding", "quoted-printable")
	w.out.WriteString("\n" + encodeQP(text) + "\n")
}

// both writes the text and the page as alternatives.
func (w *writer) both(text, page string) {
	w.header("Content-Type", `multipart/alternative; boundary="=_alt_7f3a"`)
	w.out.WriteString("\n--=_alt_7f3a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n" + encodeQP(text))
	w.out.WriteString("\n--=_alt_7f3a\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + encode64(page) + "\n--=_alt_7f3a--\n")
}

func encodeQP(text string) string {
	var b strings.Builder
	q := quotedprintable.NewWriter(&b)
	_, _ = q.Write([]byte(text)) // a builder takes everything
	_ = q.Close()
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

func encode64(text string) string {
	line := base64.StdEncoding.EncodeToString([]byte(text))
	var b strings.Builder
	for len(line) > 76 {
		b.WriteString(line[:76] + "\n")
		line = line[76:]
	}
	return b.String() + line
}

func encode1252(text string) string {
	out, err := encoding.ReplaceUnsupported(charmap.Windows1252.NewEncoder()).String(text)
	if err != nil {
		return text
	}
	return strings.ReplaceAll(out, "\x1a", "?")
}

// quoted puts the mark of a quote before each line.
func quoted(text string) string {
	return "> " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n> ")
}

// wrapped breaks lines at 76 columns, as most programs do.
func wrapped(text string) string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		for len([]rune(line)) > 76 {
			cut := strings.LastIndex(string([]rune(line)[:76]), " ")
			if cut < 20 {
				break
			}
			out, line = append(out, line[:cut]), line[cut+1:]
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// paragraphs gives each line its own element.
func paragraphs(text, open, end, empty string) string {
	var b strings.Builder
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			b.WriteString(open + empty + end)
			continue
		}
		b.WriteString(open + html.EscapeString(line) + end)
	}
	return b.String()
}
