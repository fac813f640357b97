package share

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"
)

// Report is what one reply said about one request.
type Report struct {
	RequestID int64
	PostID    int64
	StaffID   int64
	ReplyID   int64
	InboundID int64
	// Networks are the networks named; those of the URLs are added to them.
	Networks []string
	// URLs are addresses of the person's own post.
	URLs []string
	// Figures are by kind (views, likes, comments, reposts, clicks). Where the
	// report is about several networks they cannot be told apart: FiguresOf
	// takes those that can.
	Figures   map[string]int64
	FiguresOf map[string]map[string]int64
	// Words are those of the message that say so.
	Words string
	// On is when it was said; the share is dated that day.
	On time.Time
	// SharedOn is the day of the share, YYYY-MM-DD, where the message names it.
	SharedOn string
}

// Outcome says what a report changed.
type Outcome struct {
	Shares   []Share // those that the report is about
	Added    int
	Changed  int  // a network, address or figure became known
	Unplaced bool // figures that belong to none of several networks; nothing was recorded of them
	// NetworkUnknown says that a share stands without its network.
	NetworkUnknown bool
	// TakenBack says that HR had taken one of these shares back; it stays so and
	// is flagged.
	TakenBack bool
}

// Record writes into the ledger what a reply said. The same report again changes
// nothing. A share without a network takes the first network that is named
// later; figures without any share make none. Record joins the transaction
// in ctx.
func (s *Service) Record(ctx context.Context, r Report) (Outcome, error) {
	all, err := s.RecordAll(ctx, []Report{r})
	if err != nil {
		return Outcome{}, err
	}
	return all[0], nil
}

// RecordAll is Record for many reports, in their order.
func (s *Service) RecordAll(ctx context.Context, reports []Report) ([]Outcome, error) {
	for _, r := range reports {
		if r.RequestID == 0 || r.PostID == 0 || r.StaffID == 0 {
			return nil, fmt.Errorf("share: a report needs its request, post and person")
		}
	}
	var out []Outcome
	err := s.change(ctx, func(ctx context.Context) error {
		of, err := s.entriesOf(ctx, reports)
		if err != nil {
			return err
		}
		said := make([]*recording, len(reports))
		for i, r := range reports {
			said[i] = &recording{r: r, entries: of[r.RequestID]}
			said[i].run()
		}
		out, err = s.keepSaid(ctx, said)
		return err
	})
	return out, wrap(err)
}

// entries are the shares of a request, void ones too, oldest first.
type entries struct{ all []*Share }

func (s *Service) entriesOf(ctx context.Context, reports []Report) (map[int64]*entries, error) {
	of := make(map[int64]*entries, len(reports))
	for _, r := range reports {
		of[r.RequestID] = &entries{}
	}
	rows, err := s.ofRequests(ctx, slices.Collect(maps.Keys(of)))
	for i := range rows {
		e := of[*rows[i].RequestID]
		e.all = append(e.all, &rows[i])
	}
	return of, err
}

// keepSaid writes what reports changed, and says of each what that was.
func (s *Service) keepSaid(ctx context.Context, said []*recording) ([]Outcome, error) {
	var changed []*Share
	for _, w := range said {
		for _, sh := range w.changed {
			if !slices.Contains(changed, sh) {
				changed = append(changed, sh)
			}
		}
	}
	if err := s.keep(ctx, changed...); err != nil {
		return nil, err
	}
	var figures []Figure
	var doubts []Flag
	for _, w := range said {
		w.placed = w.figures()
		figures, doubts = append(figures, w.placed...), append(doubts, w.doubts...)
	}
	added, err := s.addFigures(ctx, figures...)
	if err != nil {
		return nil, err
	}
	out := make([]Outcome, len(said))
	for i, w := range said {
		out[i] = w.outcome(added[:len(w.placed)])
		added = added[len(w.placed):]
	}
	return out, s.raise(ctx, doubts...)
}
