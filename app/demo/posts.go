package demo

import (
	"context"
	"fmt"
	"strings"

	"relais/app/demo/company"
	"relais/backend/campaign"
	"relais/backend/network"
	"relais/backend/post"
)

// givesPerTopic is how many articles of a topic and language become gives.
const givesPerTopic = 2

// The asks of the sample: a job offer in each language.
var offers = map[string]string{"fr": "fr/offre-technicien-lille", "en": "en/job-embedded-bristol"}

// digest drafts the gives, has them approved and sends each advocate those of
// their own field.
func (s *stage) digest(ctx context.Context) error {
	count := map[string]int{}
	gives := 0
	for _, a := range s.site.All() {
		key := a.Language + "/" + a.Topic
		if a.Kind != company.KindArticle || count[key] == givesPerTopic {
			continue
		}
		kept, err := s.count(ctx, "SELECT COUNT(*) FROM article WHERE id = ? AND state = 'kept'", s.ids[a.Slug])
		if err != nil {
			return err
		}
		if kept == 0 {
			continue
		}
		if _, err := s.publish(ctx, a); err != nil {
			return err
		}
		count[key]++
		gives++
	}
	s.step("%d posts drafted from articles, with a text a network, and approved", gives)
	sent, err := s.app.Campaigns.DigestNow(ctx, campaign.DigestRules{On: true, EveryDays: 30, Most: 3})
	if err != nil {
		return err
	}
	if err := s.exchange(ctx); err != nil {
		return err
	}
	s.step("%d digests sent, each on its reader's own topics, and answered", sent)
	return nil
}

// publish drafts a post from an article and approves it.
func (s *stage) publish(ctx context.Context, a company.Article) (post.Full, error) {
	content, err := s.app.Posts.FromArticle(ctx, s.ids[a.Slug])
	if err != nil {
		return post.Full{}, err
	}
	content.Angle = angle(a)
	content.Variants = variants(a, content)
	full, err := s.app.Posts.Create(ctx, content)
	if err != nil {
		return full, err
	}
	for _, w := range s.app.Posts.Check(full) {
		if w.Blocking {
			return full, fmt.Errorf("demo: the post %q is not ready: %s", full.Title, w.Code)
		}
	}
	return full, s.app.Posts.Approve(ctx, full.ID)
}

func angle(a company.Article) string {
	if a.Kind == company.KindOffer {
		return map[string]string{
			"fr": "Dites à qui ce poste irait, et ce que vous aimez dans cette équipe.",
			"en": "Say whom this job would suit, and what you like about the team.",
		}[a.Language]
	}
	return map[string]string{
		"fr": "Qu'avez-vous vu de semblable dans votre propre travail ?",
		"en": "What have you seen of this in your own work?",
	}[a.Language]
}

// variants are the words by network, long where there is room and short
// elsewhere; two of each, so that colleagues do not post the same words.
func variants(a company.Article, c post.Content) []post.Wording {
	tags := company.Hashtag + " " + strings.Join(hashed(c.Tags), " ")
	long := []string{a.Lead + "\n\n" + a.Title + "\n" + tags, opening(a) + "\n\n" + tags}
	short := []string{a.Title + "\n" + company.Hashtag, a.Lead + "\n" + company.Hashtag}
	out := []post.Wording{}
	for _, v := range []struct {
		on    network.ID
		texts []string
	}{
		{network.LinkedIn, long}, {network.Facebook, long}, {network.Mastodon, short}, {network.X, short}, {network.Bluesky, short},
	} {
		for _, text := range v.texts {
			out = append(out, post.Wording{Network: string(v.on), Language: a.Language, Tone: "neutral", Text: strings.TrimSpace(text)})
		}
	}
	return out
}

// opening is the article's first paragraph, which says it in other words than
// its lead.
func opening(a company.Article) string {
	for _, b := range a.Body {
		if b.Kind == "p" {
			return b.Text
		}
	}
	return a.Title
}

func hashed(tags []string) []string {
	out := []string{}
	for _, tag := range tags {
		out = append(out, "#"+strings.TrimPrefix(tag, "#"))
	}
	return out
}

// ask puts one job offer to the advocates of each language.
func (s *stage) ask(ctx context.Context) error {
	for _, language := range []string{"fr", "en"} {
		a, err := s.site.Article(offers[language])
		if err != nil {
			return err
		}
		full, err := s.publish(ctx, a)
		if err != nil {
			return err
		}
		_, candidates, err := s.app.Campaigns.Audience(ctx, full.ID)
		if err != nil {
			return err
		}
		chosen := []int64{}
		for _, c := range candidates {
			if c.Possible() && c.Language == language {
				chosen = append(chosen, c.ID)
			}
		}
		out, err := s.app.Campaigns.Send(ctx, campaign.Plan{PostID: full.ID, Staff: chosen})
		if err != nil {
			return err
		}
		s.step("%q sent to %d advocates", a.Title, len(out.Queued))
	}
	return s.exchange(ctx)
}
