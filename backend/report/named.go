package report

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// named is how the thing of an entry of the journal is called, by its kind.
var named = map[string]string{
	"article":  "SELECT title FROM article WHERE id = ?",
	"staff":    "SELECT name FROM staff WHERE id = ? AND erased_at IS NULL",
	"post":     "SELECT title FROM post WHERE id = ?",
	"campaign": "SELECT name FROM campaign WHERE id = ?",
	"share":    "SELECT COALESCE(p.title, '') FROM share s LEFT JOIN post p ON p.id = s.post_id WHERE s.id = ?",
	"reply":    "SELECT COALESCE(p.name, '') FROM reply r LEFT JOIN staff p ON p.id = r.staff_id AND p.erased_at IS NULL WHERE r.id = ?",
}

// NameOf gives what a thing is called: an article's, post's or campaign's title, a
// person's name; "" where it is gone, was erased, or has no name.
func NameOf(ctx context.Context, ws *workspace.Workspace, kind string, id int64) (string, error) {
	query, known := named[kind]
	if !known || id == 0 {
		return "", nil
	}
	name := ""
	if err := ws.DB.Read(ctx).Raw(query, id).Scan(&name).Error; err != nil {
		return "", fmt.Errorf("report: name of a %s: %w", kind, err)
	}
	return name, nil
}
