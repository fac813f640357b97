package mailbox

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// rowBatch is how many rows go into one INSERT, and hashBatch how many hashes into one question: the driver takes time
// with the square of the values in a statement.
const (
	rowBatch  = 20
	hashBatch = 100
)

// folder gives the row of a folder, made or reset where its UIDVALIDITY is new.
func (s *Service) folder(ctx context.Context, box Box, name string, role Role, validity uint32) (*folder, error) {
	var f folder
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		err := db.Where("account = ? AND name = ?", box.Account, name).Take(&f).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			f = folder{Account: box.Account, Name: name, Role: role, UIDValidity: validity, Rescan: firstReading, RescanSince: workspace.AtPtr(box.Since)}
			return db.Create(&f).Error
		}
		if err != nil || f.UIDValidity == validity {
			return err
		}
		// All UIDs mean something else now. By date, from a little before the last pass that left nothing out.
		f.UIDValidity, f.LowWater, f.Floor, f.Rescan, f.SweptAt = validity, 0, 0, changedUIDs, nil
		f.RescanSince = workspace.AtPtr(box.Since)
		if f.CompleteAt != nil {
			f.RescanSince = workspace.AtPtr(f.CompleteAt.Time().Add(-slack))
		}
		return db.Save(&f).Error
	})
	if err != nil {
		return nil, fmt.Errorf("mailbox: folder: %w", err)
	}
	return &f, nil
}

// unknown gives those of the ascending uids of which nothing is stored yet.
func (s *Service) unknown(ctx context.Context, f *folder, uids []uint32) ([]uint32, error) {
	if len(uids) == 0 {
		return nil, nil
	}
	var known []uint32
	err := s.ws.DB.Read(ctx).Model(&uidRow{}).
		Where("folder_id = ? AND uid_validity = ? AND uid BETWEEN ? AND ?", f.ID, f.UIDValidity, uids[0], uids[len(uids)-1]).
		Order("uid").Pluck("uid", &known).Error
	if err != nil {
		return nil, fmt.Errorf("mailbox: uids: %w", err)
	}
	var open []uint32
	for _, uid := range uids {
		if _, ok := slices.BinarySearch(known, uid); !ok {
			open = append(open, uid)
		}
	}
	return open, nil
}

// advance moves the low-water mark over UIDs that are stored or gone, and ends a rescan that left nothing out.
func (s *Service) advance(ctx context.Context, f *folder, listed []uint32, began time.Time, complete bool) error {
	open, err := s.unknown(ctx, f, listed)
	if err != nil {
		return err
	}
	low := f.LowWater
	switch {
	case len(open) > 0:
		low = max(low, open[0]-1)
	case len(listed) > 0:
		low = max(low, listed[len(listed)-1])
	}
	if !complete || len(open) > 0 {
		f.SweptAt = f.swept // what the sweep found missing is swept for again
	}
	if f.Rescan != settledFolder && len(open) == 0 && complete && (f.RescanSince == nil || len(listed) > 0) {
		if f.RescanSince != nil {
			f.Floor = listed[0] - 1
		}
		f.Rescan, f.RescanSince = settledFolder, nil
	}
	f.LowWater = low
	if complete && len(open) == 0 {
		f.CompleteAt = workspace.AtPtr(began)
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error { return s.ws.DB.Write(ctx).Save(f).Error })
}

// store keeps messages with their UID rows in one transaction. Files are in place before it commits; a file without
// a row is removed by the next Tidy.
func (s *Service) store(ctx context.Context, box Box, f *folder, mails []arrival) (Report, error) {
	var report Report
	prepared := make([]prepared, 0, len(mails))
	for i := range mails {
		p, err := s.prepare(ctx, box, &mails[i])
		if err != nil {
			return report, err
		}
		prepared = append(prepared, p)
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		report = Report{}
		known, err := s.recognise(ctx, f, prepared)
		if err != nil {
			return err
		}
		fresh := make([]*Inbound, 0, len(prepared))
		for i := range prepared {
			p := &prepared[i]
			if p.state != stateStored || known[p.row.Hash] != 0 {
				continue
			}
			if id, ok := known[p.row.Fingerprint]; ok && f.Rescan == changedUIDs && p.row.Fingerprint != "" {
				known[p.row.Hash] = id
				continue
			}
			if err := s.adopt(p); err != nil {
				return err
			}
			p.row.Role, p.row.StoredAt = f.Role, workspace.At(s.ws.Now())
			fresh = append(fresh, &p.row)
			known[p.row.Hash] = -1 // a second copy within this batch
		}
		next, err := s.nextID(ctx)
		if err != nil {
			return fmt.Errorf("mailbox: store: %w", err)
		}
		for i, row := range fresh {
			row.ID = next + int64(i)
		}
		if len(fresh) > 0 {
			if err := s.ws.DB.Write(ctx).Omit("ReadVersion", "ReadAt", "ErasedAt").CreateInBatches(fresh, rowBatch).Error; err != nil {
				return fmt.Errorf("mailbox: store: %w", err)
			}
		}
		for _, row := range fresh {
			known[row.Hash] = row.ID
		}
		report.New = len(fresh)
		return s.link(ctx, f, prepared, known, &report)
	})
	return report, err
}

