package demo

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"relais/app/demo/company"
)

// beforeAsking is how long somebody can look around before the offers go out.
const beforeAsking = 4 * time.Second

// show opens the window on the sample, sends the job offers while somebody looks
// on, and lets the answers come in one by one. It returns when the window closes.
func (s *stage) show(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var playing sync.WaitGroup
	playing.Add(1)
	go func() {
		defer playing.Done()
		if err := s.play(ctx); err != nil && !errors.Is(err, context.Canceled) {
			fmt.Fprintf(s.Out, "the sample staff stopped answering: %v\n", err)
		}
	}()
	s.mood()
	err := s.Window(ctx, s.app)
	stop()
	s.room.Close()
	playing.Wait()
	return err
}

// play sends the offers and reads the answers until all have come.
func (s *stage) play(ctx context.Context) error {
	if err := pause(ctx, beforeAsking); err != nil {
		return err
	}
	s.slow.Store(true)
	if err := s.ask(ctx); err != nil {
		return err
	}
	for {
		if err := s.sync(ctx); err != nil {
			return err
		}
		said, _, err := s.room.Said()
		if err != nil {
			return err
		}
		if s.expectScript(said) == nil {
			if err := s.sync(ctx); err != nil {
				return err
			}
			return s.settle(ctx)
		}
		if err := pause(ctx, 2*time.Second); err != nil {
			return err
		}
	}
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// mood is printed while the window is open.
func (s *stage) mood() {
	fmt.Fprintf(s.Out, "\n%s is open. The answers to two job offers come in over the next minute; close the window to end.\n", company.Name)
}
