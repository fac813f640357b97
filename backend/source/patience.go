package source

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync"
	"time"

	"relais/backend/workspace"
)

// patience remembers which hosts asked to be left alone, and until when: 429
// and 503 are answers of a host, whichever of its addresses was asked (RFC
// 6585, section 4; RFC 9110, section 15.6.4).
type patience struct {
	mu    sync.Mutex
	until map[string]time.Time
	pages map[int64]time.Time // articles whose page gave no copy
}

// pageRest is how long a page that answered, but gave no copy, is left alone.
const pageRest = 24 * time.Hour

// noteCopy remembers that the page of an article gave no copy. One that did not
// answer at all may do so as soon as there is a network again.
func (p *patience) noteCopy(id int64, code string, now time.Time) {
	if code == "fetch_failed" || code == "fetch_timeout" {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.pages == nil {
		p.pages = map[int64]time.Time{}
	}
	p.pages[id] = now.Add(pageRest)
}

// copyRests says whether the page of an article was asked in vain of late.
func (p *patience) copyRests(id int64, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.pages[id].After(now)
}

// place is the host and port that an address lies on, so far as a site's
// patience goes: www or not is the same one.
func place(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(strings.ToLower(hostPort(u)), "www.")
}

// note remembers what err says of the host of address, where it says that it
// wants to be left alone.
func (p *patience) note(address string, err error, now time.Time) {
	var wants *later
	if !errors.As(err, &wants) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.until == nil {
		p.until = map[string]time.Time{}
	}
	for host, t := range p.until {
		if !t.After(now) {
			delete(p.until, host)
		}
	}
	p.until[place(address)] = wants.until(now)
}

// waits says whether the host of address still wants to be left alone.
func (p *patience) waits(address string, now time.Time) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.until[place(address)].After(now)
}

// letRest puts the next visit of all feeds of a host behind the time until
// which it wants to be left alone, in the transaction of ctx.
func (s *Service) letRest(ctx context.Context, address string, until time.Time) error {
	var feeds []Source
	w := s.db.Write(ctx)
	if err := w.Select("id", "url").Where("kind = ? AND next_at < ?", KindFeed, workspace.At(until)).Find(&feeds).Error; err != nil {
		return err
	}
	var ids []int64
	for _, f := range feeds {
		if place(f.URL) == place(address) {
			ids = append(ids, f.ID)
		}
	}
	for len(ids) > 0 {
		n := min(len(ids), 500)
		if err := w.Model(&Source{}).Where("id IN ?", ids[:n]).Update("next_at", workspace.At(until)).Error; err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}
