package article

import (
	"strings"
	"unicode/utf8"
)

// Part is a piece of a text; Hit says that it is what was searched for.
type Part struct {
	Text string
	Hit  bool
}

// Mark cuts a text into parts, with the words of the query marked as they
// stand in the original: accents, case and endings are the text's own.
func (s *Service) Mark(q *Query, language, text string) []Part {
	hits := s.hits(q, language, text, wordsIn(text))
	return partsOf(text, hits)
}

func (s *Service) hits(q *Query, language, text string, words []span) []span {
	var hits []span
	for i := 0; i < len(words); i++ {
		if n := s.hitAt(q, language, words, i); n > 0 {
			hits = append(hits, span{from: words[i].from, to: words[i+n-1].to})
			i += n - 1
		}
	}
	return hits
}

// hitAt gives how many words from i on are a hit, 0 for none.
func (s *Service) hitAt(q *Query, language string, words []span, i int) int {
	for _, m := range q.marks {
		n := len(m.words)
		if i+n > len(words) {
			continue
		}
		ok := true
		for k, w := range m.words {
			have := words[i+k].word
			if have != w && !(k == n-1 && m.prefix && strings.HasPrefix(have, w)) {
				ok = false
				break
			}
		}
		if ok {
			return n
		}
		if n == 1 && s.sameStem(m, language, words[i].word) {
			return 1
		}
	}
	return 0
}

func (s *Service) sameStem(m mark, language, word string) bool {
	if s.stems.known[language] != nil {
		st := s.stems.stem(language, word)
		for _, want := range m.stems {
			if st == want && len(st) >= 3 {
				return true
			}
		}
	}
	for _, want := range m.stems {
		if word == want && len(word) >= 3 {
			return true
		}
	}
	return false
}

func partsOf(text string, hits []span) []Part {
	parts := []Part{}
	at := 0
	for _, h := range hits {
		if h.from > at {
			parts = append(parts, Part{Text: text[at:h.from]})
		}
		parts = append(parts, Part{Text: text[h.from:h.to], Hit: true})
		at = h.to
	}
	if at < len(text) {
		parts = append(parts, Part{Text: text[at:]})
	}
	return parts
}

// Excerpt gives the passage of about width characters where most of the
// query's words stand together, marked; the start of the text where none do.
func (s *Service) Excerpt(q *Query, language, text string, width int) []Part {
	if len(text) > 200000 {
		text = strings.ToValidUTF8(text[:200000], "")
	}
	words := wordsIn(text)
	hits := s.hits(q, language, text, words)
	from := 0
	if len(hits) > 0 {
		best, most := 0, 0
		for i := range hits {
			n := 0
			for j := i; j < len(hits) && hits[j].to-hits[i].from <= width; j++ {
				n++
			}
			if n > most {
				best, most = i, n
			}
		}
		from = max(0, hits[best].from-width/9) // near the start: of a narrow list one sees one line
	}
	for from > 0 && from < len(text) && (!utf8.RuneStart(text[from]) || text[from-1] != ' ') {
		from++
	}
	to := min(len(text), from+width)
	for to < len(text) && (!utf8.RuneStart(text[to]) || text[to] != ' ') && to-from < width+40 {
		to++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	var inside []span
	for _, h := range hits {
		if h.from >= from && h.to <= to {
			inside = append(inside, span{from: h.from - from, to: h.to - from})
		}
	}
	parts := partsOf(strings.ReplaceAll(text[from:to], "\n", " "), inside)
	if from > 0 && len(parts) > 0 {
		parts = append([]Part{{Text: "… "}}, parts...)
	}
	if to < len(text) {
		parts = append(parts, Part{Text: " …"})
	}
	return parts
}
