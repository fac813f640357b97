package roster

import (
	"strings"
	"unicode"
)

// joinName gives the name to show and the given name to greet with. Where the list has them apart they are taken as
// written; a given name all in capitals is written as names are.
func joinName(given, family string) (name, first string) {
	first = calm(given)
	switch {
	case family == "":
		return first, first
	case first == "":
		return family, ""
	}
	return first + " " + family, first
}

// splitName finds the given name in a whole name. 'DUPONT Jean' and 'Dupont, Jean' are turned round; familyFirst says
// that the header announced the surname first.
func splitName(text string, familyFirst bool) (name, given string) {
	if family, rest, found := strings.Cut(text, ","); found && !strings.Contains(rest, ",") {
		if g := strings.TrimSpace(rest); g != "" {
			return joinName(g, strings.TrimSpace(family))
		}
	}
	tokens := strings.Fields(text)
	tokens = dropTitles(tokens)
	if len(tokens) < 2 {
		return strings.Join(tokens, " "), ""
	}
	if n := leadingCapitals(tokens); n > 0 && n < len(tokens) {
		return joinName(strings.Join(tokens[n:], " "), strings.Join(tokens[:n], " "))
	}
	if familyFirst && len(tokens) == 2 {
		return joinName(tokens[1], tokens[0])
	}
	name = strings.Join(tokens, " ")
	if familyFirst || !cased(tokens[0]) {
		return name, ""
	}
	return name, calm(tokens[0])
}

var titles = words("m mr mme mlle mrs ms dr prof monsieur madame herr frau")

func dropTitles(tokens []string) []string {
	for len(tokens) > 2 && titles[strings.ToLower(strings.TrimRight(tokens[0], "."))] {
		tokens = tokens[1:]
	}
	return tokens
}

// leadingCapitals counts the words in capitals at the start: the surname, in lists as firms keep them. 0 where what
// follows is in capitals too.
func leadingCapitals(tokens []string) int {
	n := 0
	for n < len(tokens) && capitals(tokens[n]) {
		n++
	}
	for _, t := range tokens[n:] {
		if capitals(t) {
			return 0
		}
	}
	return n
}

func capitals(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// cased says whether the script has capitals: in those that have none, which part is the given name is not told.
func cased(word string) bool {
	for _, r := range word {
		if unicode.IsUpper(r) || unicode.IsLower(r) {
			return true
		}
	}
	return false
}

// calm writes 'JEAN-PIERRE' as 'Jean-Pierre' and leaves every other spelling alone.
func calm(name string) string {
	if !capitals(name) || len([]rune(name)) < 3 {
		return name
	}
	var b strings.Builder
	start := true
	for _, r := range name {
		if start {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		start = !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
	}
	return b.String()
}

// SplitName reads a whole name as lists write it and gives it as it is shown, with its given name.
func SplitName(text string) (name, given string) { return splitName(text, false) }
