package reply

import (
	"slices"
	"strings"
)

// wordSets are the sets of words that the phrases of one language ask for, each once and by number. From the words of a
// text one look-up tells all the sets that a word is in.
type wordSets struct {
	number  map[string]int     // by how the set stands in the lexicon
	opened  [][]string         // by number: the words with which a phrase may start, folded
	stems   [][]string         // by number: beginnings of words
	entries map[string]*entry  // by word, as it is written or folded
	start   map[byte][]stemSet // by first byte
}

// entry is all that the lexicon of one language knows of a word.
type entry struct {
	plain    []int32 // the sets that hold it folded
	exact    []int32 // that hold it with its accents: partagé is not partage
	bare     []int32 // that hold with accents what it is folded
	forgot   []int32 // likewise participles, which are other words without their accent
	openings []opening
	rewrite  []string // what it is short for
	literal  bool     // stands in a phrase, folded
	function bool     // means nothing alone
}

// unknown is the entry of every other word.
var unknown = &entry{}

// of gives the entry of a word.
func (s *wordSets) of(word string) *entry {
	if e := s.entries[word]; e != nil {
		return e
	}
	return unknown
}

// entry gives the entry of a word to write to.
func (s *wordSets) entry(word string) *entry {
	e := s.entries[word]
	if e == nil {
		e = &entry{}
		s.entries[word] = e
	}
	return e
}

type stemSet struct {
	stem string
	set  int32
}

func newWordSets() wordSets {
	return wordSets{number: map[string]int{}, entries: map[string]*entry{}, start: map[byte][]stemSet{}}
}

func (s *wordSets) open(field string) int {
	n := len(s.opened)
	s.number[field] = n
	s.opened, s.stems = append(s.opened, nil), append(s.stems, nil)
	return n
}

// opens files a word once for each set. A word that stands in a set both with and without its accent is filed twice:
// a phrase is then found twice, which changes nothing.
func (s *wordSets) opens(set int, word string) { s.opened[set] = append(s.opened[set], word) }

func (s *wordSets) add(set int, folded string) {
	if e := s.entry(folded); !slices.Contains(e.plain, int32(set)) {
		e.plain = append(e.plain, int32(set))
		s.opens(set, folded)
	}
}

func (s *wordSets) addExact(set int, word string) {
	if slices.Contains(s.of(word).exact, int32(set)) {
		return
	}
	s.entry(word).exact = append(s.entry(word).exact, int32(set))
	folded := fold(word)
	s.opens(set, folded)
	e := s.entry(folded)
	if participle(word) {
		e.forgot = append(e.forgot, int32(set))
		return
	}
	e.bare = append(e.bare, int32(set))
}

func (s *wordSets) addStem(set int, stem string) {
	s.stems[set] = append(s.stems[set], stem)
	if stem != "" {
		s.start[stem[0]] = append(s.start[stem[0]], stemSet{stem, int32(set)})
	}
}

// stride is the number of words of 64 bits that hold the sets of one token.
func (lex *lexicon) stride() int { return len(lex.sets.opened)/64 + 1 }

// memberships tells of each token the sets that it is in, stride words of 64 bits each. Marks are in none.
func (m *matcher) memberships() {
	all := slices.Grow(m.sets[:0], m.stride*len(m.tokens))[:m.stride*len(m.tokens)]
	clear(all)
	m.sets = all
	unaccented := !hasAccents(m.tokens) // the writer uses no accents at all: partage may stand for partagé
	for i := range m.tokens {
		t, known := &m.tokens[i], m.entries[i]
		if t.kind == softToken || t.kind == hardToken {
			continue
		}
		in := sets(all[i*m.stride : (i+1)*m.stride])
		if !participle(t.text) {
			in.add(known.plain)
		}
		if t.text == t.folded { // accents are forgotten more easily within a word than where they make a participle
			in.add(known.exact)
			in.add(known.bare)
			if unaccented {
				in.add(known.forgot)
			}
		} else {
			in.add(m.lex.sets.of(t.text).exact)
		}
		if t.folded == "" {
			continue
		}
		for _, s := range m.lex.sets.start[t.folded[0]] {
			if strings.HasPrefix(t.folded, s.stem) {
				in[s.set/64] |= 1 << (s.set % 64)
			}
		}
	}
}

// sets are those that one token is in, a bit each.
type sets []uint64

func (in sets) add(numbers []int32) {
	for _, n := range numbers {
		in[n/64] |= 1 << (n % 64)
	}
}
