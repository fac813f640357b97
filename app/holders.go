package app

import (
	"context"
	"fmt"

	"relais/backend/staff"
)

// sharesOfPerson gives staff what the ledger keeps of a person.
type sharesOfPerson struct{ a *App }

// PersonalDataName implements staff.Holder.
func (sharesOfPerson) PersonalDataName() string { return "shares" }

// PersonalData implements staff.Holder.
func (h sharesOfPerson) PersonalData(ctx context.Context, staffID int64) ([]map[string]any, error) {
	shares, err := h.a.Shares.Of(ctx, staffID)
	if err != nil {
		return nil, err
	}
	out := make([]map[string]any, 0, len(shares))
	for _, s := range shares {
		row := map[string]any{"title": s.Title, "network": s.Network, "url": s.URL, "shared_on": s.SharedOn, "words": s.Words, "state": s.State}
		if s.Audience != nil {
			row["audience"] = *s.Audience
		}
		out = append(out, row)
	}
	return out, nil
}

// ErasePersonalData implements staff.Holder.
func (h sharesOfPerson) ErasePersonalData(ctx context.Context, staffID int64) error {
	return h.a.Shares.Anonymise(ctx, staffID)
}

// MovePersonalData implements staff.Holder.
func (h sharesOfPerson) MovePersonalData(ctx context.Context, from, to int64) error {
	db := h.a.Workspace.DB.Write(ctx)
	for _, table := range []string{"share", "referral"} {
		if err := db.Table(table).Where("staff_id = ?", from).Updates(map[string]any{"staff_id": to, "person": to}).Error; err != nil {
			return fmt.Errorf("app: merge %s: %w", table, err)
		}
	}
	return nil
}

// holders are the features that keep data of people.
func holders(a *App) []staff.Holder {
	return append(staff.Traces(a.Workspace), sharesOfPerson{a})
}
