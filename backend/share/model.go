package share

import "relais/backend/workspace"

// Where a share or a figure comes from.
const (
	OriginReply  = "reply"
	OriginHand   = "hand"
	OriginImport = "import"
)

// States of a share. Only a counted one stands in a sum.
const (
	Counted = "counted"
	Held    = "held" // an open flag waits for a person
	Void    = "void" // taken back; the row stays as evidence
)

// Kinds of figure. Each is a running total as the network shows it: a later
// figure replaces the earlier one, it is never added to it.
const (
	Views    = "views"
	Likes    = "likes"
	Comments = "comments"
	Reposts  = "reposts"
	Clicks   = "clicks"
)

// Kinds are all kinds of figure, in the order in which they are shown.
func Kinds() []string { return []string{Views, Likes, Comments, Reposts, Clicks} }

// Reasons for which a share is void.
const (
	VoidByHand  = "hand"  // HR took it back in the ledger
	VoidByReply = "reply" // the handling of the reply was undone
	VoidByFlag  = "flag"  // a doubt was decided against it
	VoidImport  = "import"
)

// Share is one post, one person, one network.
type Share struct {
	ID            int64
	ShareKey      string
	RequestID     *int64
	PostID        *int64
	Title         string // of a post that Relais does not know (imports)
	StaffID       *int64 // nil once the person was erased, or was never in the list
	Person        int64  // the staff id, or a negative number for somebody who was never in the list
	Network       string
	URL           string
	URLKey        string
	SharedOn      string // YYYY-MM-DD
	Week          int64  // workspace.Instant.Week of SharedOn
	Department    string // of that day
	Language      string
	Origin        string
	ImportID      *int64
	ReplyID       *int64
	InboundID     *int64
	Words         string
	Audience      *int64 // size on that day, declared; nil is not known
	AudienceAsOf  *string
	AudienceGiven bool  // the audience came with the share, not from the account
	Specialist    *bool // the person had a topic of the post; nil where the post has none
	State         string
	VoidReason    string
	VoidedAt      *workspace.Instant
	CreatedAt     workspace.Instant
	ChangedAt     workspace.Instant
}

// TableName is the table of shares.
func (Share) TableName() string { return "share" }

// Figure is one number that was reported for a share.
type Figure struct {
	ID         int64
	ShareID    int64
	Kind       string
	Value      int64
	ReportedAt workspace.Instant
	Origin     string
	InboundID  *int64
	Supersedes *int64 // the row that this one corrects
	Words      string
	VoidedAt   *workspace.Instant
	CreatedAt  workspace.Instant
}

// TableName is the table of figures.
func (Figure) TableName() string { return "share_figure" }

// Kinds of flag.
const (
	FlagBeforePost   = "before_post"          // dated before the post was first offered
	FlagFuture       = "future"               // dated after today
	FlagURLTwice     = "url_twice"            // another person reported this address
	FlagURLOfOther   = "url_of_other"         // the address is that of a colleague's account
	FlagAudience     = "audience_implausible" // more followers than a person has
	FlagFigure       = "figure_implausible"   // more reactions than views, or a total that shrank
	FlagReportedOnce = "reported_again"       // a share that HR took back was reported again
)

// What an open flag keeps out of the sums.
const (
	HoldsNothing  = 0
	HoldsShare    = 1
	HoldsAudience = 2
)

// Flag is a doubt about a share.
type Flag struct {
	ID        int64
	ShareID   int64
	Kind      string
	Detail    string
	OtherID   *int64 // the other share that it is about
	Holds     int
	Decision  string // "", "accepted" or "rejected"
	DecidedAt *workspace.Instant
	CreatedAt workspace.Instant
}

// TableName is the table of flags.
func (Flag) TableName() string { return "share_flag" }
