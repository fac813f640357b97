package article

import (
	"context"
	"fmt"
	"math/rand"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"relais/backend/workspace"
)

// searched is a library of n articles in French, English and German, some with
// topics, sources and dates, whose words repeat so that ranks lie close.
func searched(t *testing.T, rnd *rand.Rand, n int) *Service {
	t.Helper()
	s := library(t)
	ctx := context.Background()
	for i, q := range []string{"Le Monde du travail", "Energy Weekly", "Handelsblatt"} {
		if err := s.db.Write(ctx).Exec("INSERT INTO source (id, kind, title, url, created_at) VALUES (?, 'feed', ?, ?, 0)", i+1, q, fmt.Sprintf("https://s%d.example/feed", i)).Error; err != nil {
			t.Fatal(err)
		}
	}
	topic, err := s.EnsureTopic(ctx, "Recrutement")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string][]string{
		"fr": strings.Fields("recrutement recruter recruteurs œuvre énergie énergies marché salariés formation former données équipe équipes climat l'usine été"),
		"en": strings.Fields("hiring hired hires energy market employees training trained data team teams climate factory summer marketing"),
		"de": strings.Fields("Energie Märkte Mitarbeiter Ausbildung Daten Gruppe Klima Fabrik Straße Häuser Sommer Anstellung"),
	}
	for i := range n {
		lang := []string{"fr", "en", "de"}[i%3]
		var text strings.Builder
		for range 20 + rnd.Intn(200) {
			text.WriteString(words[lang][rnd.Intn(len(words[lang]))] + " ")
		}
		d := Draft{
			Title: words[lang][rnd.Intn(len(words[lang]))] + " " + syllables(i+1), Language: lang, Text: text.String(), Origin: FromFeed,
			URL: fmt.Sprintf("https://s%d.example/%d", i%3, i), PublishedAt: noon.AddDate(0, 0, -rnd.Intn(700)), SourceID: int64(1 + i%3),
		}
		if rnd.Intn(4) == 0 {
			d.Topics = []int64{topic}
		}
		add(t, s, d)
	}
	return s
}

// shuffle moves articles about as a person, the rules and a feed would.
func shuffle(t *testing.T, rnd *rand.Rand, s *Service, n int) {
	t.Helper()
	ctx := context.Background()
	w := s.db.Write(ctx)
	for range 150 {
		id := int64(1 + rnd.Intn(n))
		var err error
		switch rnd.Intn(5) {
		case 0:
			err = w.Exec("UPDATE article SET duplicate_of = (SELECT id FROM article WHERE id <> ? ORDER BY id LIMIT 1) WHERE id = ?", id, id).Error
		case 1:
			err = w.Exec("UPDATE article SET duplicate_of = NULL WHERE id = ?", id).Error
		case 2:
			err = w.Exec("DELETE FROM article WHERE id = ?", id).Error
		default:
			_, err = s.Triage(ctx, allStates[rnd.Intn(len(allStates))], id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

var rankedQueries = []string{
	"recruter ", "recrutement", "œuvre", "oeuvre", "energie ", "energ", "ma", "hired training ", `"hiring team"`, `"data team" climate`, "climat -marché ", "strasse", "Straße ",
	"l'usine ", "été ", "topic:recrut energie", "source:weekly data ", "source:monde équipe", "before:2026-06 energ", "after:2026-01-01 team ", "lang:de daten ", "state:discarded energy ",
	"state:kept state:inbox data", "kind:article hous", "in:archived équipes ", "nothing-like-it ", "markt* ", "formation former ",
}

// Best first is what the index itself says: the order of bm25 over the rows as
// they stand, whatever narrows the list, and after everything that moves them.
func TestRankedIsBM25(t *testing.T) {
	rnd := rand.New(rand.NewSource(4))
	n := 400
	s := searched(t, rnd, n)
	ctx := context.Background()
	for round := range 4 {
		for _, typed := range rankedQueries {
			for _, f := range []Filter{{Query: typed}, {Query: typed, State: Kept}, {Query: typed, SourceID: 2}} {
				page, err := s.List(ctx, f, 0, 500)
				if err != nil || page.Order != ByRank {
					t.Fatalf("%q: %+v, %v", typed, page, err)
				}
				q := s.ParseQuery(f.Query, s.ws.Now())
				c, err := s.conditions(ctx, f, &q)
				if err != nil {
					t.Fatal(err)
				}
				want := []int64{}
				err = s.db.Read(ctx).Raw("SELECT a.id FROM article_index i JOIN article a ON a.id = i.rowid WHERE article_index MATCH ?"+c.where+
					" ORDER BY bm25(article_index, 6.0, 1.0, 0.6), a.id DESC", slices.Concat([]any{s.index.Expression(q.clauses)}, c.args)...).Scan(&want).Error
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(page.IDs, want) || page.Total != len(want) {
					t.Fatalf("round %d, %+v: got %v of %d, want %v", round, f, page.IDs, page.Total, want)
				}
			}
		}
		shuffle(t, rnd, s, n)
	}
}

// The sqlite3 shell, another build of SQLite, puts the same in the same order.
func TestRankedAsTheShell(t *testing.T) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not installed")
	}
	rnd := rand.New(rand.NewSource(5))
	s := searched(t, rnd, 300)
	shuffle(t, rnd, s, 300)
	for _, typed := range rankedQueries {
		if strings.Contains(typed, ":") {
			continue
		}
		page, err := s.List(context.Background(), Filter{Query: typed}, 0, 500)
		if err != nil {
			t.Fatal(err)
		}
		q := s.ParseQuery(typed, s.ws.Now())
		out, err := exec.Command(shell, "-readonly", filepath.Join(s.ws.Dir, workspace.DatabaseName), shellRanked(s.index.Expression(q.clauses), 500)).Output()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(string(out)); got != joined(page.IDs) {
			t.Errorf("%q: %s, the shell says %s", typed, joined(page.IDs), got)
		}
	}
}

// shellRanked is the ranked search as somebody would write it for the shell; it
// gives the ids in one line.
func shellRanked(expr string, limit int) string {
	return fmt.Sprintf("SELECT COALESCE(group_concat(id), '') FROM (SELECT a.id FROM article_index i JOIN article a ON a.id = i.rowid WHERE article_index MATCH '%s' "+
		"AND a.duplicate_of IS NULL AND a.state <> 'discarded' ORDER BY i.rank, a.id DESC LIMIT %d);", strings.ReplaceAll(expr, "'", "''"), limit)
}

func joined(ids []int64) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = strconv.FormatInt(id, 10)
	}
	return strings.Join(parts, ",")
}

