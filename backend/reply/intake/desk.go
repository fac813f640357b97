package intake

import (
	"context"
	"maps"
	"slices"

	"relais/backend/campaign"
	"relais/backend/outbox"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// desk holds what the mails of a batch may need to know, asked of the database
// once for all of them and kept current, and what follows from them.
type desk struct {
	s *Service
	tray
	messages  map[string]outbox.Message // by token
	unsettled map[int64]bool            // messages that an answer proves to have left
	foreign   map[string]bool           // tokens of ours that do not hold
	owners    map[string]int64          // whose an address is, by staff.AddressKey
	people    map[int64]staff.Person
	numbered  map[int64]bool           // messages of several requests
	puts      map[int64][]campaign.Put // by message
	trust     string
}

// sent lays on the desk which messages the mails answer: that is what the
// reader may know.
func (s *Service) sent(ctx context.Context, mails []received) (*desk, error) {
	d := s.bare(ctx)
	var tokens []string
	for _, m := range mails {
		tokens = append(tokens, m.tokens...)
	}
	var err error
	if d.messages, d.foreign, err = s.outbox.MessagesByToken(ctx, distinct(tokens)); err != nil {
		return nil, err
	}
	d.numbered, err = s.requests.Numbered(ctx, d.messageIDs())
	return d, err
}

// bare is a desk with nothing on it.
func (s *Service) bare(ctx context.Context) *desk {
	return &desk{s: s, tray: tray{at: workspace.At(s.ws.Now())}, trust: s.trust(ctx), people: map[int64]staff.Person{}}
}

func (d *desk) messageIDs() []int64 {
	var ids []int64
	for _, m := range d.messages {
		ids = append(ids, m.ID)
	}
	return distinct(ids)
}

// sentStill is sent for following up, in the transaction of ctx: what cannot
// change of a frozen message is taken from the desk with which the mails were read.
func (s *Service) sentStill(ctx context.Context, mails []received) (*desk, error) {
	read := mails[0].sent
	d := s.bare(ctx)
	d.messages = map[string]outbox.Message{}
	for _, m := range mails {
		if m.sent == nil || m.sent != read {
			return s.sent(ctx, mails)
		}
		for _, token := range m.tokens {
			if message, ok := read.messages[token]; ok {
				d.messages[token] = message
			}
		}
	}
	d.foreign = read.foreign
	now, err := s.outbox.Addressees(ctx, d.messageIDs())
	if err != nil {
		return nil, err
	}
	for _, m := range d.messages {
		if now[m.ID] != (outbox.Addressee{StaffID: m.StaffID, Recipient: m.Recipient}) {
			return s.sent(ctx, mails)
		}
	}
	return d, nil
}

// lay puts on the desk all that the mails call for, as ctx sees it.
func (s *Service) lay(ctx context.Context, mails []received) (*desk, error) {
	d, err := s.sentStill(ctx, mails)
	if err != nil {
		return nil, err
	}
	if err := d.invite(ctx, mails); err != nil {
		return nil, err
	}
	messages := d.messageIDs()
	if d.unsettled, err = s.outbox.Unsettled(ctx, messages); err != nil {
		return nil, err
	}
	if d.puts, err = s.requests.RequestsOfAll(ctx, messages); err != nil {
		return nil, err
	}
	for _, id := range messages {
		if d.puts[id] == nil {
			d.puts[id] = []campaign.Put{} // known to carry none
		}
	}
	return d, nil
}

// invite lays out the people whom the mails are about, and whose their addresses
// are: nearly always those of whoever was written to.
func (d *desk) invite(ctx context.Context, mails []received) error {
	var ids []int64
	for _, m := range d.messages {
		ids = append(ids, m.StaffID)
	}
	var err error
	if d.people, err = d.s.people.All(ctx, distinct(ids)); err != nil {
		return err
	}
	d.owners = map[string]int64{}
	for id, p := range d.people {
		for _, a := range p.Addresses {
			d.owners[a.AddressKey] = id
		}
	}
	var unknown []string
	for _, m := range mails {
		if _, known := d.owners[staff.AddressKey(m.from)]; !known {
			unknown = append(unknown, m.from)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	owners, err := d.s.people.Owners(ctx, distinct(unknown))
	if err != nil {
		return err
	}
	for address, id := range owners {
		d.owners[staff.AddressKey(address)] = id
	}
	others, err := d.s.people.All(ctx, distinct(slices.Collect(maps.Values(owners))))
	maps.Copy(d.people, others)
	return err
}

// person gives somebody by id; false where nobody is known, or not any more.
func (d *desk) person(ctx context.Context, id int64) (staff.Person, bool, error) {
	if p, ok := d.people[id]; ok || id == 0 {
		return p, ok, nil
	}
	if err := d.flush(ctx); err != nil {
		return staff.Person{}, false, err
	}
	found, err := d.s.people.All(ctx, []int64{id})
	if err != nil {
		return staff.Person{}, false, err
	}
	p, ok := found[id]
	if ok {
		d.people[id] = p
	}
	return p, ok, nil
}

func (d *desk) requestsOf(ctx context.Context, message int64) ([]campaign.Put, error) {
	if puts, ok := d.puts[message]; ok {
		return puts, nil
	}
	if err := d.flush(ctx); err != nil {
		return nil, err
	}
	puts, err := d.s.requests.RequestsOf(ctx, message)
	if err == nil {
		d.puts[message] = puts
	}
	return puts, err
}

// stands keeps how a request stands now, with the message that put it and the one
// that reminds of it.
func (d *desk) stands(now campaign.Put) {
	messages := []int64{now.MessageID}
	if now.ReminderID != nil {
		messages = append(messages, *now.ReminderID)
	}
	for _, message := range messages {
		puts := d.puts[message]
		if i := slices.IndexFunc(puts, func(p campaign.Put) bool { return p.ID == now.ID }); i >= 0 {
			puts[i] = now
		}
	}
}

// clear takes off the desk what may have changed by another way than the tray: the
// person, the message, and the requests that were answered, on whatever message
// they stand. Whoever needs them next asks again.
func (d *desk) clear(m match) {
	delete(d.people, m.person.ID)
	for _, answered := range m.puts {
		for message, puts := range d.puts {
			if slices.ContainsFunc(puts, func(p campaign.Put) bool { return p.ID == answered.ID }) {
				delete(d.puts, message)
			}
		}
	}
	delete(d.unsettled, m.message.ID) // that it was answered has settled it
}

func distinct[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	out := make([]T, 0, len(list))
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// double tells mails that were taken in before under other bytes: a copy in
// another folder, or one that a server stamped anew.
type doubles map[string][]Row // by Message-ID

// doublesOf lays out the replies with the same Message-IDs.
func (s *Service) doublesOf(ctx context.Context, mails []received) (doubles, error) {
	ids := make([]string, 0, len(mails))
	for _, m := range mails {
		if m.id != "" {
			ids = append(ids, m.id)
		}
	}
	var rows []Row
	// header_id <> '' is what lets the partial index serve.
	err := s.ws.DB.Write(ctx).Select("id", "header_id", "sender", "text", "state").
		Where("header_id <> '' AND header_id IN ? AND state <> ?", distinct(ids), Duplicate).Find(&rows).Error
	known := doubles{}
	for _, r := range rows {
		known.add(r)
	}
	return known, err
}

func (d doubles) add(row Row) {
	d.forget(row)
	if row.HeaderID != "" && row.State != Duplicate {
		d[row.HeaderID] = append(d[row.HeaderID], Row{ID: row.ID, HeaderID: row.HeaderID, Sender: row.Sender, Text: row.Text})
	}
}

// forget drops what was known of a reply that is read again.
func (d doubles) forget(row Row) {
	d[row.HeaderID] = slices.DeleteFunc(d[row.HeaderID], func(r Row) bool { return r.ID == row.ID })
}

func (d doubles) holds(row Row) bool {
	return row.HeaderID != "" && !row.Machine && slices.ContainsFunc(d[row.HeaderID], func(r Row) bool {
		return r.ID != row.ID && r.Sender == row.Sender && r.Text == row.Text
	})
}
