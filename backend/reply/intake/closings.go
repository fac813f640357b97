package intake

import (
	"context"

	"relais/backend/campaign"
)

// closings answers the requests of a batch together: until somebody asks for requests, an answer is only noted.
type closings struct{ Requests }

type notedKey struct{}

// noting gives a context in which answers are noted until flush.
func noting(ctx context.Context) context.Context {
	return context.WithValue(ctx, notedKey{}, &[]campaign.Answered{})
}

// flush writes what was noted.
func (c closings) flush(ctx context.Context) error {
	noted, ok := ctx.Value(notedKey{}).(*[]campaign.Answered)
	if !ok || len(*noted) == 0 {
		return nil
	}
	all := *noted
	*noted = nil
	return c.AnswerAll(ctx, all)
}

func (c closings) Answer(ctx context.Context, p campaign.Put, closing campaign.Closing) (campaign.Before, error) {
	if noted, ok := ctx.Value(notedKey{}).(*[]campaign.Answered); ok {
		*noted = append(*noted, campaign.Answered{Put: p, Closing: closing})
		return campaign.BeforeOf(p), nil
	}
	return campaign.BeforeOf(p), c.AnswerAll(ctx, []campaign.Answered{{Put: p, Closing: closing}})
}

func (c closings) RequestsOf(ctx context.Context, messageID int64) ([]campaign.Put, error) {
	if err := c.flush(ctx); err != nil {
		return nil, err
	}
	return c.Requests.RequestsOf(ctx, messageID)
}

func (c closings) OpenRequestsOf(ctx context.Context, staffID int64) ([]campaign.Put, error) {
	if err := c.flush(ctx); err != nil {
		return nil, err
	}
	return c.Requests.OpenRequestsOf(ctx, staffID)
}

func (c closings) RequestsOfAll(ctx context.Context, messages []int64) (map[int64][]campaign.Put, error) {
	if err := c.flush(ctx); err != nil {
		return nil, err
	}
	return c.Requests.RequestsOfAll(ctx, messages)
}

func (c closings) Reopen(ctx context.Context, b campaign.Before) error {
	if err := c.flush(ctx); err != nil {
		return err
	}
	return c.Requests.Reopen(ctx, b)
}
