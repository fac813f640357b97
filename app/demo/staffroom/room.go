// Package staffroom plays the staff of the sample company: it gets the letters
// that the app sends, and answers them as the company's script says, each person
// in the mail program that they use.
package staffroom

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"relais/app/demo/company"
	"relais/app/demo/mailhost"
)

// Deliver puts a message into the company's mailbox.
type Deliver func(folder string, raw []byte) error

// Said is an answer that was given, to be held against the ledger.
type Said struct {
	Person company.Person
	Round  Round
	Answer company.Answer
	// Title is that of the item meant, in a digest; otherwise of the letter.
	Title string
}

// Room is the staff at their mail programs.
type Room struct {
	deliver Deliver
	delay   func(n int) time.Duration
	now     func() time.Time
	people  map[string]company.Person

	mu       sync.Mutex
	rounds   map[string]map[Round]int // how many letters of a round somebody got
	said     []Said
	received int
	failed   error
	sequence int
	pending  sync.WaitGroup
	ctx      context.Context //nolint:containedctx // ends the answers that are still being typed
	stop     context.CancelFunc
}

// Open lets the staff answer until ctx ends or Close is called. delay says how
// long the n-th answer takes; 0 answers at once, before the letter is accepted,
// which makes a headless run repeatable.
func Open(ctx context.Context, deliver Deliver, delay func(n int) time.Duration, now func() time.Time) *Room {
	r := &Room{deliver: deliver, delay: delay, now: now, people: map[string]company.Person{}, rounds: map[string]map[Round]int{}}
	for _, p := range company.People {
		r.people[strings.ToLower(p.Address)] = p
	}
	r.ctx, r.stop = context.WithCancel(ctx)
	return r
}

// Receive is the room's Postman.
func (r *Room) Receive(in mailhost.Letter) error {
	l, err := read(in.Raw, in.From)
	if err != nil {
		return r.note(err)
	}
	person, ok := r.people[strings.ToLower(in.To)]
	if !ok {
		return r.note(fmt.Errorf("staffroom: a letter for somebody unknown: %q", l.subject))
	}
	for _, answer := range r.answers(person, l) {
		r.mu.Lock()
		r.sequence++
		n := r.sequence
		r.mu.Unlock()
		if wait := r.delay(n); wait > 0 {
			r.pending.Add(1)
			go func() {
				defer r.pending.Done()
				select {
				case <-r.ctx.Done():
				case <-time.After(wait):
					_ = r.note(r.answer(person, l, answer, n))
				}
			}()
			continue
		}
		if err := r.note(r.answer(person, l, answer, n)); err != nil {
			return err
		}
	}
	return nil
}

// answers are those of the script to this letter: the first letter of a round
// gets the round's answers, later ones of the same round get none.
func (r *Room) answers(person company.Person, l letter) []company.Answer {
	round := l.round()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.received++
	if r.rounds[person.Address] == nil {
		r.rounds[person.Address] = map[Round]int{}
	}
	r.rounds[person.Address][round]++
	if r.rounds[person.Address][round] > 1 {
		return nil
	}
	switch round {
	case Invitation:
		return person.Invitation
	case Digest:
		return person.Digest
	case Ask:
		return person.Asks
	default:
		return nil
	}
}

func (r *Room) answer(person company.Person, l letter, a company.Answer, n int) error {
	raw, err := r.write(person, l, a, n)
	if err != nil {
		return err
	}
	title := l.subject
	if a.Number > 0 {
		title = l.titles[a.Number]
	}
	r.mu.Lock()
	r.said = append(r.said, Said{Person: person, Round: l.round(), Answer: a, Title: title})
	r.mu.Unlock()
	return r.deliver("INBOX", raw)
}

func (r *Room) note(err error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed = errors.Join(r.failed, err)
	return err
}

// Said gives what the staff answered so far, how many letters they got, and what
// went wrong in the room itself.
func (r *Room) Said() (said []Said, received int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]Said{}, r.said...), r.received, r.failed
}

// Close ends the answers that are still being typed.
func (r *Room) Close() {
	r.stop()
	r.pending.Wait()
}
