package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
)

type coverageLine struct {
	ID       int64  `json:"id"`
	Name     string `json:"name"`
	Declared int    `json:"declared"`
	Proposed int    `json:"proposed"`
	Members  int    `json:"members"`
	Articles int    `json:"articles"`
}

func (s *session) staffTopics() *cobra.Command {
	return &cobra.Command{Use: "topics", Short: "Which topics people know, and which have nobody or no article", Args: cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Staff.Coverage(ctx)
			if err != nil {
				return err
			}
			lines := make([]coverageLine, 0, len(all))
			for _, c := range all {
				lines = append(lines, coverageLine{c.TopicID, c.Name, c.Declared, c.Proposed, c.Members, c.Articles})
			}
			return s.print(lines, func(w io.Writer) error {
				for _, l := range lines {
					fmt.Fprintln(w, printable(fmt.Sprintf("%-32s %3d declare it, %3d proposed, %3d take part, %4d articles", l.Name, l.Declared, l.Proposed, l.Members, l.Articles)))
				}
				return nil
			})
		})}
}

func (s *session) staffTopic() *cobra.Command {
	var refuse, forget bool
	cmd := &cobra.Command{Use: "topic EMAIL TOPIC", Short: "Note that a person knows a topic, or wants nothing on it", Args: cobra.ExactArgs(2)}
	cmd.Flags().BoolVar(&refuse, "refuse", false, "they want nothing on it")
	cmd.Flags().BoolVar(&forget, "forget", false, "forget what was noted")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		stance := staff.Declared
		switch {
		case refuse:
			stance = staff.RefusedTop
		case forget:
			stance = ""
		}
		return s.change(ctx, a, args[0], func(id int64) error {
			topic, err := a.Staff.EnsureTopic(ctx, args[1])
			if err != nil {
				return err
			}
			return a.Staff.SetTopic(ctx, id, topic, stance, "")
		})
	})
	return cmd
}

type departmentLine struct {
	Name    string `json:"name"`
	People  int64  `json:"people"`
	Members int64  `json:"members"`
}

func (s *session) staffDepartments() *cobra.Command {
	var on string
	cmd := &cobra.Command{Use: "departments", Short: "Departments with their people, today or on a day", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&on, "on", "", "headcount of that day, YYYY-MM-DD")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		all, err := a.Staff.Departments(ctx)
		if err != nil {
			return err
		}
		var then staff.Headcount
		if on != "" {
			if then, err = a.Staff.HeadcountOn(ctx, on); err != nil {
				return err
			}
		}
		lines := make([]departmentLine, 0, len(all))
		for _, d := range all {
			l := departmentLine{d.Name, d.People, d.Members}
			if on != "" {
				l.People = then.ByDepartment[d.ID]
			}
			lines = append(lines, l)
		}
		return s.print(lines, func(w io.Writer) error {
			for _, l := range lines {
				fmt.Fprintln(w, printable(fmt.Sprintf("%-32s %4d people", l.Name, l.People)))
			}
			return nil
		})
	})
	return cmd
}
