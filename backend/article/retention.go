package article

import (
	"context"
	"fmt"
	"time"

	"relais/backend/workspace"
)

// Rules say how long articles stay. Numbers are days; 0 means for good.
type Rules struct {
	InboxDays     int `json:"inboxDays"`     // nobody looked: the article expires
	OfferDays     int `json:"offerDays"`     // a job offer without a closing date expires
	EventDays     int `json:"eventDays"`     // the same of an event or a piece of company news
	DiscardedDays int `json:"discardedDays"` // what was discarded is erased
	ExpiredDays   int `json:"expiredDays"`   // what expired is erased, unless a post was drawn from it
	LimitMB       int `json:"limitMB"`       // above it, original pages and pictures of what is not kept go, oldest first
}

// DefaultRules are those of a new workspace.
func DefaultRules() Rules {
	return Rules{InboxDays: 60, OfferDays: 60, EventDays: 90, DiscardedDays: 30, ExpiredDays: 365, LimitMB: 2048}
}

const rulesKey = "library.rules"

// Rules gives the workspace's rules.
func (s *Service) Rules(ctx context.Context) (Rules, error) {
	r := DefaultRules()
	_, err := s.ws.Settings.Get(ctx, rulesKey, &r)
	return r, err
}

// SetRules keeps the rules.
func (s *Service) SetRules(ctx context.Context, r Rules) error {
	for _, n := range []*int{&r.InboxDays, &r.OfferDays, &r.EventDays, &r.DiscardedDays, &r.ExpiredDays, &r.LimitMB} {
		*n = max(0, min(*n, 36500))
	}
	return s.ws.Settings.Set(ctx, rulesKey, r)
}

// Tidied tells what the rules did.
type Tidied struct {
	Expired int // articles that ran out
	Erased  int
	Freed   int64 // bytes of original pages and pictures
}

// Tidy applies the rules. It is safe to run at any time, and runs with every
// sync.
func (s *Service) Tidy(ctx context.Context) (done Tidied, err error) {
	rules, err := s.Rules(ctx)
	if err != nil {
		return done, err
	}
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		if done.Expired, err = s.expire(ctx, rules); err != nil {
			return err
		}
		if done.Erased, err = s.erase(ctx, rules); err != nil {
			return err
		}
		done.Freed, err = s.slim(ctx, rules)
		return err
	})
	if err != nil {
		return done, fmt.Errorf("article: tidy: %w", err)
	}
	return done, nil
}

func (s *Service) expire(ctx context.Context, r Rules) (int, error) {
	now := s.ws.Now()
	today := now.Format(time.DateOnly)
	ago := func(days int) workspace.Instant { return workspace.At(now.AddDate(0, 0, -days)) }
	n := int64(0)
	for _, c := range []struct {
		days  int
		where string
		args  []any
	}{
		{1, "state IN ('inbox', 'kept') AND expires_on < ?", []any{today}},
		{r.InboxDays, "state = 'inbox' AND added_at < ?", []any{ago(r.InboxDays)}},
		{r.OfferDays, "state IN ('inbox', 'kept') AND kind = 'job_offer' AND expires_on IS NULL AND COALESCE(published_at, added_at) < ?", []any{ago(r.OfferDays)}},
		{r.EventDays, "state IN ('inbox', 'kept') AND kind IN ('event', 'company_news') AND expires_on IS NULL AND COALESCE(published_at, added_at) < ?", []any{ago(r.EventDays)}},
	} {
		if c.days == 0 {
			continue
		}
		res := s.db.Write(ctx).Exec("UPDATE article SET state = 'expired', triaged_at = ? WHERE "+c.where, append([]any{workspace.At(now)}, c.args...)...)
		if res.Error != nil {
			return 0, res.Error
		}
		n += res.RowsAffected
	}
	return int(n), nil
}

// erase removes what has been out of use long enough. Articles from which a
// post was drawn stay: the ledger leads to them.
func (s *Service) erase(ctx context.Context, r Rules) (int, error) {
	n := int64(0)
	for state, days := range map[string]int{Discarded: r.DiscardedDays, Expired: r.ExpiredDays} {
		if days == 0 {
			continue
		}
		before := workspace.At(s.ws.Now().AddDate(0, 0, -days))
		res := s.db.Write(ctx).Exec("DELETE FROM article WHERE state = ? AND triaged_at < ? AND NOT EXISTS (SELECT 1 FROM post WHERE post.article_id = article.id)", state, before)
		if res.Error != nil {
			return 0, res.Error
		}
		n += res.RowsAffected
	}
	return int(n), s.dropPictures(ctx)
}

func (s *Service) dropPictures(ctx context.Context) error {
	return s.db.Write(ctx).Exec("DELETE FROM picture WHERE NOT EXISTS (SELECT 1 FROM article_picture p WHERE p.hash = picture.hash) AND NOT EXISTS (SELECT 1 FROM article a WHERE a.picture = picture.hash)").Error
}

// Storage is what the library takes, in bytes.
type Storage struct {
	Articles  int
	Text      int64
	Originals int64
	Pictures  int64
	Limit     int64
}

// Storage measures the library.
func (s *Service) Storage(ctx context.Context) (Storage, error) {
	var st Storage
	rules, err := s.Rules(ctx)
	if err != nil {
		return st, err
	}
	err = s.db.Read(ctx).Raw(`SELECT (SELECT COUNT(*) FROM article) AS articles,
		(SELECT COALESCE(SUM(LENGTH(text) + LENGTH(html)), 0) FROM article_body) AS text,
		(SELECT COALESCE(SUM(LENGTH(original)), 0) FROM article_body) AS originals,
		(SELECT COALESCE(SUM(size), 0) FROM picture) AS pictures`).Scan(&st).Error
	st.Limit = int64(rules.LimitMB) << 20
	return st, err
}

// slim frees room above the limit: original pages first, then pictures, of what
// is not kept, oldest first.
func (s *Service) slim(ctx context.Context, r Rules) (freed int64, err error) {
	st, err := s.Storage(ctx)
	over := st.Text + st.Originals + st.Pictures - st.Limit
	if err != nil || r.LimitMB == 0 || over <= 0 {
		return 0, err
	}
	var rows []struct {
		ArticleID int64
		Size      int64
	}
	err = s.db.Read(ctx).Raw(`SELECT b.article_id, COALESCE(LENGTH(b.original), 0) +
		COALESCE((SELECT SUM(p.size) FROM article_picture x JOIN picture p ON p.hash = x.hash WHERE x.article_id = b.article_id), 0) AS size
		FROM article_body b JOIN article a ON a.id = b.article_id WHERE a.state <> 'kept'
		ORDER BY CASE a.state WHEN 'discarded' THEN 0 WHEN 'expired' THEN 1 WHEN 'inbox' THEN 3 ELSE 2 END, a.added_at LIMIT 5000`).Scan(&rows).Error
	if err != nil {
		return 0, err
	}
	var ids []int64
	for _, row := range rows {
		if freed >= over {
			break
		}
		if row.Size > 0 {
			ids = append(ids, row.ArticleID)
			freed += row.Size
		}
	}
	for part := range chunks(ids, 500) {
		if err := s.db.Write(ctx).Exec("UPDATE article_body SET original = NULL WHERE article_id IN ?", part).Error; err != nil {
			return 0, err
		}
		if err := s.db.Write(ctx).Exec("DELETE FROM article_picture WHERE article_id IN ?", part).Error; err != nil {
			return 0, err
		}
	}
	return freed, s.dropPictures(ctx)
}
