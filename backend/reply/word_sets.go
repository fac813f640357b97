package reply

import (
	"slices"
	"strings"
)

// wordSets are the sets of words that the phrases of one language ask for, each once and by number. From the words of a
// text one look-up tells all the sets that a word is in.
type wordSets struct {
	number map[string]int     // by how the set stands in the lexicon
	opened [][]string         // by number: the words with which a phrase may start, folded
	stems  [][]string         // by number: beginnings of words
	plain  map[string][]int32 // by folded word
	exact  map[string][]int32 // by word with its accents: partagé is not partage
	bare   map[string][]int32 // by folded word: the same words without their accents
	forgot map[string][]int32 // likewise participles, which are other words without their accent
	start  map[byte][]stemSet // by first byte
}

type stemSet struct {
	stem string
	set  int32
}

func newWordSets() wordSets {
	return wordSets{number: map[string]int{}, plain: map[string][]int32{}, exact: map[string][]int32{}, bare: map[string][]int32{},
		forgot: map[string][]int32{}, start: map[byte][]stemSet{}}
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
	if !slices.Contains(s.plain[folded], int32(set)) {
		s.plain[folded] = append(s.plain[folded], int32(set))
		s.opens(set, folded)
	}
}

func (s *wordSets) addExact(set int, word string) {
	if slices.Contains(s.exact[word], int32(set)) {
		return
	}
	s.exact[word] = append(s.exact[word], int32(set))
	folded := fold(word)
	s.opens(set, folded)
	if participle(word) {
		s.forgot[folded] = append(s.forgot[folded], int32(set))
		return
	}
	s.bare[folded] = append(s.bare[folded], int32(set))
}

func (s *wordSets) addStem(set int, stem string) {
	s.stems[set] = append(s.stems[set], stem)
	if stem != "" {
		s.start[stem[0]] = append(s.start[stem[0]], stemSet{stem, int32(set)})
	}
}

// stride is the number of words of 64 bits that hold the sets of one token.
func (lex *lexicon) stride() int { return len(lex.sets.opened)/64 + 1 }

// memberships gives for each token the sets that it is in, stride words of 64 bits each. Marks are in none.
func (lex *lexicon) memberships(tokens []token) []uint64 {
	stride := lex.stride()
	all := make([]uint64, stride*len(tokens))
	unaccented := !hasAccents(tokens) // the writer uses no accents at all: partage may stand for partagé
	for i, t := range tokens {
		if t.kind == softToken || t.kind == hardToken {
			continue
		}
		in := all[i*stride : (i+1)*stride]
		mark := func(sets []int32) {
			for _, n := range sets {
				in[n/64] |= 1 << (n % 64)
			}
		}
		mark(lex.sets.exact[t.text])
		if !participle(t.text) {
			mark(lex.sets.plain[t.folded])
		}
		if t.text == t.folded { // accents are forgotten more easily within a word than where they make a participle
			mark(lex.sets.bare[t.folded])
			if unaccented {
				mark(lex.sets.forgot[t.folded])
			}
		}
		if t.folded == "" {
			continue
		}
		for _, s := range lex.sets.start[t.folded[0]] {
			if strings.HasPrefix(t.folded, s.stem) {
				in[s.set/64] |= 1 << (s.set % 64)
			}
		}
	}
	return all
}
