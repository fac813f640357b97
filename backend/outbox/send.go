package outbox

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"relais/backend/workspace"
)

const (
	lease      = 10 * time.Minute
	claimBatch = 20
	// patience is how long a run waits for a limit by the minute; beyond, the next sync goes on.
	patience = 70 * time.Second
	// giveUp is when a message that is refused for now again and again counts as refused (RFC 5321 section 4.5.4.1).
	giveUp = 5 * 24 * time.Hour
)

// Report says what a run of Send did.
type Report struct {
	Sent, Rejected, Deferred, Unknown int
	Held                              int        // kept back by the gate
	Withdrawn                         int        // cancelled by the gate
	Waiting                           int        // queued and not due, or stopped by a limit
	Next                              *time.Time // when the provider's limits let the next one go
}

// Send hands what is due to the server. It returns when nothing is due any more, a limit of the provider is reached,
// the connection fails or ctx ends, which is honoured between two messages. Messages that may or may not have gone are
// unknown afterwards; all others are where they were or where they belong.
func (s *Service) Send(ctx context.Context, progress func(done, total int)) (Report, error) {
	s.sending.Lock()
	defer s.sending.Unlock()
	run := &run{s: s, progress: progress}
	if n, err := s.recoverOrphans(ctx); err != nil {
		return run.report, err
	} else if n > 0 {
		run.report.Unknown += n
	}
	if err := s.forgetRates(ctx); err != nil {
		return run.report, err
	}
	total, err := s.waiting(ctx)
	if err != nil || total == 0 {
		return run.report, err
	}
	run.total = total
	if run.id, err = s.account.Identity(ctx); err != nil {
		return run.report, err
	}
	err = run.all(ctx)
	run.report.Waiting, _ = s.waiting(context.WithoutCancel(ctx))
	run.report.Waiting -= run.report.Held
	return run.report, err
}

func (s *Service) waiting(ctx context.Context) (int, error) {
	var n int64
	err := s.ws.DB.Read(ctx).Model(&Message{}).Where("state IN ? AND NOT quarantined", []State{Queued, Deferred}).Count(&n).Error
	return int(n), err
}

// run is one call of Send.
type run struct {
	s        *Service
	id       Identity
	progress func(done, total int)
	mu       sync.Mutex
	claims   sync.Mutex
	cursor   int64
	done     int
	total    int
	refusals int // of one message after the other, for now
	report   Report
}

// tooMany refusals for now in a row mean that the provider wants us to stop: to go on could have the account locked.
const tooMany = 5

// told says whether the provider wants us to stop, and when to come back.
func (r *run) told() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.refusals < tooMany {
		return false
	}
	if r.report.Next == nil {
		next := r.s.ws.Now().Add(15 * time.Minute)
		r.report.Next = &next
	}
	return true
}

// errLimit ends a worker where the provider's limit is reached.
var errLimit = errors.New("outbox: limit reached")

// all runs the workers, one connection each, and gives the first error that was not a limit.
func (r *run) all(ctx context.Context) error {
	n := min(max(r.id.Connections, 1), max(1, r.total/4+1))
	errs := make([]error, n)
	var group sync.WaitGroup
	for i := range n {
		group.Add(1)
		go func() {
			defer group.Done()
			errs[i] = r.worker(ctx)
		}()
	}
	group.Wait()
	for _, err := range errs {
		if err != nil && !errors.Is(err, errLimit) {
			return err
		}
	}
	return ctx.Err()
}

func (r *run) worker(ctx context.Context) (err error) {
	var session Session
	defer func() {
		if session != nil {
			_ = session.Close()
		}
	}()
	failures := 0
	for ctx.Err() == nil && !r.told() {
		batch, err := r.claim(ctx)
		if err != nil || len(batch) == 0 {
			return err
		}
		for i := range batch {
			if session == nil {
				if session, err = r.s.account.OpenSMTP(ctx); err != nil {
					return errors.Join(err, r.unclaim(ctx, batch[i:]))
				}
			}
			usable, err := r.one(ctx, session, &batch[i])
			if err != nil {
				return errors.Join(err, r.unclaim(ctx, batch[i+1:]))
			}
			if usable {
				failures = 0
			} else {
				_ = session.Close()
				session = nil
				if failures++; failures > 3 {
					return errors.Join(workspace.NewFault("mail_connection_lost"), r.unclaim(ctx, batch[i+1:]))
				}
			}
			if ctx.Err() != nil || r.told() {
				return r.unclaim(ctx, batch[i+1:])
			}
		}
	}
	return nil
}

