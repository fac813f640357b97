package campaign

import (
	"context"

	"relais/backend/workspace"
)

// CloseRequest answers a request that is known by its id alone.
func (s *Service) CloseRequest(ctx context.Context, id int64, c Closing) (Before, error) {
	var before Before
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		r, err := s.store.request(ctx, id)
		if err != nil {
			return err
		}
		put := Put{ID: r.ID, State: r.State, AnsweredAt: r.AnsweredAt, ReplyID: r.ReplyID, DeferredUntil: r.DeferredUntil}
		before = BeforeOf(put)
		return s.AnswerAll(ctx, workspace.At(s.ws.Now()), []Answered{{put, c}})
	})
	return before, err
}
