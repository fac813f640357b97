package window

import (
	"context"
	"time"

	"relais/backend/report"
	"relais/backend/workspace"
)

// Activity is who is working at this laptop, and who did what.
type Activity struct{ w *Window }

// Who is the person at the laptop, and those who may be.
type Who struct {
	Now   string   `json:"now"`
	Names []string `json:"names"`
}

// Deed is one thing that was done. Title is what the thing is called, "" where it is gone.
type Deed struct {
	ID       int64  `json:"id"`
	At       string `json:"at"`
	Actor    string `json:"actor"` // "" for the program itself, or where nobody said
	Verb     string `json:"verb"`
	Kind     string `json:"kind"`
	ThingID  int64  `json:"thingId"`
	Title    string `json:"title"`
	CanUndo  bool   `json:"canUndo"`
	UndoneAt string `json:"undoneAt"` // "" where it holds
}

// deedsPage is how many deeds are given at a time.
const deedsPage = 60

// Who gives who is working.
func (a *Activity) Who() (Who, error) {
	return call(a.w.app, "Activity.Who", func() (Who, error) {
		who, err := a.w.app.Workspace.Working(context.Background())
		return Who(who), err
	})
}

// Work says who is working from now on; "" is nobody in particular.
func (a *Activity) Work(name string) (Who, error) {
	return a.change("Activity.Work", func(ctx context.Context) error { return a.w.app.Workspace.Work(ctx, name) })
}

// Forget takes a name from the choice.
func (a *Activity) Forget(name string) (Who, error) {
	return a.change("Activity.Forget", func(ctx context.Context) error { return a.w.app.Workspace.ForgetActor(ctx, name) })
}

func (a *Activity) change(method string, body func(context.Context) error) (Who, error) {
	return call(a.w.app, method, func() (Who, error) {
		ctx := context.Background()
		if err := body(ctx); err != nil {
			return Who{}, err
		}
		who, err := a.w.app.Workspace.Working(ctx)
		return Who(who), err
	})
}

// List gives what was done, newest first, by one person or by all; before is the
// id of the last one seen, 0 for the newest.
func (a *Activity) List(actor string, before int64) ([]Deed, error) {
	return call(a.w.app, "Activity.List", func() ([]Deed, error) {
		ctx, ws := context.Background(), a.w.app.Workspace
		rows, err := ws.Journal.List(ctx, workspace.Filter{Actor: actor, Before: before, Limit: deedsPage})
		if err != nil {
			return nil, err
		}
		out := make([]Deed, 0, len(rows))
		for _, r := range rows {
			d := Deed{ID: r.ID, At: r.At.Time().Format(time.RFC3339), Actor: r.Actor, Verb: r.Verb, Kind: r.Thing, ThingID: r.ThingID, CanUndo: ws.Journal.CanUndo(r)}
			if r.UndoneAt != nil {
				d.UndoneAt = r.UndoneAt.Time().Format(time.RFC3339)
			}
			if d.Title, err = report.NameOf(ctx, ws, r.Thing, r.ThingID); err != nil {
				return nil, err
			}
			out = append(out, d)
		}
		return out, nil
	})
}
