package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/network"
	"relais/backend/staff"
	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// importResult is what `import staff --json` ends with.
type importResult struct {
	New       int              `json:"new"`
	Changed   int              `json:"changed"`
	Unchanged int              `json:"unchanged"`
	Rejected  []importRejected `json:"rejected"`
}

// importRejected is a row that was not taken, by its number in the spreadsheet.
type importRejected struct {
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// importStaffFlags correct what was recognised.
type importStaffFlags struct {
	preview   bool
	sheet     string
	columns   []string
	bringBack []string
}

func (s *session) importStaff() *cobra.Command {
	var f importStaffFlags
	cmd := &cobra.Command{
		Use:   "staff FILE",
		Short: "Bring in people from a CSV, XLSX or vCard file",
		Long: "Bring in people from a CSV, XLSX or vCard file. What can be read is taken in at once, the rest is rejected with\n" +
			"its row number and a reason. The same file again changes nothing; 'relais staff undo-import' takes an import back.",
		Args: cobra.ExactArgs(1),
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.preview, "preview", false, "say what would happen and change nothing")
	flags.StringVar(&f.sheet, "sheet", "", "sheet of the workbook to read")
	flags.StringSliceVar(&f.columns, "column", nil, "what a column is, as LETTER=FIELD: C=job, D=audience:linkedin, E= for none")
	flags.StringSliceVar(&f.bringBack, "bring-back", nil, "address of an erased person who asked to be back")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		options, err := f.options()
		if err != nil {
			return err
		}
		run := func(ctx context.Context, a *app.App, args []string) error {
			return s.runImportStaff(ctx, a, args[0], options, f.preview)
		}
		if f.preview {
			return s.reads(run)(cmd, args)
		}
		return s.writes(run)(cmd, args)
	}
	return cmd
}

func (f importStaffFlags) options() (staff.ImportOptions, error) {
	o := staff.ImportOptions{BringBack: map[string]bool{}}
	o.Sheet = f.sheet
	o.Fields = map[int]roster.Column{}
	for _, a := range f.bringBack {
		o.BringBack[staff.AddressKey(a)] = true
	}
	for _, text := range f.columns {
		letters, name, found := strings.Cut(text, "=")
		index, ok := sheet.ColumnIndex(letters)
		if !found || !ok {
			return o, usage("--column wants LETTER=FIELD, not %q", text)
		}
		field, net, _ := strings.Cut(name, ":")
		id, _ := network.Parse(net)
		if !roster.Known(roster.Field(field)) || net != "" && id == "" {
			return o, usage("--column knows no field %q", name)
		}
		o.Fields[index] = roster.Column{Index: index, Field: roster.Field(field), Network: id}
	}
	return o, nil
}

func (s *session) runImportStaff(ctx context.Context, a *app.App, name string, o staff.ImportOptions, preview bool) error {
	data, err := s.readBounded(name)
	if err != nil {
		return err
	}
	var plan staff.Plan
	if preview {
		plan, err = a.Staff.PlanImport(ctx, name, data, o)
	} else {
		plan, _, err = a.Staff.Import(ctx, name, data, o)
	}
	if err != nil {
		return err
	}
	out := importResult{plan.New, plan.Changed, plan.Unchanged, []importRejected{}}
	for _, r := range plan.Rejected {
		out.Rejected = append(out.Rejected, importRejected{r.Row, Sentence(&workspace.Fault{Code: r.Code, Params: r.Params}, s.language())})
	}
	if s.json {
		enc := json.NewEncoder(s.env.Out) // one line, so that the last line of the output is the result
		enc.SetEscapeHTML(false)
		return enc.Encode(out)
	}
	return s.writeImport(s.env.Out, plan, out, preview)
}

// readBounded refuses a file that is too large before reading it.
func (s *session) readBounded(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(io.LimitReader(s.env.In, sheet.MaxBytes+1))
	}
	info, err := os.Stat(s.path(name))
	if err != nil || info.IsDir() {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	if info.Size() > sheet.MaxBytes {
		return nil, sheet.TooLarge(info.Size())
	}
	f, err := s.openFile(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	return data, nil
}

func (s *session) writeImport(w io.Writer, plan staff.Plan, out importResult, preview bool) error {
	if preview {
		for _, r := range plan.Rows {
			line := fmt.Sprintf("%5d  %-9s  %s <%s>", r.Row, r.Kind, r.Name, r.Address)
			for _, c := range r.Changes {
				line += fmt.Sprintf("; %s: %s -> %s", c.Field, quoted(c.Before), quoted(c.After))
			}
			fmt.Fprintln(w, printable(line))
		}
	}
	for _, r := range out.Rejected {
		fmt.Fprintf(w, "%5d  rejected   %s\n", r.Row, printable(r.Reason))
	}
	for _, n := range plan.Notes {
		fmt.Fprintf(w, "%5d  note       %s\n", n.Row, printable(Sentence(&workspace.Fault{Code: n.Code, Params: n.Params}, s.language())))
	}
	_, err := fmt.Fprintf(w, "%d new, %d changed, %d unchanged, %d rejected\n", out.New, out.Changed, out.Unchanged, len(out.Rejected))
	return err
}

func quoted(text string) string {
	if text == "" {
		return "(nothing)"
	}
	return strconv.Quote(text)
}

// printable keeps what a file holds from steering the terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 {
			return ' '
		}
		return r
	}, text)
}
