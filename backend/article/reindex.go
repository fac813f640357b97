package article

import (
	"context"
	"fmt"
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
				return s.index.Rebuild(ctx)
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
			for i := range articles {
				if err := s.setHead(ctx, &articles[i], texts[articles[i].ID]); err != nil {
					return err
				}
			}
			last = ids[len(ids)-1]
		}
	})
}

// setHead writes what is searched of an article beside its text; the caller
// takes the row out of the index before, and puts it back after.
func (s *Service) setHead(ctx context.Context, a *Article, text string) error {
	change := map[string]any{"head": headOf(a), "stems": s.stemsOf(a, wordsIn(text))}
	if err := s.db.Write(ctx).Model(&Body{}).Where("article_id = ?", a.ID).Updates(change).Error; err != nil {
		return fmt.Errorf("article: index: %w", err)
	}
	return nil
}
