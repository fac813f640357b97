package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
)

func (s *session) postDuplicate() *cobra.Command {
	var template bool
	cmd := &cobra.Command{Use: "duplicate POST", Short: "Copy a post as a new draft, or as a template", Args: cobra.ExactArgs(1)}
	cmd.Flags().BoolVar(&template, "template", false, "as a template")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		p, err := a.Posts.Duplicate(ctx, id, template)
		if err != nil {
			return err
		}
		return s.printPost(a, p)
	})
	return cmd
}

func (s *session) postPropose() *cobra.Command {
	var target, tone string
	cmd := &cobra.Command{
		Use: "propose POST --network NETWORK[:LANGUAGE]", Args: cobra.ExactArgs(1),
		Short: "Let the firm's language model propose a text, from the article alone",
		Long: "Let the language model that is set up in Settings propose a text, from the article alone. It is added to the draft and\n" +
			"has to be changed by a person before the post can be approved.",
	}
	cmd.Flags().StringVar(&target, "network", "linkedin", "for which network, and in which language")
	cmd.Flags().StringVar(&tone, "tone", "", "in which tone")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		on, language, _ := strings.Cut(target, ":")
		wording, err := a.Posts.Propose(ctx, id, on, strings.ToLower(language), tone)
		if err != nil {
			return err
		}
		p, err := a.Posts.Get(ctx, id)
		if err != nil {
			return err
		}
		c := p.Content()
		c.Variants = append(c.Variants, wording)
		if p, err = a.Posts.Save(ctx, id, c); err != nil {
			return err
		}
		return s.printPost(a, p)
	})
	return cmd
}