// The bits that triggers keep are what the rows say, through all that happens
// to articles.
func TestShownFollowsTheRows(t *testing.T) {
	rnd := rand.New(rand.NewSource(6))
	s := library(t)
	ctx := context.Background()
	for i := range 200 {
		add(t, s, Draft{Title: syllables(i + 1), URL: fmt.Sprintf("https://a.example/%d", i), Text: "some words", State: allStates[i%len(allStates)]})
	}
	for _, id := range []int64{64 * 63, 64*64 - 1, 64*65 + 63, 1 << 40} { // at the edges of their chunk, and far out
		if err := s.db.Write(ctx).Exec("INSERT INTO article (id, title, added_at, changed_at) VALUES (?, 'x', 0, 0)", id).Error; err != nil {
			t.Fatal(err)
		}
	}
	for i := range 3 {
		if err := s.db.Write(ctx).Exec("INSERT INTO source (id, kind, title, url, created_at) VALUES (?, 'feed', 'x', ?, 0)", i+1, i).Error; err != nil {
			t.Fatal(err)
		}
	}
	if err := s.db.Write(ctx).Exec("UPDATE article SET source_id = 1 + id % 3 WHERE id % 5 > 0 AND id < 1000").Error; err != nil {
		t.Fatal(err)
	}
	for round := range 5 {
		shuffle(t, rnd, s, 200)
		if round == 3 {
			if err := s.db.Write(ctx).Exec("DELETE FROM source WHERE id = 2").Error; err != nil {
				t.Fatal(err)
			}
		}
		if err := s.db.Write(ctx).Exec("UPDATE article SET source_id = 1 WHERE id % 7 = ?", round).Error; err != nil {
			t.Fatal(err)
		}
		var off int
		if err := s.db.Read(ctx).Raw(`SELECT COUNT(*) FROM (SELECT source_id, state, n FROM source_count WHERE n <> 0 EXCEPT
			SELECT source_id, state, COUNT(*) FROM article WHERE duplicate_of IS NULL AND source_id IS NOT NULL GROUP BY source_id, state)`).Scan(&off).Error; err != nil || off != 0 {
			t.Fatalf("%d counts of sources are off, %v", off, err)
		}
		if err := s.db.Read(ctx).Raw(`SELECT (SELECT COUNT(*) FROM article WHERE duplicate_of IS NULL AND source_id IS NOT NULL) -
			(SELECT COALESCE(SUM(n), 0) FROM source_count)`).Scan(&off).Error; err != nil || off != 0 {
			t.Fatalf("the counts of sources are off by %d, %v", off, err)
		}
		for _, state := range allStates {
			set, err := s.inStates(ctx, []string{state})
			if err != nil {
				t.Fatal(err)
			}
			var rows []Article
			if err := s.db.Read(ctx).Select("id", "state", "duplicate_of").Find(&rows).Error; err != nil {
				t.Fatal(err)
			}
			want := idSet{}
			for _, a := range rows {
				if a.State == state && a.DuplicateOf == nil {
					want.add(a.ID)
				}
			}
			for chunk := range set {
				if set[chunk] != want[chunk] {
					t.Fatalf("%s, chunk %d: %x, want %x", state, chunk, set[chunk], want[chunk])
				}
			}
			for chunk := range want {
				if set[chunk] != want[chunk] {
					t.Fatalf("%s, chunk %d: %x, want %x", state, chunk, set[chunk], want[chunk])
				}
			}
		}
	}
}
