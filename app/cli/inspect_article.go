package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"relais/backend/extract"
	"relais/backend/workspace"
)

type inspectedArticle struct {
	File         string `json:"file"`
	Title        string `json:"title"`
	Byline       string `json:"byline"`
	SiteName     string `json:"site_name"`
	Language     string `json:"language"`
	PublishedAt  string `json:"published_at"`
	Excerpt      string `json:"excerpt"`
	Image        string `json:"image"`
	CanonicalURL string `json:"canonical_url"`
	Kind         string `json:"kind"`
	Text         string `json:"text"`
	HTML         string `json:"html"`
}

// inspectArticle is `relais inspect article FILE...`.
func (s *session) inspectArticle() *cobra.Command {
	return &cobra.Command{
		Use:   "article FILE...",
		Short: "Show how a saved page is read",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			x := extract.New()
			return s.eachFile(cmd.Context(), args, extract.MaxBytes, func(name string, body []byte) (any, error) {
				a, err := x.Extract(extract.Page{Body: body})
				if err != nil && !errors.Is(err, extract.ErrEmpty) {
					return nil, workspace.NewFault("page_unreadable", "file", name).Wrap(err)
				}
				return inspectedArticle{
					File: name, Title: a.Title, Byline: a.Byline, SiteName: a.SiteName, Language: a.Language, PublishedAt: a.Published.String(),
					Excerpt: a.Excerpt, Image: a.Image, CanonicalURL: a.CanonicalURL, Kind: a.Kind, Text: a.Text, HTML: a.HTML,
				}, nil
			})
		},
	}
}
