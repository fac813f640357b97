package window

import (
	"context"
	"encoding/json"

	"relais/backend/article"
)

// RenameTopic gives a topic another name, or another place in the tree (parent 0: none).
func (s *Staff) RenameTopic(id int64, name string, parent int64) error {
	return do(s.w.app, "Staff.RenameTopic", func() error {
		ctx := context.Background()
		all, err := s.w.app.Articles.Topics(ctx)
		if err != nil {
			return err
		}
		topic, words := article.Topic{ID: id, Name: name}, []string{}
		for _, t := range all {
			if t.ID == id {
				if err := json.Unmarshal([]byte(t.Words), &words); err != nil {
					words = []string{}
				}
			}
		}
		if parent != 0 {
			topic.ParentID = &parent
		}
		_, err = s.w.app.Articles.SaveTopic(ctx, topic, words)
		return err
	})
}

// MergeTopics makes one topic of two: people keep their strongest word on it, a refusal before all.
func (s *Staff) MergeTopics(from, into int64) error {
	return do(s.w.app, "Staff.MergeTopics", func() error {
		return s.w.app.Workspace.DB.Tx(context.Background(), func(ctx context.Context) error {
			if err := s.w.app.Staff.MergeTopics(ctx, from, into); err != nil {
				return err
			}
			return s.w.app.Articles.MergeTopic(ctx, from, into)
		})
	})
}
