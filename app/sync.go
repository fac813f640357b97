package app

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"relais/backend/mailbox"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/reply/intake"
	"relais/backend/workspace"
)

// SyncOptions say what a sync leaves out.
type SyncOptions struct {
	NoFeeds bool
	NoSend  bool
}

// Synced is what a sync did.
type Synced struct {
	Mail     bool // false where no mail account is set up
	Read     mailbox.Report
	Replies  intake.Outcome
	Sent     outbox.Report
	Settled  int // unknown messages that were found to have left
	Unknown  int // messages of which nobody knows yet
	Articles int // new ones from feeds
	Sources  int // feeds asked
	Failing  int // feeds that could not be read
	FeedErr  error
}

// SyncStep names what a sync is doing, for its progress.
type SyncStep func(step string, done, total int)

// Sync brings mail and feeds up to date. Reading goes before sending: all replies are read and followed through first,
// so that a leave that came in while the laptop was off is honoured before the first queued message goes; where reading
// fails nothing is sent. Feeds are fetched beside, and their failure stops nothing. What was done before an error or the
// end of ctx stays done.
func Sync(ctx context.Context, a *App, o SyncOptions, step SyncStep) (Synced, error) {
	if step == nil {
		step = func(string, int, int) {}
	}
	var mu sync.Mutex
	tell := func(name string) func(done, total int) {
		return func(done, total int) {
			mu.Lock()
			defer mu.Unlock()
			step(name, done, total)
		}
	}
	var out Synced
	if err := a.checkClock(ctx); err != nil {
		return out, err
	}
	var feeds sync.WaitGroup
	if !o.NoFeeds && a.Sources != nil {
		feeds.Add(1)
		go func() {
			defer feeds.Done()
			polled, err := a.RefreshLibrary(ctx, false, tell("feeds"))
			out.Articles, out.Sources, out.Failing, out.FeedErr = polled.New, polled.Asked, polled.Failed, err
		}()
	}
	err := a.Staff.Daily(ctx)
	if err == nil {
		err = a.syncMail(ctx, o, &out, tell)
	}
	feeds.Wait()
	return out, err
}

// syncMail runs the mail half, in the order that the rules of sending ask for.
func (a *App) syncMail(ctx context.Context, o SyncOptions, out *Synced, tell func(string) func(done, total int)) error {
	_, configured, err := a.Account.Get(ctx)
	if err != nil {
		return err
	}
	if !configured {
		if _, err := a.Campaigns.ExpireDue(ctx); err != nil {
			return err
		}
		waiting, err := a.Outbox.Count(ctx)
		if err == nil && waiting.ByState[outbox.Queued] > 0 {
			return outbox.ErrNotConfigured
		}
		return err
	}
	a.syncing.Lock()
	defer a.syncing.Unlock()
	out.Mail = true
	if err := a.readMail(ctx, out, tell); err != nil {
		return err
	}
	if err := a.settleUnknown(ctx, out); err != nil {
		return err
	}
	// After reading, so that an answer that came in time is one; before sending, so that nothing expired leaves.
	if _, err := a.Campaigns.ExpireDue(ctx); err != nil {
		return err
	}
	if o.NoSend {
		return nil
	}
	if err := a.Workspace.CheckCopy(ctx); err != nil { // reading loses nothing; sending from an older copy could send twice
		return err
	}
	if held, err := a.checkUnread(ctx, out.Read.Unread); held || err != nil {
		return err
	}
	automatic := a.queueAutomatic(ctx) // told in the end: what people have queued does not wait for it
	out.Sent, err = a.Outbox.Send(ctx, tell("sending"))
	counts, countErr := a.Outbox.Count(context.WithoutCancel(ctx))
	out.Unknown = counts.ByState[outbox.Unknown]
	return errors.Join(automatic, err, countErr)
}

// readMail brings the mailbox in and reads what is stored while more comes. What came before the connection broke is
// followed up on; the failure is told all the same, so that nothing is sent.
func (a *App) readMail(ctx context.Context, out *Synced, tell func(string) func(done, total int)) (err error) {
	reading, replies := tell("reading"), tell("replies")
	var all atomic.Bool // is in: only then the replies are what is being waited for
	leave := func() {}
	defer func() { leave() }()
	go reply.Load() // while the server is being reached
	room := sync.OnceFunc(func() { leave = Room() })
	out.Replies, err = a.Replies.TakeWhile(ctx, func(ctx context.Context, stored func()) error {
		defer all.Store(true)
		var err error
		out.Read, err = a.Mailbox.Fetch(ctx, func(done, total int) {
			if total >= muchMail {
				room()
			}
			stored()
			reading(done, total)
		})
		return err
	}, func(done, total int) {
		if all.Load() {
			replies(done, total)
		}
	})
	return err
}

// queueAutomatic queues what goes by itself, where HR has turned it on: digests and reminders. Each is asked of the
// gate again before it leaves.
func (a *App) queueAutomatic(ctx context.Context) error {
	if _, err := a.Campaigns.SendDigests(ctx); err != nil {
		return err
	}
	_, err := a.Campaigns.SendReminders(ctx)
	return err
}

// settleUnknown looks for unknown messages in Sent, where that can tell.
func (a *App) settleUnknown(ctx context.Context, out *Synced) error {
	sent := a.Mailbox.Sent()
	defer sent.Close()
	var err error
	out.Settled, out.Unknown, err = a.Outbox.Resolve(ctx, sent)
	return err
}

// Times of the work in the background.
const (
	pollEvery  = 5 * time.Minute
	afterFault = 2 * time.Minute
	// lookEvery is how soon a mailbox that was just set up is noticed.
	lookEvery = 5 * time.Second
)

// KeepInSync reads and sends while the window is open: at once, whenever the server tells of new mail (IDLE), and every
// few minutes. It starts syncs as jobs, so that the window shows them, and ends with ctx. Without an account it
// fetches feeds and looks again later.
func KeepInSync(ctx context.Context, a *App) {
	var told unasked
	for ctx.Err() == nil {
		_, err := a.Jobs.Start("sync", nil, told.once(syncJob(a)))
		if err != nil {
			return // closing
		}
		if !a.waitForMail(ctx) {
			return
		}
	}
}

// StartSync runs a sync as a background job and gives its id; while one runs, its id is given.
func StartSync(a *App) (int64, error) {
	return a.Jobs.Start("sync", nil, syncJob(a))
}

// waitForMail returns true when it is time for the next sync, false when ctx has ended.
func (a *App) waitForMail(ctx context.Context) bool {
	if !a.hasMailbox(ctx) {
		return a.waitForMailbox(ctx)
	}
	if err := a.Mailbox.Watch(ctx, pollEvery); err != nil && ctx.Err() == nil {
		var fault *workspace.Fault
		if errors.As(err, &fault) {
			a.Workspace.Log.Info("mailbox not watched", "code", fault.Code)
		}
		return pause(ctx, afterFault)
	}
	return ctx.Err() == nil
}

func (a *App) hasMailbox(ctx context.Context) bool {
	_, configured, err := a.Account.Get(ctx)
	return err == nil && configured
}

// waitForMailbox waits as long as between two syncs, but no longer than until somebody sets a mailbox up.
func (a *App) waitForMailbox(ctx context.Context) bool {
	for waited := time.Duration(0); waited < pollEvery; waited += lookEvery {
		if !pause(ctx, lookEvery) {
			return false
		}
		if a.hasMailbox(ctx) {
			return true
		}
	}
	return true
}

func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
