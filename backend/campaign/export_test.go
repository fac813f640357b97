package campaign

import "context"

// CloseRequest is Answer to a request that is known by its id alone.
func (s *Service) CloseRequest(ctx context.Context, id int64, c Closing) (Before, error) {
	var before Before
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		r, err := s.store.request(ctx, id)
		if err != nil {
			return err
		}
		before, err = s.Answer(ctx, Put{ID: r.ID, State: r.State, AnsweredAt: r.AnsweredAt, ReplyID: r.ReplyID, DeferredUntil: r.DeferredUntil}, c)
		return err
	})
	return before, err
}
