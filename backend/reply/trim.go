package reply

import (
	"regexp"
	"slices"
	"strings"
)

// Trimmed is the new text of a message and what was found around it.
type Trimmed struct {
	Text      string // what the person typed; quotes that they answered in between stay
	Fresh     string // the same without any quoted line: what is read for its meaning
	Forwarded bool   // a message of somebody else follows
	Unclear   bool   // where the quote ends could not be told for sure
}

// Trim cuts quotes, signatures after their mark, the lines that phones add, and disclaimers.
func Trim(text string) Trimmed { return trimLines(linesIn(clean(text))) }

// linesIn gives the lines of a clean text, without the blank ones at its end.
func linesIn(text string) []string { return strings.Split(strings.TrimRight(text, " \t\n"), "\n") }

// maxLines is how many lines are looked at.
const maxLines = 5000

func trimLines(lines []string) Trimmed {
	lines = lines[:min(len(lines), maxLines)]
	for i, l := range lines {
		lines[i] = toText(l)
	}
	t := &trimmer{lines: lines}
	t.cut()
	return t.result()
}

type trimmer struct {
	lines   []string
	kept    []string
	quoted  bool // a quote was cut
	forward bool
	unclear bool
}

func (t *trimmer) cut() {
	for i := 0; i < len(t.lines); {
		n, kind := t.marker(i)
		switch {
		case kind == noMarker:
			if t.quoted && quoteLine(t.lines[i]) {
				i = t.skipQuotes(i)
				continue
			}
			t.kept = append(t.kept, t.lines[i])
			i++
		case kind == signatureMarker && t.hasText():
			i = t.skipSignature(i)
		case kind == signatureMarker:
			i++
		case kind == mobileMarker:
			i += n
		case kind == disclaimerMarker && t.hasText():
			return
		case kind == disclaimerMarker:
			i++
		case kind == forwardMarker:
			t.forward = t.forward || !t.hasText()
			return
		default: // an attribution: 'On … wrote:'
			t.quoted = true
			i = t.skipBlank(i + n)
			if i < len(t.lines) && quoteLine(t.lines[i]) {
				i = t.skipQuotes(i)
				continue
			}
			if t.hasText() {
				return
			}
			t.unclear = i < len(t.lines)
		}
	}
}

func (t *trimmer) hasText() bool {
	for _, l := range t.kept {
		if !isBlank(l) && !quoteLine(l) {
			return true
		}
	}
	return false
}

// skipSignature leaves out a signature, up to a quote that follows it.
func (t *trimmer) skipSignature(i int) int {
	for i++; i < len(t.lines); i++ {
		if _, kind := t.marker(i); kind == attribution || kind == forwardMarker {
			return i
		}
	}
	return i
}

func (t *trimmer) skipBlank(i int) int {
	for i < len(t.lines) && isBlank(t.lines[i]) {
		i++
	}
	return i
}

// skipQuotes leaves out a run of quoted lines. A line without its mark between two quoted ones is the rest of a line
// that was broken on its way.
func (t *trimmer) skipQuotes(i int) int {
	for i < len(t.lines) {
		switch {
		case quoteLine(t.lines[i]):
		case isBlank(t.lines[i]) && t.quoteFollows(i+1):
		case i > 0 && quoteLine(t.lines[i-1]) && i+1 < len(t.lines) && quoteLine(t.lines[i+1]) && !isBlank(t.lines[i]):
		default:
			return i
		}
		i++
	}
	return i
}

func (t *trimmer) quoteFollows(i int) bool {
	i = t.skipBlank(i)
	return i < len(t.lines) && quoteLine(t.lines[i])
}

func quoteLine(l string) bool {
	l = fromText(l)
	return l != "" && (l[0] == '>' || l[0] == '|')
}

func (t *trimmer) result() Trimmed {
	kept := t.kept
	for end := len(kept); end > 0; end-- {
		if !isBlank(kept[end-1]) && !quoteLine(kept[end-1]) {
			kept = kept[:end]
			break
		}
	}
	out := Trimmed{Text: tidy(kept), Forwarded: t.forward, Unclear: t.unclear}
	fresh := slices.DeleteFunc(kept, quoteLine)
	out.Fresh = unwrap(tidy(fresh))
	return out
}

func tidy(lines []string) string {
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

var bullet = regexp.MustCompile(`^\s*(?:[-*•]|\d{1,2}[.)/:-])`)

// unwrap joins lines that a mail program broke: the next word would not have fitted into some 72 to 78 columns.
func unwrap(text string) string {
	lines := strings.Split(text, "\n")
	var out []string
	for _, l := range lines {
		if n := len(out); n > 0 && !isBlank(l) && !isBlank(out[n-1]) && !bullet.MatchString(l) {
			last := out[n-1]
			if i := strings.LastIndexByte(last, '\n'); i >= 0 {
				last = last[i+1:]
			}
			width := len([]rune(lastLine(lines, l, last)))
			first, _, _ := strings.Cut(strings.TrimSpace(l), " ")
			if width >= 48 && width <= 80 && width+1+len([]rune(first)) > 70 {
				out[n-1] += " " + strings.TrimSpace(l)
				continue
			}
		}
		out = append(out, l)
	}
	return strings.Join(out, "\n")
}

// lastLine finds the line that stands before l in the text as it came, which decides whether it was broken.
func lastLine(lines []string, l, fallback string) string {
	for i := 1; i < len(lines); i++ {
		if lines[i] == l {
			return lines[i-1]
		}
	}
	return fallback
}
