package cli

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"time"

	"github.com/spf13/cobra"

	"relais/backend/source"
	"relais/backend/workspace"
)

type inspectedFeed struct {
	File  string          `json:"file"`
	Title string          `json:"title"`
	Type  string          `json:"type"`
	Items []inspectedItem `json:"items"`
}

type inspectedItem struct {
	Title       string `json:"title"`
	URL         string `json:"url"`
	PublishedAt string `json:"published_at"`
	Author      string `json:"author"`
	Summary     string `json:"summary"`
}

// inspectFeed is `relais inspect feed FILE...`.
func (s *session) inspectFeed() *cobra.Command {
	return &cobra.Command{
		Use:   "feed FILE...",
		Short: "Show how a feed is read",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return s.eachFile(cmd.Context(), args, source.MaxFeedBytes+1, func(name string, body []byte) (any, error) {
				f, err := source.ReadFeed(body, "", "")
				if err != nil {
					return nil, source.FeedFault(name, err)
				}
				out := inspectedFeed{File: name, Title: f.Title, Type: f.Type, Items: []inspectedItem{}}
				for _, i := range f.Items {
					at := ""
					if !i.Published.IsZero() {
						at = i.Published.Format(time.RFC3339)
					}
					out.Items = append(out.Items, inspectedItem{i.Title, i.URL, at, i.Author, i.Summary})
				}
				return out, nil
			})
		},
	}
}

// eachFile reads each file (or standard input for "-") up to limit bytes and
// prints what look makes of it, one line of JSON a file. A file that cannot be
// read is told on standard error; the others are read all the same.
func (s *session) eachFile(ctx context.Context, names []string, limit int64, look func(name string, body []byte) (any, error)) error {
	enc := json.NewEncoder(s.env.Out)
	enc.SetEscapeHTML(false)
	var failed []error
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		body, err := s.bytesOf(name, limit)
		if err == nil {
			var line any
			if line, err = look(name, body); err == nil {
				err = enc.Encode(line)
			}
		}
		if err != nil {
			failed = append(failed, err)
		}
	}
	for _, err := range failed[:max(0, len(failed)-1)] {
		s.complain(err)
	}
	if len(failed) > 0 {
		return failed[len(failed)-1]
	}
	return nil
}

// bytesOf gives a file's first limit bytes.
func (s *session) bytesOf(name string, limit int64) ([]byte, error) {
	from := s.env.In
	if name != "-" {
		f, err := s.openFile(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	body, err := io.ReadAll(io.LimitReader(from, limit))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(errors.Unwrap(err))
	}
	return body, nil
}
