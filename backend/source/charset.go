package source

import (
	"bytes"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

var declaredEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']`)

// decode gives a feed as UTF-8: by its byte order mark or the pattern of its
// first bytes (XML 1.0, appendix F), then by the charset of the HTTP header
// (RFC 7303, section 3), then by its XML declaration, then as UTF-8 where it is
// valid, and else by a guess. An encoding that leaves characters that it does
// not know gives way to valid UTF-8 and to the guess.
func decode(body []byte, contentType string) string {
	if enc, skip := bySignature(body); enc != nil {
		if text, err := enc.NewDecoder().Bytes(body[skip:]); err == nil {
			return string(text)
		}
	}
	var names []string
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		names = append(names, params["charset"])
	}
	if m := declaredEncoding.FindSubmatch(body); m != nil {
		names = append(names, string(m[1]))
	}
	for _, name := range names {
		if text, ok := decodeAs(body, name); ok {
			return text
		}
	}
	if utf8.Valid(body) {
		return string(body)
	}
	if best, err := chardet.NewTextDetector().DetectBest(body[:min(len(body), 1<<16)]); err == nil {
		if text, ok := decodeAs(body, best.Charset); ok {
			return text
		}
	}
	text, _ := charset.Lookup("windows-1252")
	out, err := text.NewDecoder().Bytes(body)
	if err != nil {
		return strings.ToValidUTF8(string(body), "\uFFFD")
	}
	return string(out)
}

func decodeAs(body []byte, name string) (string, bool) {
	if name == "" {
		return "", false
	}
	switch strings.ToLower(name) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return string(body), utf8.Valid(body)
	case "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-32le", "utf-32be", "ucs-2", "ucs-4":
		return "", false // said of text without the signature of either: not so
	}
	enc, _ := charset.Lookup(name)
	if enc == nil {
		return "", false
	}
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

// bySignature knows UTF-8, UTF-16 and UTF-32, with a byte order mark or by
// where the zero bytes of '<' stand.
func bySignature(b []byte) (enc encoding.Encoding, skip int) {
	has := func(p ...byte) bool { return bytes.HasPrefix(b, p) }
	switch {
	case has(0xEF, 0xBB, 0xBF):
		return unicode.UTF8, 3
	case has(0, 0, 0xFE, 0xFF):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), 4
	case has(0xFF, 0xFE, 0, 0):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), 4
	case has(0, 0, 0, '<'):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), 0
	case has('<', 0, 0, 0):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), 0
	case has(0xFE, 0xFF):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 2
	case has(0xFF, 0xFE):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 2
	case has(0, '<', 0):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 0
	case has('<', 0):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 0
	}
	return nil, 0
}
