package reply

import (
	"bytes"
	"mime"
	"net/mail"
	"net/textproto"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/jhillyerd/enmime/v2"
)

// Bounds on what one message may cost. A message beyond them is read as far as they reach and goes to a person.
const (
	maxRead  = 2 << 20   // bytes that are parsed: the words of a person stand before any attachment
	maxParts = 200       // MIME parts; counted before the parser sees them
	maxText  = 256 << 10 // bytes of text that are looked at
)

// Mail is a message taken apart as far as the reader needs it.
type Mail struct {
	Header  textproto.MIMEHeader
	Plain   string
	HTML    string
	Reports []Report
	Trouble []string // codes of what was wrong with the message itself

	tokens  *tokensOf // once they were looked for
	subject *string   // once it was decoded
	from    *string   // once it was parsed
}

// Report is a part that a machine wrote for machines: a delivery status, a feedback report, a receipt.
type Report struct {
	Type string // media type, lower case
	Text string
}

// Decode takes raw bytes apart. It never fails: what cannot be read is noted in Trouble. A file without any header
// is taken for the text alone.
func Decode(raw []byte) Mail {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.HasPrefix(raw, []byte("From ")) { // a line of mbox
		if i := bytes.IndexByte(raw, '\n'); i >= 0 {
			raw = raw[i+1:]
		}
	}
	m := Mail{Header: textproto.MIMEHeader{}}
	if len(raw) > maxRead {
		raw = raw[:maxRead]
		m.Trouble = append(m.Trouble, "too_large")
	}
	if !looksLikeMail(raw) {
		m.Plain = bound(toUTF8(raw))
		return m
	}
	if tooManyParts(raw) {
		m.Trouble = append(m.Trouble, "too_many_parts")
		raw = headOnly(raw)
	}
	m.parse(raw)
	return m
}

var knownHeaders = []string{"from:", "to:", "subject:", "date:", "received:", "return-path:", "message-id:", "mime-version:", "content-type:", "delivered-to:", "reply-to:", "in-reply-to:"}

func looksLikeMail(raw []byte) bool {
	head := raw[:min(len(raw), 64<<10)]
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		head, _, _ = bytes.Cut(head, []byte(end))
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	name, _, ok := bytes.Cut(first, []byte(":"))
	return ok && len(name) > 0 && !bytes.ContainsAny(name, " \t>") && hasKnownHeader(head)
}

func hasKnownHeader(head []byte) bool {
	for line := range bytes.Lines(head) {
		for _, name := range knownHeaders {
			if len(line) >= len(name) && bytes.EqualFold(line[:len(name)], []byte(name)) {
				return true
			}
		}
	}
	return false
}

// partHeaders finds the line ends before up to so many headers that begin a part.
func partHeaders(raw []byte, most int) []int {
	const name = "content-type:"
	var places []int
	for at := 0; len(places) < most; {
		next := bytes.IndexByte(raw[at:], '\n')
		if next < 0 || at+next+1+len(name) > len(raw) {
			break
		}
		at += next
		if raw[at+1]|0x20 == name[0] && bytes.EqualFold(raw[at+1:at+1+len(name)], []byte(name)) {
			places = append(places, at)
		}
		at++
	}
	return places
}

func tooManyParts(raw []byte) bool { return len(partHeaders(raw, maxParts+1)) > maxParts }

// headOnly keeps the headers and the first 64 KB of a message that has too many parts.
func headOnly(raw []byte) []byte {
	cut := raw[:min(len(raw), 64<<10)]
	if places := partHeaders(cut, 6); len(places) > 5 {
		cut = cut[:places[5]]
	}
	return cut
}

func (m *Mail) parse(raw []byte) {
	if swift, ok := swiftly(raw); ok {
		swift.Trouble, *m = m.Trouble, swift
		return
	}
	m.parseAnything(raw)
}

func (m *Mail) parseAnything(raw []byte) {
	parser := enmime.NewParser(enmime.DisableTextConversion(true), enmime.DisableCharacterDetection(true),
		enmime.SkipMalformedParts(true), enmime.MultipartWOBoundaryAsSinglePart(true), enmime.MaxStoredPartErrors(5),
		enmime.MinCharsetDetectRunes(1<<30)) // a guess from a short answer is worse than UTF-8 or Windows-1252
	root, err := parser.ReadParts(bytes.NewReader(raw))
	if err != nil || root == nil {
		m.Trouble = append(m.Trouble, "broken_mime")
		m.plainFallback(raw)
		return
	}
	m.Header = root.Header
	m.collect(root, 0)
	empty := m.Plain == "" && m.HTML == "" && len(m.Reports) == 0
	if damaged(root, empty) {
		m.Trouble = append(m.Trouble, "broken_mime")
	}
	if empty {
		_, body := splitHead(raw)
		m.Plain = bound(toUTF8(body[:min(len(body), maxText)]))
	}
}

