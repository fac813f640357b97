package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode turns the bytes of a text file into UTF-8 and names the encoding it found. Lists that were pasted
// together from several exports mix UTF-8 and Windows-1252: there each sequence is read as what it is.
func decode(data []byte) (text, encoding string) {
	if order, wide := utf16Order(data); wide {
		out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		if err == nil {
			name := "utf-16le"
			if order == unicode.BigEndian {
				name = "utf-16be"
			}
			return string(out), name
		}
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if utf8.Valid(data) {
		return repair(string(data)), "utf-8"
	}
	if !hasMultibyte(data) {
		table, name := singleByte(data)
		out, err := table.NewDecoder().Bytes(data)
		if err == nil {
			return string(out), name
		}
	}
	return decodeMixed(data), "mixed"
}

// utf16Order finds UTF-16 by its mark, or without one by the zero half of nearly every Latin letter.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return unicode.BigEndian, true
	}
	sample := data[:min(len(data), 4096)&^1]
	var even, odd int
	for i := 0; i+1 < len(sample); i += 2 {
		if sample[i] == 0 {
			even++
		}
		if sample[i+1] == 0 {
			odd++
		}
	}
	pairs := len(sample) / 2
	switch {
	case pairs > 3 && odd*10 > pairs*6 && even == 0:
		return unicode.LittleEndian, true
	case pairs > 3 && even*10 > pairs*6 && odd == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// hasMultibyte says whether any sequence of two bytes or more is valid UTF-8.
func hasMultibyte(data []byte) bool {
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r != utf8.RuneError && n > 1 {
			return true
		}
		data = data[n:]
	}
	return false
}

// expected are the accented letters of the languages that firms here write: they tell the code pages apart.
const expected = "éèêëàâäçîïôöùûüßñáíóúÉÈÊÀÂÄÇÎÔÖÜœŒ’"

// singleByte chooses between Windows-1252 and the code page of old Macs ('é' is 0xE9 in one, 0x8E in the other)
// by which of them gives letters that are written in French, German and Spanish.
func singleByte(data []byte) (*charmap.Charmap, string) {
	var windows, mac int
	for _, b := range data {
		if b < 0x80 {
			continue
		}
		if strings.ContainsRune(expected, charmap.Windows1252.DecodeByte(b)) {
			windows++
		}
		if strings.ContainsRune(expected, charmap.Macintosh.DecodeByte(b)) {
			mac++
		}
	}
	if mac > windows*2 {
		return charmap.Macintosh, "macintosh"
	}
	return charmap.Windows1252, "windows-1252"
}

func decodeMixed(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		b.WriteRune(r)
		data = data[n:]
	}
	return b.String()
}

// repair undoes UTF-8 that was once read as Windows-1252 and saved again ('LÃ©a'), line by line and only where
// the whole line becomes valid UTF-8 by it: no language writes such pairs.
func repair(text string) string {
	if !strings.Contains(text, "Ã") && !strings.Contains(text, "Â") {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if !strings.Contains(line, "Ã") && !strings.Contains(line, "Â") {
			continue
		}
		raw, err := charmap.Windows1252.NewEncoder().String(line)
		if err == nil && utf8.ValidString(raw) && utf8.RuneCountInString(raw) < utf8.RuneCountInString(line) {
			lines[i] = raw
		}
	}
	return strings.Join(lines, "")
}
