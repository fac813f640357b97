package network

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Measurement is how a text stands against a network's rules.
type Measurement struct {
	Count    int // in the network's own unit
	Limit    int // 0 where none is known
	Hashtags int
	Links    int
	Shown    string // what is read before the fold
	Hidden   string // what stands behind 'more'; empty where nothing folds
	Problems []Problem
}

// Problem is a rule that a text breaks, with the figure that it has and the one that is allowed.
type Problem struct {
	Code  string // over_limit, too_many_hashtags, too_many_links, empty
	Have  int
	Limit int
}

// Measure counts a text by the network's own rule and says which limits it breaks.
func Measure(id ID, text string) Measurement {
	f, _ := Of(id)
	m := Measurement{Count: Count(id, text), Limit: f.Limit, Hashtags: len(Hashtags(text)), Links: len(Links(text)), Problems: []Problem{}}
	m.Shown, m.Hidden = Fold(id, text)
	if strings.TrimSpace(text) == "" {
		m.Problems = append(m.Problems, Problem{Code: "empty"})
	}
	for _, rule := range []struct {
		code        string
		have, limit int
	}{
		{"over_limit", m.Count, f.Limit},
		{"too_many_hashtags", m.Hashtags, f.Hashtags},
		{"too_many_links", m.Links, f.Links},
	} {
		if rule.limit > 0 && rule.have > rule.limit {
			m.Problems = append(m.Problems, Problem{rule.code, rule.have, rule.limit})
		}
	}
	return m
}

// Fold cuts a text where the network hides the rest behind 'more': at the last blank before the network's figure,
// never inside a character. Where the network shows everything, hidden is empty.
func Fold(id ID, text string) (shown, hidden string) {
	f, _ := Of(id)
	if f.FoldAt == 0 || uniseg.GraphemeClusterCount(text) <= f.FoldAt {
		return text, ""
	}
	end, blank, rest := 0, 0, text
	for n, state := 0, -1; n < f.FoldAt; n++ {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if strings.TrimSpace(cluster) == "" {
			blank = end
		}
		end += len(cluster)
	}
	if blank > end*2/3 {
		end = blank
	}
	return text[:end], strings.TrimLeft(text[end:], " ")
}
