package post

import (
	"encoding/json"
	"strings"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Content is what a person writes in a post. It is what a revision keeps.
type Content struct {
	ArticleID  *int64    `json:"articleId,omitempty"`
	Kind       Kind      `json:"kind"`
	Title      string    `json:"title"`
	Angle      string    `json:"angle"`
	Link       string    `json:"link"`
	CampaignID *int64    `json:"campaignId,omitempty"`
	ExpiresOn  string    `json:"expiresOn"`
	Tags       []string  `json:"tags"`
	Disclosure string    `json:"disclosure"`
	UTM        string    `json:"utm"`
	Picture    string    `json:"picture"`
	PictureAlt string    `json:"pictureAlt"`
	Topics     []int64   `json:"topics"`
	Variants   []Wording `json:"variants"`
}

// Wording is a variant as it is written. ID 0 is a new one.
type Wording struct {
	ID       int64  `json:"id"`
	Network  string `json:"network"`
	Language string `json:"language"`
	Tone     string `json:"tone"`
	Text     string `json:"text"`
}

// maxText bounds one field, in bytes: no network takes more, and a pasted book is a mistake.
const maxText = 256 << 10

// check refuses what cannot be stored at all. What is merely unwise is a warning (see Check).
func (c *Content) check() error {
	if c.Kind != Give && c.Kind != Ask {
		return workspace.NewFault("post_kind_unknown", "kind", string(c.Kind))
	}
	if c.ExpiresOn != "" && !isDay(c.ExpiresOn) {
		return workspace.NewFault("date_unreadable", "text", c.ExpiresOn)
	}
	if c.Link != "" {
		if _, ok := network.FromURL(c.Link); !ok {
			return workspace.NewFault("address_invalid", "address", c.Link)
		}
	}
	for i := range c.Variants {
		v := &c.Variants[i]
		id, ok := network.Parse(v.Network)
		if !ok {
			return workspace.NewFault("network_unknown", "network", v.Network)
		}
		v.Network = string(id)
		if len(v.Text) > maxText {
			return workspace.NewFault("post_too_long", "title", c.Title)
		}
	}
	if len(c.Title) > maxText || len(c.Angle) > maxText || len(c.Variants) > 200 {
		return workspace.NewFault("post_too_long", "title", c.Title[:min(len(c.Title), 100)])
	}
	c.Title = strings.Join(strings.Fields(c.Title), " ")
	c.Tags = plainTags(c.Tags)
	return nil
}

// plainTags drops '#', blanks and repetitions.
func plainTags(tags []string) []string {
	seen := map[string]bool{}
	out := []string{}
	for _, t := range tags {
		t = strings.Join(strings.Fields(strings.TrimLeft(strings.TrimSpace(t), "#")), "")
		if t != "" && !seen[strings.ToLower(t)] {
			seen[strings.ToLower(t)] = true
			out = append(out, t)
		}
	}
	return out
}

// Content is the post's own Content, for revisions and duplicates.
func (f Full) Content() Content {
	c := Content{
		ArticleID: f.ArticleID, Kind: f.Kind, Title: f.Title, Angle: f.Angle, Link: f.Link, CampaignID: f.CampaignID,
		Tags: f.TagList, Disclosure: f.Disclosure, UTM: f.UTM, Picture: f.Picture, PictureAlt: f.PictureAlt,
		Topics: []int64{}, Variants: []Wording{},
	}
	if f.ExpiresOn != nil {
		c.ExpiresOn = *f.ExpiresOn
	}
	for _, t := range f.Topics {
		c.Topics = append(c.Topics, t.ID)
	}
	for _, v := range f.Variants {
		c.Variants = append(c.Variants, Wording{ID: v.ID, Network: v.Network, Language: v.Language, Tone: v.Tone, Text: v.Text})
	}
	return c
}

// row puts the content into a post.
func (c Content) row(p *Post) {
	p.ArticleID, p.Kind, p.Title, p.Angle, p.Link, p.CampaignID = c.ArticleID, c.Kind, c.Title, c.Angle, c.Link, c.CampaignID
	p.Disclosure, p.UTM, p.Picture, p.PictureAlt = c.Disclosure, c.UTM, c.Picture, c.PictureAlt
	p.ExpiresOn = nil
	if c.ExpiresOn != "" {
		p.ExpiresOn = &c.ExpiresOn
	}
	tags, err := json.Marshal(c.Tags)
	if err != nil { // a list of strings always marshals
		tags = []byte("[]")
	}
	p.Tags = string(tags)
}
