package campaign

import (
	"context"

	"relais/backend/campaign/letter"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// People is what this feature needs of staff.
type People interface {
	Advocates(ctx context.Context) ([]staff.Advocate, error)
	ByAddress(ctx context.Context, address string) (staff.Person, bool, error)
	MayReceive(ctx context.Context, id int64, purpose string) (bool, string, error)
}

// Posts is what this feature needs of posts.
type Posts interface {
	Get(ctx context.Context, id int64) (post.Full, error)
	List(ctx context.Context, f post.Filter) ([]post.Full, error)
	Ready(p post.Full) error
	ExpireDue(ctx context.Context) (int64, error)
}

// Kinds of mail that this feature sends; the outbox knows them by the same names.
const (
	MailRequest  = "request"
	MailDigest   = "digest"
	MailReminder = "reminder"
)

// Mail is a letter to be frozen and sent.
type Mail struct {
	Kind          string
	StaffID       int64
	Recipient     string
	RecipientName string
	Language      string
	NotBefore     *workspace.Instant
	DispatchID    int64
	Write         func(replyTo, token string) letter.Letter
}

// Preview is the very message that a mail would be sent as.
type Preview struct {
	From, To, Subject, Text, HTML, ReplyTo string
	Raw                                    []byte
}

// Outbox is what this feature needs of the outbox.
type Outbox interface {
	// Queue freezes the mails in the transaction of ctx and gives their message ids, in order.
	Queue(ctx context.Context, mails []Mail) ([]int64, error)
	// Preview builds the bytes of a mail and keeps nothing.
	Preview(ctx context.Context, m Mail) (Preview, error)
	// Cancel withdraws what has not left and says how many.
	Cancel(ctx context.Context, code string, ids ...int64) (int, error)
}

// Service is the feature. Its methods are safe for use by several goroutines.
type Service struct {
	ws     *workspace.Workspace
	store  store
	people People
	posts  Posts
	outbox Outbox
	held   func(ctx context.Context, staffID int64) (bool, error)
}

// New gives the service over an open workspace.
func New(ws *workspace.Workspace, people People, posts Posts, outbox Outbox) *Service {
	s := &Service{ws: ws, store: store{ws}, people: people, posts: posts, outbox: outbox}
	ws.Journal.OnUndo("campaign.saved", s.undoCampaign)
	return s
}

// HoldWhile sets who says that a possible leave or pause of somebody still waits for a person: until it is decided,
// nothing goes to that one.
func (s *Service) HoldWhile(held func(ctx context.Context, staffID int64) (bool, error)) {
	s.held = held
}

func (s *Service) now() workspace.Instant { return workspace.At(s.ws.Now()) }

func (s *Service) today() string { return s.ws.Now().Format("2006-01-02") }