// nextID gives the id of the next message. Only within the transaction that stores it does it hold: asking the database
// for the ids that it gave costs more than the rest.
func (s *Service) nextID(ctx context.Context) (next int64, err error) {
	err = s.ws.DB.Write(ctx).Raw("SELECT COALESCE(MAX(id), 0) + 1 FROM inbound").Scan(&next).Error
	return next, err
}

// prepared is an arrival that was looked at enough to know what is done with it.
type prepared struct {
	uid   uint32
	state string
	row   Inbound
	file  string
}

func (s *Service) prepare(ctx context.Context, box Box, a *arrival) (prepared, error) {
	if a.vanished {
		return prepared{uid: a.uid, state: stateVanished}, nil
	}
	print := a.digest()
	p := prepared{uid: a.uid, state: stateStored, file: a.file,
		row: Inbound{Hash: a.hash, Fingerprint: print, Size: a.size, Truncated: a.truncated, InternalDate: workspace.At(a.date), Raw: a.raw}}
	if a.date.IsZero() {
		p.row.InternalDate = workspace.At(s.ws.Now())
	}
	if box.Shared {
		ours, err := s.ours(ctx, a.head())
		if err != nil {
			return p, err
		}
		if !ours {
			p.state = stateForeign
		}
	}
	return p, nil
}

// recognise gives the ids of stored messages by hash and, during a rescan, by fingerprint.
func (s *Service) recognise(ctx context.Context, f *folder, all []prepared) (map[string]int64, error) {
	known := map[string]int64{}
	for start := 0; start < len(all); start += hashBatch {
		var hashes, prints []string
		for _, p := range all[start:min(start+hashBatch, len(all))] {
			if p.state == stateStored {
				hashes = append(hashes, p.row.Hash)
				if p.row.Fingerprint != "" {
					prints = append(prints, p.row.Fingerprint)
				}
			}
		}
		var rows, alike []Inbound
		err := s.ws.DB.Write(ctx).Select("id", "hash", "fingerprint").Where("hash IN ?", hashes).Find(&rows).Error
		if err == nil && f.Rescan == changedUIDs && len(prints) > 0 {
			// fingerprint <> '' is what lets the partial index serve.
			err = s.ws.DB.Write(ctx).Select("id", "hash", "fingerprint").Where("fingerprint <> '' AND fingerprint IN ?", prints).Find(&alike).Error
		}
		if err != nil {
			return nil, fmt.Errorf("mailbox: recognise: %w", err)
		}
		for _, r := range append(rows, alike...) {
			known[r.Hash] = r.ID
			if f.Rescan == changedUIDs && r.Fingerprint != "" {
				known[r.Fingerprint] = r.ID
			}
		}
	}
	return known, nil
}

// adopt moves a large message's file to its place, named by its hash.
func (s *Service) adopt(p *prepared) error {
	if p.file == "" {
		return nil
	}
	p.row.Path = path.Join(filesDir, p.row.Hash+".eml")
	if err := os.Rename(p.file, filepath.Join(s.ws.Dir, filepath.FromSlash(p.row.Path))); err != nil {
		return local(err)
	}
	p.row.Raw = nil
	return nil
}

func (s *Service) link(ctx context.Context, f *folder, all []prepared, known map[string]int64, report *Report) error {
	rows := make([]uidRow, 0, len(all))
	for _, p := range all {
		row := uidRow{FolderID: f.ID, UIDValidity: f.UIDValidity, UID: p.uid, State: p.state}
		switch p.state {
		case stateVanished:
			report.Vanished++
		case stateForeign:
			row.Hash = p.row.Hash
			report.Foreign++
		default:
			id := known[p.row.Hash]
			row.InboundID = &id
			report.Recognised++
		}
		rows = append(rows, row)
	}
	report.Recognised -= report.New
	if err := s.ws.DB.Write(ctx).CreateInBatches(rows, rowBatch).Error; err != nil {
		return fmt.Errorf("mailbox: store uids: %w", err)
	}
	return nil
}
