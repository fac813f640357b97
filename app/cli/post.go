package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/workspace"
)

// postLine is a post as `relais post … --json` prints it.
type postLine struct {
	ID         int64         `json:"id"`
	Kind       string        `json:"kind"`
	State      string        `json:"state"`
	Title      string        `json:"title"`
	Angle      string        `json:"angle"`
	Link       string        `json:"link"`
	ArticleID  *int64        `json:"article"`
	Campaign   string        `json:"campaign"`
	Topics     []string      `json:"topics"`
	Tags       []string      `json:"tags"`
	Disclosure string        `json:"disclosure"`
	ExpiresOn  string        `json:"expires_on"`
	Variants   []variantLine `json:"variants"`
	Warnings   []warningLine `json:"warnings"`
}

type variantLine struct {
	ID       int64  `json:"id"`
	Network  string `json:"network"`
	Language string `json:"language"`
	Tone     string `json:"tone"`
	Text     string `json:"text"`
	Count    int    `json:"count"` // by the network's own rule, link included
	Limit    int    `json:"limit"` // 0 where none is known
}

type warningLine struct {
	Code     string `json:"code"`
	Blocking bool   `json:"blocking"`
	Network  string `json:"network,omitempty"`
	Have     int    `json:"have,omitempty"`
	Limit    int    `json:"limit,omitempty"`
	Text     string `json:"text,omitempty"`
}

func wirePost(a *app.App, p post.Full) postLine {
	line := postLine{
		ID: p.ID, Kind: string(p.Kind), State: string(p.State), Title: p.Title, Angle: p.Angle, Link: p.Link, ArticleID: p.ArticleID,
		Campaign: p.Campaign, Topics: []string{}, Tags: p.TagList, Disclosure: p.Disclosure, Variants: []variantLine{}, Warnings: []warningLine{},
	}
	if p.ExpiresOn != nil {
		line.ExpiresOn = *p.ExpiresOn
	}
	for _, t := range p.Topics {
		line.Topics = append(line.Topics, t.Name)
	}
	for _, v := range p.Variants {
		text, _ := post.Render(p.Post, v, post.Sample())
		m := network.Measure(network.ID(v.Network), text)
		line.Variants = append(line.Variants, variantLine{v.ID, v.Network, v.Language, v.Tone, v.Text, m.Count, m.Limit})
	}
	for _, w := range a.Posts.Check(p) {
		line.Warnings = append(line.Warnings, warningLine{w.Code, w.Blocking, w.Network, w.Have, w.Limit, w.Text})
	}
	return line
}

// postGroup is `relais post new|edit|show|list|submit|approve|withdraw|archive|duplicate|propose`.
func (s *session) postGroup() *cobra.Command {
	group := &cobra.Command{Use: "post", Short: "Draft, look at and approve posts"}
	group.AddCommand(s.postNew(), s.postEdit(), s.postShow(), s.postList(),
		s.postMove("submit", "Hand drafts over for approval", (*post.Service).Submit),
		s.postMove("approve", "Approve posts, so that they can be sent", (*post.Service).Approve),
		s.postMove("withdraw", "Make submitted or approved posts drafts again", (*post.Service).Withdraw),
		s.postMove("archive", "Put posts away", (*post.Service).Archive), s.postDuplicate(), s.postPropose())
	return group
}

func (s *session) postNew() *cobra.Command {
	var f postFlags
	cmd := &cobra.Command{
		Use: "new [ARTICLE]", Short: "Draft a post, from an article or without", Args: cobra.MaximumNArgs(1),
		Example: `  relais post new --article 12 --network linkedin="Our workshop in three pictures." --network x:fr="L’atelier en trois images."`,
	}
	f.register(cmd)
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		if len(args) == 1 {
			id, err := number(args[0])
			if err != nil {
				return err
			}
			f.article = id
		}
		c, err := s.newContent(ctx, a, &f)
		if err != nil {
			return err
		}
		p, err := a.Posts.Create(ctx, c)
		if err != nil {
			return err
		}
		return s.printPost(a, p)
	})
	return cmd
}

