package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// maxAttributes is how many attributes of an element are read. The parser
// compares those of formatting elements with each other, all with all.
const maxAttributes = 40

// longTag is the length in bytes from which the attributes of a tag are counted.
const longTag = 100

// fewAttributes drops the attributes beyond maxAttributes of every tag.
func fewAttributes(text string) string {
	var sb strings.Builder
	last := 0
	for i := 0; i < len(text); {
		at := strings.IndexByte(text[i:], '<')
		if at < 0 {
			break
		}
		i += at
		if n := rawText(text[i:]); n > 0 { // a '<' in a script begins no tag
			i += n
			continue
		}
		end := strings.IndexByte(text[i:], '>')
		if end < 0 {
			end = len(text) - i - 1
		}
		if end < longTag || !isLetter(text[i+1]) { // short, an end tag, or none
			i++
			continue
		}
		tag, short := shortened(text[i:], end+1)
		if short != "" {
			sb.WriteString(text[last:i] + short)
			last = i + tag
		}
		i += tag
	}
	if last == 0 {
		return text
	}
	return sb.String() + text[last:]
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// rawText gives the length of the script, style or comment at the start of s,
// or 0.
func rawText(s string) int {
	if strings.HasPrefix(s, "<!--") {
		if end := strings.Index(s, "-->"); end > 0 {
			return end
		}
		return len(s)
	}
	for _, name := range []string{"script", "style"} {
		if len(s) <= len(name)+1 || !strings.EqualFold(s[1:len(name)+1], name) || isLetter(s[len(name)+1]) {
			continue
		}
		for i := len(name); i < len(s); i += 2 {
			at := strings.Index(s[i:], "</")
			if at < 0 {
				return len(s)
			}
			if i += at; len(s) > i+1+len(name) && strings.EqualFold(s[i+2:i+2+len(name)], name) {
				return i
			}
		}
		return len(s)
	}
	return 0
}

// shortened gives the length of the tag at the start of s, whose first '>'
// stands before at, and the tag with fewer attributes where it has too many.
func shortened(s string, at int) (length int, short string) {
	for _, limit := range []int{at, min(len(s), 1<<17)} { // the first '>' may stand in quotes
		z := html.NewTokenizer(strings.NewReader(s[:limit]))
		if kind := z.Next(); kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		length = len(z.Raw())
		t := z.Token()
		if len(t.Attr) <= maxAttributes {
			return length, ""
		}
		t.Attr = t.Attr[:maxAttributes]
		return length, t.String()
	}
	return at, "<br>" // no tag that ends: nothing that a reader would miss
}
