package reply

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed lexicon/*.lex
var lexiconFiles embed.FS

// signalKind is what a phrase of the lexicon tells about the reply.
type signalKind string

// lexicon holds the phrases of one language. Its file format is explained in lexicon/README.md.
type lexicon struct {
	language  string
	classes   map[string][]string
	prefixes  map[string][]opening // by the first three letters of a stem
	deletions map[string][]string  // words with one letter left out, to forgive one slip
	shortened cutFilter            // may hold them
	longest   int                  // bytes of the longest word of a phrase
	sets      wordSets
}

// opening is a phrase where it is filed, with what is asked of the words that it starts with.
type opening struct {
	*phrase
	first  int32 // the set of the first word
	second int32 // the set of the next, or anyWord where the phrase asks for no word there
}

const anyWord = -1

func (p *phrase) opening() opening {
	o := opening{phrase: p, first: int32(p.elements[0].set), second: anyWord}
	if len(p.elements) > 1 && p.elements[1].gap == 0 && !p.elements[1].not {
		o.second = int32(p.elements[1].set)
	}
	return o
}

// phrase is a sequence of elements that, found in a row, gives a signal.
type phrase struct {
	kind     signalKind
	weak     bool
	loose    bool // has optional elements: counts only where it holds a word that means something
	elements []element
	atStart  bool // only at the start of a sentence
	atEnd    bool // only at its end
}

type element struct {
	gap int  // up to so many words of any kind, when above zero
	not bool // the next word must be none of these
	set int  // the number of its set of words
}

var loadLexicons = sync.OnceValues(readLexicons)

func readLexicons() (map[string]*lexicon, error) {
	all := map[string]*lexicon{}
	for _, language := range Languages() {
		text, err := lexiconFiles.ReadFile("lexicon/" + language + ".lex")
		if err != nil {
			return nil, fmt.Errorf("reply: lexicon: %w", err)
		}
		lex, err := parseLexicon(language, string(text))
		if err != nil {
			return nil, err
		}
		all[language] = lex
	}
	return all, nil
}

// Languages lists the languages that the reader knows, as ISO 639-1 codes.
func Languages() []string { return []string{"fr", "en", "de", "es", "it", "nl"} }

const languageCount = 6

func parseLexicon(language, text string) (*lexicon, error) {
	lex := &lexicon{language: language, sets: newWordSets(), classes: map[string][]string{}, prefixes: map[string][]opening{}, deletions: map[string][]string{}}
	kind := ""
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var err error
		switch {
		case strings.HasPrefix(line, "@") && strings.Contains(line, " = "):
			err = lex.class(line)
		case strings.HasPrefix(line, "["):
			kind = strings.Trim(line, "[]")
		case kind == "function":
			for _, w := range strings.Fields(line) {
				lex.sets.entry(fold(w)).function = true
			}
		case kind == "rewrite":
			short, long, ok := strings.Cut(line, "=")
			if !ok {
				err = fmt.Errorf("no '='")
			}
			lex.sets.entry(strings.TrimSpace(short)).rewrite = strings.Fields(long)
		default:
			err = lex.add(kind, line)
		}
		if err != nil {
			return nil, fmt.Errorf("reply: lexicon %s, line %d: %w", language, n+1, err)
		}
	}
	lex.indexWords()
	return lex, nil
}

func (lex *lexicon) class(line string) error {
	name, words, ok := strings.Cut(line, "=")
	if !ok {
		return fmt.Errorf("class without '='")
	}
	name = strings.TrimSpace(name)
	for _, w := range strings.Fields(words) {
		if strings.HasPrefix(w, "@") {
			inner, known := lex.classes[w]
			if !known {
				return fmt.Errorf("unknown class %s", w)
			}
			lex.classes[name] = append(lex.classes[name], inner...)
			continue
		}
		lex.classes[name] = append(lex.classes[name], w)
	}
	return nil
}

// add reads one phrase and files it under the words that it can start with. Optional elements make several phrases.
func (lex *lexicon) add(kind, line string) error {
	if kind == "" {
		return fmt.Errorf("phrase before the first [kind]")
	}
	variants := [][]string{nil}
	for _, f := range strings.Fields(line) {
		optional := strings.HasPrefix(f, "?")
		f = strings.TrimPrefix(f, "?")
		var next [][]string
		for _, v := range variants {
			if optional {
				next = append(next, v)
			}
			next = append(next, append(append([]string{}, v...), f))
		}
		variants = next
	}
	for _, v := range variants {
		p, err := lex.phrase(kind, v)
		if err != nil {
			return err
		}
		p.loose = len(variants) > 1 && !p.atStart
		if len(p.elements) > 1 || len(p.elements) == 1 && (len(variants) == 1 || p.atStart) {
			lex.file(p) // a lone word is a phrase only where the file says so outright
		}
	}
	return nil
}

func (lex *lexicon) phrase(kind string, fields []string) (*phrase, error) {
	p := &phrase{kind: signalKind(strings.TrimSuffix(kind, "?")), weak: strings.HasSuffix(kind, "?")}
	for _, f := range fields {
		switch f {
		case "^":
			p.atStart = true
		case "$":
			p.atEnd = true
		case "_":
			p.elements = append(p.elements, element{gap: 1})
		case "*":
			p.elements = append(p.elements, element{gap: 3})
		case "***":
			p.elements = append(p.elements, element{gap: 7})
		case "**":
			p.elements = append(p.elements, element{gap: 8})
		default:
			e, err := lex.element(f)
			if err != nil {
				return nil, err
			}
			p.elements = append(p.elements, e)
		}
	}
	if len(p.elements) > 0 && (p.elements[0].gap > 0 || p.elements[0].not) {
		return nil, fmt.Errorf("a phrase starts with a word: %v", fields)
	}
	return p, nil
}

func (lex *lexicon) element(field string) (element, error) {
	e := element{}
	if strings.HasPrefix(field, "!") {
		e.not, field = true, field[1:]
	}
	if known, ok := lex.sets.number[field]; ok {
		e.set = known
		return e, nil
	}
	e.set = lex.sets.open(field)
	for _, option := range strings.Split(field, "|") {
		words := []string{option}
		if strings.HasPrefix(option, "@") {
			known, ok := lex.classes[option]
			if !ok {
				return e, fmt.Errorf("unknown class %s", option)
			}
			words = known
		}
		for _, w := range words {
			switch {
			case strings.HasSuffix(w, "~"):
				lex.sets.addStem(e.set, fold(strings.TrimSuffix(w, "~")))
			case strings.ContainsRune(w, 'é'):
				lex.sets.addExact(e.set, w)
				lex.sets.entry(fold(w)).literal = true
			default:
				lex.sets.add(e.set, fold(w))
				lex.sets.entry(fold(w)).literal = true
			}
		}
	}
	return e, nil
}

func (lex *lexicon) file(p *phrase) {
	for _, w := range lex.sets.opened[p.elements[0].set] {
		lex.sets.entry(w).openings = append(lex.sets.entry(w).openings, p.opening())
	}
	for _, stem := range lex.sets.stems[p.elements[0].set] {
		lex.prefixes[key3(stem)] = append(lex.prefixes[key3(stem)], p.opening())
	}
}

func key3(s string) string { return s[:min(3, len(s))] }

// longWord is the length from which one slip of the finger is forgiven.
const longWord = 6

func (lex *lexicon) indexWords() {
	for _, w := range slices.Sorted(maps.Keys(lex.sets.entries)) {
		if len(w) < longWord || !lex.sets.entries[w].literal {
			continue
		}
		for i := range len(w) {
			cut := w[:i] + w[i+1:]
			lex.deletions[cut] = append(lex.deletions[cut], w)
			lex.shortened.add(cut)
		}
		lex.longest = max(lex.longest, len(w))
	}
}
