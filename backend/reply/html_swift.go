package reply

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// swiftly writes a page of plain markup exactly as the tokenizer's is written, in a fraction of its time. It gives up, and
// the writer is of no more use, at the first thing that is out of the ordinary: comments, scripts, what is left open.
func (w *htmlWriter) swiftly(source string) bool {
	if len(source) >= maxText || strings.IndexByte(source, '\r') >= 0 || strings.IndexByte(source, 0) >= 0 {
		return false
	}
	for n := 0; source != "" && !w.enough(); n++ {
		if n == maxTags {
			return false
		}
		if source[0] != '<' {
			text := source
			if end := strings.IndexByte(source, '<'); end >= 0 {
				text = source[:end]
			}
			source = source[len(text):]
			w.text(html.UnescapeString(text))
			continue
		}
		var ok bool
		if source, ok = w.swiftTag(source[1:]); !ok {
			return false
		}
	}
	return true
}

// swiftTag takes a tag whose opening bracket was taken.
func (w *htmlWriter) swiftTag(text string) (rest string, ok bool) {
	inner, closes := strings.CutPrefix(text, "/")
	name, rest := markupName(inner)
	if name == "" || name[0] < 'a' || name[0] > 'z' || readRaw(name) {
		return "", false
	}
	if closes {
		rest, ok = strings.CutPrefix(rest, ">")
		w.close(name)
		return rest, ok
	}
	w.tag = tagStart{name: name}
	if rest, ok = w.tag.attributes(rest); ok {
		w.open(&w.tag)
	}
	return rest, ok
}

// markupName cuts the name of a tag or an attribute off, in lower case.
func markupName(text string) (name, rest string) {
	n := 0
	for n < len(text) && (isASCIIWord(text[n]) || text[n] == '-' || text[n] == ':') {
		n++
	}
	return strings.ToLower(text[:n]), text[n:]
}

// readRaw tells whether no markup stands in the tag.
func readRaw(name string) bool {
	switch name {
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "title", "xmp":
		return true
	}
	return false
}

// attributes takes what stands in a tag up to its end.
func (t *tagStart) attributes(text string) (rest string, ok bool) {
	var room [4]*string
	taken := room[:0]
	for {
		text = strings.TrimLeft(text, " \n\t\f")
		if text == "" {
			return "", false
		}
		switch text[0] {
		case '>':
			return text[1:], true
		case '/':
			text = text[1:]
			continue
		}
		var name, value string
		if name, text = markupName(text); name == "" {
			return "", false
		}
		if text != "" && text[0] == '=' {
			if value, text, ok = attributeValue(text[1:]); !ok {
				return "", false
			}
		}
		place := t.place(name)
		if place == nil {
			continue
		}
		if *place, ok = plainValue(value); !ok || slices.Contains(taken, place) {
			return "", false
		}
		taken = append(taken, place)
	}
}

// attributeValue cuts the value of an attribute off, whose equals sign was taken.
func attributeValue(text string) (value, rest string, ok bool) {
	if text != "" && (text[0] == '"' || text[0] == '\'') {
		return strings.Cut(text[1:], text[:1])
	}
	end := strings.IndexAny(text, " \n\t\f>")
	if end <= 0 {
		return "", "", false
	}
	return text[:end], text[end:], true
}

// plainValue undoes the one reference to a character that addresses need.
func plainValue(value string) (string, bool) {
	const and = "&amp;"
	if strings.Count(value, "&") != strings.Count(value, and) {
		return "", false
	}
	return strings.ReplaceAll(value, and, "&"), true
}
