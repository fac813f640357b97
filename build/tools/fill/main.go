// Fill makes a workspace with many articles, for the window's benchmark.
//
//	fill DIR COUNT
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"

	"relais/backend/workspace"
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
		return ws.DB.Write(ctx).Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
			INSERT INTO article (title, state, site_name, language, excerpt, url, added_at, changed_at)
			SELECT 'Article ' || i || ' on recruiting and energy', CASE i % 3 WHEN 0 THEN 'inbox' WHEN 1 THEN 'kept' ELSE 'archived' END,
				'site-' || (i % 40) || '.example', CASE i % 2 WHEN 0 THEN 'en' ELSE 'fr' END, 'What the article says, in a line.',
				'https://site.example/' || i, 1700000000000 + i * 60000, 1700000000000 + i * 60000 FROM n`, count).Error
	})
}
