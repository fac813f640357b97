// Package outbox sends mail exactly once.
//
// A message is frozen when it is queued: its bytes, its Message-ID and its token never change again. On its way it is
// claimed, then marked smtp_started in a committed transaction, and only then does DATA go to the server. Whatever
// happens after that point without a clear answer leaves the message unknown: it is looked for in the Sent folder, a
// bounce or a reply settles it, or a person does; it is never sent a second time by the program itself.
package outbox

import (
	"context"
	"time"

	"relais/backend/workspace"
)

// Kind is what a message is for.
type Kind string

// The kinds of messages.
const (
	Invitation   Kind = "invitation"
	Request      Kind = "request"
	Digest       Kind = "digest"
	Reminder     Kind = "reminder"
	Thanks       Kind = "thanks"
	Confirmation Kind = "confirmation" // the one that says that somebody has left
	Probe        Kind = "probe"
	Review       Kind = "review" // the personal year in review
)

// automatic says whether the kind leaves without somebody asking for that very message (RFC 3834 section 5).
func (k Kind) automatic() bool {
	return k == Digest || k == Reminder || k == Thanks || k == Confirmation || k == Probe || k == Review
}

// State is where a message stands.
type State string

// The states of a message. Sent means accepted by the provider's server; rejected that it or the recipient's refused
// for good; deferred that it is tried again later; cancelled that it was withdrawn before it left.
const (
	Queued      State = "queued"
	Claimed     State = "claimed"
	SMTPStarted State = "smtp_started"
	Sent        State = "sent"
	Rejected    State = "rejected"
	Deferred    State = "deferred"
	Unknown     State = "unknown"
	Cancelled   State = "cancelled"
)

// Message is one email to one person.
type Message struct {
	ID            int64
	Kind          Kind
	StaffID       int64
	MailingID     int64
	Recipient     string
	RecipientName string
	Language      string
	Token         string
	HeaderID      string // the Message-ID with its angle brackets
	EnvelopeFrom  string
	ReplyTo       string
	Subject       string
	Text          string // the plain part as sent, which quoted answers repeat
	Raw           []byte
	State         State
	Code          string // why it is held, deferred, rejected or cancelled
	Quarantined   bool   // queued before a restore: waits for a person
	NotBefore     *workspace.Instant
	CreatedAt     workspace.Instant
	LeaseUntil    *workspace.Instant
	LeaseOwner    string
	StartedAt     *workspace.Instant // when DATA was about to go
	SentAt        *workspace.Instant
	ChangedAt     workspace.Instant
	Attempts      int
	ResolvedBy    string // for what was unknown: sent_folder, bounce, reply or person
}

// TableName is the table of messages.
func (Message) TableName() string { return "message" }

// Attempt is one try to hand a message to the server.
type Attempt struct {
	ID        int64
	MessageID int64
	At        workspace.Instant
	Outcome   State
	Step      string // connect, mail, rcpt, data or dot: how far it came
	SMTPCode  int    `gorm:"column:smtp_code"`
	SMTPText  string `gorm:"column:smtp_text"`
}

// TableName is the table of attempts.
func (Attempt) TableName() string { return "send_attempt" }

type rateEvent struct {
	ID      int64
	Account string
	At      workspace.Instant
}

func (rateEvent) TableName() string { return "rate_event" }

// Draft is a message before it is frozen.
type Draft struct {
	Kind          Kind
	StaffID       int64
	Recipient     string
	RecipientName string
	Language      string
	NotBefore     *workspace.Instant
	MailingID     int64
	// Compose writes the letter once the addresses and the token are known.
	Compose func(Envelope) (Letter, error)
}

// Envelope is what a letter needs to know of the message it becomes.
type Envelope struct {
	ID           int64
	Token        string
	From         string
	FromName     string
	ReplyTo      string // where answers go; carries the token where the provider has plus addressing
	EnvelopeFrom string
	MessageID    string // with angle brackets
	PlainMailbox string
}

// Letter is what is written.
type Letter struct {
	Subject, Text, HTML string
	Unsubscribe         string // a mailto: address, or ""
	InReplyTo           string // the Message-ID that this answers, or ""
}

// Identity is what the outbox needs to know of the mail account.
type Identity struct {
	Account     string // names the account in the rate ledger
	Address     string // the plain mailbox
	Name        string
	ReplyPlus   bool // mailbox+r<token>@ arrives
	BouncePlus  bool // mailbox+b<token>@ is accepted as the envelope's sender
	FilesInSent bool // what is sent shows up in Sent under its Message-ID
	Connections int  // how many at once; 0 means one
	Limits      []Limit
}

// Limit is so many messages in so much time.
type Limit struct {
	Messages int
	Within   time.Duration
}

// Account gives the mail account to send by.
type Account interface {
	Identity(ctx context.Context) (Identity, error)
	OpenSMTP(ctx context.Context) (Session, error)
}

// Session is a signed-in connection to the submission server. After an error that is not a Refusal it is unusable.
type Session interface {
	// Address names sender and recipient (MAIL and RCPT). Nothing is sent yet.
	Address(ctx context.Context, from, to string) error
	// Deliver sends DATA and the bytes. After it began, only a Refusal or nil say what became of the message, unless
	// the error wraps ErrBeforeDot.
	Deliver(ctx context.Context, raw []byte) error
	// Reset forgets a sender and recipient that were named (RSET).
	Reset(ctx context.Context) error
	Close() error
}

// Gate says, right before a message leaves, whether it still may. Where not, code says why: a code that begins with
// HoldPrefix leaves the message queued for a later sync; with any other one it is withdrawn.
type Gate interface {
	MayStillSend(ctx context.Context, m Message) (ok bool, code string, err error)
}

// HoldPrefix begins the codes of a Gate that hold a message back without withdrawing it.
const HoldPrefix = "hold_"
