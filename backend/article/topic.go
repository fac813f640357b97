package article

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Topics lists the firm's topics by name.
func (s *Service) Topics(ctx context.Context) ([]Topic, error) {
	rows := []Topic{}
	err := s.db.Read(ctx).Order("id").Find(&rows).Error
	slices.SortStableFunc(rows, func(a, b Topic) int { return byName(a.Name, b.Name) })
	return rows, err
}

// byName orders names as people do: Énergie stands under E, where a database puts it after Z.
func byName(a, b string) int { return cmp.Compare(fold(a), fold(b)) }

// TopicFacts is a topic with what is known of it.
type TopicFacts struct {
	Topic
	Articles int // kept articles that a person gave the topic
	Waiting  int // articles in the inbox that seem to be about it
	People   int // who declared it
}

// TopicOverview lists topics with their counts; those without an article or
// without anybody stand out in it.
func (s *Service) TopicOverview(ctx context.Context) ([]TopicFacts, error) {
	rows := []TopicFacts{}
	err := s.db.Read(ctx).Raw("SELECT t.*, (SELECT COUNT(*) FROM staff_topic p WHERE p.topic_id = t.id AND p.stance = 'declared') AS people FROM topic t ORDER BY t.id").Scan(&rows).Error
	if err == nil && len(rows) > 0 {
		err = s.countTopics(ctx, rows)
	}
	slices.SortStableFunc(rows, func(a, b TopicFacts) int { return byName(a.Name, b.Name) })
	return rows, err
}

// countTopics counts the kept and the waiting articles of each topic. Joining
// 100,000 articles with their topics takes a second; their states are known as
// bits.
func (s *Service) countTopics(ctx context.Context, topics []TopicFacts) error {
	kept, err := s.inStates(ctx, []string{Kept})
	if err != nil {
		return err
	}
	waiting, err := s.inStates(ctx, []string{Inbox})
	if err != nil {
		return err
	}
	byID := make(map[int64]*TopicFacts, len(topics))
	for i := range topics {
		byID[topics[i].ID] = &topics[i]
	}
	links, err := s.db.Read(ctx).Raw("SELECT topic_id, article_id FROM article_topic WHERE refused = 0").Rows()
	if err != nil {
		return err
	}
	defer links.Close()
	for links.Next() {
		var topic, id int64
		if err := links.Scan(&topic, &id); err != nil {
			return err
		}
		switch t := byID[topic]; {
		case t == nil:
		case kept.has(id):
			t.Articles++
		case waiting.has(id):
			t.Waiting++
		}
	}
	return links.Err()
}

// EnsureTopic gives the id of the topic of this name, made where it is missing.
func (s *Service) EnsureTopic(ctx context.Context, name string) (id int64, err error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return 0, workspace.NewFault("topic_unnamed")
	}
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		have, err := s.topicNamed(ctx, name)
		if err != nil || have != 0 {
			id = have
			return err
		}
		row := Topic{Name: clip(name, 100), Words: "[]", CreatedAt: workspace.At(s.ws.Now())}
		if err := s.db.Write(ctx).Create(&row).Error; err != nil {
			return err
		}
		id = row.ID
		return nil
	})
	return id, err
}

func (s *Service) topicNamed(ctx context.Context, name string) (int64, error) {
	all, err := s.Topics(ctx)
	if err != nil {
		return 0, err
	}
	for _, t := range all {
		if fold(t.Name) == fold(name) {
			return t.ID, nil
		}
	}
	return 0, nil
}

// SaveTopic makes (id 0) or changes a topic: its name, its place in the tree
// and the further words by which a text on it is known.
func (s *Service) SaveTopic(ctx context.Context, t Topic, words []string) (id int64, err error) {
	t.Name = clip(strings.Join(strings.Fields(t.Name), " "), 100)
	if t.Name == "" {
		return 0, workspace.NewFault("topic_unnamed")
	}
	kept := []string{}
	for _, w := range words {
		if w = strings.Join(strings.Fields(w), " "); w != "" && len(kept) < 40 {
			kept = append(kept, clip(w, 60))
		}
	}
	text, err := json.Marshal(kept)
	if err != nil {
		return 0, fmt.Errorf("article: topic: %w", err)
	}
	t.Words = string(text)
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		have, err := s.topicNamed(ctx, t.Name)
		if err != nil {
			return err
		}
		if have != 0 && have != t.ID {
			return workspace.NewFault("topic_exists", "name", t.Name)
		}
		if t.ParentID != nil && (*t.ParentID == t.ID || *t.ParentID == 0) {
			t.ParentID = nil
		}
		if err := s.noCircle(ctx, t); err != nil {
			return err
		}
		if t.ID == 0 {
			t.CreatedAt = workspace.At(s.ws.Now())
			err = s.db.Write(ctx).Create(&t).Error
		} else {
			err = s.db.Write(ctx).Model(&Topic{}).Where("id = ?", t.ID).
				Updates(map[string]any{"name": t.Name, "parent_id": t.ParentID, "words": t.Words}).Error
		}
		id = t.ID
		return err
	})
	return id, err
}

