package window

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"relais/backend/report"
	"relais/backend/share"
	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// ResultsRejected is a row that an import leaves out, and why (the code and parameters of a fault).
type ResultsRejected struct {
	Row    int            `json:"row"`
	Code   string         `json:"code"`
	Params map[string]any `json:"params"`
}

// ResultsImport is what an import would do, or did.
type ResultsImport struct {
	File      string            `json:"file"`
	New       int               `json:"new"`
	Unchanged int               `json:"unchanged"`
	Strangers int               `json:"strangers"` // new shares by people who are not in the list
	Matched   int64             `json:"matched"`   // visits of posts
	Strays    int64             `json:"strays"`    // visits that match no post
	Rejected  []ResultsRejected `json:"rejected"`  // at most 200
	More      int               `json:"more"`      // rejected rows that are not among them
	Undo      int64             `json:"undo"`      // the step that undoes it; 0 before
}

// shownRejected is how many rejected rows cross at most.
const shownRejected = 200

func (i *ResultsImport) reject(list []roster.Rejection) {
	i.Rejected = []ResultsRejected{}
	for n, r := range list {
		if n == shownRejected {
			i.More = len(list) - n
			return
		}
		params := r.Params
		if params == nil {
			params = map[string]any{}
		}
		i.Rejected = append(i.Rejected, ResultsRejected{r.Row, r.Code, params})
	}
}

// readImport reads a file that the person chose, bounded.
func readImport(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", filepath.Base(path)).Wrap(err)
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", filepath.Base(path)).Wrap(err)
	}
	if len(data) > sheet.MaxBytes {
		return nil, sheet.TooLarge(int64(len(data)))
	}
	return data, nil
}

// ImportShares reads a spreadsheet of past shares: with run it adds them, else it says what it would do.
func (r *Results) ImportShares(path string, run bool) (ResultsImport, error) {
	return call(r.w.app, "Results.ImportShares", func() (ResultsImport, error) {
		ctx, out := context.Background(), ResultsImport{File: filepath.Base(path)}
		data, err := readImport(path)
		if err != nil {
			return out, err
		}
		plan, err := report.PlanPast(ctx, r.w.app.Workspace, out.File, data)
		if err != nil {
			return out, err
		}
		out.New, out.Unchanged = len(plan.New), plan.Unchanged
		out.reject(plan.Rejected)
		rows := make([]share.PastShare, 0, len(plan.New))
		for _, row := range plan.New {
			rows = append(rows, row.PastShare)
			if row.Stranger {
				out.Strangers++
			}
		}
		if !run || len(rows) == 0 {
			return out, nil
		}
		done, err := r.w.app.Shares.ImportPast(ctx, out.File, plan.Hash, rows, nil)
		if err != nil {
			return out, err
		}
		out.Undo, err = r.lastStep("share_import", done.ID)
		return out, err
	})
}

// ImportVisits reads an export of web statistics: with run it adds the visits, else it says what it would do.
func (r *Results) ImportVisits(path string, run bool) (ResultsImport, error) {
	return call(r.w.app, "Results.ImportVisits", func() (ResultsImport, error) {
		ctx, out := context.Background(), ResultsImport{File: filepath.Base(path)}
		data, err := readImport(path)
		if err != nil {
			return out, err
		}
		plan, err := report.PlanVisits(ctx, r.w.app.Workspace, out.File, data)
		if err != nil {
			return out, err
		}
		out.New, out.Matched, out.Strays = len(plan.Visits), plan.Matched, plan.Strays
		out.reject(plan.Rejected)
		if !run {
			return out, nil
		}
		done, err := r.w.app.Shares.ImportVisits(ctx, plan.Import, plan.Visits)
		if err != nil {
			return out, err
		}
		out.Undo, err = r.lastStep("click_import", done.ID)
		return out, err
	})
}
