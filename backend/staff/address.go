package staff

import (
	"context"
	"fmt"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// AddAddress gives a person a further address. It fails with address_unreadable, and with address_taken where
// somebody has it already.
func (s *Service) AddAddress(ctx context.Context, id int64, text string, primary bool) error {
	address, ok := roster.CleanAddress(text)
	if !ok {
		return workspace.NewFault("address_unreadable", "address", text)
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		owner, taken, err := s.ByAddress(ctx, address)
		if err != nil {
			return err
		}
		if taken && owner.ID != id {
			return workspace.NewFault("address_taken", "address", address, "name", owner.Name)
		}
		if !taken {
			row := Address{StaffID: id, Address: address, AddressKey: AddressKey(address)}
			if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
				return fmt.Errorf("staff: address: %w", err)
			}
		}
		return s.settlePrimary(ctx, id, AddressKey(address), primary)
	})
}

// settlePrimary makes the address of key the first, where asked to or where the person has no first address.
func (s *Service) settlePrimary(ctx context.Context, id int64, key string, force bool) error {
	db := s.ws.DB.Write(ctx)
	var n int64
	if err := db.Model(&Address{}).Where("staff_id = ? AND is_primary = 1", id).Count(&n).Error; err != nil {
		return fmt.Errorf("staff: address: %w", err)
	}
	if n > 0 && !force {
		return nil
	}
	if err := db.Model(&Address{}).Where("staff_id = ?", id).Update("is_primary", false).Error; err != nil {
		return fmt.Errorf("staff: address: %w", err)
	}
	return db.Model(&Address{}).Where("staff_id = ? AND address_key = ?", id, key).Update("is_primary", true).Error
}

// RemoveAddress takes an address from a person; the last one stays (address_last).
func (s *Service) RemoveAddress(ctx context.Context, id int64, address string) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if len(p.Addresses) < 2 {
			return workspace.NewFault("address_last", "name", p.Name)
		}
		if err := s.ws.DB.Write(ctx).Delete(&Address{}, "staff_id = ? AND address_key = ?", id, AddressKey(address)).Error; err != nil {
			return fmt.Errorf("staff: address: %w", err)
		}
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		for _, a := range p.Addresses {
			if a.AddressKey != AddressKey(address) {
				return s.settlePrimary(ctx, id, a.AddressKey, false)
			}
		}
		return nil
	})
}

// MarkBounced notes that mail to an address came back: BounceHard, BounceSoft, or "" once mail arrives again. An
// address that nobody has is passed over.
func (s *Service) MarkBounced(ctx context.Context, address, kind string) error {
	at := workspace.AtPtr(s.ws.Now())
	if kind == "" {
		at = nil
	}
	err := s.ws.DB.Write(ctx).Model(&Address{}).Where("address_key = ?", AddressKey(address)).
		Updates(map[string]any{"bounce_kind": kind, "bounced_at": at}).Error
	if err != nil {
		return fmt.Errorf("staff: bounce: %w", err)
	}
	return nil
}

// touch notes that a person was changed now; workspace.ErrNotFound where there is none.
func (s *Service) touch(ctx context.Context, id int64) error {
	res := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ? AND erased_at IS NULL", id).Update("changed_at", workspace.At(s.ws.Now()))
	if res.Error != nil {
		return fmt.Errorf("staff: %w", res.Error)
	}
	if res.RowsAffected == 0 {
		return workspace.ErrNotFound
	}
	return nil
}
