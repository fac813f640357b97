package article

import (
	"context"
	"errors"
	"testing"

	"relais/backend/workspace"
)

// TestATopicNeverHangsBelowItself: A over B over C; A under C would be a circle that no screen could show.
func TestATopicNeverHangsBelowItself(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	save := func(topic Topic) (int64, error) { return s.SaveTopic(ctx, topic, nil) }
	a, err := save(Topic{Name: "A"})
	if err != nil {
		t.Fatal(err)
	}
	b, err := save(Topic{Name: "B", ParentID: &a})
	if err != nil {
		t.Fatal(err)
	}
	c, err := save(Topic{Name: "C", ParentID: &b})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := save(Topic{ID: a, Name: "A", ParentID: &c}); !errors.Is(err, workspace.NewFault("topic_circle")) {
		t.Errorf("A under C: %v", err)
	}
	if _, err := save(Topic{ID: c, Name: "C", ParentID: &a}); err != nil {
		t.Errorf("C under A: %v", err)
	}
}
