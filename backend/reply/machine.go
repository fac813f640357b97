package reply

import (
	"regexp"
	"strings"
)

// classifyMachine tells which kind of machine wrote the message, or nothing where a person did. It comes before
// matching: the answer of a vacation responder carries our Message-ID too.
func (m *Mail) classifyMachine() (State, bool) {
	if ownMessageID.MatchString(m.Header.Get("Message-Id")) {
		return OwnLoop, true
	}
	for _, rule := range []func() (State, bool){m.complaint, m.receipt, m.deliveryStatus, m.textBounce, m.autoReply} {
		if state, ok := rule(); ok {
			return state, true
		}
	}
	return "", false
}

// ownMessageID is the form of the Message-ID that outbox gives: <r.TOKEN@domain>.
var ownMessageID = regexp.MustCompile(`(?i)^\s*<?r\.[a-z2-7]{26}@`)

func (m *Mail) reportType() string {
	if !holds(m.Header.Get("Content-Type"), "report") {
		return ""
	}
	if match := reportParam.FindStringSubmatch(m.Header.Get("Content-Type")); match != nil {
		return strings.ToLower(match[1])
	}
	return ""
}

var reportParam = regexp.MustCompile(`(?i)report-type="?([a-z0-9-]+)`)

func (m *Mail) report(kind string) (string, bool) {
	for _, r := range m.Reports {
		if r.Type == kind {
			return r.Text, true
		}
	}
	return "", false
}

// complaint: RFC 5965, and the older form of Hotmail's feedback loop.
func (m *Mail) complaint() (State, bool) {
	_, arf := m.report("message/feedback-report")
	hotmail := strings.HasPrefix(strings.ToLower(strings.TrimSpace(m.Subject())), "complaint about message from")
	return Complaint, arf || m.reportType() == "feedback-report" || hotmail
}

// receipt: RFC 8098.
func (m *Mail) receipt() (State, bool) {
	text, ok := m.report("message/disposition-notification")
	if !ok && m.reportType() != "disposition-notification" {
		return "", false
	}
	_ = text
	return ReadReceipt, true
}

var (
	actionLine = regexp.MustCompile(`(?im)^\s*action\s*:\s*([a-z-]+)`)
	statusLine = regexp.MustCompile(`(?im)^\s*status\s*:\s*([245])\.\d{1,3}\.\d{1,3}`)
	recipient  = regexp.MustCompile(`(?im)^\s*(?:final|original)-recipient\s*:`)
	diagnostic = regexp.MustCompile(`(?i)(?:^|[\s;:(\[#<"])([45])(?:\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}|\.\d{1,3}\.\d{1,3}|\d\d[ ,:-])`)
)

// deliveryStatus: RFC 3464. The worst action of all recipients counts: failed over delayed over delivered. A status
// of class 4 after 'failed' means that the server gave up on something that was never said to be permanent (RFC 3463).
func (m *Mail) deliveryStatus() (State, bool) {
	text, ok := m.report("message/delivery-status")
	if !ok {
		if _, ok = m.report("message/global-delivery-status"); !ok && !(holds(m.Plain, "-recipient") && actionLine.MatchString(m.Plain) && recipient.MatchString(m.Plain)) {
			return "", false
		}
		text = text + m.Plain
	}
	if !actionLine.MatchString(text) {
		text += "\n" + m.Plain
	}
	var failed, delayed, delivered bool
	for _, match := range actionLine.FindAllStringSubmatch(text, 100) {
		switch strings.ToLower(match[1]) {
		case "failed", "fail", "failure", "undeliverable":
			failed = true
		case "delayed", "delay":
			delayed = true
		case "delivered", "relayed", "expanded", "deliverable":
			delivered = true
		}
	}
	switch {
	case failed:
		return severity(text, m.Plain), true
	case delayed:
		return Delayed, true
	case delivered:
		return Delivered, true
	}
	return severity(text, m.Plain), true
}

func severity(report, words string) State {
	permanent := false
	found := statusLine.FindAllStringSubmatch(report, 100)
	for _, match := range found {
		permanent = permanent || match[1] == "5"
	}
	if len(found) > 0 {
		return hardOrSoft(permanent)
	}
	return hardness(words)
}

func hardOrSoft(permanent bool) State {
	if permanent {
		return BounceHard
	}
	return BounceSoft
}

var (
	senderStems  = stemsOf("daemon", "master", "mail")
	bounceStems  = stemsOf("deliver", "returned mail", "failure", "remis", "distribu", "zustell", "zugestellt", "entregar", "devuelto", "consegna", "recapitabil", "bestelbaar", "error", "delayed", "rejected", "are not member")
	bounceSender = regexp.MustCompile(`(?i)mailer-daemon|postmaster|post_master|mail[ -]delivery|mail[ -]?administrator|mail system|mdaemon|mail delivery subsystem|email delivery`)
	bounceTitle  = regexp.MustCompile(`(?i)undeliver|delivery status notification|delivery (?:has )?fail|mail delivery (?:failed|failure)|returned mail|failure notice|delivery failure|non remis|échec de (?:la )?remise|message non distribu|unzustellbar|zustellung fehlgeschlagen|nicht zugestellt|no se (?:ha podido|puede) entregar|devuelto|mancata consegna|non recapitabile|onbestelbaar|mail failure|could not be delivered|error sending your mail|message .{0,40}delayed|delivery delayed|rejected mail|mail system error|you .{0,80} are not member`)
	bounceWords  = regexp.MustCompile(`(?i)could ?n[o']t be delivered|unable to deliver|unable to be delivered|delivery (?:to the following|has) .{0,30}fail|fail(?:ed|s) permanently|permanent error|was rejected by a|did not reach the following|error delivering|not able to deliver|wasn't able to deliver|returned permanent errors|user unknown|unknown user|no such user|invalid user address|mailbox is full|mailbox full|has been delayed|not yet been delivered|failure reasons|transcript of session|doesn't have .{0,40} account|n'a pas pu être remis|konnte nicht zugestellt|no pudo ser entregado|non è stato possibile consegnare|you are not member|not .{0,10}member|delivery attempts? (?:have )?failed|undeliverable`)
	delayTitle   = regexp.MustCompile(`(?i)delay|retard|verzöger|retras|ritard|vertraag|warning: could not send|still being retried|notification \(delay`)
	delayWords   = regexp.MustCompile(`(?i)has been delayed|not yet been delivered|will (?:continue to )?be retried|warning message only|delivery attempts will continue|retard[ée]|noch nicht zugestellt`)
	fullMailbox  = regexp.MustCompile(`(?i)mailbox (?:is )?full|over ?quota|quota exceeded|mailbox size|boîte pleine|postfach voll|buzón lleno|temporar`)
)

