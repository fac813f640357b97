package crash

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/pressly/goose/v3"
)

// migrate opens a workspace of an older schema: cut off or not, it opens afterwards, and nothing is missing.
func (w *world) migrate(n int) step {
	dir := filepath.Join(w.out, fmt.Sprintf("old%d", n))
	const rows = 3000
	if err := oldWorkspace(dir, rows); err != nil {
		w.t.Fatal(err)
	}
	return step{kind: "migrate", args: []string{"staff", "list", "--workspace", dir}, check: func(bool) {
		w.let(step{args: []string{"staff", "list", "--workspace", dir}})
		pool, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "relais.db"))
		if err != nil {
			w.t.Fatal(err)
		}
		defer pool.Close()
		var got int
		var verdict string
		if err := pool.QueryRow("SELECT COUNT(*) FROM setting WHERE key LIKE 'kept.%'").Scan(&got); err != nil || got != rows {
			w.t.Errorf("%d of %d rows after a migration that was cut off (%v)", got, rows, err)
		}
		if err := pool.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
			w.t.Errorf("integrity after a migration: %q %v", verdict, err)
		}
		_ = os.RemoveAll(dir)
	}}
}

// oldWorkspace makes a workspace of some older schema, with rows to lose.
func oldWorkspace(dir string, rows int) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	pool, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "relais.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(OFF)")
	if err != nil {
		return err
	}
	defer pool.Close()
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, os.DirFS("../../backend/workspace/migrations"))
	if err != nil {
		return err
	}
	ctx := context.Background()
	if _, err := provider.UpTo(ctx, int64(1+rand.IntN(len(provider.ListSources())-1))); err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
		INSERT INTO setting (key, value, changed_at) SELECT 'kept.' || i, '"' || hex(randomblob(60)) || '"', 1 FROM n`, rows)
	return err
}
