package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/workspace"
)

// postFlags are what can be said of a post.
type postFlags struct {
	article                                                 int64
	kind, title, angle, link, expires, campaign, disclosure string
	networks, topics, tags                                  []string
	utm, picture, alt                                       string
	set                                                     func(name string) bool
}

func (f *postFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.Int64Var(&f.article, "article", 0, "number of the article that it is drawn from")
	flags.StringVar(&f.kind, "kind", "", "give (serves the reader) or ask (serves the company); from the article where left out")
	flags.StringVar(&f.title, "title", "", "what it is about, as the recipient reads it")
	flags.StringVar(&f.angle, "angle", "", "something to say about it in one's own words")
	flags.StringVar(&f.link, "link", "", "address that is shared; the article's where left out")
	flags.StringArrayVar(&f.networks, "network", nil, "the words for a network, as NETWORK=TEXT, NETWORK:LANGUAGE=TEXT or NETWORK:LANGUAGE:TONE=TEXT; may be repeated")
	flags.StringArrayVar(&f.topics, "topic", nil, "topic, by name; may be repeated")
	flags.StringArrayVar(&f.tags, "tag", nil, "hashtag; may be repeated")
	flags.StringVar(&f.expires, "expires", "", "last day on which it is offered, YYYY-MM-DD")
	flags.StringVar(&f.campaign, "campaign", "", "campaign, by number or name")
	flags.StringVar(&f.disclosure, "disclosure", "", "hashtag that says 'I work there'; the company's where left out")
	flags.StringVar(&f.utm, "utm", "", "campaign tags for links, with {network}, {post} and {kind}; 'none' for none")
	flags.StringVar(&f.picture, "picture", "", "address of a picture to go with it")
	flags.StringVar(&f.alt, "alt", "", "what the picture shows, for who does not see it")
	f.set = flags.Changed
}

// apply puts what was said into a content.
func (f *postFlags) apply(ctx context.Context, a *app.App, c *post.Content) error {
	for name, field := range map[string]*string{"title": &c.Title, "angle": &c.Angle, "link": &c.Link, "expires": &c.ExpiresOn, "disclosure": &c.Disclosure, "picture": &c.Picture, "alt": &c.PictureAlt} {
		if f.set(name) {
			*field = map[string]string{"title": f.title, "angle": f.angle, "link": f.link, "expires": f.expires, "disclosure": f.disclosure, "picture": f.picture, "alt": f.alt}[name]
		}
	}
	if f.set("kind") {
		c.Kind = post.Kind(f.kind)
	}
	if f.set("utm") {
		c.UTM = strings.TrimPrefix(f.utm, "none")
	}
	if f.set("tag") {
		c.Tags = f.tags
	}
	if f.set("network") {
		c.Variants = nil
		for _, text := range f.networks {
			w, err := wording(text)
			if err != nil {
				return err
			}
			c.Variants = append(c.Variants, w)
		}
	}
	if f.set("topic") {
		c.Topics = nil
		for _, name := range f.topics {
			id, err := a.Staff.EnsureTopic(ctx, name)
			if err != nil {
				return err
			}
			c.Topics = append(c.Topics, id)
		}
	}
	if f.set("campaign") {
		id, err := campaignNamed(ctx, a, f.campaign)
		if err != nil {
			return err
		}
		c.CampaignID = &id
	}
	return nil
}

// wording reads NETWORK[:LANGUAGE[:TONE]]=TEXT. A literal \n in TEXT stands for a line end, as scripts write it.
func wording(text string) (post.Wording, error) {
	head, words, ok := strings.Cut(text, "=")
	if !ok {
		return post.Wording{}, usage("--network %q lacks its text: write NETWORK=TEXT", text)
	}
	parts := strings.SplitN(head, ":", 3)
	id, known := network.Parse(parts[0])
	if !known {
		return post.Wording{}, workspace.NewFault("network_unknown", "network", parts[0])
	}
	w := post.Wording{Network: string(id), Text: strings.ReplaceAll(words, `\n`, "\n")}
	if len(parts) > 1 {
		w.Language = strings.ToLower(parts[1])
	}
	if len(parts) > 2 {
		w.Tone = parts[2]
	}
	return w, nil
}
