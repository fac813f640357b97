package wire

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
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
	err := c.fetch(ctx, set, items, 200*int64(len(uids)), func(f fetched) error {
		if f.sized && asked[f.uid] {
			metas[f.uid] = Meta{UID: f.uid, InternalDate: f.date, Size: f.size}
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
	err := c.fetch(ctx, set, []imap.FetchItem{imap.FetchUid, "BODY.PEEK[]"}, expect, func(f fetched) error {
		if f.body == nil || f.offset != 0 || !asked[f.uid] {
			return nil // flags alone, or a message that nobody asked for
		}
		if taken += int64(len(f.body)); taken > limit {
			return fmt.Errorf("%w: more than was announced", ErrProtocol)
		}
		if _, twice := bodies[f.uid]; !twice {
			bodies[f.uid] = f.body
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
	err = c.fetch(ctx, set, []imap.FetchItem{imap.FetchUid, item}, PartSize, func(f fetched) error {
		if f.body != nil && f.offset == offset && f.uid == uid && !ok {
			part, ok = f.body, true
		}
		return nil
	})
	return part, ok, err
}

// fetch runs one UID FETCH. The deadline grows with what is expected: a slow line is not a stalled server.
func (c *Client) fetch(ctx context.Context, set *imap.SeqSet, items []imap.FetchItem, expect int64, each func(fetched) error) error {
	cmd := &commands.Uid{Cmd: &commands.Fetch{SeqSet: set, Items: items}}
	limit := c.timeout + time.Duration(expect/c.slowest)*time.Second
	return c.execute(ctx, limit, cmd, handle(func(resp imap.Resp) error {
		name, fields, ok := imap.ParseNamedResp(resp)
		if !ok || name != "FETCH" || len(fields) < 2 {
			return responses.ErrUnhandled
		}
		values, _ := fields[1].([]any)
		f, err := attributes(values)
		if err != nil {
			return err
		}
		if f.uid == 0 {
			return responses.ErrUnhandled // an unsolicited change of flags
		}
		return each(f)
	}))
}

// fetched is what one FETCH response says of the attributes that we ask for.
type fetched struct {
	uid    uint32
	date   time.Time
	size   uint32
	sized  bool
	body   []byte // nil where the response has no BODY[]
	offset int64
}

// attributes reads the list of a FETCH response, in whatever order it stands and with whatever else is in it. go-imap's
// own reading drops a body that is a quoted string, and fails on attributes that it knows but does not expect.
func attributes(values []any) (fetched, error) {
	var f fetched
	for i := 0; i+1 < len(values); i += 2 {
		name, _ := values[i].(string)
		switch name = strings.ToUpper(name); {
		case name == "UID":
			f.uid, _ = imap.ParseNumber(values[i+1])
		case name == "RFC822.SIZE":
			size, err := imap.ParseNumber(values[i+1])
			f.size, f.sized = size, err == nil
		case name == "INTERNALDATE":
			text, _ := values[i+1].(string)
			f.date, _ = time.Parse(imap.DateTimeLayout, text)
		case strings.HasPrefix(name, "BODY[]"):
			body, err := bytesOf(values[i+1])
			if err != nil {
				continue // NIL: the message is gone
			}
			if origin := strings.Trim(name[len("BODY[]"):], "<>"); origin != "" {
				if f.offset, err = strconv.ParseInt(origin, 10, 64); err != nil {
					return f, fmt.Errorf("%w: section %q", ErrProtocol, oneLine(name))
				}
			}
			f.body = body
		}
	}
	return f, nil
}

// bytesOf gives a string of the protocol, whichever form it came in.
func bytesOf(value any) ([]byte, error) {
	if literal, ok := value.(imap.Literal); ok {
		body := make([]byte, literal.Len())
		_, err := io.ReadFull(literal, body)
		return body, err
	}
	text, err := imap.ParseString(value)
	return []byte(text), err
}

func wanted(uids []uint32) (map[uint32]bool, *imap.SeqSet) {
	asked, set := make(map[uint32]bool, len(uids)), new(imap.SeqSet)
	for _, uid := range uids {
		asked[uid] = true
	}
	set.AddNum(uids...)
	return asked, set
}
