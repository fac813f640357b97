package source

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"relais/backend/article"
	"relais/backend/workspace"
)

// crowd is a host with many feeds and pages that asks to be left alone after
// the first answer.
type crowd struct {
	mu     sync.Mutex
	status int
	after  string
	asked  []string
}

func (c *crowd) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, r.URL.Path)
	if c.status == 0 {
		fmt.Fprintf(rw, twoItems, "http://a.example", "http://a.example"+r.URL.Path, "http://a.example"+r.URL.Path)
		return
	}
	rw.Header().Set("Retry-After", c.after)
	rw.WriteHeader(c.status)
}

func (c *crowd) visits() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(c.asked)
	c.asked = nil
	return n
}

func TestHostWantsRest(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		after  string
		wait   time.Duration
	}{
		"too many, in seconds":   {http.StatusTooManyRequests, "7200", 2 * time.Hour},
		"too many, without time": {http.StatusTooManyRequests, "", time.Hour},
		"too many, a date":       {http.StatusTooManyRequests, noon.Add(3 * time.Hour).Format(http.TimeFormat), 3 * time.Hour},
		"unavailable":            {http.StatusServiceUnavailable, "600", 10 * time.Minute},
		"for ever":               {http.StatusServiceUnavailable, "999999999", 7 * 24 * time.Hour},
		"nonsense":               {http.StatusServiceUnavailable, "soon", time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := services(t)
			ctx := context.Background()
			busy, calm := &crowd{status: c.status, after: c.after}, &crowd{}
			site, other := serve(t, busy.ServeHTTP), serve(t, calm.ServeHTTP)
			var list strings.Builder
			for i := range 8 {
				fmt.Fprintf(&list, `<outline text="Feed %d" xmlUrl="%s/%d"/>`, i, site, i)
			}
			fmt.Fprintf(&list, `<outline text="Other" xmlUrl="%s/1"/>`, other)
			if _, err := s.ImportFeeds(ctx, "f.opml", []byte("<opml><body>"+list.String()+"</body></opml>"), false); err != nil {
				t.Fatal(err)
			}
			last := 0
			got, err := s.Poll(ctx, false, func(done, _ int) { last = done })
			if err != nil || got.Asked != 2 || got.Failed != 1 || got.New != 2 || busy.visits() != 1 || calm.visits() != 1 {
				t.Fatalf("poll %+v, %v", got, err)
			}
			if last != 9 {
				t.Errorf("progress ends at %d of 9", last)
			}
			lines, _ := s.List(ctx)
			for _, l := range lines {
				want := noon.Add(c.wait)
				if l.Title == "Other" {
					want = noon.Add(interval)
				}
				if l.NextAt != workspace.At(want) {
					t.Errorf("%s is asked again at %v, want %v", l.Title, l.NextAt, want)
				}
			}
			if got, err := s.Poll(ctx, false, nil); err != nil || got.Asked != 0 {
				t.Errorf("asked again at once: %+v, %v", got, err)
			}
			if got, err := s.Poll(ctx, true, nil); err != nil || got.Asked != 2 || busy.visits() != 1 {
				t.Errorf("whoever asks by hand asks the host once: %+v, %v", got, err)
			}
		})
	}
}

// Offline copies of a host that wants rest are made later, and nothing is held
// against the articles.
func TestCopiesWait(t *testing.T) {
	s, lib := services(t)
	ctx := context.Background()
	busy := &crowd{status: http.StatusTooManyRequests, after: "600"}
	site := serve(t, busy.ServeHTTP)
	id, _, err := s.ensure(ctx, Source{Kind: KindFeed, URL: site + "/feed", PrivateOK: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		if _, err := lib.Add(ctx, article.Draft{Title: fmt.Sprint("Article ", i), URL: fmt.Sprintf("%s/%d", site, i), SourceID: id, State: article.Kept}); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.CopyKept(ctx, false, nil); n != 0 || err != nil || busy.visits() != 1 {
		t.Errorf("%d copies, %v", n, err)
	}
	var noted int64
	if err := s.db.Read(ctx).Table("article").Where("copy_fault <> ''").Count(&noted).Error; err != nil || noted != 0 {
		t.Errorf("%d articles carry a fault, %v", noted, err)
	}
}

// A page that is gone is not asked for again at every refresh; one that did not
// answer is.
func TestDeadPagesRest(t *testing.T) {
	s, lib := services(t)
	ctx := context.Background()
	dead := &crowd{status: http.StatusNotFound}
	site := serve(t, dead.ServeHTTP)
	id, _, err := s.ensure(ctx, Source{Kind: KindFeed, URL: site + "/feed", PrivateOK: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{site + "/gone", "http://127.0.0.1:1/closed"} {
		if _, err := lib.Add(ctx, article.Draft{Title: address, URL: address, SourceID: id, State: article.Kept}); err != nil {
			t.Fatal(err)
		}
	}
	for range 3 {
		if n, err := s.CopyKept(ctx, true, nil); n != 0 || err != nil {
			t.Fatalf("%d copies, %v", n, err)
		}
	}
	if n := dead.visits(); n != 1 {
		t.Errorf("the page that is gone was asked for %d times", n)
	}
}
