package source

import (
	"errors"

	"relais/backend/workspace"
)

// FeedFault turns a reason for which a feed was not read into the fault that a
// person reads. name says which file or address is meant.
func FeedFault(name string, err error) error {
	var known *workspace.Fault
	if errors.As(err, &known) {
		return err
	}
	for _, c := range []struct {
		is   error
		code string
	}{
		{ErrBomb, "feed_bomb"}, {ErrTooLarge, "feed_too_large"}, {ErrTooDeep, "feed_too_deep"}, {ErrEmptyFeed, "feed_empty"},
	} {
		if errors.Is(err, c.is) {
			return workspace.NewFault(c.code, "file", name).Wrap(err)
		}
	}
	return workspace.NewFault("feed_not_a_feed", "file", name).Wrap(err)
}
