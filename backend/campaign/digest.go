package campaign

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"relais/backend/campaign/letter"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// digestKey is the setting of digests.
const digestKey = "campaign.digest"

// DigestRules say when digests go by themselves. They are off until HR turns them on.
type DigestRules struct {
	On        bool `json:"on"`
	EveryDays int  `json:"everyDays"` // 30 at first
	Most      int  `json:"most"`      // items in one digest
}

// DigestRules gives the rules as HR set them.
func (s *Service) DigestRules(ctx context.Context) (DigestRules, error) {
	r := DigestRules{EveryDays: 30, Most: 5}
	_, err := s.ws.Settings.Get(ctx, digestKey, &r)
	return r, err
}

// SetDigestRules keeps them.
func (s *Service) SetDigestRules(ctx context.Context, r DigestRules) error {
	if r.EveryDays < 1 || r.EveryDays > 366 || r.Most < 1 || r.Most > 20 {
		return workspace.NewFault("digest_range")
	}
	return s.ws.Settings.Set(ctx, digestKey, r)
}

// Selection is one person's digest: the gives that suit them and that they have not had.
type Selection struct {
	Person Candidate
	Posts  []post.Full
	Why    [][]Reason
}

// DueDigests chooses, for everybody whose last digest is old enough, the approved gives on their topics. Nobody gets an
// empty one, nor one beyond their cap.
func (s *Service) DueDigests(ctx context.Context, r DigestRules) ([]Selection, error) {
	gives, err := s.posts.List(ctx, post.Filter{State: post.Approved})
	if err != nil {
		return nil, err
	}
	last, err := s.store.lastDigest(ctx)
	if err != nil {
		return nil, err
	}
	var all crowd
	group := oneByOne()
	s.gather(ctx, &all, group)
	if err := group.Wait(); err != nil {
		return nil, err
	}
	since := workspace.At(s.ws.Now().AddDate(0, 0, -r.EveryDays))
	found := map[int64]*Selection{}
	for i := range gives {
		p := gives[i]
		if p.Kind != post.Give || s.sendable(p) != nil {
			continue
		}
		var had response
		group := oneByOne()
		s.recall(ctx, p, &had, group)
		if err := group.Wait(); err != nil {
			return nil, err
		}
		for _, c := range all.weighedFor(p, had) {
			if !c.Possible() || hasReason(c.Soft, "no_topic") || hasReason(c.Soft, "language") || last[c.ID] > since {
				continue
			}
			sel := found[c.ID]
			if sel == nil {
				sel = &Selection{Person: c}
				found[c.ID] = sel
			}
			if len(sel.Posts) < r.Most {
				sel.Posts, sel.Why = append(sel.Posts, p), append(sel.Why, c.Why)
			}
		}
	}
	out := make([]Selection, 0, len(found))
	for _, sel := range found {
		out = append(out, *sel)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Person.ID < out[j].Person.ID })
	return out, nil
}

// SendDigests queues the digests that are due and gives how many. It is what the sync calls; where digests are off it
// does nothing.
func (s *Service) SendDigests(ctx context.Context) (int, error) {
	r, err := s.DigestRules(ctx)
	if err != nil || !r.On {
		return 0, err
	}
	return s.DigestNow(ctx, r)
}

// DigestNow queues the digests that are due by the given rules, whether or not they go by themselves.
func (s *Service) DigestNow(ctx context.Context, r DigestRules) (int, error) {
	n := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		due, err := s.DueDigests(ctx, r)
		if err != nil || len(due) == 0 {
			return err
		}
		n = len(due)
		return s.queueDigests(ctx, due)
	})
	return n, err
}

func (s *Service) queueDigests(ctx context.Context, due []Selection) error {
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return err
	}
	d := Dispatch{Kind: MailDigest, State: Sending, CreatedAt: s.now(), CreatedBy: workspace.Actor(ctx)}
	if err := s.ws.DB.Write(ctx).Create(&d).Error; err != nil {
		return fmt.Errorf("campaign: digest: %w", err)
	}
	offers := dealDigests(due, company.Name)
	mails := make([]Mail, len(due))
	for i := range due {
		due[i], offers[i] = fitting(company, due[i], offers[i])
		mails[i] = digestMail(company, due[i], offers[i])
		mails[i].DispatchID = d.ID
	}
	ids, err := s.outbox.Queue(ctx, mails)
	if err != nil {
		return err
	}
	var requests []Request
	var variants [][]int64
	for i, sel := range due {
		for k, p := range sel.Posts {
			requests = append(requests, Request{PostID: p.ID, StaffID: sel.Person.ID, MessageID: &ids[i], Number: k + 1, State: Open,
				Reasons: asJSON(sel.Why[k]), CreatedAt: s.now(), DispatchID: &d.ID})
			variants = append(variants, offers[i][k].variants)
		}
	}
	return s.store.insert(ctx, requests, variants)
}

