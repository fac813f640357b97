package article

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// Reindex makes the full-text index anew from the texts, in one transaction: an
// import of a whole workspace brings the texts alone.
func (s *Service) Reindex(ctx context.Context) error {
	return s.db.Tx(ctx, func(ctx context.Context) error {
		last := int64(0)
		for {
			var articles []Article
			if err := s.db.Read(ctx).Where("id > ?", last).Order("id").Limit(addBatch).Find(&articles).Error; err != nil {
				return fmt.Errorf("article: reindex: %w", err)
			}
			if len(articles) == 0 {
				return nil
			}
			ids := make([]int64, len(articles))
			for i := range articles {
				ids[i] = articles[i].ID
			}
			var bodies []Body
			if err := s.db.Read(ctx).Select("article_id", "text").Where("article_id IN ?", ids).Find(&bodies).Error; err != nil {
				return fmt.Errorf("article: reindex: %w", err)
			}
			texts := make(map[int64]string, len(bodies))
			for _, b := range bodies {
				texts[b.ArticleID] = b.Text
			}
			rows := make([]workspace.TextRow, len(articles))
			for i := range articles {
				rows[i] = s.textRow(&articles[i], texts[articles[i].ID])
			}
			if err := s.index.Remove(ctx, ids...); err != nil {
				return err
			}
			if err := s.index.Put(ctx, rows); err != nil {
				return err
			}
			last = ids[len(ids)-1]
		}
	})
}
