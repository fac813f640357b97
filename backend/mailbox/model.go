// Package mailbox takes mail in and loses nothing.
//
// The raw bytes of a message and its UID are stored in one transaction before anything reads them. What the server was
// asked for is reconciled with what came; the low-water mark moves only over UIDs that are stored or gone. A changed
// UIDVALIDITY leads to a rescan that recognises what is known by its bytes.
package mailbox

import (
	"context"
	"fmt"
	"time"

	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// Role says what a folder is for.
type Role string

// The folders that matter. Sent is only searched, never read.
const (
	Inbox Role = "inbox"
	Junk  Role = "junk"
	SentR Role = "sent"
)

// Inbound is one message as it came.
type Inbound struct {
	ID           int64  `gorm:"primaryKey;autoIncrement:false"` // given by nextID
	Hash         string // SHA-256 of the bytes, hex
	Fingerprint  string // of Message-ID, From, Date and body; "" where there is no Message-ID
	Role         Role
	Size         int64
	Truncated    bool // longer than MaxMessage: the rest was not kept
	InternalDate workspace.Instant
	StoredAt     workspace.Instant
	Raw          []byte
	Path         string // a file under the workspace's folder instead of Raw, with / between its parts
	ReadVersion  int    // of the reader that read it last; 0 for not yet
	ReadAt       *workspace.Instant
	ErasedAt     *workspace.Instant
}

// TableName is the table of inbound messages.
func (Inbound) TableName() string { return "inbound" }

type folder struct {
	ID          int64
	Account     string
	Name        string
	Role        Role
	UIDValidity uint32 `gorm:"column:uid_validity"`
	LowWater    uint32
	Floor       uint32
	Rescan      rescan // the first pass after UIDVALIDITY was new or changed has not ended
	RescanSince *workspace.Instant
	CompleteAt  *workspace.Instant // when the last pass that left nothing out began
	SweptAt     *workspace.Instant
	swept       *workspace.Instant // SweptAt as it was before this pass
}

func (folder) TableName() string { return "folder" }

// rescan says that a folder is read by date instead of from its low-water mark, and why.
type rescan string

const (
	settledFolder rescan = ""
	firstReading  rescan = "first"
	changedUIDs   rescan = "changed"
)

type uidRow struct {
	FolderID    int64  `gorm:"primaryKey;autoIncrement:false"`
	UIDValidity uint32 `gorm:"column:uid_validity;primaryKey;autoIncrement:false"`
	UID         uint32 `gorm:"column:uid;primaryKey;autoIncrement:false"`
	State       string
	InboundID   *int64
	Hash        string
}

func (uidRow) TableName() string { return "uid" }

const (
	stateStored   = "stored"
	stateForeign  = "foreign"
	stateVanished = "vanished"
)

// Box describes the account to read.
type Box struct {
	Account string
	Shared  bool      // used by people as well: only what matches is kept
	Since   time.Time // mail that arrived before is not looked at; zero for all
}

// Account opens connections to the mailbox.
type Account interface {
	Box(ctx context.Context) (Box, error)
	OpenIMAP(ctx context.Context) (*wire.Client, error)
}

// Matcher says, for a shared mailbox, what is ours.
type Matcher interface {
	// KnownToken says whether the text is a token of a message of ours.
	KnownToken(ctx context.Context, token string) (bool, error)
	// KnownAddress says whether somebody of the staff writes from this address.
	KnownAddress(ctx context.Context, address string) (bool, error)
}

// Report says what a reading of the mailbox brought.
type Report struct {
	New        int // stored for the first time
	Recognised int // known already: moved, copied, or seen again after a rescan
	Foreign    int // other people's mail in a shared mailbox: not kept
	Vanished   int // gone before it could be read
	Missing    int // listed by the server, but not given: asked for again next time
	// Unread names those that are missing, at most maxUnread of them: folder, UIDVALIDITY and UID.
	Unread []string
}

// maxUnread bounds the list of a server that gives nothing.
const maxUnread = 500

// miss notes messages that the server did not give.
func (p *pass) miss(f *folder, uids ...uint32) {
	p.report.Missing += len(uids)
	for _, uid := range uids {
		if len(p.report.Unread) < maxUnread {
			p.report.Unread = append(p.report.Unread, fmt.Sprintf("%s/%d/%d", f.Name, f.UIDValidity, uid))
		}
	}
}

func (r *Report) add(o Report) {
	r.New += o.New
	r.Recognised += o.Recognised
	r.Foreign += o.Foreign
	r.Vanished += o.Vanished
	r.Missing += o.Missing
}
