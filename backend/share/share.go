package share

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"github.com/google/uuid"

	"relais/backend/workspace"
)

// Audience is how many people follow an account, and the day on which that was
// declared.
type Audience struct {
	Size int64
	AsOf string
}

// Asked is what the ledger asks of its directory about one share.
type Asked struct {
	StaffID int64
	PostID  int64 // 0 where none is known
	Network string
	Day     string // YYYY-MM-DD
}

// Known is the answer. Where the history says nothing of that day, it is that of
// today.
type Known struct {
	Audience   *Audience // declared last on or before the day; nil where nobody had said by then
	Department string    // of the day
	Language   string
	Specialist *bool // whether the person has one of the post's topics; nil where it has none
}

// Directory answers what the ledger has to know of people and posts.
type Directory interface {
	// About answers for many shares at once, in their order.
	About(ctx context.Context, asked []Asked) ([]Known, error)
	// OwnerOf gives the person whose account on network has this handle; 0 where
	// nobody's has.
	OwnerOf(ctx context.Context, network, handle string) (int64, error)
	// FirstOffered gives the days on which the posts could be shared at the
	// earliest, by post; unknown posts are left out.
	FirstOffered(ctx context.Context, posts []int64) (map[int64]string, error)
}

// Service keeps the ledger of one workspace.
type Service struct {
	ws        *workspace.Workspace
	directory Directory
	newKey    func() string
	cache     columnCache
}

// New gives the ledger and tells the journal how its entries are undone.
func New(ws *workspace.Workspace, directory Directory) *Service {
	s := &Service{ws: ws, directory: directory, newKey: func() string {
		return uuid.Must(uuid.NewRandomFromReader(rand.Reader)).String()
	}}
	ws.Journal.OnUndo("share.entered", s.undoEntered)
	ws.Journal.OnUndo("share.voided", s.undoVoided)
	ws.Journal.OnUndo("share.corrected", s.undoCorrected)
	ws.Journal.OnUndo("share.figure", s.undoFigure)
	ws.Journal.OnUndo("share.decided", s.undoDecided)
	ws.Journal.OnUndo("share.imported", s.undoImport)
	ws.Journal.OnUndo("click.imported", s.undoClicks)
	ws.Journal.OnUndo("page.figure", s.undoPageFigure)
	ws.Journal.OnUndo("referral.changed", s.undoReferral)
	return s
}

// change runs fn in a transaction and packs what it changed before that commits,
// so that the packed ledger never differs from the rows.
func (s *Service) change(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := fn(ctx); err != nil || ctx.Value(together{}) != nil {
			return err
		}
		return s.Pack(ctx)
	})
}

// together marks a transaction whose end packs once for all changes in it.
type together struct{}

// Together runs fn, which makes many changes, in one transaction that packs once.
func (s *Service) Together(ctx context.Context, fn func(ctx context.Context) error) error {
	return s.change(ctx, func(ctx context.Context) error { return fn(context.WithValue(ctx, together{}, true)) })
}

func (s *Service) now() workspace.Instant { return workspace.At(s.ws.Now()) }

const dayLayout = "2006-01-02"

// day writes the calendar date of t where the user is.
func day(t time.Time) string { return t.Format(dayLayout) }

// weekOf gives the number of the week of a calendar date.
func weekOf(date string) (int64, error) {
	t, err := time.Parse(dayLayout, date)
	if err != nil {
		return 0, workspace.NewFault("date_unreadable", "date", date).Wrap(err)
	}
	if t.Year() < 2000 || t.Year() > 2100 {
		return 0, workspace.NewFault("date_unreadable", "date", date)
	}
	return workspace.At(t).Week(), nil
}

func wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("share: %w", err)
}

func parseDay(date string) (workspace.Instant, error) {
	t, err := time.Parse(dayLayout, date)
	if err != nil {
		return 0, workspace.NewFault("date_unreadable", "date", date).Wrap(err)
	}
	return workspace.At(t), nil
}
