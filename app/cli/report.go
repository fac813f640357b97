package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/report"
	"relais/backend/workspace"
)

// reportCommand is `relais report --format pdf|xlsx|csv|json --out FILE`.
func (s *session) reportCommand() *cobra.Command {
	var f report.Filter
	var format, out, language string
	cmd := &cobra.Command{Use: "report", Short: "Write the report for management", Args: cobra.NoArgs}
	flags := cmd.Flags()
	flags.StringVar(&format, "format", "", "pdf, xlsx, csv or json; from the file's name where left out")
	flags.StringVar(&out, "out", "", "file to write; - is standard output")
	flags.StringVar(&language, "language", "", "fr or en; the language of the environment where left out")
	flags.StringVar(&f.From, "from", "", "first day, YYYY-MM-DD; the first day of all where left out")
	flags.StringVar(&f.To, "to", "", "last day, YYYY-MM-DD; today where left out")
	flags.StringVar(&f.Department, "department", "", "one department only")
	flags.StringVar(&f.Network, "network", "", "one network only")
	flags.StringVar(&f.Objective, "objective", "", "employer_brand, referral, visibility, traffic or business")
	flags.Int64Var(&f.Campaign, "campaign", 0, "one campaign only, by its number")
	flags.Int64Var(&f.Topic, "topic", 0, "one topic only, by its number")
	run := s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		data, err := a.Reports.Export(ctx, f, format, language)
		if err != nil {
			return err
		}
		return s.write(out, data)
	})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if format == "" {
			format = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
		}
		if format == "" && s.json {
			format = report.JSON
		}
		if out == "" && format == report.JSON {
			out = "-"
		}
		if out == "" {
			return usage("report needs --out FILE")
		}
		if !slices.Contains(report.Formats(), format) {
			return usage("report needs --format pdf, xlsx, csv or json")
		}
		if language == "" {
			language = s.language()
		}
		if language != "fr" && language != "en" {
			return usage("report is written in --language fr or en")
		}
		return run(cmd, args)
	}
	return cmd
}

// write puts data into a file as a whole, or not at all: a full disk leaves what
// was there before.
func (s *session) write(name string, data []byte) error {
	if name == "-" {
		_, err := s.env.Out.Write(data)
		return err
	}
	path := s.path(name)
	fault := func(err error) error { return workspace.NewFault("file_not_written", "file", name).Wrap(err) }
	part, err := os.CreateTemp(filepath.Dir(path), ".relais-*")
	if err != nil {
		return fault(err)
	}
	defer func() { _ = os.Remove(part.Name()) }()
	if _, err := part.Write(data); err != nil {
		_ = part.Close()
		return fault(err)
	}
	if err := part.Close(); err != nil {
		return fault(err)
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return fault(err)
	}
	return s.print(map[string]any{"file": path, "bytes": len(data)}, func(w io.Writer) error {
		_, err := fmt.Fprintln(w, path)
		return err
	})
}
