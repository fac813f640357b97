package wire

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
)

// Folder is one mailbox as LIST shows it.
type Folder struct {
	Name       string
	Attributes []string // \Sent, \Junk and so on (RFC 6154), in lower case
}

// maxFolders bounds what LIST may give.
const maxFolders = 10000

// Folders lists all folders of the account.
func (c *Client) Folders(ctx context.Context) ([]Folder, error) {
	var all []Folder
	err := c.execute(ctx, c.timeout, &commands.List{Reference: "", Mailbox: "*"}, handle(func(resp imap.Resp) error {
		name, fields, ok := imap.ParseNamedResp(resp)
		if !ok || name != "LIST" {
			return responses.ErrUnhandled
		}
		var info imap.MailboxInfo
		if err := info.Parse(fields); err != nil {
			return nil //nolint:nilerr // one folder with an unreadable name must not hide the others
		}
		if len(all) >= maxFolders {
			return fmt.Errorf("%w: too many folders", ErrProtocol)
		}
		f := Folder{Name: info.Name}
		for _, a := range info.Attributes {
			f.Attributes = append(f.Attributes, strings.ToLower(a))
		}
		all = append(all, f)
		return nil
	}))
	return all, err
}

// Select opens a folder for reading only (EXAMINE), so that nothing we do changes a flag, and gives its UIDVALIDITY.
func (c *Client) Select(ctx context.Context, name string) (uidValidity uint32, err error) {
	err = c.run(ctx, c.timeout, func() error {
		status, err := c.imap.Select(name, true)
		if err != nil {
			return err
		}
		uidValidity = status.UidValidity
		return nil
	})
	if c.Missing(err) {
		return 0, &Refusal{oneLine(err.Error())}
	}
	if err == nil && uidValidity == 0 {
		return 0, fmt.Errorf("%w: no UIDVALIDITY", ErrProtocol)
	}
	return uidValidity, err
}

// Search lists the UIDs from low (inclusive) upwards, in order, without repetitions; since narrows it to messages
// that arrived on or after that day where it is not zero. The server may return the last message even where its UID
// is below low (RFC 3501 section 6.4.8, on "n:*"): it is left out.
func (c *Client) Search(ctx context.Context, low uint32, since time.Time) ([]uint32, error) {
	criteria := imap.NewSearchCriteria()
	criteria.Uid = new(imap.SeqSet)
	criteria.Uid.AddRange(max(low, 1), 0)
	criteria.Since = since
	return c.search(ctx, criteria, low)
}

// SearchHeader lists the UIDs of the messages whose header field holds the value.
func (c *Client) SearchHeader(ctx context.Context, field, value string) ([]uint32, error) {
	criteria := imap.NewSearchCriteria()
	criteria.Header.Add(field, value)
	return c.search(ctx, criteria, 1)
}

// Present says which of the UIDs the folder still lists.
func (c *Client) Present(ctx context.Context, uids []uint32) (map[uint32]bool, error) {
	criteria := imap.NewSearchCriteria()
	criteria.Uid = new(imap.SeqSet)
	criteria.Uid.AddNum(uids...)
	found, err := c.search(ctx, criteria, 1)
	present := make(map[uint32]bool, len(found))
	for _, uid := range found {
		present[uid] = true
	}
	return present, err
}

// search gathers every SEARCH response: go-imap's own handler keeps the last alone, and servers may send several.
func (c *Client) search(ctx context.Context, criteria *imap.SearchCriteria, low uint32) ([]uint32, error) {
	var uids []uint32
	cmd := &commands.Uid{Cmd: &commands.Search{Criteria: criteria}}
	err := c.execute(ctx, c.timeout, cmd, handle(func(resp imap.Resp) error {
		name, fields, ok := imap.ParseNamedResp(resp)
		if !ok || name != "SEARCH" {
			return responses.ErrUnhandled
		}
		for _, f := range fields {
			uid, err := imap.ParseNumber(f)
			if err != nil {
				continue // "(MODSEQ 917162500)" may stand at the end, RFC 7162
			}
			if uid >= low && uid > 0 {
				uids = append(uids, uid)
			}
		}
		return nil
	}))
	if err != nil {
		return nil, err
	}
	slices.Sort(uids)
	return slices.Compact(uids), nil
}

// Missing says whether the error is the server's plain refusal of one command (a folder that does not exist), after
// which the connection is still good.
func (c *Client) Missing(err error) bool {
	return err != nil && c.guard.reason() == nil && !errors.Is(err, ErrClosed) && !errors.Is(err, ErrDeadline)
}
