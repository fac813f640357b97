package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/workspace"
)

type campaignLine struct {
	ID        int64  `json:"id"`
	Name      string `json:"name"`
	Objective string `json:"objective"`
	State     string `json:"state"`
	StartsOn  string `json:"starts_on"`
	EndsOn    string `json:"ends_on"`
	Target    string `json:"target"`
	Posts     int    `json:"posts"`
	Requests  int    `json:"requests"`
	People    int    `json:"people"`
	Answered  int    `json:"answered"`
	Shares    int    `json:"shares"`
}

// campaignGroup is `relais campaign new|list|calendar|balance|digest|remind|pause|resume|cancel|sendings`.
func (s *session) campaignGroup() *cobra.Command {
	group := &cobra.Command{Use: "campaign", Short: "Campaigns, digests, reminders, and what is on its way out"}
	group.AddCommand(s.campaignNew(), s.campaignList(), s.campaignCalendar(), s.campaignSendings(), s.campaignBalance(),
		s.campaignRound("digest", "Queue the digests that are due", func(ctx context.Context, a *app.App) (int, error) {
			r, err := a.Campaigns.DigestRules(ctx)
			if err != nil {
				return 0, err
			}
			return a.Campaigns.DigestNow(ctx, r)
		}),
		s.campaignRound("remind", "Queue the reminders that are due", func(ctx context.Context, a *app.App) (int, error) {
			r, err := a.Campaigns.ReminderRules(ctx)
			if err != nil {
				return 0, err
			}
			return a.Campaigns.RemindNow(ctx, r)
		}),
		s.campaignTurn("pause", "Let what has not left of a sending wait", (*campaign.Service).Hold),
		s.campaignTurn("resume", "Let a paused sending go on", (*campaign.Service).Resume),
		s.campaignTurn("cancel", "Withdraw what has not left of a sending", func(c *campaign.Service, ctx context.Context, id int64) error {
			_, err := c.Cancel(ctx, id)
			return err
		}))
	return group
}

func (s *session) campaignNew() *cobra.Command {
	var c campaign.Campaign
	var from, to string
	cmd := &cobra.Command{Use: "new NAME", Short: "Start a campaign", Args: cobra.ExactArgs(1)}
	flags := cmd.Flags()
	flags.StringVar(&c.Objective, "objective", "visibility", strings.Join(campaign.Objectives(), ", "))
	flags.StringVar(&from, "from", "", "first day, YYYY-MM-DD")
	flags.StringVar(&to, "to", "", "last day, YYYY-MM-DD")
	flags.StringVar(&c.Target, "target", "", "what is hoped for, in words")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		c.Name = args[0]
		if from != "" {
			c.StartsOn = &from
		}
		if to != "" {
			c.EndsOn = &to
		}
		saved, err := a.Campaigns.SaveCampaign(ctx, c)
		if err != nil {
			return err
		}
		line := wireCampaign(campaign.Overview{Campaign: saved})
		return s.print(line, func(w io.Writer) error {
			_, err := fmt.Fprintf(w, "%d\t%s\n", line.ID, line.Name)
			return err
		})
	})
	return cmd
}

func wireCampaign(c campaign.Overview) campaignLine {
	line := campaignLine{ID: c.ID, Name: c.Name, Objective: c.Objective, State: c.State, Target: c.Target, Posts: c.Posts,
		Requests: c.Requests, People: c.People, Answered: c.Answered, Shares: c.Shares}
	if c.StartsOn != nil {
		line.StartsOn = *c.StartsOn
	}
	if c.EndsOn != nil {
		line.EndsOn = *c.EndsOn
	}
	return line
}

func (s *session) campaignList() *cobra.Command {
	return &cobra.Command{Use: "list", Short: "List campaigns with what came of them", Args: cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Campaigns.Campaigns(ctx)
			if err != nil {
				return err
			}
			lines := make([]campaignLine, 0, len(all))
			for _, c := range all {
				lines = append(lines, wireCampaign(c))
			}
			return s.print(lines, func(w io.Writer) error {
				table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
				for _, l := range lines {
					fmt.Fprintf(table, "%d\t%s\t%s\t%d posts\t%d asked\t%d shares\t%s\n", l.ID, l.State, l.Objective, l.Posts, l.People, l.Shares, l.Name)
				}
				return table.Flush()
			})
		})}
}

