package reply

import (
	"strings"

	"github.com/jhillyerd/enmime/v2/mediatype"
)

// media is what counts of a Content-Type or Content-Disposition.
type media struct{ kind, boundary, charset string }

// mediaOf reads such a header as the parser does; false where the parser would have to mend it.
func mediaOf(value string) (media, bool) {
	if m, ok := swiftMedia(value); ok {
		return m, true
	}
	kind, params, odd, err := mediatype.Parse(value)
	return media{kind, params["boundary"], params["charset"]}, err == nil && len(odd) == 0 && kind != ""
}

// swiftMedia reads 'type/subtype; name=value; name="value"' in its plain form alone.
func swiftMedia(value string) (m media, ok bool) {
	m.kind, _, _ = strings.Cut(value, ";")
	rest := value[len(m.kind):]
	m.kind = strings.ToLower(m.kind)
	if main, sub, parted := strings.Cut(m.kind, "/"); !madeOf(main, "-._+") || parted && !madeOf(sub, "-._+") {
		return media{}, false
	}
	for rest != "" {
		rest = strings.TrimLeft(rest[len(";"):], " \t")
		before := value[:len(value)-len(rest)]
		name, after, found := strings.Cut(rest, "=")
		given, left, plain := mediaValue(after)
		if !found || !plain || !madeOf(name, "-") || holds(before, strings.ToLower(name)+"=") {
			return media{}, false
		}
		switch rest = left; strings.ToLower(name) {
		case "boundary":
			m.boundary = given
		case "charset":
			m.charset = given
		}
	}
	return m, true
}

// mediaValue cuts the value of a parameter off, up to the semicolon behind it.
func mediaValue(text string) (value, rest string, ok bool) {
	if inner, quoted := strings.CutPrefix(text, `"`); quoted {
		value, rest, ok = strings.Cut(inner, `"`)
		return value, rest, ok && madeOf(value, "-._+ '(),/:=?") && !strings.Contains(value, "=?") && (rest == "" || rest[0] == ';')
	}
	value, _, _ = strings.Cut(text, ";")
	return value, text[len(value):], madeOf(value, "-._+")
}

// madeOf tells whether the text is not empty and made of ASCII letters, digits and these characters, which leave no
// question of how they are meant.
func madeOf(text, more string) bool {
	for i := range len(text) {
		if c := text[i]; !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'z') && strings.IndexByte(more, c) < 0 {
			return false
		}
	}
	return text != ""
}
