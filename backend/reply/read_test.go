package reply

import (
	"slices"
	"strings"
	"testing"
	"time"

	"relais/backend/network"
)

const someToken = "ae7qgmbyqy4tqnbzgi3wkztvpa"

func mailWith(headers, body string) []byte {
	return []byte(strings.ReplaceAll("From: Léa <lea@kerven.example>\nTo: relais+r"+someToken+"@kerven.example\nSubject: Re: À lire\n"+headers+"\n"+body, "\n", "\r\n"))
}

func TestReadMails(t *testing.T) {
	for _, c := range []struct {
		name, headers, body string
		state               State
		action              Action
		doubt               string
	}{
		{"plain", "", "C'est partagé sur LinkedIn.", Shared, Record, ""},
		{"button", "", "Partagé sur LinkedIn\n\n", Shared, Record, ""},
		{"button and more words", "", "Later\n\nActually no, I'd rather not share this one.", Declined, ForPerson, "button_and_words"},
		{"unknown charset", "Content-Type: text/plain; charset=x-nobody\n", "Partag\xe9 sur LinkedIn.", Shared, Record, ""},
		{"no charset, 8 bit", "", "Partag\xe9 hier sur LinkedIn.", Shared, Record, ""},
		{"wrong charset", "Content-Type: text/plain; charset=utf-8\n", "C'est partagé sur LinkedIn.", Shared, Record, ""},
		{"broken multipart", "Content-Type: multipart/mixed; boundary=nowhere\n", "Shared on LinkedIn.", Shared, ForPerson, "broken_mime"},
		{"empty", "", "", Review, ForPerson, "empty"},
		{"only a quote", "", "> Partagé\n> Lu", Review, ForPerson, "empty"},
		{"spoofed", "Authentication-Results: mx.kerven.example; dmarc=fail header.from=kerven.example\n", "C'est partagé.", Shared, ForPerson, "dmarc_fail"},
		{"spoofed further down", "Authentication-Results: mx.kerven.example; dmarc=pass\nAuthentication-Results: elsewhere; dmarc=fail\n", "C'est partagé.", Shared, Record, ""},
		{"two tokens", "Cc: relais+rbbbbbbbbbbbbbbbbbbbbbbbbbb@kerven.example\n", "C'est partagé.", Shared, ForPerson, "two_tokens"},
		{"vacation", "Auto-Submitted: auto-replied\n", "Je suis absent jusqu'au 12.", AutoReply, Ignore, ""},
		{"vacation by its title", "X-Auto-Response-Suppress: All\nSubject: Automatic reply: x\n", "I am away.", Review, ForPerson, ""},
		{"not automatic", "Auto-Submitted: no\n", "Done.", Shared, Record, ""},
		{"own loop", "Message-ID: <r." + someToken + "@kerven.example>\n", "Bonjour", OwnLoop, Ignore, ""},
		{"date in 1970", "Date: Thu, 1 Jan 1970 00:00:00 +0000\n", "Non merci, pas celui-ci.", Declined, Record, ""},
		{"about a bounce, by a person", "In-Reply-To: <x@y.example>\n", "Your message to Paul came back: 550 user unknown. I shared it on LinkedIn though.", Shared, ForPerson, "*"},
		{"mixed numbers", "", "1 et 3 partagés, pas le 2", Review, ForPerson, "numbered"},
		{"forwarded alone", "", "---------- Forwarded message ---------\nFrom: a@b.example\nDate: x\nSubject: y\nTo: z\n\nShared on LinkedIn.", Review, ForPerson, "forwarded"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Read(mailWith(c.headers, c.body), Circumstances{})
			if err != nil {
				t.Fatal(err)
			}
			if r.State != c.state || c.doubt != "*" && r.Action != c.action || r.Token() != someToken {
				t.Errorf("%s %s %v token %q, text %q", r.State, r.Action, r.Doubts, r.Token(), r.Text)
			}
			if c.doubt != "" && c.doubt != "*" && !slices.Contains(r.Doubts, c.doubt) {
				t.Errorf("doubts %v lack %s", r.Doubts, c.doubt)
			}
		})
	}
}

func TestInvitation(t *testing.T) {
	for text, want := range map[string]State{
		"Oui": Accepted, "Oui, je participe\n\nLinkedIn: 850": Accepted, "Yes, count me in": Accepted, "Volontiers !": Accepted, "Ja, gerne": Accepted,
		"Non merci": Refused, "No, thanks": Refused, "Nein danke, lieber nicht": Refused, "Qui lit mes réponses ?": Question,
	} {
		r, err := Read(mailWith("", text), Circumstances{Invitation: true})
		if err != nil || r.State != want {
			t.Errorf("%q: %s %v %v", text, r.State, r.Doubts, err)
		}
	}
	text := "Yes, count me in\n\nMy networks and how many people follow me there (optional):\nLinkedIn: 850"
	form, err := Read(mailWith("", text), Circumstances{Invitation: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, mark := range form.Marks {
		if mark.To > len("Yes, count me in") {
			t.Errorf("marked %q of our own form", form.Fresh[mark.From:mark.To])
		}
	}
	if form.State != Accepted || len(form.Marks) == 0 {
		t.Errorf("%s, marks %v", form.State, form.Marks)
	}
	r, err := Read(mailWith("", "Oui, je participe\nLinkedIn : 850\nX: 1 200"), Circumstances{Invitation: true})
	if err != nil || r.Audiences[network.LinkedIn] != 850 || r.Audiences[network.X] != 1200 {
		t.Errorf("audiences %v %v", r.Audiences, err)
	}
}

func TestUntilDate(t *testing.T) {
	on := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"pause jusqu'au 12 mai": "2026-05-12", "until 1 September": "2026-09-01", "bis Ende August": "2026-08-31", "pour trois semaines": "2026-03-31",
		"bis 15.1.": "2027-01-15", "je reprends en janvier": "2026-12-31", "after the harvest": "", "pause me for a month": "2026-04-09",
	} {
		if got := UntilDate(text, on); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestQuestionMarks marks the question itself, not what explains it.
func TestQuestionMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Hi, is this open to people who live in Ireland? Someone I know is asking.": "Hi, is this open to people who live in Ireland?",
		"Bonjour Claire,\nC'est pour quelle agence ?\nMerci\nLéa":                   "C'est pour quelle agence ?",
	} {
		m, err := Understand(text, "")
		if err != nil {
			t.Fatal(err)
		}
		if m.State != Question || len(m.Marks) != 1 || text[m.Marks[0].From:m.Marks[0].To] != want {
			t.Errorf("%q: %s, marked %v", text, m.State, marked(text, m))
		}
	}
}
