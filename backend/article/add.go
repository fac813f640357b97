package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Draft is an article on its way into the library.
type Draft struct {
	Kind          string // KindArticle where empty
	State         string // Inbox where empty
	Title         string
	Byline        string
	SiteName      string
	Language      string
	Excerpt       string
	URL           string
	PublishedAt   time.Time
	SourceID      int64
	Origin        string
	SuggestedBy   int64
	SuggestedName string
	Company       string
	Place         string
	Contract      string
	ClosesOn      time.Time
	Text          string
	HTML          string // sanitised already, or from a feed: it is sanitised again
	Original      []byte // the page as it came
	Full          bool   // the text is the whole article, not a feed's excerpt
	Topics        []int64
}

// Added says what became of a draft.
type Added struct {
	ID          int64
	New         bool  // false: the article was there already
	DuplicateOf int64 // the story that it repeats, or 0
}

// addBatch is how many drafts go in by one transaction.
const addBatch = 500

// Add takes drafts in. What is there already, by address, is not added again;
// it gets the text and the source that it lacks. What repeats a story in other
// words' clothes is kept below that story. The result has one entry a draft.
func (s *Service) Add(ctx context.Context, drafts ...Draft) ([]Added, error) {
	out := make([]Added, 0, len(drafts))
	next := s.prepareBeside(drafts)
	for len(drafts) > 0 {
		n := min(len(drafts), addBatch)
		ready := <-next
		next = s.prepareBeside(drafts[n:])
		err := s.db.Tx(ctx, func(ctx context.Context) error {
			got, err := s.addAll(ctx, drafts[:n], ready)
			out = append(out, got...)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("article: add: %w", err)
		}
		drafts = drafts[n:]
	}
	return out, nil
}

// prepareBeside prepares the next batch while the last one is written.
func (s *Service) prepareBeside(drafts []Draft) <-chan []*intake {
	ready := make(chan []*intake, 1)
	batch := drafts[:min(len(drafts), addBatch)]
	if len(batch) == 0 {
		return ready
	}
	go func() { ready <- s.prepareAll(batch) }()
	return ready
}

// intake is a draft with what was worked out about it.
type intake struct {
	draft Draft
	row   Article
	runs  map[uint64]struct{}
	bands []int64
	words []span
	body  Body // its id is set last
	at    int  // place in the result
}

// prepareAll works on all cores: words, stems and fingerprints cost as much as
// writing them.
func (s *Service) prepareAll(drafts []Draft) []*intake {
	out := make([]*intake, len(drafts))
	now := s.ws.Now() // one moment for all: the list goes by it, then by their order
	var wg sync.WaitGroup
	cores := min(runtime.GOMAXPROCS(0), len(drafts))
	for c := range cores {
		wg.Go(func() {
			for i := c; i < len(drafts); i += cores {
				out[i] = s.prepare(drafts[i], i, now)
			}
		})
	}
	wg.Wait()
	return out
}

func (s *Service) addAll(ctx context.Context, drafts []Draft, ready []*intake) ([]Added, error) {
	out := make([]Added, len(drafts))
	fresh := make([]*intake, 0, len(drafts))
	byKey := map[string]*intake{}
	known, err := s.knownAddresses(ctx, drafts)
	if err != nil {
		return nil, err
	}
	repeats := map[int]*intake{}
	for i := range drafts {
		in := ready[i]
		key := in.row.AddressKey
		if id := known[key]; key != "" && id != 0 {
			out[i] = Added{ID: id}
			if err := s.seenAgain(ctx, id, in); err != nil {
				return nil, err
			}
			continue
		}
		if twin := byKey[key]; key != "" && twin != nil {
			repeats[i] = twin
			continue
		}
		byKey[key] = in
		fresh = append(fresh, in)
	}
	if err := s.insert(ctx, fresh); err != nil {
		return nil, err
	}
	for _, in := range fresh {
		out[in.at] = Added{ID: in.row.ID, New: true}
		if in.row.DuplicateOf != nil {
			out[in.at].DuplicateOf = *in.row.DuplicateOf
		}
	}
	for i, twin := range repeats {
		out[i] = Added{ID: twin.row.ID}
	}
	return out, s.proposeFor(ctx, fresh)
}

// prepare works out what can be known without the database.
func (s *Service) prepare(d Draft, at int, moment time.Time) *intake {
	now := workspace.At(moment)
	in := &intake{draft: d, at: at}
	in.row = Article{
		Kind: orElse(d.Kind, KindArticle), State: orElse(d.State, Inbox), Title: orElse(strings.TrimSpace(d.Title), shortTitle(d)), Byline: clip(d.Byline, 300),
		SiteName: clip(d.SiteName, 200), Language: baseLanguage(d.Language), Excerpt: clip(d.Excerpt, 2000), URL: clip(CleanAddress(d.URL), 4000),
		AddressKey: clip(AddressKey(d.URL), 4000), PublishedAt: workspace.AtPtr(sensible(d.PublishedAt, moment)), AddedAt: now, ChangedAt: now,
		Origin: orElse(d.Origin, FromClip), SuggestedName: d.SuggestedName, Company: d.Company, Place: d.Place, Contract: d.Contract,
	}
	in.row.Title = clip(in.row.Title, 500)
	if d.SourceID != 0 {
		in.row.SourceID = &d.SourceID
	}
	if d.SuggestedBy != 0 {
		in.row.SuggestedBy = &d.SuggestedBy
	}
	if in.row.State != Inbox {
		in.row.TriagedAt = &now
	}
	if !d.ClosesOn.IsZero() {
		day := d.ClosesOn.Format(time.DateOnly)
		in.row.ClosesOn, in.row.ExpiresOn = &day, &day
	}
	if d.Full {
		in.row.CopiedAt = &now
	}
	in.words = wordsIn(d.Text)
	in.row.Words = len(in.words)
	if d.Full || in.row.Words >= 2*comparable {
		in.runs = runsOfWords(in.words)
		in.bands = bandsOf(in.runs)
	}
	in.body = Body{Head: headOf(&in.row), Text: d.Text, HTML: d.HTML, Original: compressed(d.Original)}
	in.body.Stems = s.stemsOf(&in.row, in.words)
	return in
}

// sensible drops dates that no article can have.
func sensible(t, now time.Time) time.Time {
	if t.Year() < 1990 || t.After(now.Add(time.Hour)) {
		return time.Time{}
	}
	return t
}

func shortTitle(d Draft) string {
	for _, s := range []string{d.Excerpt, d.Text, d.URL} {
		if s = strings.TrimSpace(s); s != "" {
			line, _, _ := strings.Cut(s, "\n")
			return clip(line, 90)
		}
	}
	return "?"
}

func (s *Service) insert(ctx context.Context, fresh []*intake) error {
	if len(fresh) == 0 {
		return nil
	}
	if err := s.findStories(ctx, fresh); err != nil {
		return err
	}
	rows := make([]*Article, len(fresh))
	for i, in := range fresh {
		rows[i] = &in.row
	}
	w := s.db.Write(ctx)
	if err := w.CreateInBatches(rows, 20).Error; err != nil {
		return err
	}
	bodies := make([]Body, len(fresh))
	ids := make([]int64, len(fresh))
	var bands []band
	var seen []sighting
	for i, in := range fresh {
		in.body.ArticleID = in.row.ID
		bodies[i], ids[i] = in.body, in.row.ID
		for _, b := range in.bands {
			bands = append(bands, band{b, in.row.ID})
		}
		if in.draft.SourceID != 0 {
			seen = append(seen, sighting{in.row.ID, in.draft.SourceID, in.row.URL, in.row.AddedAt})
		}
	}
	if err := w.CreateInBatches(bodies, 100).Error; err != nil {
		return err
	}
	if len(bands) > 0 {
		if err := w.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(bands, 200).Error; err != nil {
			return err
		}
	}
	if len(seen) > 0 {
		if err := w.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(seen, 100).Error; err != nil {
			return err
		}
	}
	return s.index.Put(ctx, ids...)
}

// headOf is what is searched of an article beside its text; it counts more.
func headOf(a *Article) string {
	head := strings.Join([]string{a.Title, a.Company, a.Place, a.Byline}, "\n")
	if a.Words == 0 {
		head += "\n" + a.Excerpt
	}
	return strings.TrimSpace(head)
}

// stemsOf gives the stems of an article; where it has no text, of its excerpt.
func (s *Service) stemsOf(a *Article, words []span) string {
	if len(words) == 0 {
		words = wordsIn(a.Excerpt)
	}
	return s.stems.stems(a.Language, wordsIn(headOf(a)), words)
}

// seenAgain adds to a known article what this sighting brings.
func (s *Service) seenAgain(ctx context.Context, id int64, in *intake) error {
	w := s.db.Write(ctx)
	if in.draft.SourceID != 0 {
		row := sighting{id, in.draft.SourceID, in.row.URL, in.row.AddedAt}
		if err := w.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return err
		}
	}
	if !in.draft.Full {
		return nil
	}
	return s.replaceBody(ctx, id, in)
}

