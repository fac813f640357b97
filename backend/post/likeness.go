package post

import (
	"strings"
	"unicode"
)

// TooAlike is the likeness from which two variants read as the same post.
const TooAlike = 0.7

// Likeness measures how close two texts are, from 0 (nothing in common) to 1 (the same words in the same order): the
// share of their runs of three words that both have (Jaccard). Links, hashtags and case do not count: they are meant
// to be the same.
func Likeness(a, b string) float64 {
	one, two := runs(a), runs(b)
	if len(one) == 0 || len(two) == 0 {
		if strings.TrimSpace(a) == strings.TrimSpace(b) {
			return 1
		}
		return 0
	}
	both := 0
	for run := range one {
		if two[run] {
			both++
		}
	}
	return float64(both) / float64(len(one)+len(two)-both)
}

// words are those of a text, in lower case, without links, hashtags and punctuation.
func words(text string) []string {
	var words []string
	for _, field := range strings.Fields(strings.ToLower(text)) {
		if strings.HasPrefix(field, "#") || strings.Contains(field, "://") {
			continue
		}
		words = append(words, strings.FieldsFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })...)
	}
	return words
}

func runs(text string) map[string]bool {
	words := words(text)
	out := map[string]bool{}
	if len(words) > 0 && len(words) < 3 {
		out[strings.Join(words, " ")] = true
	}
	for i := 0; i+3 <= len(words); i++ {
		out[strings.Join(words[i:i+3], " ")] = true
	}
	return out
}
