package staff

import "relais/backend/workspace"

// Membership is where a person stands towards the programme.
type Membership string

// The memberships. Only Active is ever asked or given anything.
const (
	None    Membership = "none"
	Invited Membership = "invited"
	Active  Membership = "active"
	Refused Membership = "refused"
	Paused  Membership = "paused"
	Left    Membership = "left"
)

// Origins of a change of membership.
const (
	OriginReply   = "reply"
	OriginHR      = "hr"
	OriginImport  = "import"
	OriginErasure = "erasure"
	OriginRestore = "restore"
)

// Stances of a person towards a topic.
const (
	Declared   = "declared"
	Proposed   = "proposed"
	RefusedTop = "refused"
)

// Department is a part of the firm.
type Department struct {
	ID        int64
	Name      string
	NameKey   string
	CreatedAt workspace.Instant
}

// TableName is the table of departments.
func (Department) TableName() string { return "department" }

// Staff is a row of the table staff.
type Staff struct {
	ID             int64
	Name           string
	NameKey        string
	GivenName      string
	EmployeeNumber string
	JobTitle       string
	DepartmentID   *int64
	Language       string
	ManagerID      *int64
	JoinedOn       *string
	LeftOn         *string
	Membership     Membership
	PausedUntil    *string
	CapAsksMonth   *int
	CapMailsMonth  *int
	RestrictedAt   *workspace.Instant
	ErasedAt       *workspace.Instant
	CreatedAt      workspace.Instant
	ChangedAt      workspace.Instant
}

// TableName is the table of people.
func (Staff) TableName() string { return "staff" }

// Address is an e-mail address of a person; replies from any of them are theirs.
type Address struct {
	ID         int64
	StaffID    int64
	Address    string
	AddressKey string
	IsPrimary  bool
	BouncedAt  *workspace.Instant
	BounceKind string
}

// TableName is the table of addresses.
func (Address) TableName() string { return "staff_address" }

// Language is one that a person reads.
type Language struct {
	StaffID  int64  `gorm:"primaryKey"`
	Language string `gorm:"primaryKey"`
}

// TableName is the table of languages.
func (Language) TableName() string { return "staff_language" }

// Period says where a person worked when; FromOn is the first day, ToOn the last.
type Period struct {
	ID           int64
	StaffID      int64
	DepartmentID int64
	FromOn       *string
	ToOn         *string
}

// TableName is the table of departments over time.
func (Period) TableName() string { return "staff_department" }

// Topic is a person's stance towards a topic.
type Topic struct {
	StaffID   int64 `gorm:"primaryKey"`
	TopicID   int64 `gorm:"primaryKey"`
	Stance    string
	Reason    string
	ChangedAt workspace.Instant
}

// TableName is the table of stances.
func (Topic) TableName() string { return "staff_topic" }

// Account is a person's presence on a network.
type Account struct {
	ID        int64
	StaffID   int64
	Network   string
	Address   string
	Instance  string
	Preferred bool
	ClosedAt  *workspace.Instant
}

// TableName is the table of accounts.
func (Account) TableName() string { return "account" }

// Audience is how many followed an account on a day, as declared.
type Audience struct {
	ID         int64
	AccountID  int64
	Size       int64
	AsOf       string
	Origin     string
	InboundID  *int64
	RecordedAt workspace.Instant
}

// TableName is the table of audience figures.
func (Audience) TableName() string { return "audience" }

// MembershipEvent is a line of the consent record.
type MembershipEvent struct {
	ID        int64
	StaffID   int64
	State     Membership
	UntilOn   *string
	At        workspace.Instant
	Origin    string
	InboundID *int64
	Words     string
	Actor     string
}

// TableName is the table of the consent record.
func (MembershipEvent) TableName() string { return "membership_event" }

// Person is a member of staff with what belongs to them.
type Person struct {
	Staff
	Department string
	Manager    string
	Addresses  []Address // the primary one first
	Languages  []string  // the one to write in first
	Accounts   []Presence
	Topics     []Stance
}

// Presence is an open account with its latest figure.
type Presence struct {
	Account
	Audience *int64 // nil: not known
	AsOf     string // day of the figure, "" where there is none
}

// Stance is a topic with its name.
type Stance struct {
	TopicID int64
	Name    string
	Stance  string
	Reason  string
}

// Address gives the address that mail to the person goes to, "" where there is none that works.
func (p Person) Address() string {
	for _, a := range p.Addresses {
		if a.BounceKind != BounceHard {
			return a.Address
		}
	}
	return ""
}

// Kinds of bounce.
const (
	BounceHard = "hard"
	BounceSoft = "soft"
)

type importRow struct {
	ID        int64
	FileName  string
	Format    string
	At        workspace.Instant
	Actor     string
	Added     int
	Changed   int
	Unchanged int
	Rejected  int
	UndoneAt  *workspace.Instant
}

func (importRow) TableName() string { return "staff_import" }

type importChange struct {
	ID       int64
	ImportID int64
	StaffID  int64
	Row      int
	Kind     string
	Before   string
	After    string
}

func (importChange) TableName() string { return "staff_import_change" }