// replaceBody gives an article the full text where it had only an excerpt.
func (s *Service) replaceBody(ctx context.Context, id int64, in *intake) error {
	var old Article
	w := s.db.Write(ctx)
	if err := w.Take(&old, id).Error; err != nil {
		return err
	}
	if old.Words >= in.row.Words && old.CopiedAt != nil {
		return nil
	}
	change := map[string]any{"words": in.row.Words, "copied_at": in.row.CopiedAt, "copy_fault": "", "changed_at": in.row.ChangedAt}
	for column, pair := range map[string][2]string{
		"byline": {old.Byline, in.row.Byline}, "site_name": {old.SiteName, in.row.SiteName}, "language": {old.Language, in.row.Language},
		"excerpt": {old.Excerpt, in.row.Excerpt}, "company": {old.Company, in.row.Company}, "place": {old.Place, in.row.Place}, "contract": {old.Contract, in.row.Contract},
	} {
		if pair[0] == "" && pair[1] != "" {
			change[column] = pair[1]
		}
	}
	if in.row.Kind != KindArticle {
		change["kind"] = in.row.Kind
	}
	if old.ClosesOn == nil && in.row.ClosesOn != nil {
		change["closes_on"], change["expires_on"] = *in.row.ClosesOn, *in.row.ClosesOn
	}
	if old.PublishedAt == nil && in.row.PublishedAt != nil {
		change["published_at"] = *in.row.PublishedAt
	}
	if err := w.Model(&Article{}).Where("id = ?", id).Updates(change).Error; err != nil {
		return err
	}
	if old.Language == "" {
		old.Language = in.row.Language
	}
	if err := s.index.Remove(ctx, id); err != nil {
		return err
	}
	body := in.body
	body.ArticleID, body.Head, body.Stems = id, headOf(&old), s.stemsOf(&old, in.words)
	if err := w.Clauses(clause.OnConflict{UpdateAll: true}).Create(&body).Error; err != nil {
		return err
	}
	if err := s.index.Put(ctx, id); err != nil {
		return err
	}
	for _, b := range in.bands {
		if err := w.Clauses(clause.OnConflict{DoNothing: true}).Create(&band{b, id}).Error; err != nil {
			return err
		}
	}
	old.Words = in.row.Words
	again := &intake{draft: in.draft, row: old}
	return s.proposeFor(ctx, []*intake{again})
}

func compressed(page []byte) []byte {
	if len(page) == 0 {
		return nil
	}
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	if _, err := z.Write(page); err != nil {
		return nil
	}
	if err := z.Close(); err != nil {
		return nil
	}
	return buf.Bytes()
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// clip bounds a text to n characters.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
