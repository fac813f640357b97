package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/outbox"
	"relais/backend/workspace"
)

// messageJSON is a message as `relais outbox` prints it.
type messageJSON struct {
	ID          int64  `json:"id"`
	Kind        string `json:"kind"`
	Recipient   string `json:"recipient"`
	Subject     string `json:"subject"`
	State       string `json:"state"`
	Code        string `json:"code"`
	Quarantined bool   `json:"quarantined"`
	Token       string `json:"token"`
	MessageID   string `json:"message_id"`
	ReplyTo     string `json:"reply_to"`
	CreatedAt   string `json:"created_at"`
	SentAt      string `json:"sent_at"`
}

// outboxGroup is `relais outbox list|sent|again|release|cancel`.
func (s *session) outboxGroup() *cobra.Command {
	group := &cobra.Command{Use: "outbox", Short: "Messages on their way, and what became of them"}
	group.AddCommand(s.outboxList(),
		s.outboxDecide("sent ID...", "Say that unknown messages did arrive", func(ctx context.Context, a *app.App, id int64) error {
			return a.Outbox.Arrived(ctx, id, outbox.ByPerson)
		}),
		s.outboxDecide("again ID...", "Say that unknown messages did not arrive, and send them again", func(ctx context.Context, a *app.App, id int64) error {
			return a.Outbox.SendAgain(ctx, id)
		}),
		s.outboxDecide("release ID...", "Let messages that a restore held back go", func(ctx context.Context, a *app.App, id int64) error {
			return a.Outbox.Release(ctx, id)
		}),
		s.outboxDecide("cancel ID...", "Withdraw messages that have not left", func(ctx context.Context, a *app.App, id int64) error {
			n, err := a.Outbox.Cancel(ctx, "by_person", id)
			if err == nil && n == 0 {
				return workspace.NewFault("message_has_left", "id", id)
			}
			return err
		}))
	return group
}

func (s *session) outboxList() *cobra.Command {
	var state string
	cmd := &cobra.Command{Use: "list", Short: "List messages, newest first", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&state, "state", "", "queued, sent, rejected, deferred, unknown or cancelled")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		f := outbox.Filter{}
		if state != "" {
			f.States = []outbox.State{outbox.State(state)}
		}
		out := []messageJSON{}
		for {
			rows, err := a.Outbox.List(ctx, f)
			if err != nil {
				return err
			}
			for _, m := range rows {
				out = append(out, messageJSON{ID: m.ID, Kind: string(m.Kind), Recipient: m.Recipient, Subject: m.Subject, State: string(m.State),
					Code: m.Code, Quarantined: m.Quarantined, Token: m.Token, MessageID: m.HeaderID, ReplyTo: m.ReplyTo,
					CreatedAt: (&m.CreatedAt).RFC3339(), SentAt: m.SentAt.RFC3339()})
			}
			if len(rows) < 200 {
				break
			}
			f.Before = rows[len(rows)-1].ID
		}
		return s.print(out, func(w io.Writer) error {
			for _, m := range out {
				fmt.Fprintf(w, "%6d  %-12s %-10s %-30s %s\n", m.ID, m.Kind, m.State, m.Recipient, m.Subject)
			}
			return nil
		})
	})
	return cmd
}

func (s *session) outboxDecide(use, short string, decide func(ctx context.Context, a *app.App, id int64) error) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short, Args: cobra.MinimumNArgs(1)}
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		ids := make([]int64, 0, len(args))
		for _, arg := range args {
			id, err := strconv.ParseInt(arg, 10, 64)
			if err != nil {
				return usage("invalid argument %q: a message has a number", arg)
			}
			ids = append(ids, id)
		}
		return a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
			for _, id := range ids {
				if err := decide(ctx, a, id); err != nil {
					return err
				}
			}
			return nil
		})
	})
	return cmd
}