func (s *session) newContent(ctx context.Context, a *app.App, f *postFlags) (post.Content, error) {
	c, err := a.Posts.Blank(ctx)
	if f.article != 0 {
		c, err = a.Posts.FromArticle(ctx, f.article)
	}
	if err != nil {
		return c, err
	}
	if f.article == 0 && f.title == "" {
		return c, usage("a post needs --article or --title")
	}
	if err := f.apply(ctx, a, &c); err != nil {
		return c, err
	}
	if len(c.Variants) == 0 { // something to start from: the title, and what the firm's hashtag is
		text := c.Title
		for _, tag := range append(append([]string{}, c.Tags...), strings.TrimPrefix(c.Disclosure, "#")) {
			if tag != "" {
				text += " #" + tag
			}
		}
		c.Variants = []post.Wording{{Network: string(network.LinkedIn), Text: text}}
	}
	return c, nil
}

func (s *session) postEdit() *cobra.Command {
	var f postFlags
	cmd := &cobra.Command{Use: "edit POST", Short: "Change a post; what stood there stays in its history", Args: cobra.ExactArgs(1)}
	f.register(cmd)
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		p, err := a.Posts.Get(ctx, id)
		if err != nil {
			return err
		}
		c := p.Content()
		if err := f.apply(ctx, a, &c); err != nil {
			return err
		}
		if p, err = a.Posts.Save(ctx, id, c); err != nil {
			return err
		}
		return s.printPost(a, p)
	})
	return cmd
}

func (s *session) postShow() *cobra.Command {
	return &cobra.Command{Use: "show POST", Short: "Show a post with its variants and warnings", Args: cobra.ExactArgs(1),
		RunE: s.reads(func(ctx context.Context, a *app.App, args []string) error {
			id, err := number(args[0])
			if err != nil {
				return err
			}
			p, err := a.Posts.Get(ctx, id)
			if err != nil {
				return err
			}
			return s.printPost(a, p)
		})}
}

func (s *session) postList() *cobra.Command {
	var f post.Filter
	var state string
	cmd := &cobra.Command{Use: "list", Short: "List posts, the last changed first", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&state, "state", "", "draft, submitted, approved, archived or expired")
	cmd.Flags().BoolVar(&f.Template, "templates", false, "templates instead of posts")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		f.State = post.State(state)
		all, err := a.Posts.List(ctx, f)
		if err != nil {
			return err
		}
		lines := make([]postLine, 0, len(all))
		for _, p := range all {
			lines = append(lines, wirePost(a, p))
		}
		return s.print(lines, func(w io.Writer) error {
			table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
			for _, l := range lines {
				fmt.Fprintf(table, "%d\t%s\t%s\t%s\n", l.ID, l.State, l.Kind, l.Title)
			}
			return table.Flush()
		})
	})
	return cmd
}

// postMove is a command that changes the state of posts.
func (s *session) postMove(name, short string, move func(*post.Service, context.Context, int64) error) *cobra.Command {
	var by string
	cmd := &cobra.Command{Use: name + " POST...", Short: short, Args: cobra.MinimumNArgs(1)}
	cmd.Flags().StringVar(&by, "by", "", "who does it, where a second pair of eyes is asked for")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		if by != "" {
			ctx = workspace.WithActor(ctx, by)
		}
		lines := []postLine{}
		for _, arg := range args {
			id, err := number(arg)
			if err != nil {
				return err
			}
			if err := move(a.Posts, ctx, id); err != nil {
				return err
			}
			p, err := a.Posts.Get(ctx, id)
			if err != nil {
				return err
			}
			lines = append(lines, wirePost(a, p))
		}
		return s.print(lines, func(w io.Writer) error {
			for _, l := range lines {
				fmt.Fprintf(w, "%d\t%s\t%s\n", l.ID, l.State, l.Title)
			}
			return nil
		})
	})
	return cmd
}

func (s *session) printPost(a *app.App, p post.Full) error {
	line := wirePost(a, p)
	return s.print(line, func(w io.Writer) error {
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\n", line.ID, line.State, line.Kind, line.Title)
		for _, v := range line.Variants {
			fmt.Fprintf(w, "  %s %s %d/%d: %s\n", v.Network, v.Language, v.Count, v.Limit, strings.ReplaceAll(v.Text, "\n", " / "))
		}
		for _, warning := range line.Warnings {
			fmt.Fprintf(w, "  ! %s %s %s\n", warning.Code, warning.Network, warning.Text)
		}
		return nil
	})
}

func number(text string) (int64, error) {
	id, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64)
	if err != nil || id <= 0 {
		return 0, usage("%q is not a number; the lists show it in the first column", text)
	}
	return id, nil
}
