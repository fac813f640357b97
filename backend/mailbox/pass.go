package mailbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

const (
	metaBatch = 200 // messages whose sizes are asked for at once
	// firstBytes, leastBytes and batchBytes bound how much is asked for at once, and onTheWay how long that should take;
	// see pace.
	firstBytes = 64 << 10
	leastBytes = 16 << 10
	batchBytes = 16 << 20
	onTheWay   = 2 * time.Second
	// storeBatch, storeBytes and storeAfter are how much is stored in one transaction, and how long the first of it waits
	// for more: a commit costs the wait for the disk, and writes many of the same pages again.
	storeBatch  = 600
	secondStore = 100 // the first store is of the first batch
	storeBytes  = 4 << 20
	storeAfter  = 300 * time.Millisecond
	// inlineBytes is the largest message that is fetched whole and kept in the database; larger ones come in parts and
	// live in files.
	inlineBytes = 3 << 20
	// lookBack is how many UIDs below the low-water mark are looked at again: a server that left one out of an answer
	// may list it the next time.
	lookBack = 500
	// slack is how far before the last complete pass a rescan by date begins: INTERNALDATE has days, and clocks err.
	slack = 3 * 24 * time.Hour
	// sweepSpan and sweepEvery: once a day the last two weeks are compared in full.
	sweepSpan  = 14 * 24 * time.Hour
	sweepEvery = 24 * time.Hour
	reconnects = 5
)

// pass is one reading of the mailbox.
type pass struct {
	s        *Service
	box      Box
	client   *wire.Client
	report   Report
	progress func(done, total int)
	done     int
	total    int
	lost     int       // connections that broke in this pass
	came     int       // messages of the current chunk that came in a batch
	gathered []arrival // to be stored next
	bytes    int       // of them, in memory
	since    time.Time // when the first of them was asked for
	allowed  int64     // bytes to ask for at once
	enough   int       // how many of them are stored together; the first ones soon, so that they can be read
	storing  chan stored
}

// stored is the outcome of a batch that is stored while the next one is fetched.
type stored struct {
	report Report
	n      int
	err    error
}

func (p *pass) connect(ctx context.Context) (err error) {
	p.client, err = p.s.account.OpenIMAP(ctx)
	return err
}

func (p *pass) close() {
	if p.client != nil {
		p.client.Logout()
	}
}

// read brings one folder up to date. Whatever way it ends, nothing is being stored any more then.
func (p *pass) read(ctx context.Context, name string, role Role) (err error) {
	var f *folder
	defer func() {
		if late := p.flush(ctx, f); err == nil {
			err = late
		}
	}()
	began := p.s.ws.Now()
	validity, err := p.client.Select(ctx, name)
	if err != nil {
		if role != Inbox && p.client.Missing(err) {
			return nil // listed, but not to be opened
		}
		return err
	}
	f, err = p.s.folder(ctx, p.box, name, role, validity)
	if err != nil {
		return err
	}
	listed, err := p.list(ctx, f, began)
	if err != nil {
		return err
	}
	todo, err := p.s.unknown(ctx, f, listed)
	if err != nil {
		return err
	}
	if p.total += len(todo); len(todo) > 0 {
		p.tell() // how much there is, before the first of it has come
	}
	before := p.report.Missing
	for len(todo) > 0 {
		n := min(metaBatch, len(todo))
		if err := p.chunk(ctx, f, todo[:n]); err != nil {
			return err
		}
		todo = todo[n:]
	}
	if err := p.flush(ctx, f); err != nil {
		return err
	}
	return p.s.advance(ctx, f, listed, began, p.report.Missing == before)
}

// pace gives how many bytes to ask for at once, where allowed was the most and asked took so long: on a slow line a stop
// in the middle then costs some seconds of fetching, not minutes, and a fast one is asked seldom.
func pace(allowed, asked int64, took time.Duration) int64 {
	fit := int64(float64(asked) * float64(onTheWay) / float64(max(took, 1)))
	if took > onTheWay {
		return max(fit, leastBytes)
	}
	return min(max(allowed, min(fit, 8*allowed)), batchBytes)
}

// list gives the UIDs that matter: after the low-water mark with a little before it, and once a day the last weeks.
func (p *pass) list(ctx context.Context, f *folder, began time.Time) ([]uint32, error) {
	if f.Rescan != settledFolder {
		var since time.Time
		if f.RescanSince != nil {
			since = f.RescanSince.Time()
		}
		return p.client.Search(ctx, 1, since)
	}
	low := f.Floor + 1
	if f.LowWater > lookBack && f.LowWater-lookBack > low {
		low = f.LowWater - lookBack
	}
	listed, err := p.client.Search(ctx, low, time.Time{})
	if err != nil || f.SweptAt != nil && began.Sub(f.SweptAt.Time()) < sweepEvery {
		return listed, err
	}
	swept, err := p.client.Search(ctx, f.Floor+1, began.Add(-sweepSpan))
	at := workspace.At(began)
	f.swept, f.SweptAt = f.SweptAt, &at
	return merge(swept, listed), err
}

// chunk fetches and stores messages, metaBatch at most.
func (p *pass) chunk(ctx context.Context, f *folder, uids []uint32) error {
	p.came = 0
	metas, err := p.client.Metas(ctx, uids)
	if err != nil {
		if err = p.again(ctx, f, err); err != nil {
			return err
		}
		metas = map[uint32]wire.Meta{} // one by one below
	}
	var small []uint32
	var size int64
	for _, uid := range uids {
		meta, ok := metas[uid]
		if !ok || int64(meta.Size) > inlineBytes {
			continue
		}
		if size+int64(meta.Size) > p.allowed && len(small) > 0 {
			if err := p.batch(ctx, f, small, metas, size); err != nil {
				return err
			}
			small, size = nil, 0
		}
		small, size = append(small, uid), size+int64(meta.Size)
	}
	if err := p.batch(ctx, f, small, metas, size); err != nil {
		return err
	}
	if p.came == len(uids) {
		return nil // nothing to reconcile
	}
	return p.rest(ctx, f, uids, metas)
}

