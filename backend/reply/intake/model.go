package intake

import (
	"relais/backend/campaign"
	"relais/backend/network"
	"relais/backend/reply"
	"relais/backend/workspace"
)

// Status says where a reply stands.
type Status string

// Handled: what it says was recorded. Waiting: a person decides. Ignored: a
// machine wrote it, it came twice, or it is unwanted mail.
const (
	Handled Status = "handled"
	Waiting Status = "waiting"
	Ignored Status = "ignored"
)

// Who decided what a reply means.
const (
	ByReader = "reader"
	ByPerson = "person"
)

// Duplicate is the state of a message that came twice.
const Duplicate reply.State = "duplicate"

// Unwanted is the state of what lay in Junk and is nobody's answer.
const Unwanted reply.State = "unwanted"

// Row is a reply as it is kept.
type Row struct {
	ID            int64 `gorm:"primaryKey;autoIncrement:false"` // given by earlier
	InboundID     int64
	MessageID     *int64
	MatchedBy     string
	StaffID       *int64
	Machine       bool
	Proposed      reply.State
	State         reply.State
	Status        Status
	MayLeave      bool
	DecidedBy     string
	DecidedAt     *workspace.Instant
	Networks      []network.ID       `gorm:"serializer:json"`
	URLs          []string           `gorm:"column:urls;serializer:json"`
	Figures       map[string]int     `gorm:"serializer:json"`
	Audiences     map[network.ID]int `gorm:"serializer:json"`
	Items         []reply.ItemAnswer `gorm:"serializer:json"`
	Links         []string           `gorm:"serializer:json"`
	Doubts        []string           `gorm:"serializer:json"`
	UntilOn       string
	Language      string
	Text          string
	Marks         []reply.Span `gorm:"serializer:json"`
	Sender        string
	Subject       string
	HeaderID      string
	ReceivedAt    workspace.Instant
	ReaderVersion int
	Undo          Undo `gorm:"serializer:json"`
}

// TableName is the table of replies.
func (Row) TableName() string { return "reply" }

type requestRow struct {
	ReplyID   int64 `gorm:"primaryKey;autoIncrement:false"`
	RequestID int64 `gorm:"primaryKey;autoIncrement:false"`
	State     reply.State
}

func (requestRow) TableName() string { return "reply_request" }

// Undo is how what followed from a reply is taken back.
type Undo struct {
	Requests   []campaign.Before `json:"requests,omitempty"`
	Shares     bool              `json:"shares,omitempty"`
	Membership *Standing         `json:"membership,omitempty"`
	Queued     []int64           `json:"queued,omitempty"` // letters that followed, called off where they have not left
	Article    int64             `json:"article,omitempty"`
}

// Standing is a membership as it stood before.
type Standing struct {
	State string `json:"state"`
	Until string `json:"until,omitempty"`
}

// Outcome counts what became of the messages of a reading.
type Outcome struct {
	Recorded int // acted on by itself
	Review   int // waits for a person
	Ignored  int // machine mail, duplicates and unwanted mail
}

func (o *Outcome) count(rows []Row) {
	for _, row := range rows {
		switch row.Status {
		case Handled:
			o.Recorded++
		case Waiting:
			o.Review++
		default:
			o.Ignored++
		}
	}
}

// whole gives every list a value: the columns hold '[]', never NULL.
func (r *Row) whole() *Row {
	r.Networks, r.URLs, r.Links, r.Doubts = orEmpty(r.Networks), orEmpty(r.URLs), orEmpty(r.Links), orEmpty(r.Doubts)
	r.Items, r.Marks = orEmpty(r.Items), orEmpty(r.Marks)
	if r.Figures == nil {
		r.Figures = map[string]int{}
	}
	if r.Audiences == nil {
		r.Audiences = map[network.ID]int{}
	}
	return r
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
