// Package post keeps what is offered for sharing: drafts with their variants, history, approval and expiry.
package post

import "relais/backend/workspace"

// Kind says whom a post serves.
type Kind string

// The kinds of posts.
const (
	Give Kind = "give" // the reader: an article in their field
	Ask  Kind = "ask"  // the company: a job offer, news, an event
)

// State is where a post stands on its way out.
type State string

// The states of a post. Only an approved one can be sent.
const (
	Draft     State = "draft"
	Submitted State = "submitted"
	Approved  State = "approved"
	Archived  State = "archived"
	Expired   State = "expired"
)

// Post is a row of the table post. Tags is a JSON list of hashtags without '#'; dates are YYYY-MM-DD.
type Post struct {
	ID          int64
	ArticleID   *int64
	Kind        Kind
	Title       string
	Angle       string
	Link        string
	State       State
	CampaignID  *int64
	ExpiresOn   *string
	Tags        string
	Disclosure  string
	UTM         string `gorm:"column:utm"`
	Picture     string
	PictureAlt  string
	Template    bool
	CreatedAt   workspace.Instant
	ChangedAt   workspace.Instant
	CreatedBy   string
	SubmittedBy string
	ApprovedAt  *workspace.Instant
	ApprovedBy  string
}

// TableName is the table of posts.
func (Post) TableName() string { return "post" }

// Variant is the words of a post for one network, language and tone. A retired one was sent and then removed: it
// stays for the record and is offered no more.
type Variant struct {
	ID       int64
	PostID   int64
	Network  string
	Language string
	Tone     string
	Text     string
	Position int
	Retired  bool
}

// TableName is the table of variants.
func (Variant) TableName() string { return "variant" }

type postTopic struct {
	PostID  int64 `gorm:"primaryKey"`
	TopicID int64 `gorm:"primaryKey"`
}

func (postTopic) TableName() string { return "post_topic" }

// Revision is a post as it was before a change; Content is JSON of a Content.
type Revision struct {
	ID      int64
	PostID  int64
	At      workspace.Instant
	Actor   string
	Content string
}

// TableName is the table of revisions.
func (Revision) TableName() string { return "post_revision" }

// Article is what a post needs to know of the article that it was drawn from.
type Article struct {
	ID        int64
	Kind      string
	State     string
	Title     string
	SiteName  string
	Language  string
	Excerpt   string
	URL       string `gorm:"column:url"`
	Company   string
	Place     string
	Contract  string
	ClosesOn  *string
	ExpiresOn *string
}

// Full is a post with everything that belongs to it. Article is nil where it has none, or where that was removed.
type Full struct {
	Post
	TagList  []string
	Topics   []Topic
	Variants []Variant
	Article  *Article
	Campaign string
	Proposed []string // what a language model proposed for it
}

// Topic is a field of expertise.
type Topic struct {
	ID   int64
	Name string
}

// IsJob says whether the post is a job offer.
func (f Full) IsJob() bool { return f.Article != nil && f.Article.Kind == "job_offer" }