// claim takes a few due messages, each asked of the gate first, in one transaction.
func (r *run) claim(ctx context.Context) ([]Message, error) {
	r.claims.Lock()
	defer r.claims.Unlock()
	var mine []Message
	for len(mine) == 0 {
		var seen int
		var held, withdrawn int
		cursor := r.cursor
		err := r.s.ws.DB.Tx(ctx, func(ctx context.Context) error {
			rows, err := r.s.due(ctx, cursor, claimBatch)
			if err != nil {
				return err
			}
			seen = len(rows)
			for _, m := range rows {
				cursor = m.ID
				kept, gone, err := r.s.ask(ctx, &m)
				if err != nil {
					return err
				}
				switch {
				case gone:
					withdrawn++
				case kept:
					held++
				default:
					if err := r.s.take(ctx, &m); err != nil {
						return err
					}
					mine = append(mine, m)
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		r.cursor = cursor
		r.mu.Lock()
		r.report.Held += held
		r.report.Withdrawn += withdrawn
		r.mu.Unlock()
		if seen == 0 {
			return nil, nil
		}
	}
	return mine, nil
}

// ask puts the message to the gate, and keeps or withdraws it where the answer is no.
func (s *Service) ask(ctx context.Context, m *Message) (held, withdrawn bool, err error) {
	if s.gate == nil || m.Kind == Probe {
		return false, false, nil
	}
	ok, code, err := s.gate.MayStillSend(ctx, *m)
	if err != nil || ok {
		return false, false, err
	}
	if strings.HasPrefix(code, HoldPrefix) {
		return true, false, s.ws.DB.Write(ctx).Model(&Message{}).Where("id = ?", m.ID).Update("code", code).Error
	}
	return false, true, s.move(ctx, m, Cancelled, code)
}

func (s *Service) take(ctx context.Context, m *Message) error {
	if err := s.move(ctx, m, Claimed, ""); err != nil {
		return err
	}
	until := workspace.At(s.ws.Now().Add(lease))
	return s.ws.DB.Write(ctx).Model(&Message{}).Where("id = ?", m.ID).
		Updates(map[string]any{"lease_owner": s.owner, "lease_until": until}).Error
}

// unclaim puts back what was claimed but not begun.
func (r *run) unclaim(ctx context.Context, batch []Message) error {
	ctx = context.WithoutCancel(ctx)
	return r.s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		for i := range batch {
			if batch[i].State != Claimed {
				continue
			}
			if err := r.s.move(ctx, &batch[i], Queued, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// one sends one claimed message. It says whether the session can be used again; an error ends the run.
func (r *run) one(ctx context.Context, session Session, m *Message) (usable bool, err error) {
	raw, err := r.s.Raw(ctx, m.ID)
	if err != nil {
		return false, errors.Join(err, r.unclaim(ctx, []Message{*m}))
	}
	if err := session.Address(ctx, m.EnvelopeFrom, m.Recipient); err != nil {
		return r.notBegun(ctx, session, m, err)
	}
	if err := r.begin(ctx, m); err != nil {
		return false, errors.Join(err, r.unclaim(ctx, []Message{*m}))
	}
	// From here the message is on its way: its end is waited for even where ctx ends, so that it need not be unknown.
	ctx = context.WithoutCancel(ctx)
	err = session.Deliver(ctx, raw)
	return r.finish(ctx, m, err)
}

// begin waits for room in the limits and commits smtp_started: DATA goes only after this.
func (r *run) begin(ctx context.Context, m *Message) error {
	for {
		var wait time.Duration
		err := r.s.ws.DB.Tx(ctx, func(ctx context.Context) (err error) {
			if wait, err = r.s.room(ctx, r.id); err != nil || wait > 0 {
				return err
			}
			if err := r.s.spend(ctx, r.id.Account); err != nil {
				return err
			}
			return r.s.move(ctx, m, SMTPStarted, "")
		})
		if err != nil || wait <= 0 {
			return err
		}
		if wait > patience {
			next := r.s.ws.Now().Add(wait)
			r.mu.Lock()
			r.report.Next = &next
			r.mu.Unlock()
			return errLimit
		}
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// notBegun handles what went wrong before DATA: nothing was sent.
func (r *run) notBegun(ctx context.Context, session Session, m *Message, cause error) (bool, error) {
	ctx = context.WithoutCancel(ctx)
	var refusal *Refusal
	if !errors.As(cause, &refusal) {
		return false, r.unclaim(ctx, []Message{*m})
	}
	if refusal.Code == 421 { // the server is closing this connection, RFC 5321 section 3.8
		return false, r.unclaim(ctx, []Message{*m})
	}
	if err := r.refused(ctx, m, refusal); err != nil {
		return false, err
	}
	return session.Reset(ctx) == nil, nil
}

// finish writes down what became of a message after DATA.
func (r *run) finish(ctx context.Context, m *Message, cause error) (bool, error) {
	var refusal *Refusal
	switch {
	case cause == nil:
		return true, r.record(ctx, m, Sent, "", "dot", nil, nil)
	case errors.As(cause, &refusal):
		return refusal.Code != 421, r.refused(ctx, m, refusal)
	case errors.Is(cause, ErrBeforeDot):
		later := workspace.At(r.s.ws.Now().Add(time.Minute))
		return false, r.record(ctx, m, Deferred, "connection_lost", "data", nil, &later)
	default:
		return false, r.record(ctx, m, Unknown, "no_answer", "dot", nil, nil)
	}
}

func (r *run) refused(ctx context.Context, m *Message, refusal *Refusal) error {
	age := r.s.ws.Now().Sub(m.CreatedAt.Time())
	if m.NotBefore != nil && m.Attempts == 0 {
		age = 0
	}
	if refusal.Permanent() || (age > giveUp && m.Attempts > 3) {
		return r.record(ctx, m, Rejected, "refused", refusal.Step, refusal, nil)
	}
	waits := []time.Duration{5 * time.Minute, 15 * time.Minute, time.Hour, 4 * time.Hour, 12 * time.Hour, 24 * time.Hour}
	later := workspace.At(r.s.ws.Now().Add(waits[min(m.Attempts, len(waits)-1)]))
	return r.record(ctx, m, Deferred, "refused_for_now", refusal.Step, refusal, &later)
}

// record commits an outcome with its attempt.
func (r *run) record(ctx context.Context, m *Message, to State, code, step string, refusal *Refusal, notBefore *workspace.Instant) error {
	began := m.State == SMTPStarted
	err := r.s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := r.s.move(ctx, m, to, code); err != nil {
			return err
		}
		if notBefore != nil {
			fields := map[string]any{"not_before": *notBefore}
			if !began {
				fields["attempts"] = m.Attempts + 1
			}
			if err := r.s.ws.DB.Write(ctx).Model(&Message{}).Where("id = ?", m.ID).Updates(fields).Error; err != nil {
				return fmt.Errorf("outbox: retry: %w", err)
			}
		}
		var cause error
		if refusal != nil {
			cause = refusal
		}
		return r.s.attempted(ctx, m.ID, to, step, cause)
	})
	if err == nil {
		r.count(to)
	}
	return err
}

func (r *run) count(to State) {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch to {
	case Sent:
		r.report.Sent++
		r.refusals = 0
	case Rejected:
		r.report.Rejected++
	case Deferred:
		r.report.Deferred++
		r.refusals++
	default:
		r.report.Unknown++
	}
	r.done++
	if r.progress != nil {
		r.progress(r.done, max(r.total, r.done))
	}
}
