package article

import "context"

// Hit is an article as a search shows it: the title with the words marked, and
// the passage where they stand.
type Hit struct {
	Row
	Title   []Part
	Passage []Part
}

// Found gives the visible rows of a list for what was typed. Texts are read for
// these rows alone.
func (s *Service) Found(ctx context.Context, ids []int64, typed string, width int) ([]Hit, error) {
	rows, err := s.Rows(ctx, ids)
	if err != nil {
		return nil, err
	}
	q := s.ParseQuery(typed, s.ws.Now())
	texts := map[int64]string{}
	if q.HasWords() && len(ids) > 0 {
		var bodies []Body
		// The first 60,000 characters are enough to show where the words stand.
		err := s.db.Read(ctx).Raw("SELECT article_id, SUBSTR(text, 1, 60000) AS text FROM article_body WHERE article_id IN ?", ids).Scan(&bodies).Error
		if err != nil {
			return nil, err
		}
		for _, b := range bodies {
			texts[b.ArticleID] = b.Text
		}
	}
	hits := make([]Hit, 0, len(rows))
	for _, r := range rows {
		h := Hit{Row: r, Title: s.Mark(&q, r.Language, r.Article.Title)}
		h.Passage = s.Excerpt(&q, r.Language, orElse(texts[r.ID], r.Excerpt), width)
		hits = append(hits, h)
	}
	return hits, nil
}

// TopicWords gives the further words of a topic.
func TopicWords(t Topic) []string { return listOf(t.Words) }
