package cli

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// save writes a file that only its owner may read: it holds personal data.
func (s *session) save(name string, data []byte) error {
	if name == "-" {
		_, err := s.env.Out.Write(data)
		return err
	}
	if err := os.WriteFile(s.path(name), data, 0o600); err != nil {
		return workspace.NewFault("file_not_written", "file", name).Wrap(err)
	}
	return nil
}

func (s *session) staffCopy() *cobra.Command {
	var out string
	cmd := &cobra.Command{Use: "copy EMAIL --out FILE.zip", Short: "Make a person's copy of everything that is kept of them", Args: cobra.ExactArgs(1)}
	cmd.Flags().StringVar(&out, "out", "", "the ZIP to write")
	_ = cmd.MarkFlagRequired("out")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		p, err := s.find(ctx, a, args[0])
		if err != nil {
			return err
		}
		language := p.Language
		if language == "" {
			language = s.language()
		}
		data, err := a.Staff.Copy(ctx, p.ID, language)
		if err != nil {
			return err
		}
		return s.save(out, data)
	})
	return cmd
}

func (s *session) staffErase() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{Use: "erase EMAIL --yes", Short: "Erase a person for good; totals stay true", Args: cobra.ExactArgs(1)}
	cmd.Flags().BoolVar(&yes, "yes", false, "this cannot be undone")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !yes {
			return usage("erasing cannot be undone: add --yes")
		}
		return s.writes(func(ctx context.Context, a *app.App, args []string) error {
			p, err := s.find(ctx, a, args[0])
			if err != nil {
				return err
			}
			if err := a.Staff.Erase(ctx, p.ID); err != nil {
				return err
			}
			return s.print(map[string]any{"erased": true}, func(w io.Writer) error {
				_, err := fmt.Fprintln(w, "Erased. Mail that is still in the mailbox on the server, and backups made until today, are not reached from here: "+
					"delete the mail there; a restore erases the person again.")
				return err
			})
		})(cmd, args)
	}
	return cmd
}

func (s *session) staffRestrict() *cobra.Command {
	var off bool
	cmd := &cobra.Command{Use: "restrict EMAIL", Short: "Keep a person's data but use it for nothing", Args: cobra.ExactArgs(1)}
	cmd.Flags().BoolVar(&off, "off", false, "end the restriction")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.Restrict(ctx, id, !off) })
	})
	return cmd
}

func (s *session) staffMerge() *cobra.Command {
	return &cobra.Command{Use: "merge KEEP GONE", Short: "Make one person of two records, each named by an address", Args: cobra.ExactArgs(2),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			gone, err := s.find(ctx, a, args[1])
			if err != nil {
				return err
			}
			return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.Merge(ctx, id, gone.ID) })
		})}
}

func (s *session) staffExport() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{Use: "export --format csv|xlsx|vcf --out FILE", Short: "Export people, so that the same file can be imported again", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&format, "format", "csv", "csv, xlsx or vcf")
	cmd.Flags().StringVar(&out, "out", "-", "the file to write; standard output where left out")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		data, err := a.Staff.Export(ctx, format, s.language(), staff.Filter{})
		if err != nil {
			return err
		}
		return s.save(out, data)
	})
	return cmd
}

type importLine struct {
	ID        int64  `json:"id"`
	File      string `json:"file"`
	At        string `json:"at"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Rejected  int    `json:"rejected"`
	Undone    bool   `json:"undone"`
}

func (s *session) staffImports() *cobra.Command {
	return &cobra.Command{Use: "imports", Short: "List the imports, newest first", Args: cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Staff.Imports(ctx)
			if err != nil {
				return err
			}
			lines := make([]importLine, 0, len(all))
			for _, i := range all {
				at := i.At
				lines = append(lines, importLine{i.ID, i.FileName, at.RFC3339(), i.Added, i.Changed, i.Unchanged, i.Rejected, i.Undone})
			}
			return s.print(lines, func(w io.Writer) error {
				for _, l := range lines {
					fmt.Fprintln(w, printable(fmt.Sprintf("%4d  %s  %s: %d new, %d changed, %d rejected", l.ID, l.At, l.File, l.New, l.Changed, l.Rejected)))
				}
				return nil
			})
		})}
}

func (s *session) staffUndoImport() *cobra.Command {
	return &cobra.Command{Use: "undo-import", Short: "Take the last import back, where nothing has happened to it since", Args: cobra.NoArgs,
		RunE: s.writes(func(ctx context.Context, a *app.App, _ []string) error {
			all, err := a.Staff.Imports(ctx)
			if err != nil {
				return err
			}
			for _, i := range all {
				if i.Undone {
					continue
				}
				out, err := a.Staff.UndoImport(ctx, i.ID)
				if err != nil {
					return err
				}
				return s.print(map[string]any{"removed": out.Removed, "restored": out.Restored, "kept": len(out.Kept)}, func(w io.Writer) error {
					_, err := fmt.Fprintf(w, "%d removed, %d restored, %d kept because something happened with them since\n", out.Removed, out.Restored, len(out.Kept))
					return err
				})
			}
			return workspace.NewFault("undo_gone")
		})}
}
