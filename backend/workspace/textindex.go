package workspace

import (
	"context"
	"fmt"
	"strings"
)

// TextIndex is full-text search over the columns of a table. It hides the
// dialect (SQLite's FTS5 with external content): a feature hands it words and
// gets back an expression to put into its own queries.
//
// Words are letters and digits; case and accents are ignored.
type TextIndex struct {
	db      *DB
	table   string // of the index
	content string // of the texts
	key     string // its primary key
	columns string
}

// TextIndex gives the index that a migration made under the name table, over
// these columns of content.
func (d *DB) TextIndex(table, content, key string, columns ...string) *TextIndex {
	return &TextIndex{db: d, table: table, content: content, key: key, columns: strings.Join(columns, ", ")}
}

// textBatch is how many rows go in by one statement: the index is flushed at
// the end of each.
const textBatch = 100

// Put indexes rows that are not in the index yet, in the transaction of ctx.
func (x *TextIndex) Put(ctx context.Context, ids ...int64) error {
	return x.each(ctx, fmt.Sprintf("INSERT INTO %[1]s (rowid, %[4]s) SELECT %[3]s, %[4]s FROM %[2]s WHERE %[3]s IN ?", x.table, x.content, x.key, x.columns), ids)
}

// Remove takes indexed rows out. It comes before their texts change: the index
// forgets what the table holds now.
func (x *TextIndex) Remove(ctx context.Context, ids ...int64) error {
	return x.each(ctx, fmt.Sprintf("INSERT INTO %[1]s (%[1]s, rowid, %[4]s) SELECT 'delete', %[3]s, %[4]s FROM %[2]s WHERE %[3]s IN ?", x.table, x.content, x.key, x.columns), ids)
}

func (x *TextIndex) each(ctx context.Context, query string, ids []int64) error {
	for len(ids) > 0 {
		n := min(len(ids), textBatch)
		if err := x.db.Write(ctx).Exec(query, ids[:n]).Error; err != nil {
			return fmt.Errorf("workspace: index: %w", err)
		}
		ids = ids[n:]
	}
	return nil
}

// Rebuild makes the index anew from the table.
func (x *TextIndex) Rebuild(ctx context.Context) error {
	if err := x.db.Write(ctx).Exec(fmt.Sprintf("INSERT INTO %[1]s (%[1]s) VALUES ('rebuild')", x.table)).Error; err != nil {
		return fmt.Errorf("workspace: index: %w", err)
	}
	return nil
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

// Matches gives the keys of the rows that match, ascending, at most limit.
func (x *TextIndex) Matches(ctx context.Context, expression string, limit int) ([]int64, error) {
	rows, err := x.db.Read(ctx).Raw("SELECT rowid FROM "+x.table+" WHERE "+x.table+" MATCH ? LIMIT ?", expression, limit).Rows()
	if err != nil {
		return nil, fmt.Errorf("workspace: index: %w", err)
	}
	defer rows.Close()
	keys := make([]int64, 0, 512)
	for rows.Next() {
		var k int64
		if err := rows.Scan(&k); err != nil {
			return nil, fmt.Errorf("workspace: index: %w", err)
		}
		keys = append(keys, k)
	}
	return keys, rows.Err()
}

// TextRank is a row that matches and how well: less is better. A word is weighed
// by the whole index, so that ranks of one expression compare with each other.
type TextRank struct {
	Key  int64
	Rank float64
}

// Ranks ranks the rows that match and whose keys lie between from and to, both
// included, in the order of their keys.
func (x *TextIndex) Ranks(ctx context.Context, expression string, from, to int64) ([]TextRank, error) {
	rows, err := x.db.Read(ctx).Raw("SELECT rowid, rank FROM "+x.table+" WHERE "+x.table+" MATCH ? AND rowid BETWEEN ? AND ?", expression, from, to).Rows()
	if err != nil {
		return nil, fmt.Errorf("workspace: index: %w", err)
	}
	defer rows.Close()
	ranks := make([]TextRank, 0, 512)
	for rows.Next() {
		var r TextRank
		if err := rows.Scan(&r.Key, &r.Rank); err != nil {
			return nil, fmt.Errorf("workspace: index: %w", err)
		}
		ranks = append(ranks, r)
	}
	return ranks, rows.Err()
}