// damaged tells whether the structure that the message announces is not there. What can be read of it is shown to a
// person; nothing follows from it by itself.
func damaged(root *enmime.Part, empty bool) bool {
	if strings.HasPrefix(strings.ToLower(root.ContentType), "multipart/") && (empty || root.Boundary == "") {
		return true
	}
	return root.DepthMatchFirst(func(p *enmime.Part) bool {
		return slices.ContainsFunc(p.Errors, func(e *enmime.Error) bool { return e.Severe })
	}) != nil
}

// plainFallback reads the header lines one by one and the rest as text.
func (m *Mail) plainFallback(raw []byte) {
	head, body := splitHead(raw)
	if msg, err := mail.ReadMessage(bytes.NewReader(append(bytes.Clone(head), "\r\n\r\n"...))); err == nil {
		m.Header = textproto.MIMEHeader(msg.Header)
	}
	m.Plain = bound(toUTF8(body[:min(len(body), maxText)]))
}

func splitHead(raw []byte) ([]byte, []byte) {
	for _, sep := range []string{"\r\n\r\n", "\n\n"} {
		if head, body, ok := bytes.Cut(raw, []byte(sep)); ok {
			return head, body
		}
	}
	return raw, nil
}

func (m *Mail) collect(p *enmime.Part, depth int) {
	for ; p != nil; p = p.NextSibling {
		m.part(p)
		if p.FirstChild != nil && depth < 30 {
			m.collect(p.FirstChild, depth+1)
		}
		if depth == 0 {
			return
		}
	}
}

func (m *Mail) part(p *enmime.Part) {
	kind := strings.ToLower(p.ContentType)
	m.take(kind, p.FirstChild != nil || strings.EqualFold(p.Disposition, "attachment"), p.Content)
}

// take keeps of a part what the reader looks at; of one that is aside (an attachment, or made of other parts), only
// what machines say in it.
func (m *Mail) take(kind string, aside bool, content []byte) {
	content = content[:min(len(content), maxText)]
	switch {
	case strings.HasPrefix(kind, "message/"), kind == "text/rfc822-headers":
		m.Reports = append(m.Reports, Report{Type: kind, Text: toUTF8(content)})
	case aside:
	case kind == "text/html":
		m.HTML = bound(m.HTML + toUTF8(content))
	case kind == "text/plain", kind == "":
		if m.Plain != "" {
			m.Plain += "\n"
		}
		m.Plain = bound(m.Plain + toUTF8(content))
	}
}

func bound(s string) string {
	if len(s) <= maxText {
		return s
	}
	return strings.ToValidUTF8(s[:maxText], "")
}

// Get returns a header with its encoded words decoded.
func (m *Mail) Get(name string) string {
	if name == "Subject" {
		return m.Subject()
	}
	return decodeHeader(m.Header.Get(name))
}

// Subject is Get of that header, which many rules ask for.
func (m *Mail) Subject() string {
	if m.subject == nil {
		decoded := decodeHeader(m.Header.Get("Subject"))
		m.subject = &decoded
	}
	return *m.subject
}

func decodeHeader(value string) string {
	if value == "" {
		return ""
	}
	words := mime.WordDecoder{CharsetReader: nil}
	if out, err := words.DecodeHeader(value); err == nil && utf8.ValidString(out) {
		return out
	}
	return toUTF8([]byte(value))
}

// Addresses returns the addresses of a header, in lower case. Ill-formed lists are searched for whatever looks like one.
func (m *Mail) Addresses(name string) []string {
	var found []string
	for _, value := range m.Header[textproto.CanonicalMIMEHeaderKey(name)] {
		for _, a := range addressPattern.FindAllString(value, 100) {
			found = append(found, strings.ToLower(a))
		}
	}
	return found
}

var addressPattern = regexp.MustCompile(`[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9.-]{1,190}[A-Za-z0-9]`)

// From returns the address in From, in lower case, or nothing where there is none or more than one.
func (m *Mail) From() string {
	if m.from == nil {
		from := m.sender()
		m.from = &from
	}
	return *m.from
}

func (m *Mail) sender() string {
	value := m.Header.Get("From")
	if address, ok := swiftAddress(value); ok {
		return strings.ToLower(address)
	}
	if parsed, err := mail.ParseAddressList(value); err == nil && len(parsed) == 1 {
		return strings.ToLower(parsed[0].Address)
	}
	all := m.Addresses("From")
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}
