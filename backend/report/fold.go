package report

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"time"

	"gorm.io/gorm"
)

// foldFrom is how many changed segments are packed on the way of a view before
// they are written down; foldPatience how long that may wait for the writer.
const (
	foldFrom     = 8
	foldPatience = 500 * time.Millisecond
)

// fold writes down segments that many views would else pack again: those that
// the table dirty names, each by pack. It gives way to whoever writes: a view
// never fails for it.
func (s *Service) fold(ctx context.Context, dirty string, pack func(db *gorm.DB, id, version int64) error) {
	var n int64
	if err := s.ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM " + dirty).Scan(&n).Error; err != nil || n < foldFrom || s.ws.ReadOnly() {
		return
	}
	ctx, stop := context.WithTimeout(ctx, foldPatience+time.Duration(n)*10*time.Millisecond)
	defer stop()
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		ids, err := dirtyOf(db, dirty)
		if err != nil {
			return err
		}
		for _, id := range ids {
			var version [8]byte
			if _, err := rand.Read(version[:]); err != nil {
				return err
			}
			if err := pack(db, id, int64(binary.LittleEndian.Uint64(version[:])>>1)); err != nil {
				return err
			}
		}
		return db.Exec("DELETE FROM " + dirty).Error
	})
	if err != nil {
		s.ws.Log.Warn("report: not packed", "table", dirty, "error", err.Error())
	}
}

func dirtyOf(db *gorm.DB, table string) ([]int64, error) {
	var ids []int64
	err := db.Raw("SELECT segment FROM " + table + " ORDER BY segment").Scan(&ids).Error
	return ids, err
}

// scanEach runs a query and hands over every row.
func scanEach(db *gorm.DB, row func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := db.Raw(query, args...).Rows()
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	return rows.Err()
}
