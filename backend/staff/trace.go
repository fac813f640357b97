package staff

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// traces are the tables in which other features keep rows of a person without a service of their own for copies,
// erasure and merging: mail sent, and suggestions.
type traces struct {
	ws   *workspace.Workspace
	name string
	// table must exist, or the whole is passed over: an older workspace may not have it.
	table string
	copy  string   // of @id
	erase []string // of @id
	move  []string // @from becomes @to
}

// PersonalDataName implements Holder.
func (t traces) PersonalDataName() string { return t.name }

// PersonalData implements Holder.
func (t traces) PersonalData(ctx context.Context, id int64) ([]map[string]any, error) {
	rows := []map[string]any{}
	if !t.ws.DB.Read(ctx).Migrator().HasTable(t.table) {
		return rows, nil
	}
	if err := t.ws.DB.Read(ctx).Raw(t.copy, map[string]any{"id": id}).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("staff: copy %s: %w", t.name, err)
	}
	return rows, nil
}

// ErasePersonalData implements Holder.
func (t traces) ErasePersonalData(ctx context.Context, id int64) error {
	return t.run(ctx, t.erase, map[string]any{"id": id})
}

// MovePersonalData implements Holder.
func (t traces) MovePersonalData(ctx context.Context, from, to int64) error {
	return t.run(ctx, t.move, map[string]any{"from": from, "to": to})
}

func (t traces) run(ctx context.Context, statements []string, args map[string]any) error {
	db := t.ws.DB.Write(ctx)
	if !db.Migrator().HasTable(t.table) {
		return nil
	}
	for _, statement := range statements {
		if err := db.Session(&gorm.Session{}).Exec(statement, args).Error; err != nil {
			return fmt.Errorf("staff: %s: %w", t.name, err)
		}
	}
	return nil
}

// Traces gives the holders for the tables that need no more than statements.
func Traces(ws *workspace.Workspace) []Holder {
	return []Holder{
		traces{ws: ws, name: "messages", table: "message",
			copy: "SELECT kind, recipient, subject, text, state, created_at, sent_at FROM message WHERE staff_id = @id ORDER BY id",
			erase: []string{
				"UPDATE message SET state = 'cancelled', code = 'gone' WHERE staff_id = @id AND state IN ('queued', 'claimed', 'deferred')",
				"UPDATE send_attempt SET smtp_text = '' WHERE message_id IN (SELECT id FROM message WHERE staff_id = @id)",
				"UPDATE message SET recipient = '', recipient_name = '', subject = '', text = '', raw = NULL WHERE staff_id = @id",
			},
			move: []string{"UPDATE message SET staff_id = @to WHERE staff_id = @from"}},
		traces{ws: ws, name: "suggestions", table: "article",
			copy:  "SELECT title, url, state, added_at FROM article WHERE suggested_by = @id ORDER BY id",
			erase: []string{"UPDATE article SET suggested_by = NULL, suggested_name = '' WHERE suggested_by = @id"},
			move:  []string{"UPDATE article SET suggested_by = @to WHERE suggested_by = @from"}},
	}
}
