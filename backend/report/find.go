package report

import (
	"context"
	"fmt"
	"strings"

	"relais/backend/workspace"
)

// Found is an article, a person or a post whose name holds the words looked for.
type Found struct {
	Kind   string // article, person or post
	ID     int64
	Title  string
	Detail string
}

// findLimit is how many of each kind Find gives: the palette shows a handful.
const findLimit = 6

// Find looks for words in the titles of articles and posts and the names of people. Full-text search is
// the library's; this is the quick way to a thing whose name one knows.
func Find(ctx context.Context, ws *workspace.Workspace, words string) ([]Found, error) {
	like := "%" + escapeLike(strings.TrimSpace(words)) + "%"
	out := []Found{}
	for _, sql := range []string{
		`SELECT 'person' AS kind, id, name AS title, job_title AS detail FROM staff
			WHERE erased_at IS NULL AND (name LIKE ?1 ESCAPE '\' OR name_key LIKE ?1 ESCAPE '\') ORDER BY name_key LIMIT ?2`,
		`SELECT 'post' AS kind, id, title, '' AS detail FROM post WHERE title LIKE ?1 ESCAPE '\' ORDER BY changed_at DESC LIMIT ?2`,
		`SELECT 'article' AS kind, id, title, site_name AS detail FROM article WHERE title LIKE ?1 ESCAPE '\' ORDER BY id DESC LIMIT ?2`,
	} {
		rows := []Found{}
		if err := ws.DB.Read(ctx).Raw(sql, like, findLimit).Scan(&rows).Error; err != nil {
			return nil, fmt.Errorf("report: find: %w", err)
		}
		out = append(out, rows...)
	}
	return out, nil
}

// escapeLike keeps % and _ of what a person typed from being wildcards.
func escapeLike(s string) string {
	return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(s)
}
