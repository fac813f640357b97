package letter

import (
	"strconv"
	"strings"

	"relais/backend/network"
	"relais/backend/reply/button"
)

// Invitation asks somebody to join, once: what it means, what is kept, that it is free. The yes-button leaves room
// for the person's networks and audiences, one line each, which are optional.
func Invitation(f Frame, networks []network.ID) Letter {
	w := newWriter(f, "")
	w.subject = oneLine(w.fill(w.w.inviteSubject))
	w.greet()
	for _, text := range []string{w.w.inviteLead, w.w.inviteWhat, w.w.inviteKept, w.w.inviteFree, w.w.inviteAsk} {
		w.para(text)
	}
	yes := w.button(button.Accepted, "", 0, true)
	form := []string{yes.Line, "", w.w.inviteForm}
	for _, id := range networks {
		form = append(form, network.Name(id)+": ")
	}
	yes.Href = w.answer(strings.Join(form, "\r\n"))
	w.add(block{Kind: "buttons", Label: w.w.answerTitle, Buttons: []Button{yes, w.button(button.Refused, "", 0, false)}})
	w.sign()
	return w.foot(false)
}

// Thanks answers a share, in a few lines and without asking for anything.
func Thanks(f Frame, title string, networks []network.ID) Letter {
	w := newWriter(f, strings.ReplaceAll(wordsOf(f.Language).thanksSubject, "{title}", title))
	names := make([]string, 0, len(networks))
	for _, id := range networks {
		if id != network.Unspecified && id != network.Other {
			names = append(names, network.Name(id))
		}
	}
	w.greet()
	lead := w.w.thanksLead
	if len(names) == 0 { // ' on {networks}' without a network: the sentence ends before it
		lead = withoutNetworks(lead)
	}
	w.para(lead, "{title}", oneLine(title), "{networks}", strings.Join(names, ", "))
	w.para(w.w.thanksMore)
	w.para(w.w.thanksUseful)
	w.sign()
	return w.foot(true)
}

func withoutNetworks(sentence string) string {
	for _, part := range []string{" on {networks}", " sur {networks}", " auf {networks}", " en {networks}"} {
		sentence = strings.ReplaceAll(sentence, part, "")
	}
	return sentence
}

// Left confirms that somebody has left. It is the only letter after leaving.
func Left(f Frame) Letter {
	w := newWriter(f, "")
	w.subject = oneLine(w.fill(w.w.leftSubject))
	w.greet()
	for _, text := range []string{w.w.leftLead, w.w.leftKept, w.w.leftBack} {
		w.para(text)
	}
	w.sign()
	return w.foot(false)
}

// Probe goes to the mailbox itself, to see whether an answer would find its way back.
func Probe(f Frame) Letter {
	w := newWriter(f, wordsOf(f.Language).probeSubject)
	w.para(w.w.probeLead)
	return w.foot(false)
}

// Year is what one person's year was, for that person alone. Reach is nil where it is not known.
type Year struct {
	Year                             int
	Given, Useful, Shared, Suggested int
	Reach                            *int64
	Titles                           []string // of what they shared
}

// YearReview tells a person what the year was between them and the programme.
func YearReview(f Frame, y Year) Letter {
	year := strconv.Itoa(y.Year)
	w := newWriter(f, "")
	w.subject = oneLine(w.fill(w.w.yearSubject, "{year}", year))
	w.greet()
	w.para(w.w.yearLead, "{year}", year)
	w.add(block{Kind: "figures", Lines: w.yearLines(y)})
	for _, title := range y.Titles {
		w.add(block{Kind: "card", Title: oneLine(title)})
	}
	w.para(w.w.yearEnd)
	w.sign()
	return w.foot(true)
}

func (w *writer) yearLines(y Year) []string {
	count := func(text, one string, n int) string {
		if n == 1 {
			return one
		}
		return strings.ReplaceAll(text, "{n}", w.thousands(int64(n)))
	}
	lines := []string{count(w.w.yearGiven, w.w.yearGivenOne, y.Given)}
	if y.Useful > 0 {
		lines = append(lines, count(w.w.yearUseful, w.w.yearUsefulOne, y.Useful))
	}
	if y.Shared == 0 {
		lines = append(lines, w.w.yearNone)
	} else {
		lines = append(lines, count(w.w.yearShared, w.w.yearSharedOne, y.Shared))
		if y.Reach != nil {
			lines = append(lines, strings.ReplaceAll(w.w.yearReach, "{n}", w.thousands(*y.Reach)))
		}
	}
	if y.Suggested > 0 {
		lines = append(lines, count(w.w.yearSuggested, w.w.yearSuggestedOne, y.Suggested))
	}
	return lines
}

// thousands writes a whole number as the language groups it.
func (w *writer) thousands(n int64) string {
	text := strconv.FormatInt(n, 10)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + w.w.number + text[i:]
	}
	return text
}

// day writes a calendar date YYYY-MM-DD as the language has it, or "" where it is none.
func (w *writer) day(date string) string {
	if len(date) != 10 {
		return ""
	}
	month, err := strconv.Atoi(date[5:7])
	day, err2 := strconv.Atoi(date[8:])
	if err != nil || err2 != nil || month < 1 || month > 12 {
		return ""
	}
	number := strconv.Itoa(day)
	if day == 1 {
		number = w.w.first
	}
	return strings.NewReplacer("{d}", number, "{m}", w.w.months[month-1], "{y}", date[:4]).Replace(w.w.date)
}