// dealDigests deals each post once over all who get it, so that colleagues get different words there too.
func dealDigests(due []Selection, company string) [][]offer {
	takers := map[int64][]staff.Advocate{}
	byID := map[int64]post.Full{}
	why := map[int64]map[int64][]Reason{}
	for _, sel := range due {
		for k, p := range sel.Posts {
			byID[p.ID] = p
			takers[p.ID] = append(takers[p.ID], sel.Person.Advocate)
			if why[p.ID] == nil {
				why[p.ID] = map[int64][]Reason{}
			}
			why[p.ID][sel.Person.ID] = sel.Why[k]
		}
	}
	dealt := map[[2]int64]offer{}
	for id, people := range takers {
		for _, o := range deal(byID[id], company, people, why[id]) {
			if o.broken() != nil || o.bytes() > digestItemBytes { // the link alone is offered
				o.texts, o.variants = nil, nil
			}
			dealt[[2]int64{id, o.person.ID}] = o
		}
	}
	out := make([][]offer, len(due))
	for i, sel := range due {
		for _, p := range sel.Posts {
			out[i] = append(out[i], dealt[[2]int64{p.ID, sel.Person.ID}])
		}
	}
	return out
}

// digestItemBytes is how long the words to copy of one item may be, so that one book does not push out the others.
const digestItemBytes = 16_000

func (o offer) bytes() int {
	n := 0
	for _, t := range o.texts {
		n += len(t.Text)
	}
	return n
}

// fitting keeps a digest under the size at which Gmail cuts letters off: what does not fit waits for the next one, and
// where a single item is too large it goes without its words to copy.
func fitting(company workspace.Company, sel Selection, offers []offer) (Selection, []offer) {
	size := func() int {
		return len(digestMail(company, sel, offers).Write(strings.Repeat("a", longestAddress), strings.Repeat("a", 26)).HTML)
	}
	for size() > letter.MaxHTML && len(offers) > 1 {
		n := len(offers) - 1
		sel.Posts, sel.Why, offers = sel.Posts[:n], sel.Why[:n], offers[:n]
	}
	if size() > letter.MaxHTML {
		offers[0].texts, offers[0].variants = nil, nil
	}
	return sel, offers
}

// longestAddress is what RFC 5321 (section 4.5.3.1.3) allows for one, in bytes.
const longestAddress = 254

func digestMail(company workspace.Company, sel Selection, offers []offer) Mail {
	a := sel.Person.Advocate
	frame := frameOf(company, a)
	items := make([]letter.Item, len(offers))
	mine := map[int64]bool{}
	for _, t := range a.Topics {
		mine[t.TopicID] = t.Stance != staff.RefusedTop
	}
	seen := map[string]bool{}
	var topics []string
	for i, o := range offers {
		items[i] = o.item(sel.Posts[i], i+1)
		for _, t := range sel.Posts[i].Topics {
			if mine[t.ID] && !seen[t.Name] {
				seen[t.Name] = true
				topics = append(topics, t.Name)
			}
		}
	}
	return Mail{
		Kind: MailDigest, StaffID: a.ID, Recipient: a.Address, RecipientName: a.Name, Language: frame.Language,
		Write: func(replyTo, token string) letter.Letter {
			frame.ReplyTo, frame.Token = replyTo, token
			return letter.Digest(frame, topics, items)
		},
	}
}

// lastDigest gives when each person's last digest was queued.
func (s store) lastDigest(ctx context.Context) (map[int64]workspace.Instant, error) {
	var rows []struct {
		StaffID int64
		At      workspace.Instant
	}
	err := s.ws.DB.Read(ctx).Raw("SELECT staff_id, MAX(created_at) AS at FROM message WHERE kind = 'digest' AND state NOT IN ('cancelled', 'rejected') GROUP BY staff_id").Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: digest: %w", err)
	}
	out := make(map[int64]workspace.Instant, len(rows))
	for _, r := range rows {
		out[r.StaffID] = r.At
	}
	return out, nil
}
