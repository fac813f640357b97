package network

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"
)

var (
	withScheme = regexp.MustCompile(`(?i)https?://(?:[\p{L}\p{N}\p{So}](?:[\p{L}\p{N}\p{So}_-]*[\p{L}\p{N}\p{So}])?\.)+\p{L}[\p{L}\p{N}-]*(?::\d+)?(?:[/?#][^\s<>"]*)?`)
	// Without a scheme X reads accents in a name ('léa.fr') but no port after it.
	bareDomain = regexp.MustCompile(`(?i)(?:[a-z0-9À-ÖØ-öø-ɏ](?:[a-z0-9À-ÖØ-öø-ɏ_-]*[a-z0-9À-ÖØ-öø-ɏ])?\.)+[a-z]{2,}(?:[/?][^\s<>"]*)?`)
	hashtag    = regexp.MustCompile(`(?:^|[^\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]*[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*)`)
)

// links finds the addresses in text, as byte spans in their order. Without a scheme an address counts only where
// bare is true and its ending is a real one ('test.com', not 'z.B'), as X has it.
func links(text string, bare bool) [][2]int {
	var spans [][2]int
	for _, m := range withScheme.FindAllStringIndex(text, -1) {
		if end := m[0] + closing(text[m[0]:m[1]]); realEnding(hostOf(text[m[0]:end])) {
			spans = append(spans, [2]int{m[0], end})
		}
	}
	if !bare {
		return spans
	}
	var all [][2]int
	at := 0
	for _, s := range append(spans, [2]int{len(text), len(text)}) {
		for _, m := range bareDomain.FindAllStringIndex(text[at:s[0]], -1) {
			from, to := at+m[0], at+m[0]+closing(text[at+m[0]:at+m[1]])
			if startsAddress(text[:from]) && !continuesWord(text[to:]) && realEnding(hostOf(text[from:to])) {
				all = append(all, [2]int{from, to})
			}
		}
		if s[0] < len(text) {
			all = append(all, s)
		}
		at = s[1]
	}
	return all
}

// closing drops the punctuation that ends the sentence rather than the address, and gives the length that is left.
func closing(address string) int {
	for address != "" {
		r, size := utf8.DecodeLastRuneInString(address)
		if r == ')' && strings.Count(address, "(") >= strings.Count(address, ")") {
			break
		}
		if !strings.ContainsRune(`.,;:!?'"”»’…)]}`, r) {
			break
		}
		address = address[:len(address)-size]
	}
	return len(address)
}

func hostOf(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	if i := strings.IndexAny(address, "/?#:"); i >= 0 {
		address = address[:i]
	}
	return strings.ToLower(address)
}

// realEnding asks the list of public suffixes whether the domain's last part exists.
func realEnding(host string) bool {
	suffix, icann := publicsuffix.PublicSuffix(host)
	return (icann || strings.Contains(suffix, ".")) && suffix != host
}

// startsAddress looks at what stands before a bare domain: an '@' makes it an email address, a letter a word.
func startsAddress(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !(unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@#$＠＃-_./", r))
}

func continuesWord(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after != "" && (r == '@' || r < 0x250 && unicode.IsLetter(r))
}

// Hashtags lists the hashtags of a text without their '#', as written. A number alone is none.
func Hashtags(text string) []string {
	tags := []string{}
	for _, m := range hashtag.FindAllStringSubmatch(text, -1) {
		tags = append(tags, m[1])
	}
	return tags
}

var anyAddress = regexp.MustCompile(`(?i)https?://[^\s<>"]+`)

// Links lists the addresses of a text that carry a scheme, as written, whether or not a network would count them.
func Links(text string) []string {
	found := []string{}
	for _, address := range anyAddress.FindAllString(text, -1) {
		found = append(found, address[:closing(address)])
	}
	return found
}
