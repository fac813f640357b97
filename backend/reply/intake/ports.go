package intake

import (
	"context"
	"sync"

	"relais/backend/campaign"
	"relais/backend/mailbox"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// Mailbox is where the stored messages are.
type Mailbox interface {
	Get(ctx context.Context, id int64) (mailbox.Inbound, error)
	ReadBefore(ctx context.Context, version int, after int64, limit int) ([]mailbox.Inbound, error)
	CountBefore(ctx context.Context, version int, after int64) (int, error)
	Raw(ctx context.Context, id, limit int64) ([]byte, error)
	MarkRead(ctx context.Context, version int, ids ...int64) error
	Erase(ctx context.Context, id int64) error
}

// Outbox knows what was sent.
type Outbox interface {
	Message(ctx context.Context, id int64) (outbox.Message, error)
	MessagesByToken(ctx context.Context, texts []string) (named map[string]outbox.Message, foreign map[string]bool, err error)
	Addressees(ctx context.Context, ids []int64) (map[int64]outbox.Addressee, error)
	Unsettled(ctx context.Context, ids []int64) (map[int64]bool, error)
	Arrived(ctx context.Context, id int64, by outbox.Evidence) error
	Cancel(ctx context.Context, code string, ids ...int64) (int, error)
}

// Requests are what was put to people.
type Requests interface {
	RequestsOf(ctx context.Context, messageID int64) ([]campaign.Put, error)
	OpenRequestsOf(ctx context.Context, staffID int64) ([]campaign.Put, error)
	RequestsOfAll(ctx context.Context, messages []int64) (map[int64][]campaign.Put, error)
	Numbered(ctx context.Context, messages []int64) (map[int64]bool, error)
	AnswerAll(ctx context.Context, at workspace.Instant, all []campaign.Answered) error
	Reopen(ctx context.Context, b campaign.Before) error
}

// People are the staff and their memberships.
type People interface {
	Get(ctx context.Context, id int64) (staff.Person, error)
	All(ctx context.Context, ids []int64) (map[int64]staff.Person, error)
	Owners(ctx context.Context, addresses []string) (map[string]int64, error)
	AddAddress(ctx context.Context, id int64, address string, primary bool) error
	SetMembership(ctx context.Context, id int64, c staff.Change) error
	SetMemberships(ctx context.Context, steps []staff.Step) error
	SetAudience(ctx context.Context, id int64, f staff.Figure) error
	MarkBounced(ctx context.Context, address, kind string) error
}

// Ledger is where shares are recorded.
type Ledger interface {
	RecordAll(ctx context.Context, reports []share.Report) ([]share.Outcome, error)
	Withdraw(ctx context.Context, inboundID int64) error
	// Together puts off until the end of fn what need not be done for each report.
	Together(ctx context.Context, fn func(ctx context.Context) error) error
}

// Newsletters take mailings to the mailbox: they are no answers.
type Newsletters interface {
	Is(ctx context.Context, raw []byte) (bool, error)
	Take(ctx context.Context, inboundID int64) error
}

// Letter is an answer that may go by itself: thanks for a share, or the one
// confirmation of leaving.
type Letter struct {
	Kind      outbox.Kind // Thanks or Confirmation
	Person    staff.Person
	Title     string       // of the post that was shared
	Networks  []network.ID // on which
	InReplyTo string       // Message-ID, without brackets; may be empty
}

// Letters write such answers.
type Letters interface {
	// Write gives the ids of the queued messages, 0 where HR has not turned that
	// kind on or the person may get none.
	Write(ctx context.Context, letters []Letter) ([]int64, error)
}

// Library takes what staff propose.
type Library interface {
	// Propose puts an address into the inbox of the library and opens nothing.
	Propose(ctx context.Context, address, title string, person staff.Person) (articleID int64, err error)
}

// Trust gives the server whose Authentication-Results count, or "".
type Trust func(ctx context.Context) string

// Service is the feature. Its methods are safe for use by several goroutines.
type Service struct {
	ws       *workspace.Workspace
	mailbox  Mailbox
	outbox   Outbox
	requests Requests
	people   People
	ledger   Ledger
	letters  Letters
	library  Library
	trust    Trust
	aside    Newsletters
	reading  sync.Mutex // one reading at a time
}

// Ports are what the service works with.
type Ports struct {
	Mailbox  Mailbox
	Outbox   Outbox
	Requests Requests
	People   People
	Ledger   Ledger
	Letters  Letters
	Library  Library
	Trust    Trust
	Aside    Newsletters
}

// New gives the service over an open workspace.
func New(ws *workspace.Workspace, p Ports) *Service {
	s := &Service{ws: ws, mailbox: p.Mailbox, outbox: p.Outbox, requests: p.Requests, people: p.People,
		ledger: p.Ledger, letters: p.Letters, library: p.Library, trust: p.Trust, aside: p.Aside}
	ws.Journal.OnUndo("reply.decided", s.undoDecision)
	return s
}
