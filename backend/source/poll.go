package source

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"relais/backend/article"
	"relais/backend/workspace"
)

// How often feeds are asked.
const (
	interval    = time.Hour
	longest     = 7 * 24 * time.Hour // the longest back-off
	hostsAtOnce = 6
)

const acceptFeed = "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

// Polled says what asking the feeds brought.
type Polled struct {
	Asked  int
	New    int // articles
	Failed int
}

// Poll asks the feeds that are due (all, where force is set) and takes in what
// is new. Hosts are asked beside each other, the feeds of one host one after
// the other; where a host wants to be left alone its other feeds wait as well.
// progress is told after each feed and may be nil.
func (s *Service) Poll(ctx context.Context, force bool, progress func(done, total int)) (Polled, error) {
	var due []Source
	q := s.db.Read(ctx).Where("kind = ? AND state = ?", KindFeed, Active)
	if !force {
		q = q.Where("next_at <= ?", workspace.At(s.ws.Now()))
	}
	if err := q.Order("next_at, id").Find(&due).Error; err != nil {
		return Polled{}, fmt.Errorf("source: poll: %w", err)
	}
	byHost := map[string][]Source{}
	for _, src := range due {
		byHost[hostOf(src.URL)] = append(byHost[hostOf(src.URL)], src)
	}
	var mu sync.Mutex
	var sum Polled
	done := 0
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(hostsAtOnce)
	for _, list := range byHost {
		g.Go(func() error {
			resting := map[string]bool{}
			for _, src := range list {
				var one Polled
				if !resting[place(src.URL)] {
					n, err := s.pollOne(ctx, src)
					if ctx.Err() != nil {
						return ctx.Err()
					}
					one = Polled{Asked: 1, New: n}
					if err != nil {
						one.Failed = 1
					}
					var wants *later
					resting[place(src.URL)] = errors.As(err, &wants)
				}
				mu.Lock()
				done++
				sum.Asked, sum.New, sum.Failed = sum.Asked+one.Asked, sum.New+one.New, sum.Failed+one.Failed
				if progress != nil {
					progress(done, len(due))
				}
				mu.Unlock()
			}
			return nil
		})
	}
	return sum, g.Wait()
}

// Check asks one feed now.
func (s *Service) Check(ctx context.Context, id int64) (int, error) {
	var src Source
	if err := s.db.Read(ctx).Take(&src, id).Error; err != nil {
		return 0, workspace.ErrNotFound
	}
	if src.Kind != KindFeed {
		return 0, nil
	}
	return s.pollOne(ctx, src)
}

func (s *Service) pollOne(ctx context.Context, src Source) (int, error) {
	ask := Ask{URL: src.URL, ETag: src.ETag, LastModified: src.LastModified, Limit: MaxFeedBytes, Accept: acceptFeed}
	if src.PrivateOK {
		ask.Trusted = src.URL
	}
	got, err := s.fetch.Fetch(ctx, ask)
	s.patience.note(src.URL, err, s.ws.Now())
	if err == nil && got.NotModified {
		return 0, s.checked(ctx, src, got, nil)
	}
	var f Feed
	if err == nil {
		f, err = ReadFeed(got.Body, got.ContentType, got.URL)
		if err != nil {
			err = FeedFault(src.URL, err)
		}
	}
	if err != nil {
		if ctx.Err() != nil {
			return 0, ctx.Err()
		}
		return 0, errors.Join(err, s.failed(ctx, src, err))
	}
	n := 0
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		if n, err = s.takeIn(ctx, src, f); err != nil {
			return err
		}
		return s.checked(ctx, src, got, &f)
	})
	return n, err
}

// takeIn adds the new items of a feed.
func (s *Service) takeIn(ctx context.Context, src Source, f Feed) (int, error) {
	fresh, err := s.markSeen(ctx, src.ID, f.Items)
	if err != nil {
		return 0, err
	}
	drafts := make([]article.Draft, 0, len(fresh))
	for _, it := range fresh {
		if it.Title == "" && it.URL == "" {
			continue
		}
		clean := s.library.CleanHTML(it.Content)
		drafts = append(drafts, article.Draft{
			Kind: src.ArticleKind, Title: it.Title, Byline: it.Author, SiteName: f.Title, Language: guessLanguage(it), Excerpt: shortened(it.Summary, 600),
			URL: it.URL, PublishedAt: it.Published, SourceID: src.ID, Origin: article.FromFeed, Text: linesOf(clean), HTML: clean,
		})
	}
	oldestFirst(drafts)
	added, err := s.library.Add(ctx, drafts...)
	n := 0
	for _, a := range added {
		if a.New {
			n++
		}
	}
	return n, err
}

