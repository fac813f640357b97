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
	return h.a.Shares.Move(ctx, from, to)
}

// reportsOnPerson gives staff the mail that is about a person without being matched to them: delivery reports of what
// they were sent, and mail from an address of theirs. What is matched, the replies keep themselves.
type reportsOnPerson struct{ a *App }

const theirs = `staff_id IS NULL AND text || sender || subject || header_id <> '' AND (message_id IN (SELECT id FROM message WHERE staff_id = @id)
	OR EXISTS (SELECT 1 FROM staff_address d WHERE d.staff_id = @id
		AND (lower(reply.sender) = d.address_key OR instr(lower(reply.sender), '<' || d.address_key || '>') > 0)))`

// PersonalDataName implements staff.Holder.
func (reportsOnPerson) PersonalDataName() string { return "reports" }

// PersonalData implements staff.Holder.
func (h reportsOnPerson) PersonalData(ctx context.Context, staffID int64) ([]map[string]any, error) {
	rows := []map[string]any{}
	err := h.a.Workspace.DB.Read(ctx).Raw(`SELECT received_at, sender, subject, text, state, networks, urls, figures, audiences, until_on
		FROM reply WHERE `+theirs+` ORDER BY received_at, id`, map[string]any{"id": staffID}).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("app: reports on a person: %w", err)
	}
	return rows, nil
}

// ErasePersonalData implements staff.Holder: what was read stays as a state without words, the mail itself goes.
func (h reportsOnPerson) ErasePersonalData(ctx context.Context, staffID int64) error {
	db := h.a.Workspace.DB.Write(ctx)
	id := map[string]any{"id": staffID}
	inbound := []int64{}
	if err := db.Raw("SELECT inbound_id FROM reply WHERE "+theirs, id).Scan(&inbound).Error; err != nil {
		return fmt.Errorf("app: erase reports: %w", err)
	}
	for _, one := range inbound {
		if err := h.a.Mailbox.Erase(ctx, one); err != nil {
			return fmt.Errorf("app: erase reports: %w", err)
		}
	}
	err := db.Exec(`UPDATE reply SET text = '', sender = '', subject = '', header_id = '', marks = '[]', urls = '[]', links = '[]', doubts = '[]', items = '[]',
		audiences = '{}', figures = '{}', undo = '{}', staff_id = NULL, status = CASE status WHEN 'waiting' THEN 'ignored' ELSE status END WHERE `+theirs, id).Error
	if err != nil {
		return fmt.Errorf("app: erase reports: %w", err)
	}
	return nil
}

// MovePersonalData implements staff.Holder: they belong to the message, which moves.
func (reportsOnPerson) MovePersonalData(context.Context, int64, int64) error { return nil }

// holders are the features that keep data of people.
func holders(a *App) []staff.Holder {
	// Reports go first: they are found by the addresses and messages that the others erase.
	return append([]staff.Holder{reportsOnPerson{a}, sharesOfPerson{a}}, staff.Traces(a.Workspace)...)
}