// batch fetches small messages together and stores what came.
func (p *pass) batch(ctx context.Context, f *folder, uids []uint32, metas map[uint32]wire.Meta, size int64) error {
	if len(uids) == 0 {
		return nil
	}
	asked := time.Now()
	if len(p.gathered) == 0 {
		p.since = asked
	}
	bodies, err := p.client.Bodies(ctx, uids, size)
	p.allowed = pace(p.allowed, size, time.Since(asked))
	if err != nil {
		if err = p.again(ctx, f, err); err != nil {
			return err
		}
	}
	mails := make([]arrival, 0, len(bodies))
	for _, uid := range uids {
		if raw, ok := bodies[uid]; ok && len(raw) <= wire.PartSize {
			mails = append(mails, arrival{uid: uid, date: metas[uid].InternalDate, raw: raw, size: int64(len(raw))})
		}
	}
	p.came += len(mails)
	return p.keep(ctx, f, mails)
}

// rest reconciles: whatever of uids is not stored by now is large, was left out by the server, or is gone.
func (p *pass) rest(ctx context.Context, f *folder, uids []uint32, metas map[uint32]wire.Meta) error {
	if err := p.flush(ctx, f); err != nil {
		return err
	}
	open, err := p.s.unknown(ctx, f, uids)
	if err != nil || len(open) == 0 {
		return err
	}
	present, err := p.client.Present(ctx, open)
	if err != nil {
		if err = p.again(ctx, f, err); err != nil {
			return err
		}
		p.miss(f, open...)
		return nil
	}
	var gone []arrival
	for _, uid := range open {
		if !present[uid] {
			gone = append(gone, arrival{uid: uid, vanished: true})
			continue
		}
		if err := p.single(ctx, f, uid, metas[uid]); err != nil {
			return err
		}
	}
	return p.keep(ctx, f, gone)
}

// single fetches one message in parts. A message that breaks the connection is left for the next time, so that it
// does not keep the others out.
func (p *pass) single(ctx context.Context, f *folder, uid uint32, meta wire.Meta) error {
	if meta.UID == 0 {
		again, err := p.client.Metas(ctx, []uint32{uid})
		if err != nil {
			p.miss(f, uid)
			return p.again(ctx, f, err)
		}
		meta = again[uid] // the date may stay unknown
	}
	mail, err := p.spool(ctx, uid)
	defer mail.discard()
	switch {
	case errors.Is(err, errNotGiven):
		p.miss(f, uid)
		return nil
	case err != nil && isLocal(err):
		return err
	case err != nil:
		p.miss(f, uid)
		return p.again(ctx, f, err)
	}
	mail.uid, mail.date = uid, meta.InternalDate
	if err := p.keep(ctx, f, []arrival{mail}); err != nil {
		return err
	}
	return p.flush(ctx, f) // its file must not be discarded before
}

// again opens a new connection after err broke the last one, a few times in a pass, and makes sure that the folder is
// still the same.
func (p *pass) again(ctx context.Context, f *folder, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if p.client.Missing(err) {
		return nil // refused, but the connection is good
	}
	_ = p.client.Close()
	if p.lost++; p.lost > reconnects {
		return err
	}
	if err := p.connect(ctx); err != nil {
		return err
	}
	validity, err := p.client.Select(ctx, f.Name)
	if err != nil {
		return err
	}
	if validity != f.UIDValidity {
		return fmt.Errorf("%w: UIDVALIDITY changed under way", wire.ErrClosed)
	}
	return nil
}

// keep gathers messages and stores them, while the caller fetches the next ones, once they are many or have waited.
func (p *pass) keep(ctx context.Context, f *folder, mails []arrival) error {
	if len(mails) == 0 {
		return nil
	}
	if p.since.IsZero() {
		p.since = time.Now()
	}
	p.gathered = append(p.gathered, mails...)
	for _, mail := range mails {
		p.bytes += len(mail.raw)
	}
	if len(p.gathered) < p.enough && p.bytes < storeBytes && time.Since(p.since) < storeAfter {
		return nil
	}
	p.enough = min(max(2*p.enough, secondStore), storeBatch)
	return p.begin(ctx, f)
}

// begin stores what is gathered, once what is being stored is.
func (p *pass) begin(ctx context.Context, f *folder) error {
	if err := p.wait(); err != nil || len(p.gathered) == 0 {
		return err
	}
	mails, done := p.gathered, make(chan stored, 1)
	p.gathered, p.bytes, p.since, p.storing = nil, 0, time.Time{}, done
	go func() {
		r, err := p.s.store(ctx, p.box, f, mails)
		done <- stored{r, len(mails), err}
	}()
	return nil
}

// flush stores what is gathered and waits until it is.
func (p *pass) flush(ctx context.Context, f *folder) error {
	if err := p.begin(ctx, f); err != nil {
		return err
	}
	return p.wait()
}

// wait returns once what is being stored is, and moves the progress.
func (p *pass) wait() error {
	if p.storing == nil {
		return nil
	}
	out := <-p.storing
	p.storing = nil
	if out.err != nil {
		return out.err
	}
	p.report.add(out.report)
	p.done += out.n
	p.tell()
	return nil
}

func (p *pass) tell() {
	if p.progress != nil {
		p.progress(p.done, max(p.total, p.done))
	}
}

// merge unites two ascending lists.
func merge(a, b []uint32) []uint32 {
	out := make([]uint32, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}
