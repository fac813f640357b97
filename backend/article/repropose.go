package article

import (
	"context"
	"fmt"
)

// reproposeBatch is how many articles one transaction looks at again.
const reproposeBatch = 200

// maxReproposed bounds how far back a new topic looks.
const maxReproposed = 5000

// ProposeAgain proposes topics anew for the newest articles of the inbox and
// those kept: after a topic was made or changed. What a person decided stays.
func (s *Service) ProposeAgain(ctx context.Context, progress func(done, total int)) error {
	var ids []int64
	err := s.db.Read(ctx).Raw("SELECT id FROM article WHERE state IN ('inbox', 'kept') AND duplicate_of IS NULL ORDER BY id DESC LIMIT ?", maxReproposed).Scan(&ids).Error
	if err != nil {
		return fmt.Errorf("article: propose: %w", err)
	}
	done := 0
	for part := range chunks(ids, reproposeBatch) {
		if err := s.db.Tx(ctx, func(ctx context.Context) error { return s.proposeAgain(ctx, part) }); err != nil {
			return fmt.Errorf("article: propose: %w", err)
		}
		done += len(part)
		if progress != nil {
			progress(done, len(ids))
		}
	}
	return nil
}

func (s *Service) proposeAgain(ctx context.Context, ids []int64) error {
	var rows []Article
	if err := s.db.Read(ctx).Where("id IN ?", ids).Find(&rows).Error; err != nil {
		return err
	}
	var bodies []Body
	if err := s.db.Read(ctx).Select("article_id", "text").Where("article_id IN ?", ids).Find(&bodies).Error; err != nil {
		return err
	}
	texts := make(map[int64]string, len(bodies))
	for _, b := range bodies {
		texts[b.ArticleID] = b.Text
	}
	if err := s.db.Write(ctx).Where("article_id IN ? AND decided = 0", ids).Delete(&ArticleTopic{}).Error; err != nil {
		return err
	}
	again := make([]*intake, len(rows))
	for i := range rows {
		d := Draft{Text: texts[rows[i].ID]}
		if rows[i].SourceID != nil {
			d.SourceID = *rows[i].SourceID
		}
		again[i] = &intake{draft: d, row: rows[i]}
	}
	return s.proposeFor(ctx, again)
}
