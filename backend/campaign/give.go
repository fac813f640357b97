package campaign

import (
	"context"

	"relais/backend/post"
)

// GiveFor names the approved give that suits most of these people, the last changed where several do; 0 where none
// suits any of them. It is what HR is offered where an ask would go to people who got nothing.
func (s *Service) GiveFor(ctx context.Context, staffIDs []int64) (int64, error) {
	wanted := map[int64]bool{}
	for _, id := range staffIDs {
		wanted[id] = true
	}
	gives, err := s.posts.List(ctx, post.Filter{State: post.Approved})
	if err != nil {
		return 0, err
	}
	var all crowd
	group := oneByOne()
	s.gather(ctx, &all, group)
	if err := group.Wait(); err != nil {
		return 0, err
	}
	best, most := int64(0), 0
	for _, p := range gives {
		if p.Kind != post.Give || s.sendable(p) != nil {
			continue
		}
		var had response
		group := oneByOne()
		s.recall(ctx, p, &had, group)
		if err := group.Wait(); err != nil {
			return 0, err
		}
		n := 0
		for _, c := range all.weighedFor(p, had) {
			if wanted[c.ID] && c.Suggested() {
				n++
			}
		}
		if n > most {
			best, most = p.ID, n
		}
	}
	return best, nil
}
