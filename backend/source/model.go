package source

import "relais/backend/workspace"

// Kinds of source.
const (
	KindFeed       = "feed"
	KindNewsletter = "newsletter"
)

// States of a source.
const (
	Active = "active"
	Paused = "paused"
	Gone   = "gone" // the site said that the feed has ended
)

// Source is where articles come from.
type Source struct {
	ID           int64
	Kind         string
	Title        string
	URL          string // of the feed, or mailto: of a newsletter's sender
	SiteURL      string
	Folder       string // the outline that it stands in, as OPML has it
	State        string
	PrivateOK    bool   // a person typed or imported this private address
	ArticleKind  string // what its articles are: article or company_news
	ETag         string `gorm:"column:etag"`
	LastModified string
	CheckedAt    *workspace.Instant
	ChangedAt    *workspace.Instant
	NextAt       workspace.Instant
	Failures     int
	Fault        string // JSON {code, params} of the last failure, or empty
	CreatedAt    workspace.Instant
}

// TableName names the table.
func (Source) TableName() string { return "source" }

type item struct {
	SourceID int64  `gorm:"primaryKey"`
	ItemKey  string `gorm:"primaryKey"`
	SeenAt   workspace.Instant
}

func (item) TableName() string { return "source_item" }

type oldAddress struct {
	SourceID int64  `gorm:"primaryKey"`
	URL      string `gorm:"primaryKey"`
	Until    workspace.Instant
}

func (oldAddress) TableName() string { return "source_address" }
