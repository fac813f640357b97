package campaign

import (
	"context"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"relais/backend/campaign/letter"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/staff"
)

// Reason is a code and its parameters, which the screens and letters put into words.
type Reason = letter.Reason

func because(code string, pairs ...string) Reason {
	r := Reason{Code: code, Params: map[string]string{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		r.Params[pairs[i]] = pairs[i+1]
	}
	return r
}

// Candidate is an advocate and what speaks for and against putting a post to them. Hard reasons cannot be overridden:
// not_member, paused, restricted, unreachable, cap_asks, cap_mails, topic_refused, already. Soft ones can, with a word:
// no_give, more_asks, no_topic, other_work, language, no_network.
type Candidate struct {
	staff.Advocate
	Balance
	Why       []Reason
	Hard      []Reason
	Soft      []Reason
	Networks  []string // where they could share it
	Potential *int64   // sum of their declared audiences there; nil: not known
}

// Suggested says whether nothing speaks against it.
func (c Candidate) Suggested() bool { return len(c.Hard) == 0 && len(c.Soft) == 0 }

// Possible says whether HR may choose them.
func (c Candidate) Possible() bool { return len(c.Hard) == 0 }

// Audience weighs every advocate for a post, in alphabetical order: never by score.
func (s *Service) Audience(ctx context.Context, postID int64) (post.Full, []Candidate, error) {
	group, ctx := errgroup.WithContext(ctx)
	return s.audience(ctx, postID, group)
}

// audience reads what it needs beside each other, but in a transaction, which has one connection, one by one: there
// the limit of the group is 1.
func (s *Service) audience(ctx context.Context, postID int64, group *errgroup.Group) (post.Full, []Candidate, error) {
	p, err := s.posts.Get(ctx, postID)
	if err != nil {
		return p, nil, err
	}
	var all crowd
	var had response
	s.gather(ctx, &all, group)
	s.recall(ctx, p, &had, group)
	if err := group.Wait(); err != nil {
		return p, nil, err
	}
	return p, all.weighedFor(p, had), nil
}

// crowd is everybody who takes part and what each was sent, whatever the post.
type crowd struct {
	people  []staff.Advocate
	history map[int64]*past
}

func (s *Service) gather(ctx context.Context, all *crowd, group *errgroup.Group) {
	group.Go(func() (err error) { all.people, err = s.people.Advocates(ctx); return err })
	group.Go(func() (err error) { all.history, err = s.history(ctx); return err })
}

// response is what people did with one post, and with earlier ones on its topics.
type response struct {
	asked  map[int64]string
	useful map[int64]int
}

func (s *Service) recall(ctx context.Context, p post.Full, had *response, group *errgroup.Group) {
	topics := make([]int64, 0, len(p.Topics))
	for _, t := range p.Topics {
		topics = append(topics, t.ID)
	}
	group.Go(func() (err error) { had.asked, err = s.store.asked(ctx, p.ID); return err })
	group.Go(func() (err error) { had.useful, err = s.store.useful(ctx, topics); return err })
}

func (all crowd) weighedFor(p post.Full, had response) []Candidate {
	w := newWeigher(p)
	out := make([]Candidate, 0, len(all.people))
	for _, a := range all.people {
		h := all.history[a.ID]
		if h == nil {
			h = &past{}
		}
		out = append(out, w.weigh(a, h, had.asked[a.ID], had.useful[a.ID]))
	}
	w.lookAtTheWorkFirst(out)
	return out
}

// audienceInTx is Audience for use inside a transaction.
func (s *Service) audienceInTx(ctx context.Context, postID int64) (post.Full, []Candidate, error) {
	return s.audience(ctx, postID, oneByOne())
}

// oneByOne is a group for use inside a transaction.
func oneByOne() *errgroup.Group {
	group := &errgroup.Group{}
	group.SetLimit(1)
	return group
}

// weigher holds what is the same for everybody.
type weigher struct {
	p         post.Full
	topics    map[int64]bool
	names     map[int64]string
	networks  []string
	languages map[string]bool
	offer     string // the title of a job offer
}

func newWeigher(p post.Full) weigher {
	w := weigher{p: p, topics: map[int64]bool{}, names: map[int64]string{}, languages: map[string]bool{}}
	for _, t := range p.Topics {
		w.topics[t.ID], w.names[t.ID] = true, t.Name
	}
	seen := map[string]bool{}
	for _, v := range p.Variants {
		if !seen[v.Network] {
			seen[v.Network] = true
			w.networks = append(w.networks, v.Network)
		}
		w.languages[v.Language] = true
	}
	if len(w.languages) == 0 && p.Article != nil && p.Article.Language != "" {
		w.languages[p.Article.Language] = true
	}
	if p.IsJob() {
		w.offer = p.Title + " " + p.Article.Title
	}
	return w
}

func (w weigher) weigh(a staff.Advocate, h *past, asked string, useful int) Candidate {
	c := Candidate{Advocate: a, Balance: h.Balance, Why: []Reason{}, Hard: []Reason{}, Soft: []Reason{}, Networks: []string{}}
	w.hard(&c, h, asked)
	w.topicMatch(&c, useful)
	w.reach(&c)
	w.soft(&c)
	return c
}

func (w weigher) hard(c *Candidate, h *past, asked string) {
	add := func(code string, pairs ...string) { c.Hard = append(c.Hard, because(code, pairs...)) }
	switch {
	case c.Membership == staff.Paused:
		add("paused", "until", c.PausedUntil)
	case c.Membership != staff.Active:
		add("not_member", "membership", string(c.Membership))
	}
	if c.Restricted {
		add("restricted")
	}
	if c.Address == "" {
		add("unreachable")
	}
	if asked != "" {
		add("already", "state", asked)
	}
	if w.p.Kind == post.Ask && h.asksMonth >= c.Caps.Asks {
		add("cap_asks", "cap", strconv.Itoa(c.Caps.Asks))
	}
	if h.mailsMonth >= c.Caps.Mails {
		add("cap_mails", "cap", strconv.Itoa(c.Caps.Mails))
	}
	for _, t := range c.Topics {
		if t.Stance == staff.RefusedTop && w.topics[t.TopicID] {
			add("topic_refused", "topic", t.Name)
		}
	}
}

func (w weigher) topicMatch(c *Candidate, useful int) {
	var names []string
	for _, t := range c.Topics {
		if t.Stance != staff.RefusedTop && w.topics[t.TopicID] {
			names = append(names, t.Name)
		}
	}
	sort.Strings(names)
	if w.offer != "" && closeWork(w.offer, c.Job) {
		c.Why = append(c.Why, because("job", "job", c.Job))
	}
	if len(names) > 0 {
		c.Why = append(c.Why, because("topic", "topics", strings.Join(names, ", ")))
	}
	if useful > 0 {
		all := make([]string, 0, len(w.names))
		for _, name := range w.names {
			all = append(all, name)
		}
		sort.Strings(all)
		c.Why = append(c.Why, because("liked", "topics", strings.Join(all, ", ")))
	}
	if len(c.Why) == 0 && w.p.Article != nil && w.p.Article.Kind == "company_news" {
		c.Why = append(c.Why, because("news"))
	}
}

// reach lists the networks on which the person could share it, and the audience that they declared there.
func (w weigher) reach(c *Candidate) {
	var sum int64
	known := false
	for _, account := range c.Accounts {
		for _, id := range w.networks {
			if account.Network != id {
				continue
			}
			c.Networks = append(c.Networks, id)
			if account.Audience != nil {
				sum, known = sum+*account.Audience, true
			}
		}
	}
	if known {
		c.Potential = &sum
	}
}

func (w weigher) soft(c *Candidate) {
	add := func(code string, pairs ...string) { c.Soft = append(c.Soft, because(code, pairs...)) }
	if w.p.Kind == post.Ask {
		if c.Gives == 0 {
			add("no_give")
		} else if c.Asks >= c.Gives {
			add("more_asks", "asks", strconv.Itoa(c.Asks), "gives", strconv.Itoa(c.Gives))
		}
	}
	if len(w.topics) > 0 && len(c.Why) == 0 {
		add("no_topic")
	}
	if len(w.languages) > 0 && !w.languages[""] && len(c.Languages) > 0 && !w.reads(c.Languages) {
		add("language", "languages", strings.Join(sortedKeys(w.languages), ", "))
	}
	if len(w.networks) > 0 && len(c.Accounts) > 0 && len(c.Networks) == 0 {
		names := make([]string, 0, len(w.networks))
		for _, id := range w.networks {
			names = append(names, network.Name(network.ID(id)))
		}
		add("no_network", "networks", strings.Join(names, ", "))
	}
}

func (w weigher) reads(languages []string) bool {
	for _, l := range languages {
		if w.languages[l] {
			return true
		}
	}
	return false
}

// lookAtTheWorkFirst prefers, for a job offer, those whose own work is that of the offer: where there are some, the
// others are not suggested by themselves.
func (w weigher) lookAtTheWorkFirst(all []Candidate) {
	if w.offer == "" {
		return
	}
	found := false
	for i := range all {
		found = found || all[i].Possible() && hasReason(all[i].Why, "job")
	}
	for i := range all {
		if found && len(all[i].Why) == 0 {
			all[i].Soft = append(all[i].Soft, because("other_work"))
		}
	}
}

func hasReason(reasons []Reason, code string) bool {
	for _, r := range reasons {
		if r.Code == code {
			return true
		}
	}
	return false
}

func sortedKeys(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		if k != "" {
			out = append(out, k)
		}
	}
	sort.Strings(out)
	return out
}
