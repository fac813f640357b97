package staff

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"gorm.io/gorm"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Figure is how many follow a person on a network, on a day.
type Figure struct {
	Network   network.ID
	Address   string // of the account; "" leaves it as it is
	Size      *int64 // nil: only the account is declared
	AsOf      string // YYYY-MM-DD; today where empty
	Origin    string // OriginReply, OriginHR or OriginImport
	InboundID *int64
}

// SetAudience records an account and, where given, its audience of the day. Earlier figures stay, since reach is
// computed with the audience of its day; the same figure of the same day again changes nothing.
func (s *Service) SetAudience(ctx context.Context, id int64, f Figure) error {
	if f.AsOf == "" {
		f.AsOf = s.today()
	}
	if _, err := time.Parse(time.DateOnly, f.AsOf); err != nil || f.AsOf > s.today() {
		return workspace.NewFault("audience_day", "day", f.AsOf)
	}
	if f.Size != nil && (*f.Size < 0 || *f.Size > maxAudience) {
		return workspace.NewFault("audience_size", "size", *f.Size)
	}
	if f.Origin == "" {
		f.Origin = OriginHR
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		account, err := s.openAccount(ctx, id, f)
		if err != nil || f.Size == nil {
			return err
		}
		if _, err = s.addAudience(ctx, account.ID, f); err != nil {
			return err
		}
		return s.historyChanged(ctx, id)
	})
}

// WatchHistory calls changed in the transaction of every change of somebody's audiences or departments, which may be
// about days already past.
func (s *Service) WatchHistory(changed func(ctx context.Context, id int64) error) {
	s.onHistory = changed
}

func (s *Service) historyChanged(ctx context.Context, id int64) error {
	if s.onHistory == nil {
		return nil
	}
	return s.onHistory(ctx, id)
}

// maxAudience is more than the most followed account of any network.
const maxAudience = 2_000_000_000

func (s *Service) openAccount(ctx context.Context, id int64, f Figure) (Account, error) {
	db := s.ws.DB.Write(ctx)
	var rows []Account
	if err := db.Where("staff_id = ? AND network = ? AND closed_at IS NULL", id, f.Network).Limit(1).Find(&rows).Error; err != nil {
		return Account{}, fmt.Errorf("staff: account: %w", err)
	}
	if len(rows) == 0 {
		row := Account{StaffID: id, Network: string(f.Network), Address: f.Address, Instance: instance(f.Network, f.Address)}
		if err := db.Create(&row).Error; err != nil {
			return Account{}, fmt.Errorf("staff: account: %w", err)
		}
		return row, nil
	}
	row := rows[0]
	if f.Address != "" && f.Address != row.Address {
		row.Address, row.Instance = f.Address, instance(f.Network, f.Address)
		err := db.Model(&Account{}).Where("id = ?", row.ID).Updates(map[string]any{"address": row.Address, "instance": row.Instance}).Error
		if err != nil {
			return Account{}, fmt.Errorf("staff: account: %w", err)
		}
	}
	return row, nil
}

// addAudience adds a figure and gives its id, 0 where the day's latest figure already says so.
func (s *Service) addAudience(ctx context.Context, accountID int64, f Figure) (int64, error) {
	db := s.ws.DB.Write(ctx)
	var rows []Audience
	err := db.Session(&gorm.Session{}).Where("account_id = ? AND as_of <= ?", accountID, f.AsOf).Order("as_of DESC, id DESC").Limit(1).Find(&rows).Error
	if err != nil {
		return 0, fmt.Errorf("staff: audience: %w", err)
	}
	if len(rows) == 1 && rows[0].Size == *f.Size && rows[0].AsOf == f.AsOf {
		return 0, nil
	}
	row := Audience{AccountID: accountID, Size: *f.Size, AsOf: f.AsOf, Origin: f.Origin, InboundID: f.InboundID, RecordedAt: workspace.At(s.ws.Now())}
	if err := db.Create(&row).Error; err != nil {
		return 0, fmt.Errorf("staff: audience: %w", err)
	}
	return row.ID, nil
}

// SetPreferred says whether a person likes to share on a network, making the account where it is new.
func (s *Service) SetPreferred(ctx context.Context, id int64, net network.ID, preferred bool) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		account, err := s.openAccount(ctx, id, Figure{Network: net})
		if err != nil {
			return err
		}
		return s.ws.DB.Write(ctx).Model(&Account{}).Where("id = ?", account.ID).Update("preferred", preferred).Error
	})
}

// CloseAccount notes that a person no longer uses a network, or wants nothing for it. Its figures stay for the
// reach of earlier shares.
func (s *Service) CloseAccount(ctx context.Context, id int64, net network.ID) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		return s.ws.DB.Write(ctx).Model(&Account{}).Where("staff_id = ? AND network = ? AND closed_at IS NULL", id, net).
			Update("closed_at", workspace.At(s.ws.Now())).Error
	})
}

// AudienceOn gives how many followed a person on a network on a day: the latest figure declared for that day or
// earlier, from accounts closed since as well. False where none is known.
func (s *Service) AudienceOn(ctx context.Context, id int64, net network.ID, day string) (Audience, bool, error) {
	var rows []Audience
	err := s.ws.DB.Read(ctx).Raw(`SELECT u.* FROM audience u JOIN account a ON a.id = u.account_id
		WHERE a.staff_id = ? AND a.network = ? AND u.as_of <= ? ORDER BY u.as_of DESC, u.id DESC LIMIT 1`, id, net, day).Scan(&rows).Error
	if err != nil {
		return Audience{}, false, fmt.Errorf("staff: audience: %w", err)
	}
	if len(rows) == 0 {
		return Audience{}, false, nil
	}
	return rows[0], true, nil
}

// instance finds the server of a Mastodon account in its address (https://piaille.fr/@lea or @lea@piaille.fr).
func instance(net network.ID, address string) string {
	if net != network.Mastodon {
		return ""
	}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return strings.ToLower(u.Host)
	}
	if i := strings.LastIndexByte(address, '@'); i > 0 {
		return strings.ToLower(address[i+1:])
	}
	return ""
}