func (s *session) campaignCalendar() *cobra.Command {
	var from, to string
	var ics bool
	cmd := &cobra.Command{Use: "calendar", Short: "What goes out and what ends, day by day", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&from, "from", "", "first day; today where left out")
	cmd.Flags().StringVar(&to, "to", "", "last day; 90 days later where left out")
	cmd.Flags().BoolVar(&ics, "ics", false, "as a calendar file on standard output")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		now := a.Workspace.Now()
		if from == "" {
			from = now.Format(time.DateOnly)
		}
		if to == "" {
			to = now.AddDate(0, 0, 90).Format(time.DateOnly)
		}
		events, err := a.Campaigns.Calendar(ctx, from, to)
		if err != nil {
			return err
		}
		if ics {
			words := messages("send", s.language())
			_, err := io.WriteString(s.env.Out, campaign.ICS(events, now, func(e campaign.Event) string { return EventTitle(words, e) }))
			return err
		}
		type line struct {
			Day   string `json:"day"`
			Kind  string `json:"kind"`
			ID    int64  `json:"id"`
			Title string `json:"title"`
			Count int    `json:"count"`
		}
		lines := make([]line, 0, len(events))
		for _, e := range events {
			lines = append(lines, line{e.Day, e.Kind, e.ID, e.Title, e.Count})
		}
		return s.print(lines, func(w io.Writer) error {
			for _, l := range lines {
				fmt.Fprintf(w, "%s  %-16s %s\n", l.Day, l.Kind, l.Title)
			}
			return nil
		})
	})
	return cmd
}

// EventTitle is what a calendar shows for an event, in the words of a language.
func EventTitle(words map[string]string, e campaign.Event) string {
	text, ok := words["send_event_"+e.Kind]
	if !ok {
		return e.Title
	}
	return strings.NewReplacer("{title}", e.Title, "{count}", strconv.Itoa(e.Count)).Replace(text)
}

func (s *session) campaignSendings() *cobra.Command {
	return &cobra.Command{Use: "sendings", Short: "What was sent or is on its way", Args: cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Campaigns.Dispatches(ctx)
			if err != nil {
				return err
			}
			type line struct {
				ID        int64  `json:"id"`
				Kind      string `json:"kind"`
				State     string `json:"state"`
				Title     string `json:"title"`
				Total     int    `json:"total"`
				Waiting   int    `json:"waiting"`
				Sent      int    `json:"sent"`
				Withdrawn int    `json:"withdrawn"`
				Stuck     int    `json:"stuck"`
				Answered  int    `json:"answered"`
			}
			lines := make([]line, 0, len(all))
			for _, d := range all {
				lines = append(lines, line{d.ID, d.Kind, string(d.State), d.Title, d.Total, d.Waiting, d.Sent, d.Withdrawn, d.Stuck, d.Answered})
			}
			return s.print(lines, func(w io.Writer) error {
				table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
				for _, l := range lines {
					fmt.Fprintf(table, "%d\t%s\t%s\t%d of %d sent\t%d answered\t%s\n", l.ID, l.Kind, l.State, l.Sent, l.Total, l.Answered, l.Title)
				}
				return table.Flush()
			})
		})}
}

func (s *session) campaignRound(name, short string, run func(context.Context, *app.App) (int, error)) *cobra.Command {
	return &cobra.Command{Use: name, Short: short, Args: cobra.NoArgs, RunE: s.writes(func(ctx context.Context, a *app.App, _ []string) error {
		n, err := run(ctx, a)
		if err != nil {
			return err
		}
		return s.print(map[string]int{"queued": n}, func(w io.Writer) error {
			_, err := fmt.Fprintf(w, "%d queued\n", n)
			return err
		})
	})}
}

func (s *session) campaignTurn(name, short string, turn func(*campaign.Service, context.Context, int64) error) *cobra.Command {
	return &cobra.Command{Use: name + " SENDING", Short: short, Args: cobra.ExactArgs(1), RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		return turn(a.Campaigns, ctx, id)
	})}
}

// campaignNamed finds a campaign by number or name.
func campaignNamed(ctx context.Context, a *app.App, text string) (int64, error) {
	all, err := a.Campaigns.Campaigns(ctx)
	if err != nil {
		return 0, err
	}
	id, _ := strconv.ParseInt(text, 10, 64)
	for _, c := range all {
		if c.ID == id || strings.EqualFold(c.Name, strings.TrimSpace(text)) {
			return c.ID, nil
		}
	}
	return 0, workspace.NewFault("campaign_unknown", "campaign", text)
}

// Words gives the page's messages of an area in a language, for what Go writes itself.
func Words(area, language string) map[string]string { return messages(area, language) }