// oldestFirst turns a feed's order round, so that what is newest goes in last
// and stands on top of the library. Feeds put the newest first, but for some:
// where every item has a date, the dates decide.
func oldestFirst(drafts []article.Draft) {
	slices.Reverse(drafts)
	if slices.ContainsFunc(drafts, func(d article.Draft) bool { return d.PublishedAt.IsZero() }) {
		return
	}
	slices.SortStableFunc(drafts, func(a, b article.Draft) int { return a.PublishedAt.Compare(b.PublishedAt) })
}

// checked notes a good answer: the address it moved to, the feed's own title,
// and when to ask again.
func (s *Service) checked(ctx context.Context, src Source, got Answer, f *Feed) error {
	now := s.ws.Now()
	at := workspace.At(now)
	change := map[string]any{"checked_at": at, "failures": 0, "fault": "", "next_at": workspace.At(now.Add(interval))}
	if got.ETag != "" || got.LastModified != "" || f != nil {
		change["etag"], change["last_modified"] = got.ETag, got.LastModified
	}
	if f != nil {
		change["changed_at"] = at
		if f.Title != "" && (src.Title == "" || src.Title == hostOf(src.URL)) {
			change["title"] = shortened(f.Title, 200)
		}
		if f.Site != "" && src.SiteURL == "" {
			change["site_url"] = f.Site
		}
	}
	return s.db.Tx(ctx, func(ctx context.Context) error {
		w := s.db.Write(ctx)
		if got.Moved != "" && got.Moved != src.URL && len(got.Moved) < 2000 {
			if err := w.Save(&oldAddress{src.ID, src.URL, at}).Error; err != nil {
				return err
			}
			var taken int64
			if err := w.Model(&Source{}).Where("kind = ? AND url = ? AND id <> ?", KindFeed, got.Moved, src.ID).Count(&taken).Error; err != nil {
				return err
			}
			if taken == 0 {
				change["url"] = got.Moved
			}
		}
		return w.Model(&Source{}).Where("id = ?", src.ID).Updates(change).Error
	})
}

// failed notes why a feed could not be read, and waits longer each time.
func (s *Service) failed(ctx context.Context, src Source, cause error) error {
	now := s.ws.Now()
	wait := interval << min(src.Failures, 7)
	change := map[string]any{"checked_at": workspace.At(now), "failures": src.Failures + 1, "next_at": workspace.At(now.Add(min(wait, longest)))}
	var wants *later
	var ended *gone
	var until time.Time
	switch {
	case errors.As(cause, &wants):
		until = wants.until(now)
		change["next_at"] = workspace.At(until)
		cause = workspace.NewFault("fetch_later", "address", src.URL, "until", until.UTC().Format("2006-01-02 15:04 UTC"))
	case errors.As(cause, &ended):
		change["state"] = Gone
		cause = workspace.NewFault("fetch_status", "address", src.URL, "status", 410)
	}
	change["fault"] = faultText(cause)
	return s.db.Tx(ctx, func(ctx context.Context) error {
		if err := s.db.Write(ctx).Model(&Source{}).Where("id = ?", src.ID).Updates(change).Error; err != nil || until.IsZero() {
			return err
		}
		return s.letRest(ctx, src.URL, until)
	})
}

// faultText keeps a fault's code and parameters for the screen.
func faultText(err error) string {
	f := &workspace.Fault{Code: "fetch_failed", Params: map[string]any{}}
	_ = errors.As(err, &f)
	text, err := json.Marshal(map[string]any{"code": f.Code, "params": f.Params})
	if err != nil {
		return `{"code":"fetch_failed","params":{}}`
	}
	return string(text)
}

// trusts gives the address on whose host a source's articles may lie although
// it is private: the one that a person typed or imported.
func (s *Service) trusts(ctx context.Context, sourceID *int64, address string) string {
	if sourceID == nil {
		return ""
	}
	var src Source
	if err := s.db.Read(ctx).Take(&src, *sourceID).Error; err != nil || !src.PrivateOK {
		return ""
	}
	a, err1 := url.Parse(src.URL)
	b, err2 := url.Parse(address)
	if err1 != nil || err2 != nil || hostPort(a) != hostPort(b) {
		return ""
	}
	return src.URL
}
