package share

import (
	"context"
	"encoding/json"
	"slices"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Import is one spreadsheet of past shares.
type Import struct {
	ID        int64
	File      string
	Hash      string
	Rows      int
	CreatedAt workspace.Instant
	UndoneAt  *workspace.Instant
}

// TableName is the table of imports.
func (Import) TableName() string { return "share_import" }

// PastShare is one row of a spreadsheet of past shares.
type PastShare struct {
	Row      int // in the file, from 1
	PostID   int64
	Title    string // where no post is known
	StaffID  int64
	Person   int64 // a negative number for somebody who is not in the list
	Network  string
	URL      string
	SharedOn string
	Language string
	Audience *int64
	Figures  map[string]int64
}

// importBatch is how many shares are written between two reports of progress.
const importBatch = 100

// ImportPast adds the shares of a spreadsheet in one transaction; all of them or
// none. The journal can undo the import as a whole. Progress is told after each
// batch.
func (s *Service) ImportPast(ctx context.Context, file, hash string, rows []PastShare, progress func(done int)) (Import, error) {
	imp := Import{File: file, Hash: hash, Rows: len(rows), CreatedAt: s.now()}
	err := s.change(ctx, func(ctx context.Context) error {
		var n int64
		q := s.ws.DB.Write(ctx).Model(&Import{}).Where("hash = ? AND undone_at IS NULL", hash)
		if err := q.Count(&n).Error; err != nil {
			return err
		}
		if n > 0 {
			return workspace.NewFault("import_twice", "file", file)
		}
		if err := s.ws.DB.Write(ctx).Create(&imp).Error; err != nil {
			return err
		}
		done := 0
		for part := range slices.Chunk(rows, importBatch) {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := s.importRows(ctx, imp.ID, part); err != nil {
				return err
			}
			if done += len(part); len(part) == importBatch && progress != nil {
				progress(done)
			}
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{
			Verb: "share.imported", Kind: "share_import", ID: imp.ID, Params: map[string]any{"rows": len(rows)}, Undo: imp.ID,
		})
		return err
	})
	return imp, wrap(err)
}

func (s *Service) importRows(ctx context.Context, importID int64, rows []PastShare) error {
	shares := make([]*Share, len(rows))
	for i, p := range rows {
		shares[i] = p.share(importID)
	}
	if err := s.keep(ctx, shares...); err != nil {
		return err
	}
	var figures []Figure
	for i, p := range rows {
		at, err := dayStart(p.SharedOn)
		if err != nil {
			return err
		}
		figures = append(figures, figuresAt(at, shares[i].ID, OriginImport, p.Figures)...)
	}
	_, err := s.addFigures(ctx, figures...)
	return err
}

func (p PastShare) share(importID int64) *Share {
	sh := &Share{
		ShareKey: importKey(importID, p.Row), PostID: ptrOrNil(p.PostID), Title: p.Title, StaffID: ptrOrNil(p.StaffID), Person: p.Person,
		Network: p.Network, URL: p.URL, SharedOn: p.SharedOn, Language: p.Language, Origin: OriginImport, ImportID: ptr(importID), State: Counted,
	}
	if p.StaffID != 0 {
		sh.Person = p.StaffID
	}
	if p.Audience != nil {
		sh.Audience, sh.AudienceAsOf, sh.AudienceGiven = p.Audience, &sh.SharedOn, true
	}
	return sh
}

func (s *Service) undoImport(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return s.change(ctx, func(ctx context.Context) error {
		if err := s.ws.DB.Write(ctx).Where("import_id = ? AND origin = ?", id, OriginImport).Delete(&Share{}).Error; err != nil {
			return err
		}
		return s.ws.DB.Write(ctx).Model(&Import{}).Where("id = ?", id).Update("undone_at", s.now()).Error
	})
}

// Visit is one line of a web statistics export: how many visits came by one
// tagged address on a day.
type Visit struct {
	PostID   int64 // 0 where it matches no post
	Day      string
	Source   string
	Medium   string
	Campaign string
	Content  string
	Visits   int64
}

// ClickImport is one export of web statistics.
type ClickImport struct {
	ID        int64
	File      string
	Hash      string
	Program   string // "matomo" or "google_analytics"
	Since     string
	Until     string
	Rows      int
	CreatedAt workspace.Instant
	UndoneAt  *workspace.Instant
}

// TableName is the table of click imports.
func (ClickImport) TableName() string { return "click_import" }

// ClickFigure is a Visit in the database.
type ClickFigure struct {
	ID        int64
	ImportID  int64
	PostID    *int64
	Day       string
	Source    string
	Medium    string
	Campaign  string
	Content   string
	Visits    int64
	CreatedAt workspace.Instant
}

// TableName is the table of visits.
func (ClickFigure) TableName() string { return "click_figure" }

// ImportVisits adds the visits of an export, once a file. Exports overlap: of the
// same address and day, reports take the later one.
func (s *Service) ImportVisits(ctx context.Context, imp ClickImport, visits []Visit) (ClickImport, error) {
	imp.Rows, imp.CreatedAt = len(visits), s.now()
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var n int64
		q := s.ws.DB.Write(ctx).Model(&ClickImport{}).Where("hash = ? AND undone_at IS NULL", imp.Hash)
		if err := q.Count(&n).Error; err != nil {
			return err
		}
		if n > 0 {
			return workspace.NewFault("import_twice", "file", imp.File)
		}
		if err := s.ws.DB.Write(ctx).Create(&imp).Error; err != nil {
			return err
		}
		rows := make([]ClickFigure, 0, len(visits))
		for _, v := range visits {
			rows = append(rows, ClickFigure{ImportID: imp.ID, PostID: ptrOrNil(v.PostID), Day: v.Day, Source: v.Source,
				Medium: v.Medium, Campaign: v.Campaign, Content: v.Content, Visits: v.Visits, CreatedAt: s.now()})
		}
		if len(rows) > 0 {
			if err := s.ws.DB.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, importBatch).Error; err != nil {
				return err
			}
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{
			Verb: "click.imported", Kind: "click_import", ID: imp.ID, Params: map[string]any{"rows": len(rows)}, Undo: imp.ID,
		})
		return err
	})
	return imp, wrap(err)
}

func (s *Service) undoClicks(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	if err := s.ws.DB.Write(ctx).Delete(&ClickFigure{}, "import_id = ?", id).Error; err != nil {
		return wrap(err)
	}
	return wrap(s.ws.DB.Write(ctx).Model(&ClickImport{}).Where("id = ?", id).Update("undone_at", s.now()).Error)
}

func dayStart(date string) (workspace.Instant, error) {
	if _, err := weekOf(date); err != nil {
		return 0, err
	}
	return parseDay(date)
}
