// Fill makes a workspace with many articles for the window's benchmark: a third of them new, added within the last weeks so
// that none expires, and the newest with a saved copy to read.
//
//	fill DIR COUNT
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"relais/backend/workspace"
)

// How far apart articles came, and how many of the newest have a copy of how many paragraphs.
const (
	apart      = 20 * time.Second
	copies     = 1000
	paragraphs = 6
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "fill:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 3 {
		return fmt.Errorf("usage: fill DIR COUNT")
	}
	count, err := strconv.Atoi(os.Args[2])
	if err != nil {
		return err
	}
	ctx := context.Background()
	ws, err := workspace.Open(ctx, os.Args[1], workspace.Options{})
	if err != nil {
		return err
	}
	defer ws.Close()
	if err := ws.Settings.Set(ctx, "window.welcomed", true); err != nil {
		return err
	}
	return ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := ws.DB.Write(ctx)
		err := db.Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
			INSERT INTO article (title, state, site_name, language, excerpt, url, added_at, changed_at)
			SELECT 'Article ' || i || ' on recruiting and energy', CASE i % 3 WHEN 0 THEN 'inbox' WHEN 1 THEN 'kept' ELSE 'archived' END,
				'site-' || (i % 40) || '.example', CASE i % 2 WHEN 0 THEN 'en' ELSE 'fr' END, 'What the article says, in a line.',
				'https://site.example/' || i, @now - (@count - i) * @apart, @now - (@count - i) * @apart FROM n WHERE i <= @count`,
			map[string]any{"count": count, "now": time.Now().UnixMilli(), "apart": apart.Milliseconds()}).Error
		if err != nil {
			return err
		}
		words := strings.Repeat("People who work in the field say what they would look for. ", 12)
		err = db.Exec(`INSERT INTO article_body (article_id, head, text, html) SELECT id, title, ?, ? FROM article ORDER BY id DESC LIMIT ?`,
			strings.Repeat(words, paragraphs), strings.Repeat("<p>"+words+"</p>", paragraphs), copies).Error
		if err != nil {
			return err
		}
		return db.Exec(`INSERT INTO article_index (rowid, head, text, stems) SELECT article_id, head, text, stems FROM article_body`).Error
	})
}
