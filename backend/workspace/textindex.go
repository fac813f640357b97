package workspace

import (
	"context"
	"fmt"
	"strings"
)

// TextIndex is full-text search over one table of texts that lie elsewhere. It
// hides the dialect (SQLite's FTS5): a feature hands it words and gets back
// conditions to put into its own queries.
//
// Words are letters and digits; case and accents are ignored.
type TextIndex struct {
	db      *DB
	table   string
	columns []string
}

// TextIndex gives the index that a migration made under the name table, with
// these columns.
func (d *DB) TextIndex(table string, columns ...string) *TextIndex {
	return &TextIndex{db: d, table: table, columns: columns}
}

// TextRow is one text, its columns in the order of the index.
type TextRow struct {
	ID     int64
	Values []string
}

// textBatch is how many rows go in by one statement: the index is flushed at
// the end of each.
const textBatch = 100

// Put adds rows that are not in the index yet, in the transaction of ctx.
func (x *TextIndex) Put(ctx context.Context, rows []TextRow) error {
	for len(rows) > 0 {
		n := min(len(rows), textBatch)
		args := make([]any, 0, n*(len(x.columns)+1))
		for _, r := range rows[:n] {
			args = append(args, r.ID)
			for _, v := range r.Values {
				args = append(args, v)
			}
		}
		one := "(?" + strings.Repeat(",?", len(x.columns)) + ")"
		query := fmt.Sprintf("INSERT INTO %s (rowid, %s) VALUES %s", x.table, strings.Join(x.columns, ", "), one+strings.Repeat(","+one, n-1))
		if err := x.db.Write(ctx).Exec(query, args...).Error; err != nil {
			return fmt.Errorf("workspace: index: %w", err)
		}
		rows = rows[n:]
	}
	return nil
}

// Remove takes rows out of the index.
func (x *TextIndex) Remove(ctx context.Context, ids ...int64) error {
	if len(ids) == 0 {
		return nil
	}
	return x.db.Write(ctx).Exec("DELETE FROM "+x.table+" WHERE rowid IN ?", ids).Error
}

// TextTerm is a word, the start of a word, or a phrase.
type TextTerm struct {
	Words  []string
	Prefix bool // the last word may go on
}

// TextClause is met by any one of its terms; Not turns it round.
type TextClause struct {
	Any []TextTerm
	Not bool
}

// Expression writes clauses, all of which are to be met, as the index wants
// them, or gives nothing where nothing is asked for.
func (x *TextIndex) Expression(clauses []TextClause) string {
	var with, without []string
	for _, c := range clauses {
		var terms []string
		for _, t := range c.Any {
			words := strings.Join(t.Words, " ")
			if words = strings.ReplaceAll(words, `"`, ""); words == "" {
				continue
			}
			term := `"` + words + `"`
			if t.Prefix {
				term += " *"
			}
			terms = append(terms, term)
		}
		if len(terms) == 0 {
			continue
		}
		joined := "(" + strings.Join(terms, " OR ") + ")"
		if c.Not {
			without = append(without, joined)
		} else {
			with = append(with, joined)
		}
	}
	if len(with) == 0 {
		return ""
	}
	expr := strings.Join(with, " AND ")
	for _, w := range without {
		expr += " NOT " + w
	}
	return expr
}

// Count gives the number of matching rows, at most limit.
func (x *TextIndex) Count(ctx context.Context, expression string, limit int) (int, error) {
	var n int
	err := x.db.Read(ctx).Raw("SELECT COUNT(*) FROM (SELECT 1 FROM "+x.table+" WHERE "+x.table+" MATCH ? LIMIT ?)", expression, limit).Scan(&n).Error
	if err != nil {
		return 0, fmt.Errorf("workspace: index: %w", err)
	}
	return n, nil
}
