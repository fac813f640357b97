package letter

import (
	"strconv"
	"strings"

	"relais/backend/reply/button"
)

// Digest offers several gives in one letter. Each has a number, which the buttons type for the person and which an
// answer in words can name. topics are the fields that it covers, in the reader's words.
func Digest(f Frame, topics []string, items []Item) Letter {
	w0 := wordsOf(f.Language)
	subject := strings.ReplaceAll(w0.digestSubject, "{count}", strconv.Itoa(len(items)))
	if len(items) == 1 {
		subject = w0.digestOne
	}
	w := newWriter(f, subject)
	w.greet()
	if len(topics) > 0 {
		w.para(w.w.digestLead, "{topics}", strings.Join(topics, ", "))
	} else {
		w.para(w.w.giveLead)
	}
	w.para(w.w.digestHow)
	for i, item := range items {
		item.Number = i + 1
		w.digestItem(item)
	}
	w.sign()
	return w.foot(true)
}

func (w *writer) digestItem(item Item) {
	w.card(item)
	if lines := w.reasons(item.Why); len(lines) > 0 {
		w.add(block{Kind: "why", Lines: lines[:1]})
	}
	if item.Angle != "" {
		w.add(block{Kind: "angle", Label: w.w.angle, Text: strings.TrimSpace(item.Angle)})
	}
	for _, t := range item.Texts {
		w.copyText(item, t)
	}
	w.picture(item)
	var all []Button
	for _, id := range item.networks() {
		all = append(all, w.button(button.Shared, id, item.Number, true))
	}
	if len(all) == 0 {
		all = append(all, w.button(button.Shared, "", item.Number, true))
	}
	all = append(all, w.button(button.Read, "", item.Number, false), w.button(button.Declined, "", item.Number, false))
	w.add(block{Kind: "buttons", Label: strings.ReplaceAll(w.w.digestItem, "{number}", strconv.Itoa(item.Number)), Buttons: all})
	w.add(block{Kind: "rule"})
}
