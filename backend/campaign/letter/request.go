package letter

import (
	"strings"

	"relais/backend/network"
	"relais/backend/reply/button"
)

// Request puts one post to one person: first why it may matter to them and an angle, then what would be shared, a
// text to copy and a composer per network of theirs, and the answers.
func Request(f Frame, item Item) Letter {
	w0 := wordsOf(f.Language)
	subject := w0.giveSubject
	if item.Ask {
		subject = w0.askSubject
	}
	w := newWriter(f, strings.ReplaceAll(subject, "{title}", item.Title))
	w.greet()
	if !item.Ask {
		w.para(w.w.giveLead)
	}
	w.why(item)
	if item.Ask {
		w.para(w.w.askLead)
	}
	w.offer(item)
	if item.Ask {
		w.para(w.w.askFree)
	}
	w.answers(item)
	w.forward(item)
	w.sign()
	return w.foot(true)
}

// why says why this person gets it.
func (w *writer) why(item Item) {
	if lines := w.reasons(item.Why); len(lines) > 0 {
		w.add(block{Kind: "why", Lines: lines})
	}
}

// offer is the part that requests and reminders have in common: an angle, what it is, and the words to copy.
func (w *writer) offer(item Item) {
	if item.Angle != "" {
		w.add(block{Kind: "angle", Label: w.w.angle, Text: strings.TrimSpace(item.Angle)})
	}
	w.card(item)
	for _, t := range item.Texts {
		w.copyText(item, t)
	}
	w.picture(item)
}

// picture says where a picture to go with the post is found. The letter itself loads nothing.
func (w *writer) picture(item Item) {
	if item.Picture == "" {
		return
	}
	b := block{Kind: "picture", Label: w.w.pictureTitle, Link: item.Picture, Title: w.w.pictureOpen}
	if alt := oneLine(item.Alt); alt != "" {
		b.Text = strings.ReplaceAll(w.w.pictureAlt, "{alt}", alt)
	}
	w.add(b)
}

// reasons says in sentences why the person gets it, at most three.
func (w *writer) reasons(why []Reason) []string {
	var lines []string
	for _, r := range why {
		text, ok := w.w.why[r.Code]
		if !ok || len(lines) == 3 {
			continue
		}
		var pairs []string
		for name, value := range r.Params {
			pairs = append(pairs, "{"+name+"}", oneLine(value))
		}
		lines = append(lines, w.fill(text, pairs...))
	}
	return lines
}

func (w *writer) card(item Item) {
	source := oneLine(item.Source)
	if until := w.day(item.ExpiresOn); until != "" {
		source = strings.TrimPrefix(source+" · "+strings.ReplaceAll(w.w.until, "{date}", until), " · ")
	}
	w.add(block{
		Kind: "card", Number: item.Number, Title: oneLine(item.Title), Source: source,
		Text: strings.TrimSpace(item.Excerpt), Link: item.Link, Label: w.w.readIt,
	})
}

func (w *writer) copyText(item Item, t Text) {
	name := network.Name(t.Network)
	if t.Link == "" {
		t.Link = item.Link
	}
	b := block{
		Kind: "copy", Label: strings.ReplaceAll(w.w.copyFor, "{network}", name), Text: strings.TrimSpace(t.Text),
		Link: network.Compose(t.Network, network.Draft{Text: t.Text, URL: t.Link, Instance: t.Instance}),
	}
	b.Title = strings.ReplaceAll(w.w.composeOn, "{network}", name)
	w.add(b)
}

// answers are the reply buttons: 'shared' once per network of the person, then the others, all equally welcome.
func (w *writer) answers(item Item) {
	var all []Button
	for _, id := range item.networks() {
		all = append(all, w.button(button.Shared, id, item.Number, true))
	}
	if len(all) == 0 {
		all = append(all, w.button(button.Shared, "", item.Number, true))
	}
	for _, action := range []button.Action{button.Read, button.Declined, button.Deferred} {
		all = append(all, w.button(action, "", item.Number, false))
	}
	w.add(block{Kind: "buttons", Label: w.w.answerTitle, Buttons: all})
}

// forward is the part of a job offer that goes on to a friend: candidates write themselves and name who sent them,
// so that nothing about a third person passes through the mailbox.
func (w *writer) forward(item Item) {
	job := item.Job
	if job == nil {
		return
	}
	var details []string
	contract := job.Contract
	if name, ok := w.w.contract[strings.ToUpper(strings.ReplaceAll(contract, " ", "_"))]; ok {
		contract = name
	}
	for _, d := range []string{job.Place, contract, w.day(item.ExpiresOn)} {
		if d != "" {
			details = append(details, oneLine(d))
		}
	}
	link := job.ApplyTo
	if link == "" {
		link = item.Link
	}
	text := w.fill(w.w.forwardBody, "{job}", oneLine(job.Title), "{details}", strings.Join(details, " · "), "{link}", link, "{referrer}", oneLine(job.Referrer))
	text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	subject := w.fill(w.w.forwardMail, "{job}", oneLine(job.Title))
	w.add(block{
		Kind: "forward", Label: w.w.forwardTitle, Text: text, Title: w.w.forwardLink,
		Link: "mailto:?subject=" + network.Escape(subject) + "&body=" + network.Escape(strings.ReplaceAll(text, "\n", "\r\n")),
	})
}

// Reminder puts a post once more to somebody who said 'later'; it says that it is the only one.
func Reminder(f Frame, item Item) Letter {
	w := newWriter(f, strings.ReplaceAll(wordsOf(f.Language).remindSubject, "{title}", item.Title))
	w.greet()
	w.para(w.w.remindLead)
	w.why(item)
	w.offer(item)
	w.para(w.w.remindLast)
	w.answers(item)
	w.forward(item)
	w.sign()
	return w.foot(true)
}