// noCircle refuses to hang a topic below one that hangs below it.
func (s *Service) noCircle(ctx context.Context, t Topic) error {
	if t.ID == 0 || t.ParentID == nil {
		return nil
	}
	topics, err := s.Topics(ctx)
	if err != nil {
		return err
	}
	above := map[int64]*Topic{}
	for i := range topics {
		above[topics[i].ID] = &topics[i]
	}
	at := above[*t.ParentID]
	for range topics { // a circle that stands already ends the walk all the same
		if at == nil || at.ParentID == nil {
			return nil
		}
		if *at.ParentID == t.ID {
			return workspace.NewFault("topic_circle", "name", above[*t.ParentID].Name)
		}
		at = above[*at.ParentID]
	}
	return nil
}

// topicTables are the tables that link something to a topic, with the column
// that names the other side.
var topicTables = []struct{ table, other string }{
	{"article_topic", "article_id"}, {"source_topic", "source_id"}, {"staff_topic", "staff_id"}, {"post_topic", "post_id"}, {"topic_stem", "stem"},
}

// MergeTopic moves everything of one topic to another and drops the first.
func (s *Service) MergeTopic(ctx context.Context, from, into int64) error {
	if from == into {
		return nil
	}
	return s.db.Tx(ctx, func(ctx context.Context) error {
		w := s.db.Write(ctx)
		for _, t := range topicTables {
			move := fmt.Sprintf("UPDATE OR IGNORE %s SET topic_id = ? WHERE topic_id = ?", t.table)
			if err := w.Exec(move, into, from).Error; err != nil {
				return err
			}
		}
		if err := w.Exec("UPDATE topic SET parent_id = ? WHERE parent_id = ? AND id <> ?", into, from, into).Error; err != nil {
			return err
		}
		return w.Exec("DELETE FROM topic WHERE id = ?", from).Error
	})
}

// DeleteTopic drops a topic and its links.
func (s *Service) DeleteTopic(ctx context.Context, id int64) error {
	return s.db.Tx(ctx, func(ctx context.Context) error {
		return s.db.Write(ctx).Delete(&Topic{}, id).Error
	})
}

// SetTopics says what articles are about, as a person decided: add are given,
// drop are taken away (and not proposed again). It teaches the proposals, and
// gives the journal's entry for undo.
func (s *Service) SetTopics(ctx context.Context, ids, add, drop []int64) (undo int64, err error) {
	if len(ids) == 0 || len(ids) > maxBulk {
		return 0, nil
	}
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		var before []ArticleTopic
		if err := s.db.Read(ctx).Where("article_id IN ?", ids).Find(&before).Error; err != nil {
			return err
		}
		for _, id := range ids {
			if err := s.decide(ctx, id, add, drop); err != nil {
				return err
			}
		}
		undo, err = s.ws.Journal.Record(ctx, workspace.Entry{
			Verb: verbTopics, Kind: "article", ID: ids[0], Params: map[string]any{"count": len(ids)}, Undo: topicsWere{IDs: ids, Rows: before},
		})
		return err
	})
	return undo, err
}

type topicsWere struct {
	IDs  []int64
	Rows []ArticleTopic
}

func (s *Service) decide(ctx context.Context, id int64, add, drop []int64) error {
	w := s.db.Write(ctx)
	for k, list := range [][]int64{add, drop} {
		for _, topic := range list {
			row := ArticleTopic{ArticleID: id, TopicID: topic, Decided: true, Refused: k == 1, Score: 1, Why: "[]"}
			if err := w.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
				return err
			}
			if err := s.learn(ctx, id, topic, k == 1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Service) undoTopics(ctx context.Context, data json.RawMessage) error {
	var before topicsWere
	if err := json.Unmarshal(data, &before); err != nil {
		return fmt.Errorf("article: undo: %w", err)
	}
	w := s.db.Write(ctx)
	if err := w.Where("article_id IN ?", before.IDs).Delete(&ArticleTopic{}).Error; err != nil {
		return err
	}
	if len(before.Rows) == 0 {
		return nil
	}
	return w.CreateInBatches(before.Rows, 100).Error
}
