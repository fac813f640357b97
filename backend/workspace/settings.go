package workspace

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm/clause"
)

// Settings are the workspace's named values, kept as JSON.
type Settings struct{ ws *Workspace }

type setting struct {
	Key       string `gorm:"primaryKey"`
	Value     string
	ChangedAt Instant
}

func (setting) TableName() string { return "setting" }

// Get reads the value of key into out, and says whether there is one; where
// there is none, out keeps what it held, which serves as the default.
func (s *Settings) Get(ctx context.Context, key string, out any) (bool, error) {
	text, err := s.text(ctx, key)
	if err != nil {
		return false, storageFault(fmt.Errorf("setting %s: %w", key, err), s.ws.Dir)
	}
	if text == nil {
		return false, nil
	}
	if err := json.Unmarshal([]byte(*text), out); err != nil {
		return false, fmt.Errorf("workspace: setting %s: %w", key, err)
	}
	return true, nil
}

// text gives a value as it is kept, nil where there is none. Within a transaction it is asked for once.
func (s *Settings) text(ctx context.Context, key string) (*string, error) {
	state := s.ws.DB.current(ctx)
	if state != nil {
		if text, known := state.settings[key]; known {
			return text, nil
		}
	}
	var rows []setting
	if err := s.ws.DB.Read(ctx).Where("key = ?", key).Limit(1).Find(&rows).Error; err != nil {
		return nil, err
	}
	var text *string
	if len(rows) > 0 {
		text = &rows[0].Value
	}
	if state != nil {
		if state.settings == nil {
			state.settings = map[string]*string{}
		}
		state.settings[key] = text
	}
	return text, nil
}

// forget drops what was read of the key in the transaction of ctx.
func (s *Settings) forget(ctx context.Context, key string) {
	if state := s.ws.DB.current(ctx); state != nil {
		delete(state.settings, key)
	}
}

// Set keeps value under key.
func (s *Settings) Set(ctx context.Context, key string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("workspace: setting %s: %w", key, err)
	}
	row := setting{Key: key, Value: string(text), ChangedAt: At(s.ws.Now())}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		s.forget(ctx, key)
		return s.ws.DB.Write(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
}

// Delete forgets key.
func (s *Settings) Delete(ctx context.Context, key string) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		s.forget(ctx, key)
		return s.ws.DB.Write(ctx).Where("key = ?", key).Delete(&setting{}).Error
	})
}
