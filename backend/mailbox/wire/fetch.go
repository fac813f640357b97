package wire

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
)

// Meta is what is asked of a message before its body.
type Meta struct {
	UID          uint32
	InternalDate time.Time // zero where the server gave none that can be read
	Size         uint32    // RFC822.SIZE; servers lie, so it plans the fetch and bounds nothing
}

// Metas fetches UID, INTERNALDATE and RFC822.SIZE. What the server leaves out is missing from the result: the caller
// reconciles.
func (c *Client) Metas(ctx context.Context, uids []uint32) (map[uint32]Meta, error) {
	asked, set := wanted(uids)
	metas := make(map[uint32]Meta, len(uids))
	items := []imap.FetchItem{imap.FetchUid, imap.FetchInternalDate, imap.FetchRFC822Size}
	err := c.fetch(ctx, set, items, 200*int64(len(uids)), func(msg *imap.Message) error {
		if _, ok := msg.Items[imap.FetchRFC822Size]; ok && asked[msg.Uid] {
			metas[msg.Uid] = Meta{UID: msg.Uid, InternalDate: msg.InternalDate, Size: msg.Size}
		}
		return nil
	})
	return metas, err
}

// Bodies fetches whole messages without marking them as read. expect is the sum of their sizes as Metas told; twice
// that and a little more is the most that is taken in. A message that the server splits, repeats or leaves out is
// missing or stands once.
func (c *Client) Bodies(ctx context.Context, uids []uint32, expect int64) (map[uint32][]byte, error) {
	asked, set := wanted(uids)
	bodies := make(map[uint32][]byte, len(uids))
	limit, taken := 2*expect+int64(len(uids))*4096+PartSize, int64(0)
	err := c.fetch(ctx, set, []imap.FetchItem{imap.FetchUid, "BODY.PEEK[]"}, expect, func(msg *imap.Message) error {
		body, whole := entire(msg, 0)
		if !whole || !asked[msg.Uid] {
			return nil // flags alone, or a message that nobody asked for
		}
		raw, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		if taken += int64(len(raw)); taken > limit {
			return fmt.Errorf("%w: more than was announced", ErrProtocol)
		}
		if _, twice := bodies[msg.Uid]; !twice {
			bodies[msg.Uid] = raw
		}
		return nil
	})
	return bodies, err
}

// Part fetches PartSize bytes at most of one message, from offset on; fewer mean that the message ends there. ok is
// false where the server did not answer for that message.
func (c *Client) Part(ctx context.Context, uid uint32, offset int64) (part []byte, ok bool, err error) {
	_, set := wanted([]uint32{uid})
	item := imap.FetchItem(fmt.Sprintf("BODY.PEEK[]<%d.%d>", offset, PartSize))
	err = c.fetch(ctx, set, []imap.FetchItem{imap.FetchUid, item}, PartSize, func(msg *imap.Message) error {
		body, whole := entire(msg, offset)
		if !whole || msg.Uid != uid || ok {
			return nil
		}
		part, err = io.ReadAll(body)
		ok = err == nil
		return err
	})
	return part, ok, err
}

// fetch runs one UID FETCH. The deadline grows with what is expected: a slow line is not a stalled server.
func (c *Client) fetch(ctx context.Context, set *imap.SeqSet, items []imap.FetchItem, expect int64, each func(*imap.Message) error) error {
	cmd := &commands.Uid{Cmd: &commands.Fetch{SeqSet: set, Items: items}}
	limit := c.timeout + time.Duration(expect/c.slowest)*time.Second
	return c.execute(ctx, limit, cmd, handle(func(resp imap.Resp) error {
		name, fields, ok := imap.ParseNamedResp(resp)
		if !ok || name != "FETCH" || len(fields) < 2 {
			return responses.ErrUnhandled
		}
		values, _ := fields[1].([]any)
		msg := new(imap.Message)
		if err := msg.Parse(values); err != nil {
			return fmt.Errorf("%w: %w", ErrProtocol, err)
		}
		if msg.Uid == 0 {
			return responses.ErrUnhandled // an unsolicited change of flags
		}
		return each(msg)
	}))
}

// entire finds the BODY[] section that starts at offset, wherever the server put it among the attributes.
func entire(msg *imap.Message, offset int64) (imap.Literal, bool) {
	for section, literal := range msg.Body {
		if section.Specifier != imap.EntireSpecifier || len(section.Path) > 0 || literal == nil {
			continue
		}
		if from := section.Partial; len(from) == 0 && offset == 0 || len(from) > 0 && int64(from[0]) == offset {
			return literal, true
		}
	}
	return nil, false
}

func wanted(uids []uint32) (map[uint32]bool, *imap.SeqSet) {
	asked, set := make(map[uint32]bool, len(uids)), new(imap.SeqSet)
	for _, uid := range uids {
		asked[uid] = true
	}
	set.AddNum(uids...)
	return asked, set
}
