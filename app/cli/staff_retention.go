package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
)

type retentionResult struct {
	PeopleMonths int      `json:"people_months"`
	MailMonths   int      `json:"mail_months"`
	People       []string `json:"people"`
	Messages     int64    `json:"messages"`
	Inbound      int64    `json:"inbound"`
	Applied      bool     `json:"applied"`
}

func (s *session) staffRetention() *cobra.Command {
	var people, mail int
	var run bool
	cmd := &cobra.Command{Use: "retention", Short: "How long things are kept, and what would be erased today", Args: cobra.NoArgs}
	cmd.Flags().IntVar(&people, "people-months", -1, "erase people this many months after they left the firm; 0 never")
	cmd.Flags().IntVar(&mail, "mail-months", -1, "erase the text of mail after this many months; 0 never")
	cmd.Flags().BoolVar(&run, "run", false, "erase now what the rules say")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, _ []string) error {
		r, err := a.Staff.Retention(ctx)
		if err != nil {
			return err
		}
		if people >= 0 || mail >= 0 {
			if people >= 0 {
				r.PeopleMonths = people
			}
			if mail >= 0 {
				r.MailMonths = mail
			}
			if err := a.Staff.SetRetention(ctx, r); err != nil {
				return err
			}
		}
		act := func(ctx context.Context) (staff.Expiring, error) { return a.Staff.PreviewRetention(ctx, r) }
		if run {
			act = a.Staff.ApplyRetention
		}
		found, err := act(ctx)
		if err != nil {
			return err
		}
		return s.printRetention(r, found, run)
	})
	return cmd
}

func (s *session) printRetention(r staff.Retention, found staff.Expiring, run bool) error {
	out := retentionResult{r.PeopleMonths, r.MailMonths, []string{}, found.Messages, found.Inbound, run}
	if !run {
		for _, p := range found.People {
			out.People = append(out.People, p.Name)
		}
	}
	return s.print(out, func(w io.Writer) error {
		for _, name := range out.People {
			fmt.Fprintln(w, "would be erased: "+printable(name))
		}
		_, err := fmt.Fprintf(w, "%d people, %d mails sent, %d mails received\n", len(found.People), found.Messages, found.Inbound)
		return err
	})
}

func (s *session) staffDocument() *cobra.Command {
	var out, language string
	cmd := &cobra.Command{Use: "document record|notice|works-council --out FILE.html", Short: "Write a document of the programme, ready to print", Args: cobra.ExactArgs(1)}
	cmd.Flags().StringVar(&out, "out", "-", "the page to write; standard output where left out")
	cmd.Flags().StringVar(&language, "language", "", "fr or en; the environment's where left out")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, args []string) error {
		if language == "" {
			language = s.language()
		}
		data, err := a.Staff.Document(ctx, args[0], language)
		if err != nil {
			return err
		}
		return s.save(out, data)
	})
	return cmd
}
