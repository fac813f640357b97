package network

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// addressWeight is what X and Mastodon count for a link, however long it is.
const addressWeight = 23

// Count measures text by the network's own rule, in the unit of its limit.
//
// Characters are Unicode code points. UTF-16 units are what LinkedIn's own field counts, to be safe. Bluesky counts
// grapheme clusters (app.bsky.feed.post, maxGraphemes). X and Mastodon have rules of their own, below.
func Count(id ID, text string) int {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	f, _ := Of(id)
	switch f.Counting {
	case CountUTF16:
		return len(utf16.Encode([]rune(text)))
	case CountGraphemes:
		return uniseg.GraphemeClusterCount(text)
	case CountWeighted:
		return weighted(text)
	case CountMastodon:
		return mastodonLength(text)
	}
	return len([]rune(text))
}

// weighted is X's count (docs.x.com, counting characters, configuration v3): the text in NFC; a link weighs 23;
// an emoji sequence 2, however many code points it has; code points of four ranges (Latin and its neighbours,
// general punctuation) 1; every other one, CJK among them, 2.
func weighted(text string) int {
	text = norm.NFC.String(text)
	total, at := 0, 0
	for _, span := range links(text, true) {
		total += weighPlain(text[at:span[0]]) + addressWeight
		at = span[1]
	}
	return total + weighPlain(text[at:])
}

func weighPlain(text string) int {
	total := 0
	for state := -1; text != ""; {
		var cluster string
		cluster, text, _, state = uniseg.FirstGraphemeClusterInString(text, state)
		if isEmojiSequence(cluster) {
			total += 2
			continue
		}
		for _, r := range cluster {
			total += weightOf(r)
		}
	}
	return total
}

func weightOf(r rune) int {
	switch {
	case r <= 4351, r >= 8192 && r <= 8205, r >= 8208 && r <= 8223, r >= 8242 && r <= 8247:
		return 1
	}
	return 2
}

// isEmojiSequence tells an emoji of several code points (joined, with a skin tone, a flag, a keycap) from letters
// that happen to share a cluster: Devanagari uses the zero-width joiner too.
func isEmojiSequence(cluster string) bool {
	runes := []rune(cluster)
	if len(runes) < 2 || unicode.IsLetter(runes[0]) || unicode.IsMark(runes[0]) {
		return false
	}
	if runes[0] < 0x80 { // 1️⃣ and its kin
		return runes[len(runes)-1] == 0x20E3
	}
	for _, r := range runes[1:] {
		switch {
		case r == 0x200D, r == 0xFE0F, r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0x1F1E6 && r <= 0x1F1FF, r >= 0xE0020 && r <= 0xE007F:
			return true
		}
	}
	return false
}

var remoteMention = regexp.MustCompile(`(^|[^\w/@])(@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?`)

// mastodonLength counts grapheme clusters, after a link became 23 of them and '@user@host' became '@user'
// (Mastodon's StatusLengthValidator; its documentation, 'Posting'). A link needs its scheme there.
func mastodonLength(text string) int {
	total, at := 0, 0
	plain := func(s string) int {
		return uniseg.GraphemeClusterCount(remoteMention.ReplaceAllString(s, "$1$2"))
	}
	for _, span := range links(text, false) {
		total += plain(text[at:span[0]]) + addressWeight
		at = span[1]
	}
	return total + plain(text[at:])
}
