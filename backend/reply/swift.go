package reply

import (
	"bytes"
	"encoding/base64"
	"net/textproto"
	"slices"
	"strings"
	"sync"

	"github.com/jhillyerd/enmime/v2/mediatype"
	"golang.org/x/text/encoding/charmap"
)

// swift takes apart mails that are well formed throughout, as nearly all are, exactly as the parser does and in a
// fraction of its time. It gives up, and leaves the mail to the parser, at the first thing that is out of the ordinary:
// whatever the parser mends, guesses or complains of is none of its business.
type swift struct {
	mail Mail
	room []byte // what a part is decoded into; the mail keeps nothing of it
}

// spareRooms keep that memory from one mail to the next.
var spareRooms = sync.Pool{New: func() any { return new([]byte) }}

// Bounds of what is ordinary.
const (
	swiftDepth    = 6   // parts of parts
	swiftBoundary = 100 // bytes of a boundary, of the 70 that RFC 2046 allows
	swiftLine     = 300 // bytes of a line of quoted-printable, of the 76 that RFC 2045 allows
)

// swiftly gives the mail where it is well formed.
func swiftly(raw []byte) (Mail, bool) {
	head, body, ok := swiftHead(raw)
	if !ok {
		return Mail{}, false
	}
	room := spareRooms.Get().(*[]byte)
	s := swift{Mail{Header: head}, *room}
	defer func() { *room = s.room; spareRooms.Put(room) }()
	if !s.entity(head, body, 0) || s.mail.Plain == "" && s.mail.HTML == "" && len(s.mail.Reports) == 0 {
		return Mail{}, false
	}
	return s.mail, true
}

// swiftHead reads header fields up to the empty line that ends them.
func swiftHead(raw []byte) (head textproto.MIMEHeader, body []byte, ok bool) {
	end := bytes.Index(raw, []byte("\n\r\n"))
	if lf := bytes.Index(raw[:max(end, 0)], []byte("\n\n")); end < 0 || lf >= 0 {
		if end = bytes.Index(raw, []byte("\n\n")); end < 0 {
			return nil, nil, false
		}
		body = raw[end+2:]
	} else {
		body = raw[end+3:]
	}
	text := string(raw[:end+1])
	n := strings.Count(text, "\n")
	head, places := make(textproto.MIMEHeader, n), make([]string, n)
	for text != "" {
		name, value, rest, ok := swiftField(text)
		if !ok {
			return nil, nil, false
		}
		text = rest
		if list, again := head[name]; again {
			head[name] = append(list, value)
			continue
		}
		places[0] = value
		head[name], places = places[:1:1], places[1:]
	}
	return head, body, true
}

// swiftField cuts one field, with the lines that continue it, off the text, in which every line ends.
func swiftField(text string) (name, value, rest string, ok bool) {
	line, rest, ok := swiftLineOf(text)
	colon := strings.IndexByte(line, ':')
	if !ok || colon <= 0 {
		return "", "", "", false
	}
	for i := range colon {
		if c := line[i]; !('a' <= c|0x20 && c|0x20 <= 'z' || i > 0 && (c == '-' || '0' <= c && c <= '9')) {
			return "", "", "", false
		}
	}
	name, value = textproto.CanonicalMIMEHeaderKey(line[:colon]), toText(fromText(line[colon+1:]))
	folded := false
	for rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
		if line, rest, ok = swiftLineOf(rest); !ok {
			return "", "", "", false
		}
		value, folded = value+" "+toText(fromText(line)), true
	}
	if folded {
		value = toText(fromText(value))
	}
	return name, value, rest, true
}

// swiftLineOf cuts a line off; false where it holds a carriage return of its own.
func swiftLineOf(text string) (line, rest string, ok bool) {
	line, rest, ok = strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, "\r")
	return line, rest, ok && strings.IndexByte(line, '\r') < 0
}

// entity takes a mail or one of its parts.
func (s *swift) entity(head textproto.MIMEHeader, body []byte, depth int) bool {
	named := head.Get("Content-Type")
	if named == "" {
		if depth > 0 {
			return false
		}
		named = "text/plain; charset=us-ascii"
	}
	of, ok := mediaOf(named)
	if !ok {
		return false
	}
	if strings.HasPrefix(of.kind, "multipart/") {
		ordinary := of.boundary != "" && len(of.boundary) <= swiftBoundary && depth < swiftDepth && (depth > 0 || !loneReturn(body))
		return ordinary && s.parts(body, []byte("--"+of.boundary), depth)
	}
	if of.boundary != "" {
		return false
	}
	attached := false
	if placed := head.Get("Content-Disposition"); placed != "" {
		where, _, _, err := mediatype.Parse(placed)
		if err != nil {
			return false
		}
		attached = strings.EqualFold(where, "attachment")
	}
	content, ok := s.decoded(head.Get("Content-Transfer-Encoding"), body)
	if ok && strings.HasPrefix(of.kind, "text/") {
		content, ok = swiftConverted(of.charset, content)
	}
	if ok {
		s.mail.take(of.kind, attached, content)
	}
	return ok
}

// loneReturn tells whether a carriage return stands without its line feed.
func loneReturn(body []byte) bool {
	for {
		at := bytes.IndexByte(body, '\r')
		if at < 0 {
			return false
		}
		if at+1 == len(body) || body[at+1] != '\n' {
			return true
		}
		body = body[at+1:]
	}
}

