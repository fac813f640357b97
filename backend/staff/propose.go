package staff

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"gorm.io/gorm/clause"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// Where a proposed topic comes from; the page says it in words.
const (
	ReasonJob     = "job"     // a word of the job or the department is a word of the topic
	ReasonHistory = "history" // the person shared posts on it
)

// sharedTwice is how many posts on a topic somebody has shared before it is proposed for them.
const sharedTwice = 2

// topicWords are the words by which a topic is found in a job.
type topicWords struct {
	id    int64
	words []string
}

// ProposeTopics proposes topics to people of the firm from their job, their department and what they shared; ids
// narrows it, none means everybody. What a person declared or refused stays, and what was proposed once is not
// proposed again. It gives how many it added.
func (s *Service) ProposeTopics(ctx context.Context, ids ...int64) (int, error) {
	added := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		topics, err := s.topicWords(ctx)
		if err != nil || len(topics) == 0 {
			return err
		}
		rows, err := s.fromJobs(ctx, topics, ids)
		if err != nil {
			return err
		}
		shared, err := s.fromShares(ctx, ids)
		if err != nil {
			return err
		}
		rows = append(shared, rows...)
		for start := 0; start < len(rows); start += batch {
			part := rows[start:min(start+batch, len(rows))]
			res := s.ws.DB.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&part)
			if res.Error != nil {
				return fmt.Errorf("staff: propose: %w", res.Error)
			}
			added += int(res.RowsAffected)
		}
		return nil
	})
	return added, err
}

func (s *Service) topicWords(ctx context.Context) ([]topicWords, error) {
	var rows []struct {
		ID    int64
		Name  string
		Words string
	}
	if err := s.ws.DB.Read(ctx).Raw("SELECT id, name, words FROM topic").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("staff: propose: %w", err)
	}
	out := make([]topicWords, 0, len(rows))
	for _, r := range rows {
		t := topicWords{id: r.ID}
		more := []string{}
		if err := json.Unmarshal([]byte(r.Words), &more); err != nil {
			more = nil
		}
		for _, name := range append(more, r.Name) {
			if key := roster.Fold(name); len(key) >= shortestWord {
				t.words = append(t.words, key)
			}
		}
		out = append(out, t)
	}
	return out, nil
}

func (s *Service) fromJobs(ctx context.Context, topics []topicWords, ids []int64) ([]Topic, error) {
	q := s.ws.DB.Read(ctx).Table("staff p").Select("p.id, p.job_title, COALESCE(d.name, '') AS department").
		Joins("LEFT JOIN department d ON d.id = p.department_id").
		Where("p.erased_at IS NULL AND p.restricted_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)", s.today())
	if len(ids) > 0 {
		q = q.Where("p.id IN ?", ids)
	}
	var people []struct {
		ID         int64
		JobTitle   string
		Department string
	}
	if err := q.Scan(&people).Error; err != nil {
		return nil, fmt.Errorf("staff: propose: %w", err)
	}
	now := workspace.At(s.ws.Now())
	known := map[string][]int64{} // many people have one job: each text is matched once
	out := []Topic{}
	for _, p := range people {
		text := roster.Fold(p.JobTitle + " " + p.Department)
		found, seen := known[text]
		if !seen {
			for _, t := range topics {
				if t.in(text) {
					found = append(found, t.id)
				}
			}
			known[text] = found
		}
		for _, id := range found {
			out = append(out, Topic{StaffID: p.ID, TopicID: id, Stance: Proposed, Reason: ReasonJob, ChangedAt: now})
		}
	}
	return out, nil
}

func (s *Service) fromShares(ctx context.Context, ids []int64) ([]Topic, error) {
	query := `SELECT sh.staff_id, t.topic_id FROM share sh JOIN post_topic t ON t.post_id = sh.post_id JOIN staff p ON p.id = sh.staff_id
		WHERE sh.state = 'counted' AND p.erased_at IS NULL AND p.restricted_at IS NULL`
	args := []any{}
	if len(ids) > 0 {
		query += " AND sh.staff_id IN ?"
		args = append(args, ids)
	}
	query += " GROUP BY sh.staff_id, t.topic_id HAVING COUNT(DISTINCT sh.post_id) >= ?"
	var rows []struct{ StaffID, TopicID int64 }
	if err := s.ws.DB.Read(ctx).Raw(query, append(args, sharedTwice)...).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("staff: propose: %w", err)
	}
	now := workspace.At(s.ws.Now())
	out := make([]Topic, 0, len(rows))
	for _, r := range rows {
		out = append(out, Topic{StaffID: r.StaffID, TopicID: r.TopicID, Stance: Proposed, Reason: ReasonHistory, ChangedAt: now})
	}
	return out, nil
}

const (
	shortestWord = 3
	shortestStem = 4
)

// in says whether a job holds one of the topic's words; a topic of several words must be there whole.
func (t topicWords) in(job string) bool {
	for _, w := range t.words {
		if strings.Contains(" "+job+" ", " "+w+" ") {
			return true
		}
		if strings.Contains(w, " ") {
			continue
		}
		for _, part := range strings.Fields(job) {
			if related(part, w) {
				return true
			}
		}
	}
	return false
}

// endings make people and deeds of one root: soudeur and soudure, recruteuse and recrutement, buyer and buying.
var endings = []string{"issement", "ements", "ement", "ateurs", "ateur", "atrice", "ations", "ation", "euses", "euse", "eurs", "eur", "ures", "ure", "ages", "age",
	"istes", "iste", "ing", "ers", "er", "s"}

func root(word string) string {
	for _, e := range endings {
		if rest, found := strings.CutSuffix(word, e); found && len(rest) >= shortestStem {
			return rest
		}
	}
	return word
}

func related(a, b string) bool { return root(a) == root(b) }
