package workspace

import (
	"context"
	"database/sql"
)

// countTables gives the rows of every table of a database, and its schema's
// version. Tables that only serve the full-text index are left out.
func countTables(ctx context.Context, database string) (map[string]int64, int64, error) {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?mode=ro")
	if err != nil {
		return nil, 0, storageFault(err, database)
	}
	defer pool.Close()
	counts, schema, err := countRows(ctx, pool)
	return counts, schema, storageFault(err, database)
}

func countRows(ctx context.Context, db queries) (map[string]int64, int64, error) {
	names, err := tableNames(ctx, db)
	if err != nil {
		return nil, 0, err
	}
	counts := map[string]int64{}
	for _, name := range names {
		var n int64
		if err := db.QueryRowContext(ctx, "SELECT COUNT(*) FROM "+quoted(name)).Scan(&n); err != nil {
			return nil, 0, err
		}
		counts[name] = n
	}
	var schema int64
	err = db.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&schema)
	return counts, schema, err
}

func tableNames(ctx context.Context, db queries) ([]string, error) {
	return namesOf(ctx, db, `SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
}

// namesOf gives the only column of what the query finds.
func namesOf(ctx context.Context, db queries, query string, args ...any) ([]string, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names := []string{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}
