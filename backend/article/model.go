// Package article keeps the library: what was collected, sorted, found again
// and, in time, forgotten.
package article

import "relais/backend/workspace"

// Kinds of article.
const (
	KindArticle = "article"
	KindOffer   = "job_offer"
	KindNews    = "company_news"
	KindEvent   = "event"
)

// States of an article.
const (
	Inbox     = "inbox"
	Kept      = "kept"
	Discarded = "discarded"
	Archived  = "archived"
	Expired   = "expired"
)

// Origins of an article.
const (
	FromFeed       = "feed"
	FromNewsletter = "newsletter"
	FromClip       = "clip"
	FromPaste      = "paste"
	FromFile       = "file"
	FromSuggestion = "suggestion"
	FromImport     = "import"
)

// Article is a curated item. Its text and offline copy are a Body.
type Article struct {
	ID            int64
	Kind          string
	State         string
	Title         string
	Byline        string
	SiteName      string
	Language      string // ISO 639-1, or empty
	Excerpt       string
	URL           string
	AddressKey    string
	PublishedAt   *workspace.Instant
	AddedAt       workspace.Instant
	ChangedAt     workspace.Instant
	TriagedAt     *workspace.Instant
	SourceID      *int64
	Origin        string
	SuggestedBy   *int64 // staff member who proposed it
	SuggestedName string
	DuplicateOf   *int64 // the article whose story this one repeats
	Words         int
	Company       string // of a job offer, as are the next three
	Place         string
	Contract      string
	ClosesOn      *string // last day to apply, YYYY-MM-DD
	ExpiresOn     *string // day from which it is no longer offered
	Picture       string  // hash of the leading picture, or empty
	CopiedAt      *workspace.Instant
	CopyFault     string // why there is no full copy, as a fault's code
	Note          string
	Summary       string // written by a language model; shown as such
}

// TableName names the table.
func (Article) TableName() string { return "article" }

// Body is the offline copy of an article.
type Body struct {
	ArticleID int64  `gorm:"primaryKey"`
	Head      string // title, company, place and byline, as they are searched
	Text      string
	Stems     string // of the words of both, where they differ from them
	HTML      string
	Original  []byte // the page as it came, gzipped
}

// TableName names the table.
func (Body) TableName() string { return "article_body" }

// Topic is a field of expertise.
type Topic struct {
	ID        int64
	Name      string
	ParentID  *int64
	Words     string // JSON list of further words that mark the topic
	CreatedAt workspace.Instant
}

// TableName names the table.
func (Topic) TableName() string { return "topic" }

// ArticleTopic links the two.
type ArticleTopic struct {
	ArticleID int64 `gorm:"primaryKey"`
	TopicID   int64 `gorm:"primaryKey"`
	Decided   bool
	Refused   bool
	Score     float64
	Why       string // JSON list of words
}

// TableName names the table.
func (ArticleTopic) TableName() string { return "article_topic" }

type band struct {
	Band      int64 `gorm:"primaryKey"`
	ArticleID int64 `gorm:"primaryKey"`
}

func (band) TableName() string { return "article_band" }

type sighting struct {
	ArticleID int64 `gorm:"primaryKey"`
	SourceID  int64 `gorm:"primaryKey"`
	URL       string
	SeenAt    workspace.Instant
}

func (sighting) TableName() string { return "article_sighting" }

// Picture is a stored picture.
type Picture struct {
	Hash   string `gorm:"primaryKey"`
	Type   string
	Width  int
	Height int
	Size   int
	Data   []byte
}

// TableName names the table.
func (Picture) TableName() string { return "picture" }

type articlePicture struct {
	ArticleID int64  `gorm:"primaryKey"`
	URL       string `gorm:"primaryKey"`
	Hash      string
}

func (articlePicture) TableName() string { return "article_picture" }

// SavedSearch is a query that somebody wants to ask again.
type SavedSearch struct {
	ID        int64
	Name      string
	Query     string
	CreatedAt workspace.Instant
}

// TableName names the table.
func (SavedSearch) TableName() string { return "saved_search" }
