package extract

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode gives the text of a page as UTF-8.
//
// A byte order mark wins, then the charset of contentType (the HTTP header),
// then valid UTF-8 as it stands, then what the page's meta tag says, then a
// guess. Valid UTF-8 goes before the meta tag because pages that were copied,
// saved or converted keep a tag that is no longer true: decoding by it costs
// more than it ever repairs, and no text of some length in another encoding
// happens to be valid UTF-8.
func Decode(body []byte, contentType string) string {
	if text, ok := decodeMarked(body); ok {
		return text
	}
	if _, params, err := mime.ParseMediaType(contentType); err == nil && params["charset"] != "" {
		if enc, name := charset.Lookup(params["charset"]); enc != nil {
			// A server that says Latin-1 of everything is the commonest lie.
			if name == "windows-1252" && hasHighUTF8(body) {
				return string(body)
			}
			if text, err := enc.NewDecoder().Bytes(body); err == nil {
				return string(text)
			}
		}
	}
	if validUTF8(body) {
		return string(body)
	}
	enc, _, _ := charset.DetermineEncoding(body[:min(len(body), 4096)], "")
	if text, err := enc.NewDecoder().Bytes(body); err == nil {
		return string(text)
	}
	return strings.ToValidUTF8(string(body), "\uFFFD")
}

func decodeMarked(body []byte) (string, bool) {
	var dec = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(body, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(body[3:]), "\uFFFD"), true
	case bytes.HasPrefix(body, []byte{0xFF, 0xFE, 0, 0}), bytes.HasPrefix(body, []byte{0, 0, 0xFE, 0xFF}):
		text, err := utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder().Bytes(body)
		return string(text), err == nil
	case bytes.HasPrefix(body, []byte{0xFF, 0xFE}), bytes.HasPrefix(body, []byte{0xFE, 0xFF}):
		text, err := dec.NewDecoder().Bytes(body)
		return string(text), err == nil
	}
	return "", false
}

// validUTF8 tolerates a character that was cut in two at the end.
func validUTF8(b []byte) bool {
	for i := 0; i < utf8.UTFMax && i <= len(b); i++ {
		if utf8.Valid(b[:len(b)-i]) {
			return true
		}
		if len(b)-i-1 >= 0 && utf8.RuneStart(b[len(b)-i-1]) && i > 0 {
			return utf8.Valid(b[:len(b)-i-1])
		}
	}
	return false
}

// hasHighUTF8 says whether b is UTF-8 beyond ASCII.
func hasHighUTF8(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return validUTF8(b)
		}
	}
	return false
}
