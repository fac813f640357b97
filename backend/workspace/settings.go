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
	var rows []setting
	if err := s.ws.DB.Read(ctx).Where("key = ?", key).Limit(1).Find(&rows).Error; err != nil {
		return false, storageFault(fmt.Errorf("setting %s: %w", key, err), s.ws.Dir)
	}
	if len(rows) == 0 {
		return false, nil
	}
	if err := json.Unmarshal([]byte(rows[0].Value), out); err != nil {
		return false, fmt.Errorf("workspace: setting %s: %w", key, err)
	}
	return true, nil
}

// Set keeps value under key.
func (s *Settings) Set(ctx context.Context, key string, value any) error {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("workspace: setting %s: %w", key, err)
	}
	row := setting{Key: key, Value: string(text), ChangedAt: At(s.ws.Now())}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		return s.ws.DB.Write(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error
	})
}

// Delete forgets key.
func (s *Settings) Delete(ctx context.Context, key string) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		return s.ws.DB.Write(ctx).Where("key = ?", key).Delete(&setting{}).Error
	})
}
