package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
)

// syncJSON is what `relais sync --json` prints.
type syncJSON struct {
	Mail    bool        `json:"mail"`
	Read    syncRead    `json:"read"`
	Replies syncReplies `json:"replies"`
	Sent    syncSent    `json:"sent"`
	Unknown int         `json:"unknown"`
	Feeds   syncFeeds   `json:"feeds"`
	Next    string      `json:"next,omitempty"` // when the provider's limits let the next message go
}

type syncRead struct {
	New        int `json:"new"`
	Recognised int `json:"recognised"`
	Foreign    int `json:"foreign"`
	Vanished   int `json:"vanished"`
	Missing    int `json:"missing"`
}

type syncReplies struct {
	Recorded int `json:"recorded"`
	Review   int `json:"review"`
	Ignored  int `json:"ignored"`
}

type syncSent struct {
	Sent      int `json:"sent"`
	Rejected  int `json:"rejected"`
	Deferred  int `json:"deferred"`
	Unknown   int `json:"unknown"`
	Held      int `json:"held"`
	Withdrawn int `json:"withdrawn"`
	Waiting   int `json:"waiting"`
	Settled   int `json:"settled"`
}

type syncFeeds struct {
	Asked    int `json:"asked"`
	Articles int `json:"articles"`
	Failed   int `json:"failed"`
}

// syncCommand is `relais sync`.
func (s *session) syncCommand() *cobra.Command {
	var o app.SyncOptions
	var clockRight, copyRight, despiteUnread bool
	cmd := &cobra.Command{Use: "sync", Short: "Fetch feeds, read replies, send what is queued", Args: cobra.NoArgs}
	cmd.Flags().BoolVar(&o.NoFeeds, "no-feeds", false, "leave the feeds alone")
	cmd.Flags().BoolVar(&o.NoSend, "no-send", false, "read only, send nothing")
	cmd.Flags().BoolVar(&clockRight, "clock-right", false, "the date of this computer is right, though it jumped since the last sync")
	cmd.Flags().BoolVar(&copyRight, "copy-right", false, "go on with this copy of the workspace, though another was written later or is open elsewhere; what was waiting is held back")
	cmd.Flags().BoolVar(&despiteUnread, "send-despite-unread", false, "send although mail in the mailbox could not be read at the last sync")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, _ []string) error {
		if despiteUnread {
			if err := a.SendDespiteUnread(ctx); err != nil {
				return err
			}
		}
		if clockRight {
			if err := a.TrustClock(ctx); err != nil {
				return err
			}
		}
		if copyRight {
			if err := a.TrustCopy(ctx); err != nil {
				return err
			}
		}
		done, err := app.Sync(ctx, a, o, nil)
		if printErr := s.printSync(done); err == nil {
			err = printErr
		}
		return err
	})
	return cmd
}

func (s *session) printSync(d app.Synced) error {
	out := syncJSON{Mail: d.Mail, Unknown: d.Unknown,
		Read:    syncRead{d.Read.New, d.Read.Recognised, d.Read.Foreign, d.Read.Vanished, d.Read.Missing},
		Replies: syncReplies{d.Replies.Recorded, d.Replies.Review, d.Replies.Ignored},
		Sent: syncSent{Sent: d.Sent.Sent, Rejected: d.Sent.Rejected, Deferred: d.Sent.Deferred, Unknown: d.Sent.Unknown,
			Held: d.Sent.Held, Withdrawn: d.Sent.Withdrawn, Waiting: d.Sent.Waiting, Settled: d.Settled},
		Feeds: syncFeeds{Asked: d.Sources, Articles: d.Articles, Failed: d.Failing}}
	if d.Sent.Next != nil {
		out.Next = d.Sent.Next.UTC().Format(time.RFC3339)
	}
	return s.print(out, func(w io.Writer) error {
		fmt.Fprintf(w, "read     %d new, %d known\n", out.Read.New, out.Read.Recognised)
		fmt.Fprintf(w, "replies  %d recorded, %d to review, %d ignored\n", out.Replies.Recorded, out.Replies.Review, out.Replies.Ignored)
		fmt.Fprintf(w, "sent     %d, rejected %d, deferred %d, unknown %d, waiting %d\n", out.Sent.Sent, out.Sent.Rejected, out.Sent.Deferred, out.Unknown, out.Sent.Waiting+out.Sent.Held)
		why := ""
		if out.Feeds.Failed > 0 {
			why = " ('relais sources' says why)"
		}
		_, err := fmt.Fprintf(w, "feeds    %d asked, %d new articles, %d failed%s\n", out.Feeds.Asked, out.Feeds.Articles, out.Feeds.Failed, why)
		return err
	})
}
