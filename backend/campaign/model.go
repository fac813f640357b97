// Package campaign decides who is asked what: audiences with their reasons, the balance of gives and asks, requests,
// digests and reminders, campaigns and their calendar.
package campaign

import "relais/backend/workspace"

// Campaign is posts that serve one objective. Dates are YYYY-MM-DD.
type Campaign struct {
	ID           int64
	Name         string
	Objective    string
	StartsOn     *string
	EndsOn       *string
	Target       string
	TargetShares *int
	State        string
	CreatedAt    workspace.Instant
	ChangedAt    workspace.Instant
}

// TableName is the table of campaigns.
func (Campaign) TableName() string { return "campaign" }

// Objectives of a campaign.
func Objectives() []string {
	return []string{"employer_brand", "referral", "visibility", "traffic", "business"}
}

// Dispatch is one decision to send. Its id is the mailing of its messages in the outbox.
type Dispatch struct {
	ID         int64
	Kind       string // request, digest or reminder
	PostID     *int64
	State      DispatchState
	NotBefore  *workspace.Instant
	SpreadDays int
	CreatedAt  workspace.Instant
	CreatedBy  string
}

// TableName is the table of dispatches.
func (Dispatch) TableName() string { return "dispatch" }

// DispatchState is where a dispatch stands.
type DispatchState string

// The states of a dispatch.
const (
	Planned   DispatchState = "planned"
	Sending   DispatchState = "sending"
	Paused    DispatchState = "paused"
	Done      DispatchState = "done"
	Cancelled DispatchState = "cancelled"
)

// Request is one post put to one person.
type Request struct {
	ID                int64
	PostID            int64
	StaffID           int64
	MessageID         *int64
	Number            int
	State             string
	Reasons           string
	CreatedAt         workspace.Instant
	SentAt            *workspace.Instant
	AnsweredAt        *workspace.Instant
	ReplyID           *int64
	DeferredUntil     *string
	RemindedAt        *workspace.Instant
	ReminderMessageID *int64
	DispatchID        *int64
}

// TableName is the table of requests.
func (Request) TableName() string { return "request" }

// States of a request.
const (
	Open     = "open"
	Shared   = "shared"
	Read     = "read"
	Declined = "declined"
	Deferred = "deferred"
	Called   = "cancelled"
	Expired  = "expired"
)

type requestVariant struct {
	RequestID int64 `gorm:"primaryKey"`
	VariantID int64 `gorm:"primaryKey"`
}

func (requestVariant) TableName() string { return "request_variant" }

type dispatchSkip struct {
	DispatchID int64 `gorm:"primaryKey"`
	StaffID    int64 `gorm:"primaryKey"`
	Code       string
	Params     string
}

func (dispatchSkip) TableName() string { return "dispatch_skip" }
