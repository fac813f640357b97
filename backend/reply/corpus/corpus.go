// Package corpus holds replies written for this project in six languages, each with the state that it means. The
// reader's model is trained on them, and the rules are tested with them. CC0 1.0.
package corpus

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
)

//go:embed *.txt *.jsonl
var files embed.FS

// Example is one reply.
type Example struct {
	Language string
	State    string
	Text     string
}

var networks = []string{"LinkedIn", "LinkedIn", "LinkedIn", "Facebook", "Instagram", "X", "Bluesky", "Mastodon", "WhatsApp", "linkedin", "insta", "fb", "XING"}

var posts = []string{
	"https://www.linkedin.com/posts/a-martin-12_news-activity-7100200300400500600-Ab1c", "https://www.linkedin.com/feed/update/urn:li:activity:7100200300400500601/",
	"https://x.com/amartin/status/1700200300400500600", "https://www.facebook.com/a.martin/posts/pfbid0AbCdEf", "https://bsky.app/profile/amartin.bsky.social/post/3kabcdefgh2z",
	"https://www.instagram.com/p/CxYz12AbCdE/",
}

// Load gives the replies of every file, with places for a network, a post and an article: {net}, {post} and {web} (see
// Fill).
func Load() ([]Example, error) {
	var all []Example
	names, err := fs.Glob(files, "*.txt")
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	for _, name := range names {
		language := name[:2]
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		state := ""
		for _, line := range strings.Split(string(text), "\n") {
			line = strings.TrimSpace(line)
			switch {
			case line == "" || strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "["):
				state = strings.Trim(line, "[]")
			default:
				all = append(all, Example{language, state, strings.ReplaceAll(line, `\n`, "\n")})
			}
		}
	}
	return all, nil
}

// Blind gives the replies that were written without sight of the reader, with all that is expected of each. The reader
// was measured on each set before it was looked at.
func Blind() ([]Labelled, error) {
	names, err := fs.Glob(files, "*.jsonl")
	if err != nil {
		return nil, fmt.Errorf("corpus: %w", err)
	}
	var all []Labelled
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("corpus: %w", err)
		}
		for n, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			if line == "" {
				continue
			}
			var l Labelled
			if err := json.Unmarshal([]byte(line), &l); err != nil {
				return nil, fmt.Errorf("corpus: %s, line %d: %w", name, n+1, err)
			}
			all = append(all, l)
		}
	}
	return all, nil
}

// Labelled is a reply with everything that it says.
type Labelled struct {
	ID       string         `json:"id"`
	Lang     string         `json:"lang"`
	Text     string         `json:"text"`
	State    string         `json:"state"`
	Networks []string       `json:"networks"`
	URLs     []string       `json:"urls"`
	Metrics  map[string]int `json:"metrics"`
	Note     string         `json:"note,omitempty"`
}

// Example gives it as the models learn it.
func (l Labelled) Example() Example { return Example{Language: l.Lang, State: l.State, Text: l.Text} }

// All gives what the models learn from: own templates and the replies that were written without sight of the reader.
func All() ([]Example, error) {
	all, err := Load()
	if err != nil {
		return nil, err
	}
	blind, err := Blind()
	if err != nil {
		return nil, err
	}
	for _, l := range blind {
		all = append(all, l.Example())
	}
	return all, nil
}

// Fill puts names into the places of a template; two networks of one line differ.
func Fill(line string, r *rand.Rand) string {
	n := r.IntN(len(networks))
	for strings.Contains(line, "{net}") {
		line = strings.Replace(line, "{net}", networks[n%len(networks)], 1)
		n += 4
	}
	line = strings.ReplaceAll(line, "{post}", posts[r.IntN(len(posts))])
	return strings.ReplaceAll(line, "{web}", "https://www.gazette.example/story-"+fmt.Sprint(100+r.IntN(900)))
}
