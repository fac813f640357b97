package reply

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// toUTF8 serves text that the parser could not decode, for want of a label or because the label is wrong: it is UTF-8
// where that is valid and Windows-1252 otherwise, which is what old programs send.
func toUTF8(b []byte) string {
	if utf8.Valid(b) {
		if oddlyAccented(b) {
			return clean(onceEncoded(string(b)))
		}
		return cleaned(b)
	}
	if s := strings.ToValidUTF8(string(b), "\ufffd"); strings.Count(s, "\ufffd")*200 < len(s) {
		return clean(s) // a long text with a broken character or two
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return clean(strings.ToValidUTF8(string(b), "\ufffd"))
	}
	return clean(string(out))
}

// onceEncoded mends UTF-8 that was taken for Windows-1252, as the parser does with text that has no label: 'partagÃ©'.
func onceEncoded(s string) string {
	back, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil || !utf8.ValidString(back) {
		return s
	}
	return back
}

// oddlyAccented tells whether one of Ã, Â, â, ð, Å and Ä stands in the text.
func oddlyAccented(b []byte) bool {
	for {
		at := bytes.IndexByte(b, 0xc3)
		if at < 0 || at+1 >= len(b) {
			return false
		}
		switch b[at+1] {
		case 0x83, 0x82, 0xa2, 0xb0, 0x85, 0x84:
			return true
		}
		b = b[at+1:]
	}
}

// clean ends lines with a line feed alone and makes of every kind of space one; what is not seen goes.
func clean(s string) string {
	if !utf8.ValidString(s) {
		s = strings.Map(func(r rune) rune { return r }, s) // one replacement for each byte
	}
	if dirtAt(s, 0) == len(s) {
		return s
	}
	return cleaned([]byte(s))
}

// cleaned is clean of valid UTF-8.
func cleaned(b []byte) string {
	at := dirtAt(b, 0)
	if at == len(b) {
		return string(b)
	}
	var out strings.Builder
	out.Grow(len(b))
	from := 0
	for at < len(b) {
		size, instead := dirt(b, at)
		out.Write(b[from:at])
		out.WriteString(instead)
		from = at + size
		at = dirtAt(b, from)
	}
	out.Write(b[from:])
	return out.String()
}

// dirtStarts are the bytes with which that begins which clean replaces.
var dirtStarts = [256]bool{0: true, '\r': true, 0xc2: true, 0xe2: true, 0xef: true}

// dirtAt gives the next place at which clean replaces something, or the end of the text.
func dirtAt[T string | []byte](s T, at int) int {
	for ; at < len(s); at++ {
		if dirtStarts[s[at]] {
			if size, _ := dirt(s, at); size > 0 {
				return at
			}
		}
	}
	return at
}

// dirt tells how many bytes clean replaces at a place of valid UTF-8, and by what.
func dirt[T string | []byte](s T, at int) (size int, instead string) {
	switch s[at] {
	case 0:
		return 1, ""
	case '\r':
		if at+1 < len(s) && s[at+1] == '\n' {
			return 2, "\n"
		}
		return 1, "\n"
	case 0xc2:
		switch s[at+1] {
		case 0xa0: // U+00A0, a space that does not break
			return 2, " "
		case 0xad: // U+00AD, a hyphen that is not seen
			return 2, ""
		}
	case 0xe2:
		switch [2]byte{s[at+1], s[at+2]} {
		case [2]byte{0x80, 0xaf}, [2]byte{0x80, 0x89}: // U+202F and U+2009, narrow spaces
			return 3, " "
		case [2]byte{0x80, 0x8e}, [2]byte{0x80, 0x8f}: // U+200E and U+200F, the direction of writing
			return 3, ""
		}
	case 0xef:
		if s[at+1] == 0xbb && s[at+2] == 0xbf { // U+FEFF, the mark of the byte order
			return 3, ""
		}
	}
	return 0, ""
}
