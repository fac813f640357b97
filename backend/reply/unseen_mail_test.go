package reply

import (
	"strings"
	"testing"
)

// TestMachineMail tells what machines write from what people write, in forms that the collected bounces do not hold.
func TestMachineMail(t *testing.T) {
	report := func(kind, part, text string) string {
		return "Content-Type: multipart/report; report-type=" + kind + "; boundary=b\n\n--b\nContent-Type: text/plain\n\nsee below\n--b\nContent-Type: message/" + part + "\n\n" + text + "\n--b--\n"
	}
	for _, c := range []struct {
		name, headers, body string
		want                State
	}{
		{"out of office, French", "Subject: Réponse automatique : Votre post\nX-Auto-Response-Suppress: All\n", "Je suis absent.", AutoReply},
		{"out of office, encoded title", "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_post?=\n", "Absent.", AutoReply},
		{"out of office, German", "Subject: Abwesenheitsnotiz: Beitrag\n", "Ich bin nicht im Haus.", AutoReply},
		{"out of office, German Exchange", "Subject: Automatische Antwort: Beitrag\n", "Ich bin nicht im Haus.", AutoReply},
		{"out of office, Spanish", "Subject: Respuesta automática: publicación\n", "Estoy fuera.", AutoReply},
		{"out of office, Italian", "Subject: Risposta automatica: post\n", "Sono fuori.", AutoReply},
		{"out of office, Dutch", "Subject: Automatisch antwoord: bericht\n", "Ik ben afwezig.", AutoReply},
		{"out of office, English", "Subject: Out of Office: post\n", "Back Monday.", AutoReply},
		{"out of office, English Outlook", "Subject: Automatic reply: post\n", "Back Monday.", AutoReply},
		{"vacation of Sieve", "Subject: Auto: post\nAuto-Submitted: auto-replied (vacation)\n", "Back Monday.", AutoReply},
		{"old vacation program", "Subject: away from my mail\nPrecedence: bulk\nX-Autoreply: yes\n", "Back Monday.", AutoReply},
		{"Gmail's vacation responder", "Subject: Re: post\nPrecedence: bulk\nX-Autoreply: yes\nAuto-Submitted: auto-replied\n", "Absent.", AutoReply},
		{"ticket system", "Subject: [Ticket#202611] Re: post\nAuto-Submitted: auto-replied\nX-OTRS-Loop: yes\n", "We received your request.", AutoReply},
		{"ticket system, generated", "Subject: [#4711] post\nAuto-Submitted: auto-generated\n", "Votre demande est enregistrée.", AutoReply},
		{"ticket system without the standard header", "Subject: [Case 12] post\nX-Auto-Response-Suppress: All\nPrecedence: auto_reply\n", "Thank you for contacting us.", AutoReply},
		{"challenge and response", "Subject: Please confirm your message\nAuto-Submitted: auto-replied\n", "Click to confirm.", AutoReply},
		{"calendar", "Subject: Accepted: post\nAuto-Submitted: auto-generated\nContent-Class: urn:content-classes:calendarmessage\n", "Accepted", AutoReply},
		{"abuse report", report("feedback-report", "feedback-report", "Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1"), "", Complaint},
		{"read receipt", report("disposition-notification", "disposition-notification", "Final-Recipient: rfc822;a@b.example\nDisposition: manual-action/MDN-sent-manually; displayed"), "", ReadReceipt},
		{"mailbox full", report("delivery-status", "delivery-status", "Reporting-MTA: dns;x\n\nFinal-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 4.2.2"), "", BounceSoft},
		{"no such user", report("delivery-status", "delivery-status", "Reporting-MTA: dns;x\n\nFinal-Recipient: rfc822;a@b.example\nAction: failed\nStatus: 5.1.1"), "", BounceHard},
		{"delayed by greylisting", report("delivery-status", "delivery-status", "Reporting-MTA: dns;x\n\nFinal-Recipient: rfc822;a@b.example\nAction: delayed\nStatus: 4.7.1"), "", Delayed},
		{"delivered", report("delivery-status", "delivery-status", "Reporting-MTA: dns;x\n\nFinal-Recipient: rfc822;a@b.example\nAction: delivered\nStatus: 2.0.0"), "", Delivered},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Read([]byte("From: a@b.example\nTo: r@c.example\nMIME-Version: 1.0\nMessage-ID: <x@y.example>\n"+c.headers+"\n"+c.body), Circumstances{})
			if err != nil || !r.Machine || r.State != c.want || r.Action != Ignore {
				t.Errorf("%s %s machine %v, want %s (%v)", r.State, r.Action, r.Machine, c.want, err)
			}
		})
	}
}

// TestPeopleAreNoMachines: words of machines in what a person writes.
func TestPeopleAreNoMachines(t *testing.T) {
	for _, text := range []string{
		"Subject: Re: Votre post\n\nJe suis absent jusqu'au 12, mais c'est partagé sur LinkedIn.",
		"Subject: Re: Automatic reply: post\n\nHa, that was your own vacation message. Shared on LinkedIn.",
		"Subject: RE: Abwesenheit\n\nIch bin ab morgen im Urlaub, geteilt habe ich es noch.",
		"Subject: Re: post\nPrecedence: normal\nAuto-Submitted: no\n\nDone.",
		"Subject: TR: Undeliverable: post\nIn-Reply-To: <x@y.example>\n\nYour mail to Paul bounced, can you check his address?",
		"Subject: Re: post\nList-Unsubscribe: <mailto:x@y.example>\nIn-Reply-To: <x@y.example>\n\nPartagé.",
		"Subject: Re: delivery status\nIn-Reply-To: <x@y.example>\n\nWhat is the status of the delivery? And I shared it.",
		"Subject: Accepted\nIn-Reply-To: <x@y.example>\n\nHappy to join!",
		"Subject: Re: post\nX-Auto-Response-Suppress: OOF, AutoReply\nIn-Reply-To: <x@y.example>\n\nShared on LinkedIn.",
	} {
		r, err := Read([]byte("From: a@b.example\nTo: r@c.example\nMessage-ID: <z@y.example>\n"+text), Circumstances{})
		if err != nil || r.Machine {
			head, _, _ := strings.Cut(text, "\n")
			t.Errorf("%s: read as %s (%v)", head, r.State, err)
		}
	}
}