// textBounce reads the bounces of servers that do not write RFC 3464: the sender is a mail system, or both the title
// and the words are those of one. A person who forwards a bounce writes from an address of their own.
func (m *Mail) textBounce() (State, bool) {
	from := m.Header.Get("From") + " " + m.Header.Get("Sender")
	system := senderStems.in(from) && bounceSender.MatchString(from) || m.nullSender()
	subject := m.Subject()
	title := bounceStems.in(subject) && bounceTitle.MatchString(subject)
	if !system && !title && m.Header.Get("X-Failed-Recipients") == "" {
		return "", false
	}
	body := m.Plain
	if isBlank(body) {
		body = htmlText(m.HTML)
	}
	for _, r := range m.Reports {
		if r.Type == "text/rfc822-headers" || r.Type == "message/rfc822" {
			continue
		}
		body += "\n" + r.Text
	}
	words := bounceWords.MatchString(body)
	if !(system && (title || words)) && !(title && words && m.Header.Get("In-Reply-To") == "" && !m.writtenByPerson()) {
		if m.Header.Get("X-Failed-Recipients") == "" {
			return "", false
		}
	}
	if delayTitle.MatchString(m.Subject()) || delayWords.MatchString(body) && !strings.Contains(body, "permanent") {
		return Delayed, true
	}
	return hardness(ownWords(body)), true
}

// ownWords cuts the returned message off a bounce.
func ownWords(body string) string {
	if i := returnedMessage.FindStringIndex(body); i != nil {
		return body[:i[0]]
	}
	return body
}

var returnedMessage = regexp.MustCompile(`(?im)^-{2,}.{0,60}(?:original|copy of|returned|below this line|unsent|header).{0,60}$|^received:`)

func hardness(words string) State {
	if match := diagnostic.FindAllStringSubmatch(words, 50); match != nil {
		permanent := false
		for _, one := range match {
			permanent = permanent || one[1] == "5"
		}
		return hardOrSoft(permanent)
	}
	return hardOrSoft(!fullMailbox.MatchString(words) || strings.Contains(strings.ToLower(words), "permanent"))
}

func (m *Mail) nullSender() bool {
	path := strings.TrimSpace(m.Header.Get("Return-Path"))
	return path == "<>" || strings.EqualFold(path, "<MAILER-DAEMON>")
}

// writtenByPerson: a mail program's name, and a subject that answers or forwards.
func (m *Mail) writtenByPerson() bool {
	subject := strings.ToLower(strings.TrimSpace(m.Subject()))
	return replyPrefix.MatchString(subject) || m.Header.Get("User-Agent") != "" && m.Header.Get("References") != ""
}

var replyPrefix = regexp.MustCompile(`(?i)^(?:re|aw|sv|rép|rif|r|antw|betr|fwd?|tr|wg|rv|i)\s?:`)

var (
	autoTitle  = regexp.MustCompile(`(?i)^\s*\W{0,3}(?:automatic reply|auto(?:matic)?[- ]?(?:re(?:ply|sponse)|response|antwort)|réponse automatique|reponse automatique|automatische antwort|abwesenheits(?:notiz|meldung|nachricht)|respuesta automática|risposta automatica|automatisch antwoord|automatische (?:afwezigheid|reactie)|out of (?:the )?office|ooo\b|absence du bureau|absent du bureau|message d'absence|fuera de (?:la )?oficina|fuori (?:sede|ufficio)|afwezig(?:heid)?|i am out of|on (?:holiday|vacation|leave)\b|je suis absent|autosvar|away from)`)
	autoHeader = []string{"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "X-Vacation", "X-Mail-Autoreply", "X-Cc-Autoresponder", "X-Ms-Exchange-Inbox-Rules-Loop"}
)

// autoReply: RFC 3834 (Auto-Submitted), the headers that were used before it, and the subjects of the large programs.
func (m *Mail) autoReply() (State, bool) {
	submitted := strings.ToLower(strings.TrimSpace(m.Header.Get("Auto-Submitted")))
	if submitted != "" && submitted != "no" && !strings.HasPrefix(submitted, "no;") && !strings.HasPrefix(submitted, "no ") {
		return AutoReply, true
	}
	for _, name := range autoHeader {
		if value := m.Header.Get(name); value != "" && !strings.EqualFold(value, "no") {
			return AutoReply, true
		}
	}
	precedence := strings.ToLower(m.Header.Get("Precedence"))
	if precedence == "auto_reply" || precedence == "auto-reply" || strings.EqualFold(m.Header.Get("X-Precedence"), "auto_reply") {
		return AutoReply, true
	}
	subject := m.Subject()
	answers := replyPrefix.MatchString(subject) && m.Header.Get("X-Auto-Response-Suppress") == ""
	return AutoReply, !answers && autoTitle.MatchString(subject)
}
