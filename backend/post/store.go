package post

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// store holds the only queries of this feature.
type store struct{ ws *workspace.Workspace }

func (s store) one(ctx context.Context, id int64) (Post, error) {
	var rows []Post
	if err := s.ws.DB.Read(ctx).Where("id = ?", id).Limit(1).Find(&rows).Error; err != nil {
		return Post{}, fmt.Errorf("post: %w", err)
	}
	if len(rows) == 0 {
		return Post{}, workspace.NewFault("post_unknown", "post", id)
	}
	return rows[0], nil
}

func (s store) full(ctx context.Context, id int64) (Full, error) {
	p, err := s.one(ctx, id)
	if err != nil {
		return Full{}, err
	}
	all, err := s.fill(ctx, []Post{p})
	if err != nil {
		return Full{}, err
	}
	return all[0], nil
}

// fill reads what belongs to the posts, in five queries however many they are.
func (s store) fill(ctx context.Context, posts []Post) ([]Full, error) {
	out := make([]Full, len(posts))
	ids := make([]int64, len(posts))
	at := map[int64]int{}
	var articles, campaigns []int64
	for i, p := range posts {
		out[i] = Full{Post: p, TagList: []string{}, Topics: []Topic{}, Variants: []Variant{}}
		_ = json.Unmarshal([]byte(p.Tags), &out[i].TagList) // our own JSON; a broken one is an empty list
		ids[i], at[p.ID] = p.ID, i
		if p.ArticleID != nil {
			articles = append(articles, *p.ArticleID)
		}
		if p.CampaignID != nil {
			campaigns = append(campaigns, *p.CampaignID)
		}
	}
	var variants []Variant
	var topics []struct {
		PostID int64
		Topic
	}
	var found []Article
	var names []Topic
	db := s.ws.DB.Read(ctx)
	for _, err := range []error{
		db.Where("post_id IN ? AND retired = 0", ids).Order("position, id").Find(&variants).Error,
		db.Raw("SELECT pt.post_id, t.id, t.name FROM post_topic pt JOIN topic t ON t.id = pt.topic_id WHERE pt.post_id IN ? ORDER BY t.name", ids).Scan(&topics).Error,
		db.Table("article").Where("id IN ?", append(articles, 0)).Find(&found).Error,
		db.Raw("SELECT id, name FROM campaign WHERE id IN ?", append(campaigns, 0)).Scan(&names).Error,
	} {
		if err != nil {
			return nil, fmt.Errorf("post: %w", err)
		}
	}
	proposed, err := s.proposals(ctx, ids)
	if err != nil {
		return nil, err
	}
	for id, texts := range proposed {
		out[at[id]].Proposed = texts
	}
	for _, v := range variants {
		out[at[v.PostID]].Variants = append(out[at[v.PostID]].Variants, v)
	}
	for _, t := range topics {
		out[at[t.PostID]].Topics = append(out[at[t.PostID]].Topics, t.Topic)
	}
	for i := range out {
		for j := range found {
			if out[i].ArticleID != nil && *out[i].ArticleID == found[j].ID {
				out[i].Article = &found[j]
			}
		}
		for _, c := range names {
			if out[i].CampaignID != nil && *out[i].CampaignID == c.ID {
				out[i].Campaign = c.Name
			}
		}
	}
	return out, nil
}

