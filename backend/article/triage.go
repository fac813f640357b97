package article

import (
	"context"
	"encoding/json"
	"fmt"

	"relais/backend/workspace"
)

const (
	verbTriaged = "article.triaged"
	verbTopics  = "article.topics"
)

// maxBulk bounds how many articles one action changes.
const maxBulk = 20000

// was is the state that an article had, for undo.
type was struct {
	ID    int64              `json:"id"`
	State string             `json:"state"`
	At    *workspace.Instant `json:"at"`
}

// Triage puts articles into a state and gives the journal's entry, by which it
// can be undone; 0 where nothing changed. The other sightings of a story go
// with it.
func (s *Service) Triage(ctx context.Context, state string, ids ...int64) (undo int64, err error) {
	switch state {
	case Inbox, Kept, Discarded, Archived, Expired:
	default:
		return 0, fmt.Errorf("article: unknown state %q", state)
	}
	if len(ids) > maxBulk {
		ids = ids[:maxBulk]
	}
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		var before []was
		for part := range chunks(ids, 500) {
			var rows []was
			q := "SELECT id, state, triaged_at AS at FROM article WHERE (id IN ? OR duplicate_of IN ?) AND state <> ?"
			if err := s.db.Read(ctx).Raw(q, part, part, state).Scan(&rows).Error; err != nil {
				return err
			}
			before = append(before, rows...)
		}
		if len(before) == 0 {
			return nil
		}
		now := workspace.At(s.ws.Now())
		changed := make([]int64, len(before))
		for i, b := range before {
			changed[i] = b.ID
		}
		for part := range chunks(changed, 500) {
			if err := s.db.Write(ctx).Model(&Article{}).Where("id IN ?", part).Updates(map[string]any{"state": state, "triaged_at": now}).Error; err != nil {
				return err
			}
		}
		undo, err = s.ws.Journal.Record(ctx, workspace.Entry{
			Verb: verbTriaged, Kind: "article", ID: ids[0], Params: map[string]any{"state": state, "count": len(ids)}, Undo: before,
		})
		return err
	})
	return undo, err
}

func (s *Service) undoTriage(ctx context.Context, data json.RawMessage) error {
	var before []was
	if err := json.Unmarshal(data, &before); err != nil {
		return fmt.Errorf("article: undo: %w", err)
	}
	byState := map[string][]int64{}
	for _, b := range before {
		byState[b.State] = append(byState[b.State], b.ID)
	}
	for state, ids := range byState {
		for part := range chunks(ids, 500) {
			if err := s.db.Write(ctx).Model(&Article{}).Where("id IN ?", part).Update("state", state).Error; err != nil {
				return err
			}
		}
	}
	for _, b := range before {
		if err := s.db.Write(ctx).Model(&Article{}).Where("id = ?", b.ID).Update("triaged_at", b.At).Error; err != nil {
			return err
		}
	}
	return nil
}

// chunks cuts a list into parts of at most n.
func chunks[T any](all []T, n int) func(func([]T) bool) {
	return func(yield func([]T) bool) {
		for len(all) > 0 {
			k := min(n, len(all))
			if !yield(all[:k]) {
				return
			}
			all = all[k:]
		}
	}
}
