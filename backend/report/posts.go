package report

import (
	"database/sql"

	"gorm.io/gorm"
)

// postFacts is what figures need to know of one post.
type postFacts struct {
	id        int64
	title     string
	give      bool
	campaign  int64
	objective string
	topics    []int64
}

// postGroupKey is a topic or a campaign.
type postGroupKey struct {
	dimension string
	id        int64
	name      string
}

// catalogue is the posts and the names of what they belong to.
type catalogue struct {
	posts     map[int32]*postFacts
	campaigns map[int64]string
	topics    map[int64]string
	groups    []postGroupKey
	byPost    [][]int32 // groups of a post, by its id
}

// groupsOf gives the places in groups of what a post belongs to.
func (c *catalogue) groupsOf(post int32) []int32 {
	if int(post) >= len(c.byPost) {
		return nil
	}
	return c.byPost[post]
}

func readCatalogue(db *gorm.DB) (*catalogue, error) {
	c := &catalogue{posts: map[int32]*postFacts{}, campaigns: map[int64]string{}, topics: map[int64]string{}}
	err := scanEach(db, func(scan func(...any) error) error {
		p := &postFacts{}
		var kind string
		var campaign sql.NullInt64
		if err := scan(&p.id, &p.title, &kind, &campaign, &p.objective); err != nil {
			return err
		}
		p.give, p.campaign = kind == "give", campaign.Int64
		c.posts[int32(p.id)] = p
		return nil
	}, `SELECT p.id, p.title, p.kind, p.campaign_id, COALESCE(c.objective, '') FROM post p LEFT JOIN campaign c ON c.id = p.campaign_id`)
	if err != nil {
		return nil, err
	}
	if err := scanEach(db, func(scan func(...any) error) error {
		var post, topic int64
		err := scan(&post, &topic)
		if p := c.posts[int32(post)]; p != nil {
			p.topics = append(p.topics, topic)
		}
		return err
	}, "SELECT post_id, topic_id FROM post_topic ORDER BY post_id, topic_id"); err != nil {
		return nil, err
	}
	for _, names := range []struct {
		into  map[int64]string
		query string
	}{{c.campaigns, "SELECT id, name FROM campaign"}, {c.topics, "SELECT id, name FROM topic"}} {
		err := scanEach(db, func(scan func(...any) error) error {
			var id int64
			var name string
			err := scan(&id, &name)
			names.into[id] = name
			return err
		}, names.query)
		if err != nil {
			return nil, err
		}
	}
	c.group()
	return c, nil
}

// group numbers topics and campaigns.
func (c *catalogue) group() {
	most := int32(-1)
	for id := range c.posts {
		most = max(most, id)
	}
	c.byPost = make([][]int32, most+1)
	places := map[postGroupKey]int32{}
	place := func(dimension string, id int64, names map[int64]string) int32 {
		key := postGroupKey{dimension, id, names[id]}
		at, ok := places[key]
		if !ok {
			at = int32(len(c.groups))
			places[key] = at
			c.groups = append(c.groups, key)
		}
		return at
	}
	for id, p := range c.posts {
		for _, t := range p.topics {
			c.byPost[id] = append(c.byPost[id], place(ByTopic, t, c.topics))
		}
		if p.campaign != 0 {
			c.byPost[id] = append(c.byPost[id], place(ByCampaign, p.campaign, c.campaigns))
		}
	}
}

// admits says whether a post passes the filter; a share without a known post
// passes only where nothing is asked of posts.
func (c *catalogue) admits(f Filter, post int32) bool {
	if !f.aboutPosts() {
		return true
	}
	p := c.posts[post]
	if p == nil || (f.Campaign != 0 && p.campaign != f.Campaign) || (f.Objective != "" && p.objective != f.Objective) {
		return false
	}
	if f.Topic == 0 {
		return true
	}
	for _, t := range p.topics {
		if t == f.Topic {
			return true
		}
	}
	return false
}
