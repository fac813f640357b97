package mailbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// AtHand is how long a message may be, in bytes, that ReadBefore gives with its bytes.
const AtHand = 32 << 10

// ReadBefore lists messages that were last read by a version of the reader below version, or never, with ids above
// after, oldest first. Those that are at most AtHand bytes long and lie in the database come with their bytes; Raw gives
// the others.
func (s *Service) ReadBefore(ctx context.Context, version int, after int64, limit int) ([]Inbound, error) {
	if limit <= 0 {
		limit = 100
	}
	rows := []Inbound{}
	err := s.ws.DB.Read(ctx).Select(listed, AtHand).Where("read_version < ? AND id > ? AND erased_at IS NULL", version, after).Order("id").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("mailbox: pending: %w", err)
	}
	return rows, nil
}

const listed = "id, hash, fingerprint, role, size, truncated, internal_date, stored_at, CASE WHEN size <= ? THEN raw END AS raw, path, read_version, read_at, erased_at"

// CountBefore says how many messages ReadBefore has left to list after that id.
func (s *Service) CountBefore(ctx context.Context, version int, after int64) (int, error) {
	var n int64
	err := s.ws.DB.Read(ctx).Model(&Inbound{}).Where("read_version < ? AND id > ? AND erased_at IS NULL", version, after).Count(&n).Error
	if err != nil {
		return 0, fmt.Errorf("mailbox: pending: %w", err)
	}
	return int(n), nil
}

// MarkRead records that the reader of this version (1 or more) has read the messages. It belongs in the transaction
// that stores what was read.
func (s *Service) MarkRead(ctx context.Context, version int, ids ...int64) error {
	err := s.ws.DB.Write(ctx).Model(&Inbound{}).Where("id IN ?", ids).
		Updates(map[string]any{"read_version": version, "read_at": workspace.At(s.ws.Now())}).Error
	if err != nil {
		return fmt.Errorf("mailbox: mark: %w", err)
	}
	return nil
}

// Get gives a message without its bytes.
func (s *Service) Get(ctx context.Context, id int64) (Inbound, error) {
	var row Inbound
	err := s.ws.DB.Read(ctx).Omit("raw").Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, workspace.ErrNotFound
	}
	return row, err
}

// Raw gives the bytes of a message, at most limit of them (MaxMessage where it is 0). workspace.ErrNotFound means that
// retention or an erasure took them.
func (s *Service) Raw(ctx context.Context, id, limit int64) ([]byte, error) {
	var row Inbound
	err := s.ws.DB.Read(ctx).Select("raw", "path").Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, workspace.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("mailbox: raw: %w", err)
	}
	if limit <= 0 {
		limit = MaxMessage
	}
	if row.Path == "" {
		if row.Raw == nil {
			return nil, workspace.ErrNotFound
		}
		return row.Raw[:min(int64(len(row.Raw)), limit)], nil
	}
	file, err := os.Open(filepath.Join(s.ws.Dir, filepath.FromSlash(row.Path)))
	if err != nil {
		return nil, workspace.ErrNotFound.Wrap(err)
	}
	defer file.Close() //nolint:errcheck // only read
	return io.ReadAll(io.LimitReader(file, limit))
}

// Erase takes the bytes of a message away for good. Its hash stays, so that no rescan brings it back. It belongs in
// the transaction of the erasure; a file is removed once that commits.
func (s *Service) Erase(ctx context.Context, id int64) error {
	row, err := s.Get(ctx, id)
	if err != nil {
		return err
	}
	err = s.ws.DB.Write(ctx).Model(&Inbound{}).Where("id = ?", id).
		Updates(map[string]any{"raw": nil, "path": "", "fingerprint": "", "erased_at": workspace.At(s.ws.Now())}).Error
	if err != nil {
		return fmt.Errorf("mailbox: erase: %w", err)
	}
	if row.Path != "" {
		s.ws.DB.AfterCommit(ctx, func() { _ = os.Remove(filepath.Join(s.ws.Dir, filepath.FromSlash(row.Path))) })
	}
	return nil
}

// Import takes a message that came by another way (a dropped .eml file) in as if the server had given it, and gives
// its id; known says that it was there already.
func (s *Service) Import(ctx context.Context, raw []byte) (id int64, known bool, err error) {
	if int64(len(raw)) > wireLimit {
		return 0, false, workspace.NewFault("mail_file_too_large", "limit_mb", wireLimit>>20)
	}
	a := arrival{raw: raw, size: int64(len(raw)), date: s.ws.Now()}
	print := a.digest()
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var row Inbound
		err := s.ws.DB.Write(ctx).Select("id").Where("hash = ?", a.hash).Take(&row).Error
		if err == nil {
			id, known = row.ID, true
			return nil
		}
		if !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		next, err := s.nextID(ctx)
		if err != nil {
			return err
		}
		now := workspace.At(s.ws.Now())
		row = Inbound{ID: next, Hash: a.hash, Fingerprint: print, Role: Inbox, Size: a.size, InternalDate: now, StoredAt: now, Raw: raw}
		if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
			return err
		}
		id = row.ID
		return nil
	})
	if err != nil {
		return 0, false, fmt.Errorf("mailbox: import: %w", err)
	}
	return id, known, nil
}

// wireLimit is the most that Import takes, as much as comes in one piece over the wire.
const wireLimit = 3 << 20

// tidy removes what an interrupted run left of messages that were still coming in.
func (s *Service) tidy() error {
	dir := filepath.Join(s.ws.Dir, filesDir)
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return local(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".part") {
			_ = os.Remove(filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

// SentSearch looks into the account's Sent folder; it opens one connection when it is first asked.
type SentSearch struct {
	s      *Service
	opened bool
	pass   *pass
	found  bool
}

// Sent gives a search in the Sent folder. Close must be called.
func (s *Service) Sent() *SentSearch { return &SentSearch{s: s} }

// Holds says whether a message with this Message-ID (in angle brackets) is in Sent. Where there is no such folder, none is.
func (q *SentSearch) Holds(ctx context.Context, headerID string) (bool, error) {
	if !q.opened {
		q.opened = true
		q.pass = &pass{s: q.s}
		if err := q.pass.connect(ctx); err != nil {
			return false, err
		}
		folders, roles, err := places(ctx, q.pass.client)
		if err != nil {
			return false, fault(err)
		}
		for i, f := range folders {
			if roles[i] != SentR {
				continue
			}
			if _, err := q.pass.client.Select(ctx, f.Name); err != nil {
				if q.pass.client.Missing(err) {
					continue
				}
				return false, fault(err)
			}
			q.found = true
			break
		}
	}
	if !q.found {
		return false, nil
	}
	uids, err := q.pass.client.SearchHeader(ctx, "Message-ID", headerID)
	return len(uids) > 0, fault(err)
}

// Close ends the connection.
func (q *SentSearch) Close() {
	if q.pass != nil {
		q.pass.close()
	}
}
