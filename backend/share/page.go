package share

import (
	"context"
	"encoding/json"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Page is the company's own presence on a network.
type Page struct {
	ID        int64
	Network   string
	Name      string
	URL       string
	CreatedAt workspace.Instant
}

// TableName is the table of pages.
func (Page) TableName() string { return "page" }

// PageFigure is what the company said of its page on a day; nil is not known.
type PageFigure struct {
	ID               int64
	PageID           int64
	AsOf             string
	Followers        *int64
	ReachPerPost     *int64   // people who saw one of the page's posts, on average
	ReactionsPerPost *float64 // likes, comments and reposts of one post, on average
	OverlapPermille  *int64   // parts of 1,000 of the staff's audience that follow the page already
	Note             string
	CreatedAt        workspace.Instant
	VoidedAt         *workspace.Instant
}

// TableName is the table of page figures.
func (PageFigure) TableName() string { return "page_figure" }

// SavePage adds the page of a network or changes its name and address.
func (s *Service) SavePage(ctx context.Context, p Page) (Page, error) {
	if p.Network == "" {
		return p, workspace.NewFault("page_needs_network")
	}
	p.CreatedAt = s.now()
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		err := s.ws.DB.Write(ctx).Omit("ID").Clauses(clause.OnConflict{
			Columns: []clause.Column{{Name: "network"}}, DoUpdates: clause.AssignmentColumns([]string{"name", "url"}),
		}).Create(&p).Error
		if err != nil {
			return err
		}
		return s.ws.DB.Write(ctx).Take(&p, "network = ?", p.Network).Error
	})
	return p, wrap(err)
}

// RemovePage forgets a page and its figures.
func (s *Service) RemovePage(ctx context.Context, id int64) error {
	return wrap(s.ws.DB.Write(ctx).Delete(&Page{}, "id = ?", id).Error)
}

// AddPageFigure keeps what a page reaches as of a day. Earlier figures stay:
// every period is compared with what was known of it.
func (s *Service) AddPageFigure(ctx context.Context, f PageFigure) (PageFigure, error) {
	if f.AsOf == "" {
		f.AsOf = day(s.ws.Now())
	}
	if _, err := weekOf(f.AsOf); err != nil {
		return f, err
	}
	if f.Followers == nil && f.ReachPerPost == nil && f.ReactionsPerPost == nil && f.OverlapPermille == nil {
		return f, workspace.NewFault("page_figure_empty")
	}
	if f.OverlapPermille != nil && (*f.OverlapPermille < 0 || *f.OverlapPermille > 1000) {
		return f, workspace.NewFault("overlap_out_of_range")
	}
	f.CreatedAt = s.now()
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.ws.DB.Write(ctx).Create(&f).Error; err != nil {
			return err
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "page.figure", Kind: "page", ID: f.PageID, Undo: f.ID})
		return err
	})
	return f, wrap(err)
}

func (s *Service) undoPageFigure(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return wrap(s.ws.DB.Write(ctx).Model(&PageFigure{}).Where("id = ?", id).Update("voided_at", s.now()).Error)
}

// Pages gives the company's pages, by network.
func (s *Service) Pages(ctx context.Context) ([]Page, error) {
	rows := []Page{}
	err := s.ws.DB.Read(ctx).Order("network").Find(&rows).Error
	return rows, wrap(err)
}

// PageFigures gives all standing figures of all pages, oldest first.
func (s *Service) PageFigures(ctx context.Context) ([]PageFigure, error) {
	rows := []PageFigure{}
	err := s.ws.DB.Read(ctx).Where("voided_at IS NULL").Order("as_of, id").Find(&rows).Error
	return rows, wrap(err)
}
