package reply

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed concepts/*.txt
var conceptFiles embed.FS

// concepts says what the words of one language stand for, whatever the language: partagé, geteilt and shared are all
// SHARE_PP. What the model learns of one language then serves the others.
type concepts map[string][]string

var loadConcepts = sync.OnceValues(func() (map[string]concepts, error) {
	all := map[string]concepts{}
	for _, language := range Languages() {
		text, err := conceptFiles.ReadFile("concepts/" + language + ".txt")
		if err != nil {
			return nil, fmt.Errorf("reply: concepts: %w", err)
		}
		all[language] = parseConcepts(string(text))
	}
	return all, nil
})

func parseConcepts(text string) concepts {
	c := concepts{}
	for _, line := range strings.Split(text, "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range fields[1:] {
			key := fold(w)
			if participle(w) { // partagé is not partage
				key = w
			}
			c[key] = append(c[key], fields[0])
		}
	}
	return c
}

// of gives what a word stands for.
func (c concepts) of(t token) []string {
	if participle(t.text) {
		if found := c[t.text]; found != nil {
			return found
		}
	}
	return c[t.folded]
}
