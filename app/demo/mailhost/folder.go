package mailhost

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/backend"
	"github.com/emersion/go-imap/backend/backendutil"
	"github.com/emersion/go-message"
	"github.com/emersion/go-message/textproto"
)

// folder is one IMAP mailbox. Unique identifiers only ever rise (RFC 3501,
// section 2.3.1.1).
type folder struct {
	store    *store
	name     string
	use      string // special use (RFC 6154), or empty
	validity uint32

	mu       sync.Mutex
	messages []*stored
	lastUID  uint32
}

type stored struct {
	uid   uint32
	date  time.Time
	flags []string
	raw   []byte
}

func (f *folder) add(flags []string, at time.Time, raw []byte) {
	f.mu.Lock()
	f.lastUID++
	f.messages = append(f.messages, &stored{uid: f.lastUID, date: at, flags: flags, raw: raw})
	status := f.status()
	f.mu.Unlock()
	f.store.announce(&backend.MailboxUpdate{Update: backend.NewUpdate(f.store.config.Address, f.name), MailboxStatus: status})
}

// status is what a client needs to know of new mail; the caller holds the lock.
func (f *folder) status() *imap.MailboxStatus {
	status := imap.NewMailboxStatus(f.name, []imap.StatusItem{imap.StatusMessages})
	status.Messages = uint32(len(f.messages))
	return status
}

func (f *folder) Name() string { return f.name }

func (f *folder) Info() (*imap.MailboxInfo, error) {
	info := &imap.MailboxInfo{Delimiter: "/", Name: f.name}
	if f.use != "" {
		info.Attributes = []string{f.use}
	}
	return info, nil
}

func (f *folder) Status(items []imap.StatusItem) (*imap.MailboxStatus, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	status := imap.NewMailboxStatus(f.name, items)
	status.Flags = []string{imap.SeenFlag, imap.AnsweredFlag, imap.FlaggedFlag, imap.DeletedFlag, imap.DraftFlag}
	status.PermanentFlags = []string{"\\*"}
	unseen := uint32(0)
	for i, m := range f.messages {
		if !slices.Contains(m.flags, imap.SeenFlag) {
			unseen++
			if status.UnseenSeqNum == 0 {
				status.UnseenSeqNum = uint32(i + 1)
			}
		}
	}
	for _, item := range items {
		switch item {
		case imap.StatusMessages:
			status.Messages = uint32(len(f.messages))
		case imap.StatusUidNext:
			status.UidNext = f.lastUID + 1
		case imap.StatusUidValidity:
			status.UidValidity = f.validity
		case imap.StatusUnseen:
			status.Unseen = unseen
		}
	}
	return status, nil
}

func (f *folder) SetSubscribed(bool) error { return nil }

func (f *folder) Check() error { return nil }

func (f *folder) ListMessages(uid bool, set *imap.SeqSet, items []imap.FetchItem, out chan<- *imap.Message) error {
	defer close(out)
	all, err := f.fetch(uid, set, items)
	// Sent without the lock: a client that stops reading must not stop deliveries.
	for _, m := range all {
		out <- m
	}
	return err
}

func (f *folder) fetch(uid bool, set *imap.SeqSet, items []imap.FetchItem) ([]*imap.Message, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	all := []*imap.Message{}
	for i, m := range f.messages {
		if !set.Contains(m.number(uid, i)) {
			continue
		}
		fetched, err := m.fetch(uint32(i+1), items)
		if err != nil {
			return all, err
		}
		all = append(all, fetched)
	}
	return all, nil
}

func (f *folder) SearchMessages(uid bool, criteria *imap.SearchCriteria) ([]uint32, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	found := []uint32{}
	for i, m := range f.messages {
		entity, err := message.Read(bytes.NewReader(m.raw))
		if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
			return nil, fmt.Errorf("mailhost: search: %w", err)
		}
		match, err := backendutil.Match(entity, uint32(i+1), m.uid, m.date, m.flags, criteria)
		if err != nil {
			return nil, fmt.Errorf("mailhost: search: %w", err)
		}
		if match {
			found = append(found, m.number(uid, i))
		}
	}
	return found, nil
}

func (f *folder) CreateMessage(flags []string, date time.Time, body imap.Literal) error {
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	if date.IsZero() {
		date = f.store.config.Now()
	}
	f.add(flags, date, raw)
	return nil
}

func (f *folder) UpdateMessagesFlags(uid bool, set *imap.SeqSet, op imap.FlagsOp, flags []string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, m := range f.messages {
		if set.Contains(m.number(uid, i)) {
			m.flags = backendutil.UpdateFlags(m.flags, op, flags)
		}
	}
	return nil
}

func (f *folder) CopyMessages(bool, *imap.SeqSet, string) error { return errFixed }

func (f *folder) Expunge() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.messages = slices.DeleteFunc(f.messages, func(m *stored) bool { return slices.Contains(m.flags, imap.DeletedFlag) })
	return nil
}

func (m *stored) number(uid bool, index int) uint32 {
	if uid {
		return m.uid
	}
	return uint32(index + 1)
}

func (m *stored) fetch(number uint32, items []imap.FetchItem) (*imap.Message, error) {
	fetched := imap.NewMessage(number, items)
	for _, item := range items {
		switch item {
		case imap.FetchFlags:
			fetched.Flags = m.flags
		case imap.FetchInternalDate:
			fetched.InternalDate = m.date
		case imap.FetchRFC822Size:
			fetched.Size = uint32(len(m.raw))
		case imap.FetchUid:
			fetched.Uid = m.uid
		case imap.FetchEnvelope:
			header, err := textproto.ReadHeader(bufio.NewReader(bytes.NewReader(m.raw)))
			if err != nil {
				return nil, fmt.Errorf("mailhost: envelope: %w", err)
			}
			if fetched.Envelope, err = backendutil.FetchEnvelope(header); err != nil {
				return nil, fmt.Errorf("mailhost: envelope: %w", err)
			}
		default:
			if err := m.section(fetched, item); err != nil {
				return nil, err
			}
		}
	}
	return fetched, nil
}

// section gives a part of the message; reading it never sets \Seen here, so
// BODY[] and BODY.PEEK[] are the same. The whole is given byte for byte as it
// came, which backendutil would not do for a malformed header.
func (m *stored) section(fetched *imap.Message, item imap.FetchItem) error {
	section, err := imap.ParseBodySectionName(item)
	if err != nil {
		return nil //nolint:nilerr // an item that this server does not know is left out, as RFC 3501 allows
	}
	if section.Specifier == imap.EntireSpecifier && len(section.Path) == 0 {
		fetched.Body[section] = bytes.NewReader(section.ExtractPartial(m.raw))
		return nil
	}
	body := bufio.NewReader(bytes.NewReader(m.raw))
	header, err := textproto.ReadHeader(body)
	if err != nil {
		return fmt.Errorf("mailhost: section: %w", err)
	}
	literal, err := backendutil.FetchBodySection(header, body, section)
	if err != nil {
		return fmt.Errorf("mailhost: section: %w", err)
	}
	fetched.Body[section] = literal
	return nil
}
