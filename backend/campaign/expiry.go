package campaign

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// ExpireDue marks the posts whose last day has passed and closes what was put to people of them, in one transaction.
// It gives how many requests were closed. It runs at each start and before each sync sends.
//
// A request that expires is nobody's answer: it has no answered_at and counts as asked, never as refused. A late
// answer is still taken. What has not left yet stays open here: the gate withdraws its letter, so that the person may
// be asked anew should the post come back.
func (s *Service) ExpireDue(ctx context.Context) (int64, error) {
	var closed int64
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if _, err := s.posts.ExpireDue(ctx); err != nil {
			return err
		}
		n, err := s.store.expireRequests(ctx)
		if err != nil || n == 0 {
			return err
		}
		closed = n
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "requests.expired", Kind: "request", Params: map[string]any{"count": n}})
		return err
	})
	return closed, err
}

// expireRequests closes what was sent, waits for an answer, and can no longer be shared: the post expired or its
// article did.
func (s store) expireRequests(ctx context.Context) (int64, error) {
	res := s.ws.DB.Write(ctx).Exec(`UPDATE request SET state = ?, deferred_until = NULL
		WHERE state IN (?, ?) AND sent_at IS NOT NULL AND post_id IN (
			SELECT p.id FROM post p LEFT JOIN article a ON a.id = p.article_id WHERE p.state = 'expired' OR a.state = 'expired')`,
		Expired, Open, Deferred)
	if res.Error != nil {
		return 0, fmt.Errorf("campaign: expire: %w", res.Error)
	}
	return res.RowsAffected, nil
}
