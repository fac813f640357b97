package report

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/network"
	"relais/backend/share"
)

// facts is everything that figures are computed from, as of one moment.
type facts struct {
	ledger      *share.Columns
	requests    []*requestSegment
	people      *people
	catalogue   *catalogue
	assumptions Assumptions
	pages       []pageFact
	visits      []visitFact
	referrals   []referralFact
	currency    string
	today       int32

	persons    int           // size of sets of persons
	strangers  map[int32]int // people who were never in the list, by their negative number
	maxPost    int
	maxRequest int
	maxMessage int
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

func (s *Service) facts(ctx context.Context) (*facts, error) {
	s.foldRequests(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	f := &facts{strangers: map[int32]int{}, today: share.DayNumber(s.ws.Now())}
	var err error
	if f.ledger, err = s.ledger.Columns(ctx); err != nil {
		return nil, err
	}
	if f.assumptions, err = ReadAssumptions(ctx, s.ws); err != nil {
		return nil, err
	}
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return nil, err
	}
	f.currency = company.Currency
	err = s.ws.DB.Read(ctx).Transaction(func(db *gorm.DB) error {
		if f.requests, err = s.readRequests(db); err != nil {
			return err
		}
		if f.people, err = s.readPeople(db); err != nil {
			return err
		}
		if f.catalogue, err = readCatalogue(db); err != nil {
			return err
		}
		return f.readRest(db)
	})
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	f.measure()
	return f, nil
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

// measure finds the sizes of sets, and gives strangers a place behind the staff.
func (f *facts) measure() {
	most := 0
	if n := len(f.people.all); n > 0 {
		most = int(f.people.all[n-1].id)
	}
	for _, seg := range f.requests {
		f.maxRequest = max(f.maxRequest, int(seg.first)+len(seg.state))
		for i := range seg.state {
			f.maxPost, f.maxMessage = max(f.maxPost, int(seg.post[i])), max(f.maxMessage, int(seg.message[i]))
		}
	}
	for id := range f.catalogue.posts {
		f.maxPost = max(f.maxPost, int(id))
	}
	for _, seg := range f.ledger.Segments {
		for i, person := range seg.Person {
			f.maxPost, f.maxRequest = max(f.maxPost, int(seg.Post[i])), max(f.maxRequest, int(seg.Request[i]))
			if person < 0 {
				if _, ok := f.strangers[person]; !ok {
					f.strangers[person] = len(f.strangers)
				}
			} else {
				most = max(most, int(person))
			}
		}
	}
	for person := range f.strangers {
		f.strangers[person] += most + 1
	}
	f.persons = most + 1 + len(f.strangers)
}

// place gives the place of a person in sets.
func (f *facts) place(person int32) int {
	if person >= 0 {
		return int(person)
	}
	return f.strangers[person]
}
