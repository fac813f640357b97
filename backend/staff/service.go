package staff

import (
	"context"

	"relais/backend/workspace"
)

// Topics is what this feature needs of the firm's topics, which the library keeps.
type Topics interface {
	// EnsureTopic finds the topic of this name, or makes it, and gives its id.
	EnsureTopic(ctx context.Context, name string) (int64, error)
}

// Inviter queues the invitation letters to people who never had one; wired to letter and outbox.
type Inviter interface {
	QueueInvitations(ctx context.Context, people []Person) error
}

// Service is the feature. Its methods are safe for use by several goroutines.
type Service struct {
	ws        *workspace.Workspace
	topics    Topics
	inviter   Inviter
	holders   []Holder
	onHistory func(ctx context.Context, id int64) error
	onRename  func(ctx context.Context, from, to string) error
}

// New returns the service over an open workspace. Topics may be nil: then the table of topics is used directly.
func New(ws *workspace.Workspace, topics Topics) *Service {
	s := &Service{ws: ws, topics: topics}
	if topics == nil {
		s.topics = topicTable{ws}
	}
	ws.Journal.OnUndo("staff.membership", s.undoMembership)
	ws.Journal.OnUndo("staff.imported", s.undoImport)
	ws.Journal.OnUndo(verbMoved, s.undoMove)
	ws.Journal.OnUndo(verbTopicked, s.undoTopicOf)
	return s
}

// UseInviter wires what queues invitations.
func (s *Service) UseInviter(i Inviter) { s.inviter = i }

// Holder is a feature that keeps data of people. Each gives what it has for the person's copy, erases it, and hands
// it over when two records turn out to be one person.
type Holder interface {
	// PersonalDataName is the section of the copy: "messages", "replies", "shares".
	PersonalDataName() string
	// PersonalData gives what the feature keeps of the person, as rows of named values ready for JSON.
	PersonalData(ctx context.Context, staffID int64) ([]map[string]any, error)
	// ErasePersonalData removes the person's data so that totals stay true; it runs in the transaction of the erasure.
	ErasePersonalData(ctx context.Context, staffID int64) error
	// MovePersonalData gives the rows of one record to another, in the transaction of the merge.
	MovePersonalData(ctx context.Context, from, to int64) error
}

// Hold adds features that keep data of people.
func (s *Service) Hold(holders ...Holder) { s.holders = append(s.holders, holders...) }

// today is the calendar day of the workspace's clock.
func (s *Service) today() string { return s.ws.Now().Format("2006-01-02") }
