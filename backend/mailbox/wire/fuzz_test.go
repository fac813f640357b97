package wire

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"
)

// answering gives a client whose server greets, answers the first command but CAPABILITY with the text and a plain OK,
// and hangs up.
func answering(text string) (*Client, error) {
	return Dial(context.Background(), Endpoint{Address: "server", Security: Plain, Timeout: time.Second,
		Dial: func(context.Context, string, string) (net.Conn, error) {
			ours, theirs := net.Pipe()
			go func() {
				defer theirs.Close() //nolint:errcheck // a test's server
				fmt.Fprint(theirs, "* OK [CAPABILITY IMAP4rev1] ready\r\n")
				in := bufio.NewScanner(theirs)
				for in.Scan() {
					tag, command, _ := strings.Cut(in.Text(), " ")
					answer := text
					if command == "CAPABILITY" {
						answer = "* CAPABILITY IMAP4rev1"
					}
					if _, err := fmt.Fprintf(theirs, "%s\r\n%s OK done\r\n", answer, tag); err != nil || answer == text {
						return // hangs up, so that an answer without an end need not be waited for
					}
				}
			}()
			return ours, nil
		}})
}

// FuzzCommands has every command of ours answered by whatever text: none panics, none hangs, and no message is given
// that was not asked for.
func FuzzCommands(f *testing.F) {
	for _, text := range []string{
		"* SEARCH 1 2 3 (MODSEQ 9)", "* 1 FETCH (BODY[] {5}\r\nabcde UID 1)", `* 1 FETCH (UID 1 RFC822.SIZE 5 INTERNALDATE "23-Nov-2026 10:00:00 +0000" X-GM-THRID 7 FLAGS (\Seen))`,
		"* 1 FETCH (FLAGS (\\Deleted))\r\n* 2 EXPUNGE", `* LIST (\HasNoChildren \Junk) "/" "Courrier ind&AOk-sirable"`, "* OK [UIDVALIDITY 7] x\r\n* 3 EXISTS", `* 1 FETCH (UID 1 BODY[]<0> "quoted" BODY[] NIL)`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ctx := context.Background()
		for name, do := range map[string]func(c *Client) error{
			"folders": func(c *Client) error { _, err := c.Folders(ctx); return err },
			"select":  func(c *Client) error { _, err := c.Select(ctx, "INBOX"); return err },
			"search":  func(c *Client) error { _, err := c.Search(ctx, 2, time.Time{}); return err },
			"bodies": func(c *Client) error {
				bodies, err := c.Bodies(ctx, []uint32{1}, 100)
				for uid := range bodies {
					if uid != 1 {
						t.Errorf("message %d was not asked for", uid)
					}
				}
				return err
			},
			"metas": func(c *Client) error { _, err := c.Metas(ctx, []uint32{1, 2}); return err },
			"part":  func(c *Client) error { _, _, err := c.Part(ctx, 1, 0); return err },
		} {
			c, err := answering(text)
			if err != nil {
				t.Skip(err) // a busy machine
			}
			began := time.Now()
			_ = do(c)
			if took := time.Since(began); took > 10*time.Second {
				t.Errorf("%s took %v", name, took)
			}
			_ = c.Close()
		}
	})
}
