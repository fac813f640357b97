package company

import (
	"fmt"
	"html"
	"strings"
	"time"
)

// Client is the mail program in which somebody answers. Each quotes in its own way.
type Client string

// The programs of the sample.
const (
	OutlookFR     Client = "outlook-fr"
	OutlookEN     Client = "outlook-en"
	GmailFR       Client = "gmail-fr"
	GmailEN       Client = "gmail-en"
	AndroidFR     Client = "android-fr"
	AppleFR       Client = "apple-fr"
	AppleEN       Client = "apple-en"
	IPhoneFR      Client = "iphone-fr"
	IPhoneEN      Client = "iphone-en"
	ThunderbirdFR Client = "thunderbird-fr"
	ThunderbirdEN Client = "thunderbird-en"
)

// Quoted is the message that is answered.
type Quoted struct {
	From, FromAddress, To, Subject, Text string
	At                                   time.Time
}

// Write gives the text and, for the programs that send one, the HTML of a reply.
func (c Client) Write(author, typed string, q Quoted) (text, htmlText string) {
	switch c {
	case OutlookFR:
		head := fmt.Sprintf("De : %s <%s>\nEnvoyé : %s\nÀ : %s\nObjet : %s", q.From, q.FromAddress, frenchDay(q.At), q.To, q.Subject)
		return outlook(author, typed, head, q)
	case OutlookEN:
		head := fmt.Sprintf("From: %s <%s>\nSent: %s\nTo: %s\nSubject: %s", q.From, q.FromAddress, q.At.Format("Monday, 2 January 2006 15:04"), q.To, q.Subject)
		return outlook(author, typed, head, q)
	case GmailFR, AndroidFR:
		head := fmt.Sprintf("Le %s à %s, %s <%s> a écrit :", shortFrenchDay(q.At), q.At.Format("15:04"), q.From, q.FromAddress)
		return gmail(typed, head, q)
	case GmailEN:
		head := fmt.Sprintf("On %s at %s, %s <%s> wrote:", q.At.Format("Mon, 2 Jan 2006"), q.At.Format("15:04"), q.From, q.FromAddress)
		return gmail(typed, head, q)
	case AppleFR:
		return typed + fmt.Sprintf("\n\n> Le %s à %s, %s <%s> a écrit :\n> \n", longFrenchDay(q.At), q.At.Format("15:04"), q.From, q.FromAddress) + quote(q.Text), ""
	case AppleEN:
		return typed + fmt.Sprintf("\n\n> On %s, at %s, %s <%s> wrote:\n> \n", q.At.Format("2 Jan 2006"), q.At.Format("15:04"), q.From, q.FromAddress) + quote(q.Text), ""
	case IPhoneFR:
		return typed + fmt.Sprintf("\n\nEnvoyé de mon iPhone\n\n> Le %s à %s, %s <%s> a écrit :\n> \n", longFrenchDay(q.At), q.At.Format("15:04"), q.From, q.FromAddress) + quote(q.Text), ""
	case IPhoneEN:
		return typed + fmt.Sprintf("\n\nSent from my iPhone\n\n> On %s, at %s, %s <%s> wrote:\n> \n", q.At.Format("2 Jan 2006"), q.At.Format("15:04"), q.From, q.FromAddress) + quote(q.Text), ""
	case ThunderbirdFR:
		return fmt.Sprintf("Le %s à %s, %s a écrit :\n", q.At.Format("02/01/2006"), q.At.Format("15:04"), q.From) + quote(q.Text) + "\n" + typed + "\n\n-- \n" + author + "\n" + Name, ""
	case ThunderbirdEN:
		return typed + fmt.Sprintf("\n\nOn %s %s, %s wrote:\n", q.At.Format("02/01/2006"), q.At.Format("15:04"), q.From) + quote(q.Text) + "\n\n-- \n" + author + "\n" + Name, ""
	default:
		return typed, ""
	}
}

func outlook(author, typed, head string, q Quoted) (string, string) {
	signature := author + "\n" + Name
	text := typed + "\n\n" + signature + "\n\n________________________________\n" + head + "\n\n" + q.Text
	var b strings.Builder
	b.WriteString(`<html><body lang="FR" style="word-wrap:break-word"><div class="WordSection1">`)
	for _, line := range strings.Split(typed+"\n\n"+signature, "\n") {
		fmt.Fprintf(&b, `<p class="MsoNormal">%s<o:p></o:p></p>`, orSpace(line))
	}
	b.WriteString(`<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">`)
	for _, line := range strings.Split(head, "\n") {
		name, value, _ := strings.Cut(line, ": ")
		fmt.Fprintf(&b, `<b>%s:</b> %s<br>`, html.EscapeString(name), html.EscapeString(value))
	}
	b.WriteString(`</p></div>`)
	for _, line := range strings.Split(q.Text, "\n") {
		fmt.Fprintf(&b, `<p class="MsoNormal">%s</p>`, orSpace(line))
	}
	b.WriteString(`</div></body></html>`)
	return text, b.String()
}

func gmail(typed, head string, q Quoted) (string, string) {
	text := typed + "\n\n" + head + "\n\n" + quote(q.Text)
	htmlText := `<div dir="auto">` + strings.ReplaceAll(html.EscapeString(typed), "\n", "<br>") + `</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">` +
		html.EscapeString(head) + `<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">` +
		strings.ReplaceAll(html.EscapeString(q.Text), "\n", "<br>") + `</blockquote></div>`
	return text, htmlText
}

func orSpace(line string) string {
	if line == "" {
		return "&nbsp;"
	}
	return html.EscapeString(line)
}

func quote(text string) string {
	return "> " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n> ") + "\n"
}

var (
	frenchMonths = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	frenchDays   = []string{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"}
)

func longFrenchDay(t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), frenchMonths[t.Month()-1], t.Year())
}

func frenchDay(t time.Time) string {
	return frenchDays[t.Weekday()] + " " + longFrenchDay(t) + " " + t.Format("15:04")
}

func shortFrenchDay(t time.Time) string {
	return fmt.Sprintf("%s. %d %s. %d", frenchDays[t.Weekday()][:3], t.Day(), string([]rune(frenchMonths[t.Month()-1])[:3]), t.Year())
}
