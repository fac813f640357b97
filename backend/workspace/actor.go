package workspace

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

type actorKey struct{}

// WithActor names the person at the laptop for what is done with ctx; "" says
// that the program does it by itself.
func WithActor(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, actorKey{}, name)
}

// Actor gives the name that WithActor put into ctx or, within a transaction, that
// of whoever is working; "" where nobody said.
func Actor(ctx context.Context) string {
	name, _ := ctx.Value(actorKey{}).(string)
	return name
}

// Working is who may be at the laptop, and who is. Names are what people call
// themselves: accounts and locks are the operating system's.
type Working struct {
	Now   string   `json:"now"` // "" where nobody said
	Names []string `json:"names"`
}

// The setting, and its bounds: names in characters.
const (
	workingKey = "workspace.working"
	maxNames   = 20
	maxActor   = 60
)

// Working gives who is working, and who may be.
func (w *Workspace) Working(ctx context.Context) (Working, error) {
	who := Working{Names: []string{}}
	_, err := w.Settings.Get(ctx, workingKey, &who)
	return who, err
}

// Work says who is working from now on; a new name joins the others, and "" is
// nobody in particular. It fails with "actor_invalid" or "actor_too_many".
func (w *Workspace) Work(ctx context.Context, name string) error {
	name = strings.Join(strings.Fields(name), " ")
	if utf8.RuneCountInString(name) > maxActor || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == utf8.RuneError }) {
		return NewFault("actor_invalid", "most", maxActor)
	}
	return w.changeWorking(ctx, func(who *Working) error {
		who.Now = name
		if name == "" || slices.Contains(who.Names, name) {
			return nil
		}
		if len(who.Names) >= maxNames {
			return NewFault("actor_too_many", "most", maxNames)
		}
		who.Names = append(who.Names, name)
		slices.SortFunc(who.Names, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
		return nil
	})
}

// ForgetActor takes a name from the choice. What was done under it stays in the
// journal.
func (w *Workspace) ForgetActor(ctx context.Context, name string) error {
	return w.changeWorking(ctx, func(who *Working) error {
		who.Names = slices.DeleteFunc(who.Names, func(n string) bool { return n == name })
		if who.Now == name {
			who.Now = ""
		}
		return nil
	})
}

func (w *Workspace) changeWorking(ctx context.Context, edit func(*Working) error) error {
	return w.DB.Tx(ctx, func(ctx context.Context) error {
		who, err := w.Working(ctx)
		if err != nil {
			return err
		}
		if err := edit(&who); err != nil {
			return err
		}
		w.DB.AfterCommit(ctx, func() { w.DB.actor.Store(&who.Now) })
		return w.Settings.Set(ctx, workingKey, who)
	})
}

// rememberActor takes up who was working when the workspace was last open.
func (w *Workspace) rememberActor(ctx context.Context) error {
	who, err := w.Working(ctx)
	if err == nil {
		w.DB.actor.Store(&who.Now)
	}
	return err
}

// acted names whoever is working, where ctx does not say.
func (d *DB) acted(ctx context.Context) context.Context {
	if _, said := ctx.Value(actorKey{}).(string); said {
		return ctx
	}
	if name := d.actor.Load(); name != nil && *name != "" {
		return WithActor(ctx, *name)
	}
	return ctx
}
