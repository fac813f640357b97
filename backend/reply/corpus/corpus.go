// Package corpus holds replies written for this project in six languages, each with the state that it means. The
// reader's model is trained on them, and the rules are tested with them. CC0 1.0.
package corpus

import (
	"embed"
	"fmt"
	"math/rand/v2"
	"strings"
)

//go:embed *.txt
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

// Load gives the replies of every file, with a network, a post and an article in place of {net}, {post} and {web}.
func Load(r *rand.Rand) ([]Example, error) {
	var all []Example
	for _, language := range []string{"fr", "en", "de", "es", "it", "nl"} {
		text, err := files.ReadFile(language + ".txt")
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
				all = append(all, Example{language, state, Fill(strings.ReplaceAll(line, `\n`, "\n"), r)})
			}
		}
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
