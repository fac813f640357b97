package article

import (
	"strings"
	"time"
	"unicode"

	"relais/backend/workspace"
)

// Query is what somebody typed into the search field, understood: words,
// "phrases", -words to leave out, and topic: source: before: after: kind:
// state: lang: with a value (in quotes where it has spaces).
type Query struct {
	clauses []workspace.TextClause
	marks   []mark // what to mark in a text
	Topics  []string
	Sources []string
	Kinds   []string
	States  []string
	Lang    string
	Before  time.Time
	After   time.Time
}

// mark is a word, the start of a word or a stem that is marked where it stands.
type mark struct {
	words  []string
	prefix bool
	stems  map[string]string // language → stem
}

// fields are the words before a colon, in English, French and German.
var fields = map[string]string{
	"topic": "topic", "theme": "topic", "thema": "topic", "source": "source", "quelle": "source",
	"before": "before", "avant": "before", "vor": "before", "after": "after", "apres": "after", "since": "after", "depuis": "after", "nach": "after",
	"kind": "kind", "type": "kind", "genre": "kind", "state": "state", "etat": "state", "status": "state", "lang": "lang", "langue": "lang", "in": "state", "dans": "state",
}

// values are the words for kinds and states.
var values = map[string]string{
	"article": KindArticle, "articles": KindArticle, "job": KindOffer, "offer": KindOffer, "jobs": KindOffer, "job_offer": KindOffer, "offre": KindOffer, "offres": KindOffer, "emploi": KindOffer, "stelle": KindOffer,
	"news": KindNews, "company_news": KindNews, "actualite": KindNews, "actualites": KindNews, "event": KindEvent, "events": KindEvent, "evenement": KindEvent, "evenements": KindEvent,
	"inbox": Inbox, "new": Inbox, "nouveau": Inbox, "reception": Inbox, "kept": Kept, "keep": Kept, "garde": Kept, "gardes": Kept, "discarded": Discarded, "ecarte": Discarded, "ecartes": Discarded,
	"archived": Archived, "archive": Archived, "archives": Archived, "expired": Expired, "expire": Expired, "expires": Expired,
}

// token is a word, phrase or field of a query.
type token struct {
	field, text string
	phrase, not bool
	open        bool // the last word, still being typed
}

// ParseQuery understands what was typed. It never fails: what is not a field is
// a word. Where typing is on, the last word counts as the start of a word.
func (s *Service) ParseQuery(typed string, now time.Time) Query {
	var q Query
	for _, t := range tokens(typed) {
		if t.field != "" && q.setField(t, now) {
			continue
		}
		if t.field != "" {
			t.text = t.field + " " + t.text
		}
		s.addWords(&q, t)
	}
	return q
}

// maxTokens bounds the work of one query.
const maxTokens = 24

func tokens(typed string) []token {
	var out []token
	rest := strings.TrimLeftFunc(typed, unicode.IsSpace)
	for rest != "" && len(out) < maxTokens {
		var t token
		if r, ok := strings.CutPrefix(rest, "-"); ok && r != "" && !unicode.IsSpace(rune(r[0])) {
			t.not, rest = true, r
		}
		if i := strings.IndexByte(rest, ':'); i > 0 && i < 12 {
			if f := fields[fold(rest[:i])]; f != "" {
				t.field, rest = f, rest[i+1:]
			}
		}
		if len(rest) > 0 && (rest[0] == '"' || strings.HasPrefix(rest, "«") || strings.HasPrefix(rest, "“")) {
			t.phrase = true
			rest = strings.TrimLeft(rest, "\"«“")
			end := strings.IndexAny(rest, "\"»”")
			if end < 0 {
				t.text, rest, t.open = rest, "", true
			} else {
				t.text = rest[:end]
				rest = strings.TrimLeft(rest[end:], "\"»”")
			}
		} else {
			end := strings.IndexFunc(rest, unicode.IsSpace)
			if end < 0 {
				t.text, rest, t.open = rest, "", true
			} else {
				t.text, rest = rest[:end], rest[end:]
			}
		}
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if t.text = strings.TrimSpace(t.text); t.text != "" {
			out = append(out, t)
		}
	}
	return out
}

func (q *Query) setField(t token, now time.Time) bool {
	switch t.field {
	case "topic":
		q.Topics = append(q.Topics, t.text)
	case "source":
		q.Sources = append(q.Sources, t.text)
	case "kind", "state":
		v := values[fold(t.text)]
		switch v {
		case "":
			return false
		case KindArticle, KindOffer, KindNews, KindEvent:
			q.Kinds = append(q.Kinds, v)
		default:
			q.States = append(q.States, v)
		}
	case "lang":
		q.Lang = baseLanguage(t.text)
	case "before", "after":
		from, to, ok := period(t.text, now)
		if !ok {
			return false
		}
		if t.field == "before" {
			q.Before = from
		} else {
			q.After = to
		}
	}
	return true
}

// period reads a year, a month or a day: before: means before it begins, after:
// from where it begins on.
func period(text string, now time.Time) (from, to time.Time, ok bool) {
	for _, layout := range []string{"2006-01-02", "2006-1-2", "02/01/2006", "2/1/2006", "02.01.2006", "2006-01", "2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, t, true
		}
	}
	days := map[string]int{"today": 0, "aujourd'hui": 0, "yesterday": 1, "hier": 1, "week": 7, "semaine": 7, "month": 30, "mois": 30, "year": 365, "an": 365}
	if n, known := days[fold(text)]; known {
		y, m, d := now.AddDate(0, 0, -n).Date()
		t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		return t, t, true
	}
	return time.Time{}, time.Time{}, false
}

// addWords turns a word or phrase into a clause: as typed, as the start of a
// word while it is being typed, or by its stem in any language.
func (s *Service) addWords(q *Query, t token) {
	var words []string
	for _, w := range wordsIn(t.text) {
		words = append(words, w.word)
	}
	if len(words) == 0 {
		return
	}
	if strings.HasSuffix(t.text, "*") {
		t.open = true
	}
	term := workspace.TextTerm{Words: words, Prefix: t.open}
	clause := workspace.TextClause{Any: []workspace.TextTerm{term}, Not: t.not}
	m := mark{words: words, prefix: t.open, stems: map[string]string{}}
	if !t.phrase && len(words) == 1 {
		seen := map[string]bool{words[0]: true}
		for _, l := range stemLanguages {
			st := s.stems.stem(l, words[0])
			m.stems[l] = st
			if !seen[st] && len(st) >= 3 {
				seen[st] = true
				clause.Any = append(clause.Any, workspace.TextTerm{Words: []string{st}})
			}
		}
	}
	q.clauses = append(q.clauses, clause)
	if !t.not {
		q.marks = append(q.marks, m)
	}
}

// HasWords says whether the query asks for words, not for fields alone.
func (q *Query) HasWords() bool { return len(q.clauses) > 0 }
