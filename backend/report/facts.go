package report

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/network"
	"relais/backend/share"
)

// facts is everything that the figures of one view are computed from, as of one
// moment.
type facts struct {
	ledger      *share.Columns
	shares      []*share.Segment
	requests    []*requestSegment
	people      *people
	catalogue   *catalogue
	assumptions Assumptions
	pages       []pageFact
	visits      []visitFact
	referrals   []referralFact
	currency    string
	today       int32

	together int
	now      span
	before   *span // nil where there is none to compare with

	persons      int // size of sets of persons
	lastStaff    int
	maxPost      int
	maxMessage   int
	firstRequest int // of those in requests
	lastRequest  int
}

type pageFact struct {
	network            string
	day                int32
	followers, overlap *int64
	reachPer           *int64
	reactionsPer       *float64
	id                 int64
}

type visitFact struct {
	post   int32 // 0 where unmatched
	day    int32
	net    string
	visits int64
}

type referralFact struct {
	post            int32
	person          int64
	received, hired int32 // hired is notSent where nobody was
}

func (s *Service) facts(ctx context.Context, filter Filter) (*facts, error) {
	s.ledger.Fold(ctx)
	s.fold(ctx, "request_dirty", writeRequests)
	s.fold(ctx, "people_dirty", writePeople)
	s.mu.Lock()
	defer s.mu.Unlock()
	f := &facts{today: share.DayNumber(s.ws.Now()), together: s.together}
	var err error
	if f.assumptions, err = ReadAssumptions(ctx, s.ws); err != nil {
		return nil, err
	}
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return nil, err
	}
	f.currency = company.Currency
	// One transaction, so that all of it belongs together.
	err = s.ws.DB.Read(ctx).Transaction(func(db *gorm.DB) error { return s.read(ctx, db, f, filter) })
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return f, nil
}

func (s *Service) read(ctx context.Context, db *gorm.DB, f *facts, filter Filter) error {
	var err error
	if f.ledger, err = s.ledger.Columns(ctx, db); err != nil {
		return err
	}
	requests, err := s.requests.open(db)
	if err != nil {
		return err
	}
	if f.people, err = s.people.read(db); err != nil {
		return err
	}
	if f.catalogue, err = readCatalogue(db); err != nil {
		return err
	}
	if err := f.readRest(db); err != nil {
		return err
	}
	f.now, f.before = f.spanOf(filter, requests.heads), spanBefore(filter)
	if f.requests, err = requests.fetch(f.spans()); err != nil {
		return err
	}
	f.measure(requests.heads)
	f.shares, err = f.ledger.Fetch(f.wants)
	return err
}

// spans are the periods that the view is about.
func (f *facts) spans() []span {
	if f.before == nil {
		return []span{f.now}
	}
	return []span{f.now, *f.before}
}

// wants says whether a segment of the ledger has shares of the periods, or
// shares of requests that were sent in them, whenever those were shared.
func (f *facts) wants(h share.Head) bool {
	if h.Empty() {
		return false
	}
	return anyMeets(f.spans(), span{h.DayFrom, h.DayTo}) ||
		(int(h.RequestFrom) <= f.lastRequest && int(h.RequestTo) >= f.firstRequest)
}

// readRest reads the small tables.
func (f *facts) readRest(db *gorm.DB) error {
	err := scanEach(db, func(scan func(...any) error) error {
		var p pageFact
		var day string
		err := scan(&p.id, &p.network, &day, &p.followers, &p.reachPer, &p.reactionsPer, &p.overlap)
		p.day = dayText(day)
		f.pages = append(f.pages, p)
		return err
	}, `SELECT f.id, p.network, f.as_of, f.followers, f.reach_per_post, f.reactions_per_post, f.overlap_permille
		FROM page_figure f JOIN page p ON p.id = f.page_id WHERE f.voided_at IS NULL ORDER BY f.as_of, f.id`)
	if err != nil {
		return err
	}
	err = scanEach(db, func(scan func(...any) error) error {
		var v visitFact
		var post int64
		var day, source string
		if err := scan(&post, &day, &source, &v.visits); err != nil {
			return err
		}
		v.post, v.day = int32(post), dayText(day)
		if id, ok := network.Parse(source); ok {
			v.net = string(id)
		}
		f.visits = append(f.visits, v)
		return nil
		// Exports overlap: of one address and day the later one holds.
	}, `SELECT COALESCE(c.post_id, 0), c.day, c.source, c.visits FROM click_figure c WHERE NOT EXISTS (
		SELECT 1 FROM click_figure o WHERE o.day = c.day AND o.source = c.source AND o.medium = c.medium AND o.campaign = c.campaign
		AND o.content = c.content AND o.import_id > c.import_id)`)
	if err != nil {
		return err
	}
	return scanEach(db, func(scan func(...any) error) error {
		var r referralFact
		var post int64
		var received, hired string
		if err := scan(&post, &r.person, &received, &hired); err != nil {
			return err
		}
		r.post, r.received, r.hired = int32(post), dayText(received), notSent
		if hired != "" {
			r.hired = dayText(hired)
		}
		f.referrals = append(f.referrals, r)
		return nil
	}, "SELECT COALESCE(post_id, 0), person, received_on, COALESCE(hired_on, '') FROM referral WHERE voided_at IS NULL")
}

// measure finds the sizes of sets; strangers have their places behind the staff.
func (f *facts) measure(requests []requestHead) {
	if n := len(f.people.all); n > 0 {
		f.lastStaff = int(f.people.all[n-1].id)
	}
	strangers := 0
	for _, h := range f.ledger.Heads {
		f.maxPost = max(f.maxPost, int(h.PostTo))
		f.lastStaff, strangers = max(f.lastStaff, int(h.PersonTo)), max(strangers, -int(h.PersonFrom))
	}
	f.persons = f.lastStaff + strangers + 1
	for _, h := range requests {
		f.maxPost, f.maxMessage = max(f.maxPost, int(h.postTo)), max(f.maxMessage, int(h.messageTo))
	}
	for id := range f.catalogue.posts {
		f.maxPost = max(f.maxPost, int(id))
	}
	f.lastRequest = -1
	if n := len(f.requests); n > 0 {
		f.firstRequest = int(f.requests[0].id) * requestSpan
		f.lastRequest = int(f.requests[n-1].id)*requestSpan + requestSpan - 1
	}
}

// place gives the place of a person in sets: strangers have numbers from -1 down.
func (f *facts) place(person int32) int {
	if person >= 0 {
		return int(person)
	}
	return f.lastStaff - int(person)
}