func (s store) article(ctx context.Context, id int64) (Article, []Topic, error) {
	var rows []Article
	topics := []Topic{}
	if err := s.ws.DB.Read(ctx).Table("article").Where("id = ?", id).Limit(1).Find(&rows).Error; err != nil {
		return Article{}, nil, fmt.Errorf("post: article: %w", err)
	}
	if len(rows) == 0 {
		return Article{}, nil, workspace.NewFault("article_unknown", "article", id)
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT t.id, t.name FROM article_topic a JOIN topic t ON t.id = a.topic_id
		WHERE a.article_id = ? AND a.refused = 0 ORDER BY t.name`, id).Scan(&topics).Error
	if err != nil {
		return Article{}, nil, fmt.Errorf("post: article: %w", err)
	}
	return rows[0], topics, nil
}

func (s store) topics(ctx context.Context) ([]Topic, error) {
	rows := []Topic{}
	if err := s.ws.DB.Read(ctx).Raw("SELECT id, name FROM topic ORDER BY lower(name)").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("post: topics: %w", err)
	}
	return rows, nil
}

func (s store) list(ctx context.Context, f Filter) ([]Post, error) {
	if f.Limit <= 0 || f.Limit > 200 {
		f.Limit = 200
	}
	q := s.ws.DB.Read(ctx).Order("changed_at DESC, id DESC").Limit(f.Limit).Offset(max(f.Offset, 0)).Where("template = ?", f.Template)
	if f.State != "" {
		q = q.Where("state = ?", f.State)
	}
	if f.CampaignID != 0 {
		q = q.Where("campaign_id = ?", f.CampaignID)
	}
	rows := []Post{}
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("post: list: %w", err)
	}
	return rows, nil
}

// saveVariants makes the post's variants those of the list, in its order. One that is gone is deleted, or retired
// where it was sent to somebody.
func (s store) saveVariants(ctx context.Context, postID int64, words []Wording) error {
	db := s.ws.DB.Write(ctx)
	kept := []int64{0}
	for i, w := range words {
		row := Variant{PostID: postID, Network: w.Network, Language: w.Language, Tone: w.Tone, Text: w.Text, Position: i}
		if w.ID != 0 {
			res := db.Model(&Variant{}).Where("id = ? AND post_id = ?", w.ID, postID).
				Updates(map[string]any{"network": row.Network, "language": row.Language, "tone": row.Tone, "text": row.Text, "position": i, "retired": false})
			if res.Error != nil {
				return fmt.Errorf("post: variant: %w", res.Error)
			}
			if res.RowsAffected == 1 {
				kept = append(kept, w.ID)
				continue
			}
		}
		if err := db.Create(&row).Error; err != nil {
			return fmt.Errorf("post: variant: %w", err)
		}
		kept = append(kept, row.ID)
	}
	for _, sql := range []string{
		"UPDATE variant SET retired = 1 WHERE post_id = ? AND id NOT IN ? AND id IN (SELECT variant_id FROM request_variant)",
		"DELETE FROM variant WHERE post_id = ? AND id NOT IN ? AND id NOT IN (SELECT variant_id FROM request_variant)",
	} {
		if err := db.Exec(sql, postID, kept).Error; err != nil {
			return fmt.Errorf("post: variant: %w", err)
		}
	}
	return nil
}

func (s store) saveTopics(ctx context.Context, postID int64, topics []int64) error {
	db := s.ws.DB.Write(ctx)
	if err := db.Where("post_id = ?", postID).Delete(&postTopic{}).Error; err != nil {
		return fmt.Errorf("post: topics: %w", err)
	}
	seen := map[int64]bool{}
	for _, id := range topics {
		if seen[id] {
			continue
		}
		seen[id] = true
		if err := db.Create(&postTopic{PostID: postID, TopicID: id}).Error; err != nil {
			return fmt.Errorf("post: topics: %w", err)
		}
	}
	return nil
}

// lastRevision gives the newest one, or nil.
func (s store) lastRevision(ctx context.Context, postID int64) (*Revision, error) {
	var rows []Revision
	if err := s.ws.DB.Read(ctx).Where("post_id = ?", postID).Order("id DESC").Limit(1).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("post: revision: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	return &rows[0], nil
}

func (s store) update(ctx context.Context, id int64, set map[string]any) error {
	res := s.ws.DB.Write(ctx).Model(&Post{}).Where("id = ?", id).Updates(set)
	if res.Error != nil {
		return fmt.Errorf("post: %w", res.Error)
	}
	if res.RowsAffected == 0 {
		return workspace.NewFault("post_unknown", "post", id)
	}
	return nil
}

func (s store) expireDue(ctx context.Context, today string, now workspace.Instant) (int64, error) {
	res := s.ws.DB.Write(ctx).Session(&gorm.Session{}).Model(&Post{}).
		Where("state IN ? AND expires_on IS NOT NULL AND expires_on < ? AND template = 0", []State{Draft, Submitted, Approved}, today).
		Updates(map[string]any{"state": Expired, "changed_at": now})
	return res.RowsAffected, res.Error
}
