package staff

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// topicTable serves topics from their table, where no library is wired (tests, tools).
type topicTable struct{ ws *workspace.Workspace }

type topicRow struct {
	ID        int64
	Name      string
	ParentID  *int64
	CreatedAt workspace.Instant
}

func (topicRow) TableName() string { return "topic" }

// EnsureTopic finds the topic of this name, whatever its case, or makes it.
func (t topicTable) EnsureTopic(ctx context.Context, name string) (int64, error) {
	name = strings.Join(strings.Fields(name), " ")
	var rows []topicRow
	if err := t.ws.DB.Read(ctx).Where("lower(name) = lower(?)", name).Limit(1).Find(&rows).Error; err != nil {
		return 0, fmt.Errorf("staff: topic: %w", err)
	}
	if len(rows) > 0 {
		return rows[0].ID, nil
	}
	row := topicRow{Name: name, CreatedAt: workspace.At(t.ws.Now())}
	if err := t.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return 0, fmt.Errorf("staff: topic: %w", err)
	}
	return row.ID, nil
}

// SetTopic records a person's stance towards a topic; an empty stance forgets it. A refusal is never replaced by a
// proposal: only the person's or HR's own word does that.
func (s *Service) SetTopic(ctx context.Context, id, topicID int64, stance, reason string) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		db := s.ws.DB.Write(ctx)
		if stance == "" {
			return db.Delete(&Topic{}, "staff_id = ? AND topic_id = ?", id, topicID).Error
		}
		if stance != Declared && stance != Proposed && stance != RefusedTop {
			return workspace.NewFault("stance_unknown", "stance", stance)
		}
		row := Topic{StaffID: id, TopicID: topicID, Stance: stance, Reason: reason, ChangedAt: workspace.At(s.ws.Now())}
		conflict := clause.OnConflict{UpdateAll: true}
		if stance == Proposed {
			conflict = clause.OnConflict{DoNothing: true}
		}
		if err := db.Clauses(conflict).Create(&row).Error; err != nil {
			return fmt.Errorf("staff: stance: %w", err)
		}
		return nil
	})
}

// EnsureTopic finds or makes a topic by name.
func (s *Service) EnsureTopic(ctx context.Context, name string) (int64, error) {
	return s.topics.EnsureTopic(ctx, name)
}

// MergeTopics moves everybody's stance from one topic to another, when the firm's topics are merged. Where a person
// has both, a refusal stays, then what they declared. It joins the transaction in ctx.
func (s *Service) MergeTopics(ctx context.Context, from, to int64) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		var rows []Topic
		if err := db.Where("topic_id = ?", from).Find(&rows).Error; err != nil {
			return fmt.Errorf("staff: merge topics: %w", err)
		}
		for _, r := range rows {
			var have Topic
			err := db.Session(&gorm.Session{}).Where("staff_id = ? AND topic_id = ?", r.StaffID, to).Limit(1).Find(&have).Error
			if err != nil {
				return fmt.Errorf("staff: merge topics: %w", err)
			}
			if weight(have.Stance) >= weight(r.Stance) {
				continue
			}
			r.TopicID = to
			if err := db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&r).Error; err != nil {
				return fmt.Errorf("staff: merge topics: %w", err)
			}
		}
		return db.Delete(&Topic{}, "topic_id = ?", from).Error
	})
}

func weight(stance string) int {
	return map[string]int{Proposed: 1, Declared: 2, RefusedTop: 3}[stance]
}

// Coverage says who knows a topic and what the library has on it.
type Coverage struct {
	TopicID  int64
	Name     string
	ParentID *int64
	Declared int // people of the firm who declare it
	Proposed int
	Members  int // of both, those who take part
	Articles int // kept articles
}

// Coverage gives every topic in alphabetical order. People count while they are in the firm.
func (s *Service) Coverage(ctx context.Context) ([]Coverage, error) {
	out := []Coverage{}
	err := s.ws.DB.Read(ctx).Raw(`
		SELECT t.id AS topic_id, t.name, t.parent_id,
			COALESCE(SUM(CASE WHEN k.stance = 'declared' THEN 1 ELSE 0 END), 0) AS declared,
			COALESCE(SUM(CASE WHEN k.stance = 'proposed' THEN 1 ELSE 0 END), 0) AS proposed,
			COALESCE(SUM(CASE WHEN k.stance IN ('declared', 'proposed') AND k.membership IN ('active', 'paused') THEN 1 ELSE 0 END), 0) AS members,
			(SELECT COUNT(*) FROM article_topic at JOIN article a ON a.id = at.article_id WHERE at.topic_id = t.id AND at.refused = 0 AND a.state = 'kept') AS articles
		FROM topic t
		LEFT JOIN (SELECT st.topic_id, st.stance, p.membership FROM staff_topic st JOIN staff p ON p.id = st.staff_id
			WHERE p.erased_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)) k ON k.topic_id = t.id
		GROUP BY t.id, t.name, t.parent_id`, s.today()).Scan(&out).Error
	if err != nil {
		return nil, fmt.Errorf("staff: coverage: %w", err)
	}
	// Folded, so that Énergie stands under E: a database sorts it after Z.
	slices.SortStableFunc(out, func(a, b Coverage) int {
		return cmp.Or(cmp.Compare(roster.Fold(a.Name), roster.Fold(b.Name)), cmp.Compare(a.TopicID, b.TopicID))
	})
	return out, nil
}
