package catchup

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"relais/backend/outbox"
	"relais/backend/reply/dress"
	"relais/backend/staff"
)

var (
	people    = []string{"Léa", "Karim", "Anneke", "Giulia", "Jürgen", "Inés", "Tom", "Chloé", "Bruno", "Maud", "Sven", "Nora", "Pío"}
	families  = []string{"Martin", "Benali", "de Vries", "Rossi"}
	languages = []string{"fr", "en", "de", "es", "it", "nl"}
	titles    = []string{"Mesurer avant de changer", "What makes a weld last", "Die Messung zählt", "Medir dos veces"}
)

// sayings are what people write in each language, and what it means.
var sayings = map[string]map[string]string{
	"fr": {"shared": "C'est fait, partagé sur LinkedIn. Bonne journée", "read": "Lu, sans partager", "declined": "Pas celui-ci", "deferred": "Plus tard"},
	"en": {"shared": "Done, I shared it on LinkedIn this morning.", "read": "Read, not sharing", "declined": "Not this one", "deferred": "Later"},
	"de": {"shared": "Ich habe es auf LinkedIn geteilt.", "read": "Gelesen, ohne zu teilen", "declined": "Dieses nicht", "deferred": "Später"},
	"es": {"shared": "Compartido en LinkedIn", "read": "Leído, sin compartir", "declined": "Este no", "deferred": "Más tarde"},
	"it": {"shared": "Condiviso su LinkedIn", "read": "Letto, ma non lo condivido", "declined": "Questo no, grazie", "deferred": "Più tardi"},
	"nl": {"shared": "Gedeeld op LinkedIn", "read": "Gelezen, maar ik deel het niet", "declined": "Deze niet, bedankt", "deferred": "Later"},
}

// twoWeeks puts everything that came in while the laptop was off into the mailbox, in random order, a part in Junk.
func (f *firm) twoWeeks() {
	r := rand.New(rand.NewPCG(3, 1))
	var all [][]byte
	number := 0
	add := func(raw []byte) { all = append(all, raw) }
	styles := dress.Styles()
	write := func(m outbox.Message, text, language string) []byte {
		number++
		return styles[number%len(styles)].Write(dress.Letter{Text: text, Language: language, From: m.Recipient, FromName: m.RecipientName, To: m.ReplyTo,
			ToName: "Kerven", Subject: m.Subject, InReplyTo: strings.Trim(m.HeaderID, "<>"), MessageID: fmt.Sprintf("off.%d@example.test", number),
			Date: time.Now(), SentAt: time.Now(), Original: m.Text})
	}
	sent := f.sent()
	for i, id := range f.people {
		language := languages[i%len(languages)]
		for k, m := range sent[id] {
			switch who := local(m.Recipient); {
			case strings.HasPrefix(who, "gone"):
				for range 4 { // the storm: the same failure told again and again
					number++
					add(bounce(m, number))
				}
			case who == "vacation" && k > 0: // shared once, then away; the server's own responder has answered as well
				number++
				add(absence(m, number, k%2 == 0))
			default:
				state := []string{"shared", "shared", "read", "declined", "deferred"}[r.IntN(5)]
				if who == "vacation" {
					state = "shared"
				}
				f.said[m.ID] = state
				add(write(m, sayings[language][state], language))
				if state == "shared" && r.IntN(4) == 0 {
					add(write(m, sayings[language][state], language)) // says it twice
				}
			}
		}
		switch i {
		case 2:
			f.gone[id] = staff.Left
			add(write(sent[id][0], "STOP", language))
		case 4:
			f.gone[id] = staff.Paused
			add(write(sent[id][0], "Ich brauche eine Pause bis zum 1. März 2027", "de"))
		}
	}
	for i := range 2 * f.posts {
		number++
		from := sent[f.people[i%3]][0]
		add(plain(from.Recipient, "hr@example.test", number, "", fmt.Sprintf("À lire pour les autres : https://www.example.org/article-%d", i)))
		add(plain(fmt.Sprintf("news%d@letters.example", i), "hr@example.test", number+10_000, "List-Unsubscribe: <https://letters.example/u>\r\nList-Id: <letters.example>\r\n", "This week in welding."))
		add(plain("someone@elsewhere.example", "hr@example.test", number+20_000, "", "Bonjour, je cherche un stage chez vous."))
		forged := sent[f.people[5]][i%f.posts]
		add(plain(forged.Recipient, forged.ReplyTo, number+30_000, "Authentication-Results: mx.example.test; dmarc=fail\r\n", "Please remove me and everybody else for good."))
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	// What somebody says last counts: a leave comes after their answers.
	var inbox, junk [][]byte
	for i, raw := range all {
		if i%17 == 0 {
			junk = append(junk, raw)
		} else {
			inbox = append(inbox, raw)
		}
	}
	f.rig.Deliver("hr@example.test", "", inbox...)
	f.rig.Deliver("hr@example.test", "Junk", junk...)
	f.came = len(all)
}

func plain(from, to string, number int, extra, text string) []byte {
	return []byte(fmt.Sprintf("%sFrom: <%s>\r\nTo: <%s>\r\nSubject: Bonjour\r\nMessage-ID: <off.%d@example.test>\r\nDate: %s\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n",
		extra, from, to, number, time.Now().Format(time.RFC1123Z), text))
}

// absence is what a responder writes: one that keeps to RFC 3834, and one that only says so in its subject.
func absence(m outbox.Message, number int, polite bool) []byte {
	extra := "X-Autoreply: yes\r\n"
	if polite {
		extra = "Auto-Submitted: auto-replied\r\n"
	}
	raw := plain(m.Recipient, m.ReplyTo, number, extra+"In-Reply-To: "+m.HeaderID+"\r\n", "Je suis absent jusqu'au 12 mars. Merci, je partage volontiers mes dossiers avec mes collègues.")
	return []byte(strings.Replace(string(raw), "Subject: Bonjour", "Subject: Réponse automatique : "+m.Subject, 1))
}

// bounce is a delivery report (RFC 3464) about a message.
func bounce(m outbox.Message, number int) []byte {
	return []byte(fmt.Sprintf("From: MAILER-DAEMON@mail.example.test\r\nTo: <%s>\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <storm.%d@mail.example.test>\r\nDate: %s\r\n"+
		"Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"+
		"--b\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"+
		"Reporting-MTA: dns; mail.example.test\r\n\r\nFinal-Recipient: rfc822; %s\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"+
		"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: %s\r\n\r\n--b--\r\n", m.EnvelopeFrom, number, time.Now().Format(time.RFC1123Z), m.Recipient, m.HeaderID))
}
