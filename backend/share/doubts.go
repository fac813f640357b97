package share

import (
	"context"
	"slices"
	"strconv"
	"time"
)

// A person's network rarely has more than MaxAudience followers, and one firm's
// staff never: LinkedIn stops connections at 30,000. Such a figure is a slip of
// the finger until somebody says otherwise.
const MaxAudience = 1_000_000

// doubts looks at shares with suspicion. Some of the doubts are about others that
// stand beside them.
func (s *Service) doubts(ctx context.Context, shares []*Share) ([]Flag, error) {
	first, err := s.firstOffered(ctx, shares)
	if err != nil {
		return nil, err
	}
	alike, err := s.alike(ctx, shares)
	if err != nil {
		return nil, err
	}
	// A day of grace: the message was written where the clock may say yesterday.
	tomorrow := day(s.ws.Now().AddDate(0, 0, 1))
	var found []Flag
	for _, sh := range shares {
		var mine []Flag
		if sh.SharedOn > tomorrow {
			mine = append(mine, Flag{ShareID: sh.ID, Kind: FlagFuture, Detail: sh.SharedOn, Holds: HoldsShare})
		}
		if sh.PostID != nil && first[*sh.PostID] != "" && sh.SharedOn < dayBefore(first[*sh.PostID]) {
			mine = append(mine, Flag{ShareID: sh.ID, Kind: FlagBeforePost, Detail: first[*sh.PostID], Holds: HoldsShare})
		}
		if sh.Audience != nil && *sh.Audience > MaxAudience {
			mine = append(mine, Flag{ShareID: sh.ID, Kind: FlagAudience, Holds: HoldsAudience})
		}
		mine = append(mine, sh.twice(alike[sh.URLKey])...)
		foreign, err := s.ofOther(ctx, sh)
		if err != nil {
			return nil, err
		}
		if foreign {
			mine = append(mine, Flag{ShareID: sh.ID, Kind: FlagURLOfOther, Holds: HoldsShare})
		}
		found = append(found, mine...)
	}
	return found, nil
}

func (s *Service) firstOffered(ctx context.Context, shares []*Share) (map[int64]string, error) {
	var posts []int64
	for _, sh := range shares {
		if sh.PostID != nil && !slices.Contains(posts, *sh.PostID) {
			posts = append(posts, *sh.PostID)
		}
	}
	if len(posts) == 0 {
		return nil, nil
	}
	return s.directory.FirstOffered(ctx, posts)
}

// alike gives the shares that have one of the addresses of these, by its key.
func (s *Service) alike(ctx context.Context, shares []*Share) (map[string][]Share, error) {
	var keys []string
	for _, sh := range shares {
		if sh.URLKey != "" && !slices.Contains(keys, sh.URLKey) {
			keys = append(keys, sh.URLKey)
		}
	}
	if len(keys) == 0 {
		return nil, nil
	}
	var rows []Share
	err := s.ws.DB.Write(ctx).Select("id", "person", "url_key").Where("url_key IN ? AND state <> ?", keys, Void).Order("id").Find(&rows).Error
	of := make(map[string][]Share, len(keys))
	for _, sh := range rows {
		of[sh.URLKey] = append(of[sh.URLKey], sh)
	}
	return of, err
}

// twice doubts an address that others reported, too. Whoever came first counts
// until a person decides, but shows the doubt.
func (sh *Share) twice(alike []Share) []Flag {
	var found []Flag
	for _, o := range alike {
		if o.Person == sh.Person {
			continue
		}
		holds, mirrored := HoldsShare, HoldsNothing
		if sh.ID < o.ID {
			holds, mirrored = HoldsNothing, HoldsShare
		}
		found = append(found,
			Flag{ShareID: o.ID, Kind: FlagURLTwice, Detail: strconv.FormatInt(sh.ID, 10), OtherID: ptr(sh.ID), Holds: mirrored},
			Flag{ShareID: sh.ID, Kind: FlagURLTwice, Detail: strconv.FormatInt(o.ID, 10), OtherID: ptr(o.ID), Holds: holds})
	}
	return found
}

// ofOther says whether the address names the account of somebody else.
func (s *Service) ofOther(ctx context.Context, sh *Share) (bool, error) {
	l, key := link(sh.URL)
	if key == "" || l.Handle == "" || sh.StaffID == nil {
		return false, nil
	}
	owner, err := s.directory.OwnerOf(ctx, sh.Network, l.Handle)
	return owner != 0 && owner != *sh.StaffID, err
}

func dayBefore(date string) string {
	t, err := time.Parse(dayLayout, date)
	if err != nil {
		return date
	}
	return day(t.AddDate(0, 0, -1))
}
