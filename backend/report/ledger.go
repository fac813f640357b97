package report

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/share"
)

// Line is a share as it is listed: with the names of what it is about.
type Line struct {
	share.Share
	PostTitle    string
	StaffName    string // "" for a person who was erased or was never in the list
	StaffAddress string
	Figures      map[string]int64 `gorm:"-"` // those that stand
	OpenFlags    []share.Flag     `gorm:"-"`
}

// LedgerFilter narrows the lines that Lines gives. Zero values are no limits.
type LedgerFilter struct {
	Filter
	ID      int64
	PostID  int64
	StaffID int64
	State   string // counted, held, void or any; "" is all but void
	Words   string // in the post's title or the person's name; case and accents do not matter
	Before  Cursor // for paging
	Limit   int    // at most 1,000; 100 where 0
}

// Cursor is the last line of a page; the next page begins behind it.
type Cursor struct {
	SharedOn string
	ID       int64
}

const (
	linesDefault = 100
	linesMost    = 1000
)

// Lines gives one page of the ledger, the newest day first. Which shares stand on
// it is found in the packed ledger; their rows alone are read.
func (s *Service) Lines(ctx context.Context, f LedgerFilter) ([]Line, error) {
	if _, _, err := f.period(); err != nil {
		return nil, err
	}
	s.ledger.Fold(ctx)
	lines := []Line{}
	err := s.ws.DB.Read(ctx).Transaction(func(db *gorm.DB) error {
		conditions := f.conditions()
		if f.ID == 0 && f.PostID == 0 && f.StaffID == 0 {
			ids, err := s.findLines(ctx, db, f)
			if err != nil || len(ids) == 0 {
				return err
			}
			conditions = []condition{{"s.id IN ?", []any{ids}}}
		}
		var err error
		lines, err = readLines(db, conditions, f.limit())
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("report: ledger: %w", err)
	}
	return lines, nil
}

// readLines reads the rows under conditions, the newest day first.
func readLines(db *gorm.DB, conditions []condition, limit int) ([]Line, error) {
	q := db.Table("share s").Select(`s.*, COALESCE(p.title, s.title) AS post_title, COALESCE(st.name, '') AS staff_name,
		COALESCE((SELECT a.address FROM staff_address a WHERE a.staff_id = st.id ORDER BY a.is_primary DESC, a.id LIMIT 1), '') AS staff_address`).
		Joins("LEFT JOIN post p ON p.id = s.post_id").Joins("LEFT JOIN staff st ON st.id = s.staff_id").
		Order("s.shared_on DESC, s.id DESC").Limit(limit)
	for _, c := range conditions {
		q = q.Where(c.text, c.args...)
	}
	lines := []Line{}
	if err := q.Scan(&lines).Error; err != nil {
		return nil, err
	}
	return lines, addFigures(db, lines)
}

func (f LedgerFilter) limit() int {
	if f.Limit <= 0 {
		return linesDefault
	}
	return min(f.Limit, linesMost)
}

type condition struct {
	text string
	args []any
}

// conditions are those of the shares of one post or person, of which there are
// few enough for an index.
func (f LedgerFilter) conditions() []condition {
	var out []condition
	add := func(use bool, text string, args ...any) {
		if use {
			out = append(out, condition{text, args})
		}
	}
	add(f.State != "" && f.State != anyState, "s.state = ?", f.State)
	add(f.State == "", "s.state <> 'void'")
	add(f.ID != 0, "s.id = ?", f.ID)
	add(f.PostID != 0, "s.post_id = ?", f.PostID)
	add(f.StaffID != 0, "s.staff_id = ?", f.StaffID)
	add(f.From != "", "s.shared_on >= ?", f.From)
	add(f.To != "", "s.shared_on <= ?", f.To)
	add(f.Network != "", "s.network = ?", f.Network)
	add(f.Department != "", "s.department = ?", f.Department)
	add(f.Language != "", "s.language = ?", f.Language)
	add(f.Campaign != 0, "p.campaign_id = ?", f.Campaign)
	add(f.Objective != "", "p.campaign_id IN (SELECT id FROM campaign WHERE objective = ?)", f.Objective)
	add(f.Topic != 0, "s.post_id IN (SELECT post_id FROM post_topic WHERE topic_id = ?)", f.Topic)
	add(f.Before.ID != 0, "(s.shared_on < ? OR (s.shared_on = ? AND s.id < ?))", f.Before.SharedOn, f.Before.SharedOn, f.Before.ID)
	return out
}

// addFigures fills in the figures and open flags of a page of lines.
func addFigures(db *gorm.DB, lines []Line) error {
	ids := make([]int64, len(lines))
	at := map[int64]*Line{}
	for i := range lines {
		ids[i] = lines[i].ID
		at[ids[i]] = &lines[i]
		lines[i].Figures = map[string]int64{}
		lines[i].OpenFlags = []share.Flag{}
	}
	for len(ids) > 0 {
		part := ids[:min(len(ids), 400)]
		ids = ids[len(part):]
		var figures []share.Figure
		if err := db.Where("share_id IN ?", part).Find(&figures).Error; err != nil {
			return fmt.Errorf("report: figures: %w", err)
		}
		by := map[int64][]share.Figure{}
		for _, f := range figures {
			by[f.ShareID] = append(by[f.ShareID], f)
		}
		for id, list := range by {
			at[id].Figures = share.Standing(list)
		}
		var flags []share.Flag
		if err := db.Where("share_id IN ? AND decision = ''", part).Order("id").Find(&flags).Error; err != nil {
			return fmt.Errorf("report: flags: %w", err)
		}
		for _, f := range flags {
			at[f.ShareID].OpenFlags = append(at[f.ShareID].OpenFlags, f)
		}
	}
	return nil
}
