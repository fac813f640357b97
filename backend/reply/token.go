package reply

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

type tokenKind uint8

const (
	wordToken   tokenKind = iota
	numberToken           // 1 850, 2.310, 3
	urlToken
	softToken // comma, brackets, quotes, dashes: a phrase may run across it
	hardToken // full stop, question mark, end of a paragraph: a phrase ends here
	emojiToken
)

// token is one word, number, link or mark of the new text.
type token struct {
	kind       tokenKind
	text       string // lower case, accents kept, apostrophes straight
	folded     string // text without accents
	start, end int    // bytes in the text it was read from
	sentence   int
}

// maxTokens bounds the work that one message can cause: what decides stands in the first lines.
const maxTokens = 1200

// tokenize cuts text into tokens. Links come out whole; a line that a mail program wrapped does not end a sentence.
func tokenize(text string) []token {
	s := &scanner{text: text, tokens: make([]token, 0, min(len(text)/4+2, maxTokens))}
	for s.pos < len(text) && len(s.tokens) < maxTokens {
		s.next()
	}
	return s.tokens
}

type scanner struct {
	text     string
	pos      int
	sentence int
	tokens   []token
}

func (s *scanner) emit(kind tokenKind, end int) {
	raw := s.text[s.pos:end]
	folded := raw
	if !isPlain(raw) {
		raw = strings.Map(straight, strings.ToLower(raw))
		folded = fold(raw)
	}
	s.tokens = append(s.tokens, token{kind: kind, text: raw, folded: folded, start: s.pos, end: end, sentence: s.sentence})
	s.pos = end
	if kind == hardToken {
		s.sentence++
	}
}

// isPlain tells whether a piece of text is ASCII in lower case with straight apostrophes.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' || c == '`' {
			return false
		}
	}
	return true
}

func straight(r rune) rune {
	switch r {
	case '’', '‘', '´', '`', 'ʼ', '′':
		return '\''
	}
	return r
}

func (s *scanner) next() {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case r == '\n':
		s.newline()
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		s.pos += size
	case s.link():
	case unicode.IsDigit(r):
		s.number()
	case unicode.IsLetter(r):
		s.word()
	case r == '.' || r == '!' || r == '?' || r == ';' || r == '…' || r == '¿' || r == '¡':
		s.hard(r, size)
	case r > 0x2190 && !unicode.IsPunct(r):
		s.emit(emojiToken, s.pos+size)
	default:
		s.emit(softToken, s.pos+size)
	}
}

func (s *scanner) link() bool {
	n := linkLength(s.text[s.pos:], s.pos == 0 || !isWordByte(s.text[s.pos-1]))
	if n > 0 {
		s.emit(urlToken, s.pos+n)
	}
	return n > 0
}

// hard ends a sentence, but not at the opening marks of Spanish and not at dots that stand for hesitation.
func (s *scanner) hard(r rune, size int) {
	if r == '¿' || r == '¡' {
		s.emit(softToken, s.pos+size)
		return
	}
	end := s.pos + size
	for end < len(s.text) && strings.IndexByte(".!?", s.text[end]) >= 0 {
		end++
	}
	mark := s.text[s.pos:end]
	if r == '…' || strings.HasPrefix(mark, "..") && !strings.Contains(mark, "?") {
		if s.continues(end) {
			s.emit(softToken, end)
			return
		}
	}
	s.emit(hardToken, end)
}

// continues tells whether the text after an ellipsis goes on in lower case.
func (s *scanner) continues(pos int) bool {
	rest := strings.TrimLeft(s.text[pos:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLower(r)
}

func (s *scanner) newline() {
	end := s.pos + 1
	for end < len(s.text) && (s.text[end] == '\n' || s.text[end] == '\r' || s.text[end] == ' ' || s.text[end] == '\t') {
		end++
	}
	s.emit(hardToken, end)
}

func (s *scanner) word() {
	end := s.pos
	for end < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if straight(r) == '\'' {
			end += size
			break // an elision belongs to the word before it: l' + ai
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '_' {
			break
		}
		end += size
	}
	s.emit(wordToken, end)
}

// number takes digits with the separators of thousands in use: 1 850, 1.512, 2,310, 1'200.
func (s *scanner) number() {
	end := s.pos
	for end < len(s.text) && s.text[end] >= '0' && s.text[end] <= '9' {
		end++
	}
	if end == s.pos { // digits of another script
		_, size := utf8.DecodeRuneInString(s.text[s.pos:])
		s.emit(wordToken, s.pos+size)
		return
	}
	end += lakhs(s.text[end:])
	for end < len(s.text) {
		sep, size := utf8.DecodeRuneInString(s.text[end:])
		if !strings.ContainsRune(" .,'’\u00a0\u202f", sep) || !threeDigits(s.text[end+size:]) {
			break
		}
		if sep == ' ' && end-s.pos > 3 {
			break // '2024 350' is a year and a number
		}
		end += size + 3
	}
	if end+1 < len(s.text) && (s.text[end] == '.' || s.text[end] == ',') && isDigit(s.text[end+1]) { // decimals, hours, dates
		end++
		for end < len(s.text) && isDigit(s.text[end]) {
			end++
		}
	}
	s.emit(numberToken, end)
}

// lakhs is the length of the groups of two digits before the last group, as in India: 1,18,000.
func lakhs(s string) int {
	n := 0
	for len(s) >= n+6 && s[n] == ',' && isDigit(s[n+1]) && isDigit(s[n+2]) && s[n+3] == ',' && isDigit(s[n+4]) && isDigit(s[n+5]) {
		n += 3
	}
	if n > 0 && threeDigits(s[n+1:]) {
		return n
	}
	return 0
}

func threeDigits(s string) bool {
	return len(s) >= 3 && isDigit(s[0]) && isDigit(s[1]) && isDigit(s[2]) && (len(s) == 3 || !isDigit(s[3]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isWordByte(b byte) bool {
	return isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '@' || b == '_' || b >= 0x80
}

// fold removes accents and opens ligatures, so that words compare as people type them in haste.
func fold(s string) string {
	if isASCII(s) {
		return s
	}
	latin := foldedLatin()
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		case int(r) < len(latin):
			b.WriteString(latin[r])
		default:
			b.WriteString(foldRune(r))
		}
	}
	return b.String()
}

// foldedLatin holds the folded form of the letters that the languages here write.
var foldedLatin = sync.OnceValue(func() (table [0x250]string) {
	for r := range rune(len(table)) {
		table[r] = foldRune(r)
	}
	return table
})

func foldRune(r rune) string {
	switch r {
	case 'œ':
		return "oe"
	case 'æ':
		return "ae"
	case 'ß':
		return "ss"
	case 'ø':
		return "o"
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
}
