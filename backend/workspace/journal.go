package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"

	"gorm.io/gorm"
)

// Journal says who did what, when, to which thing, and can undo what can be
// undone. It never holds a message's text.
type Journal struct {
	ws    *Workspace
	mu    sync.RWMutex
	undos map[string]UndoFunc
}

// UndoFunc takes back what an entry did, from the data recorded with it. It runs
// in the transaction of the undo.
type UndoFunc func(ctx context.Context, data json.RawMessage) error

// Entry is one thing done. Undo is nil where it cannot be taken back.
type Entry struct {
	Verb   string // what was done, as feature.verb: "article.kept"
	Kind   string // the kind of thing: "article"
	ID     int64
	Params map[string]any
	Undo   any
}

// Activity is a recorded entry.
type Activity struct {
	ID       int64
	At       Instant
	Actor    string
	Verb     string
	Thing    string
	ThingID  int64
	Params   string
	Undo     *string
	UndoneAt *Instant
}

// TableName is the table of entries.
func (Activity) TableName() string { return "activity" }

// OnUndo says how entries of a verb are undone. It is called once a verb, by the
// composition root or a feature's constructor.
func (j *Journal) OnUndo(verb string, undo UndoFunc) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.undos[verb] = undo
}

// Record writes an entry in the transaction of ctx and gives its id.
func (j *Journal) Record(ctx context.Context, e Entry) (int64, error) {
	row := Activity{At: At(j.ws.Now()), Actor: Actor(j.ws.DB.acted(ctx)), Verb: e.Verb, Thing: e.Kind, ThingID: e.ID, Params: "{}"}
	if len(e.Params) > 0 {
		text, err := json.Marshal(e.Params)
		if err != nil {
			return 0, fmt.Errorf("workspace: journal: %w", err)
		}
		row.Params = string(text)
	}
	if e.Undo != nil {
		text, err := json.Marshal(e.Undo)
		if err != nil {
			return 0, fmt.Errorf("workspace: journal: %w", err)
		}
		undo := string(text)
		row.Undo = &undo
	}
	if err := j.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return 0, fmt.Errorf("workspace: journal: %w", err)
	}
	return row.ID, nil
}

// Undo takes back the entry with this id. It fails with "undo_gone" where the
// entry cannot be undone or already was.
func (j *Journal) Undo(ctx context.Context, id int64) error {
	return j.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var row Activity
		err := j.ws.DB.Write(ctx).Take(&row, "id = ?", id).Error
		if err != nil {
			return NewFault("undo_gone").Wrap(err)
		}
		j.mu.RLock()
		undo := j.undos[row.Verb]
		j.mu.RUnlock()
		if row.Undo == nil || row.UndoneAt != nil || undo == nil {
			return NewFault("undo_gone")
		}
		if err := undo(ctx, json.RawMessage(*row.Undo)); err != nil {
			return err
		}
		return j.ws.DB.Write(ctx).Model(&Activity{}).Where("id = ?", id).Update("undone_at", At(j.ws.Now())).Error
	})
}

// CanUndo says whether an entry can still be taken back.
func (j *Journal) CanUndo(a Activity) bool {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return a.Undo != nil && a.UndoneAt == nil && j.undos[a.Verb] != nil
}

// Filter narrows the entries that List gives.
type Filter struct {
	Kind   string
	ID     int64
	Actor  string
	Before int64 // entries with a smaller id, for paging; 0 means from the newest
	Since  time.Time
	Limit  int
}

// List gives entries, newest first, at most 200 a page.
func (j *Journal) List(ctx context.Context, f Filter) ([]Activity, error) {
	if f.Limit <= 0 || f.Limit > 200 {
		f.Limit = 200
	}
	q := j.ws.DB.Read(ctx).Order("id DESC").Limit(f.Limit)
	for _, c := range []struct {
		use  bool
		cond string
		arg  any
	}{
		{f.Kind != "", "thing = ?", f.Kind},
		{f.ID != 0, "thing_id = ?", f.ID},
		{f.Actor != "", "actor = ?", f.Actor},
		{f.Before != 0, "id < ?", f.Before},
		{!f.Since.IsZero(), "at >= ?", At(f.Since)},
	} {
		if c.use {
			q = q.Where(c.cond, c.arg)
		}
	}
	rows := []Activity{}
	if err := q.Session(&gorm.Session{}).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("workspace: journal: %w", err)
	}
	return rows, nil
}
