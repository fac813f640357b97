package workspace

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"gorm.io/gorm/clause"
)

// Kinds of tombstone.
const (
	TombstoneErased = "erased"
	TombstoneLeft   = "left"
)

// Tombstone is a keyed hash of an address whose owner left or was erased.
type Tombstone struct {
	Hash string `gorm:"primaryKey"`
	Kind string `gorm:"primaryKey"`
	At   Instant
}

// TableName is the table of tombstones.
func (Tombstone) TableName() string { return "tombstone" }

const tombstoneKey = "tombstone.key"

// Bury remembers that the owners of addresses left or were erased.
func (w *Workspace) Bury(ctx context.Context, kind string, addresses ...string) error {
	if len(addresses) == 0 {
		return nil
	}
	return w.DB.Tx(ctx, func(ctx context.Context) error {
		rows, now := make([]Tombstone, len(addresses)), At(w.Now())
		for i, address := range addresses {
			hash, err := w.TombstoneHash(ctx, address)
			if err != nil {
				return err
			}
			rows[i] = Tombstone{Hash: hash, Kind: kind, At: now}
		}
		w.departed(ctx)
		return w.DB.Write(ctx).Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(rows, 50).Error
	})
}

// Unbury forgets tombstones, when somebody asks to come back.
func (w *Workspace) Unbury(ctx context.Context, kind string, addresses ...string) error {
	if len(addresses) == 0 {
		return nil
	}
	return w.DB.Tx(ctx, func(ctx context.Context) error {
		hashes := make([]string, len(addresses))
		var err error
		for i, address := range addresses {
			if hashes[i], err = w.TombstoneHash(ctx, address); err != nil {
				return err
			}
		}
		w.departed(ctx)
		return w.DB.Write(ctx).Delete(&Tombstone{}, "hash IN ? AND kind = ?", hashes, kind).Error
	})
}

// Buried says whether the owner of address left or was erased.
func (w *Workspace) Buried(ctx context.Context, kind, address string) (bool, error) {
	hash, err := w.TombstoneHash(ctx, address)
	if err != nil {
		return false, err
	}
	var n int64
	err = w.DB.Read(ctx).Model(&Tombstone{}).Where("hash = ? AND kind = ?", hash, kind).Count(&n).Error
	return n > 0, err
}

// TombstoneHash is HMAC-SHA256 of the address, trimmed and lower-cased, under a
// key of the workspace, in hex: without the key nobody can test an address.
func (w *Workspace) TombstoneHash(ctx context.Context, address string) (string, error) {
	var key string
	found, err := w.Settings.Get(ctx, tombstoneKey, &key)
	if err != nil {
		return "", err
	}
	if !found {
		raw := make([]byte, 32)
		if _, err := rand.Read(raw); err != nil {
			return "", fmt.Errorf("workspace: tombstone key: %w", err)
		}
		key = hex.EncodeToString(raw)
		if w.readOnly {
			return hex.EncodeToString(raw), nil
		}
		if err := w.Settings.Set(ctx, tombstoneKey, key); err != nil {
			return "", err
		}
	}
	raw, err := hex.DecodeString(key)
	if err != nil {
		return "", fmt.Errorf("workspace: tombstone key: %w", err)
	}
	mac := hmac.New(sha256.New, raw)
	mac.Write([]byte(strings.ToLower(strings.TrimSpace(address))))
	return hex.EncodeToString(mac.Sum(nil)), nil
}