// parts takes what stands between the delimiters. They must be lines of their own, the last one and no other must say
// that it is the last, and every part must have a head.
func (s *swift) parts(body []byte, delimiter []byte, depth int) bool {
	begin := -1
	for at := 0; ; {
		next := bytes.Index(body[at:], delimiter)
		if next < 0 {
			return false
		}
		next += at
		if next > 0 && body[next-1] != '\n' {
			return false
		}
		if begin >= 0 && !s.one(body[begin:next], depth) {
			return false
		}
		rest := body[next+len(delimiter):]
		last := bytes.HasPrefix(rest, []byte("--"))
		if last {
			rest = rest[2:]
		}
		after := bytes.TrimPrefix(rest, []byte("\r"))
		if len(after) > 0 && after[0] == '\n' {
			after = after[1:]
		} else if !last || len(rest) > 0 {
			return false
		}
		at = len(body) - len(after)
		if last {
			return begin >= 0 && !bytes.Contains(after, delimiter)
		}
		begin = at
	}
}

// one takes a part, whose last line end belongs to the delimiter behind it.
func (s *swift) one(part []byte, depth int) bool {
	part = bytes.TrimSuffix(bytes.TrimSuffix(part, []byte("\n")), []byte("\r"))
	head, body, ok := swiftHead(part)
	return ok && s.entity(head, body, depth+1)
}

// decoded undoes a transfer encoding. What it gives lasts until the next part.
func (s *swift) decoded(encoding string, body []byte) (content []byte, ok bool) {
	switch strings.ToLower(encoding) {
	case "", "7bit", "8bit", "binary":
		return body, true
	case "quoted-printable":
		s.room, ok = swiftQuoted(s.room[:0], body)
	case "base64":
		s.room, ok = swiftBase64(s.room[:0], body)
	}
	return s.room, ok
}

// swiftBase64 undoes base64 whatever stands between its letters in the way of blanks and padding.
func swiftBase64(room, body []byte) ([]byte, bool) {
	size := base64.StdEncoding.DecodedLen(len(body))
	out := slices.Grow(room, size)[:size]
	if n, ok := base64Lines(out, body); ok {
		return out[:n], true
	}
	letters := out[:0]
	for _, c := range body {
		switch {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', '0' <= c && c <= '9', c == '+', c == '/':
			letters = append(letters, c)
		case c == '\r', c == '\n', c == ' ', c == '\t', c == '=':
		default:
			return nil, false
		}
	}
	n, err := base64.RawStdEncoding.Decode(letters, letters)
	return letters[:n], err == nil
}

// base64Lines undoes base64 as programs write it: in lines of whole groups, with padding at the end of the last alone.
// The library takes a line at once where it would look for the ends of lines letter by letter.
func base64Lines(out, body []byte) (n int, ok bool) {
	for len(body) > 0 {
		line, rest, _ := bytes.Cut(body, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line)%4 != 0 || bytes.IndexByte(line, '\r') >= 0 {
			return 0, false
		}
		if len(line) > 0 && line[len(line)-1] == '=' && len(bytes.TrimLeft(rest, "\r\n")) > 0 {
			return 0, false
		}
		taken, err := base64.StdEncoding.Decode(out[n:], line)
		if err != nil {
			return 0, false
		}
		n, body = n+taken, rest
	}
	return n, true
}

// swiftQuoted undoes quoted-printable (RFC 2045 section 6.7): white space at the end of a line counts for nothing.
func swiftQuoted(room, body []byte) ([]byte, bool) {
	out := slices.Grow(room, len(body))
	for len(body) > 0 {
		line, rest, ended := bytes.Cut(body, []byte("\n"))
		body = rest
		lineEnd := "\n"
		if ended && len(line) > 0 && line[len(line)-1] == '\r' {
			line, lineEnd = line[:len(line)-1], "\r\n"
		}
		if len(line) > swiftLine {
			return nil, false
		}
		soft := ended && len(line) > 0 && line[len(line)-1] == '='
		if soft {
			line = line[:len(line)-1]
		} else {
			line = bytes.TrimRight(line, " \t")
		}
		var ok bool
		if out, ok = appendQuoted(out, line); !ok {
			return nil, false
		}
		if ended && !soft {
			out = append(out, lineEnd...)
		}
	}
	return out, true
}

func appendQuoted(out, line []byte) ([]byte, bool) {
	for {
		i := bytes.IndexByte(line, '=')
		plain := line
		if i >= 0 {
			plain = line[:i]
		}
		for _, c := range plain {
			if c < ' ' && c != '\t' || c == 0x7f {
				return nil, false
			}
		}
		out = append(out, plain...)
		if i < 0 {
			return out, true
		}
		if i+2 >= len(line) {
			return nil, false
		}
		high, low := hexValue(line[i+1]), hexValue(line[i+2])
		if high > 15 || low > 15 {
			return nil, false
		}
		out, line = append(out, high<<4|low), line[i+3:]
	}
}

// hexValue gives what a digit stands for, or more than 15.
func hexValue(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	}
	return 0xff
}

// swiftConverted gives text in UTF-8. Text without a charset stays as it is.
func swiftConverted(charset string, text []byte) ([]byte, bool) {
	var table *charmap.Charmap
	switch strings.ToLower(charset) {
	case "", "utf-8":
		return text, true
	case "us-ascii", "windows-1252":
		table = charmap.Windows1252
	case "iso-8859-1":
		table = charmap.ISO8859_1
	case "iso-8859-15":
		table = charmap.ISO8859_15
	default:
		return nil, false
	}
	if onlyASCII(text) {
		return text, true
	}
	out, err := table.NewDecoder().Bytes(text)
	return out, err == nil
}

func onlyASCII(text []byte) bool {
	for _, c := range text {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
