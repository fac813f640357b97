package window

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"relais/app"
	"relais/backend/workspace"
	"relais/build/icons"
	"relais/frontend"
)

// Rescue is the window that opens instead where the database is damaged: what can be read is saved, or the last backup
// restored. It does nothing in any other window.
type Rescue struct{ w *Window }

// RescueState is the damaged workspace, and the last backup of it that was found.
type RescueState struct {
	Folder string `json:"folder"`
	Backup string `json:"backup"` // file, or "" where none was found
	At     string `json:"at"`     // RFC 3339, "" without a backup
}

// Rescued is what the workspace holds now, and where the damaged one lies.
type Rescued struct {
	Aside    string   `json:"aside"`
	Staff    int64    `json:"staff"`
	Articles int64    `json:"articles"`
	Posts    int64    `json:"posts"`
	Sent     int64    `json:"sent"`
	Received int64    `json:"received"`
	Shares   int64    `json:"shares"`
	Broken   []string `json:"broken"` // tables of which something could not be read
	Held     int      `json:"held"`   // messages that were waiting, held back by a restore
}

func rescued(aside string, rows map[string]int64) Rescued {
	return Rescued{Aside: aside, Staff: rows["staff"], Articles: rows["article"], Posts: rows["post"], Sent: rows["message"],
		Received: rows["inbound"], Shares: rows["share"], Broken: []string{}}
}

// rescue runs a method where there is something to rescue.
func rescue[T any](w *Window, name string, body func(ctx context.Context) (T, error)) (T, error) {
	return call(nil, name, func() (out T, err error) {
		if w.damaged == "" {
			return out, workspace.ErrNotFound
		}
		return body(w.work())
	})
}

// State tells which workspace is damaged.
func (r *Rescue) State() (RescueState, error) {
	return rescue(r.w, "Rescue.State", func(ctx context.Context) (RescueState, error) {
		out := RescueState{Folder: r.w.damaged}
		if last, found := workspace.NewestBackup(ctx, r.w.damaged); found {
			out.Backup, out.At = last.File, last.At.UTC().Format(time.RFC3339)
		}
		return out, nil
	})
}

// Save puts what can be read in the place of the damaged workspace, which moves aside.
func (r *Rescue) Save() (Rescued, error) {
	return rescue(r.w, "Rescue.Save", func(ctx context.Context) (Rescued, error) {
		saved, aside, err := app.SalvageInPlace(ctx, r.w.damaged)
		out := rescued(aside, saved.Rows)
		out.Broken = append(out.Broken, saved.Broken...)
		return out, err
	})
}

// Restore puts a backup in the place of the damaged workspace, which moves aside. Key and passphrase may be empty where
// it was made on this computer.
func (r *Rescue) Restore(file, key, passphrase string) (Rescued, error) {
	return rescue(r.w, "Rescue.Restore", func(ctx context.Context) (Rescued, error) {
		unlock, err := unlockWith(key, passphrase)
		if err != nil {
			return Rescued{}, err
		}
		done, err := app.Restore(ctx, file, r.w.damaged, workspace.RestoreOptions{Unlock: unlock, Replace: true})
		out := rescued(done.Aside, done.Manifest.Tables)
		out.Held = done.Held
		return out, err
	})
}

// ChooseBackup asks for a backup with the system's own dialog; "" where the person changed their mind.
func (r *Rescue) ChooseBackup(title string) (string, error) {
	return rescue(r.w, "Rescue.ChooseBackup", func(context.Context) (string, error) {
		return runtime.OpenFileDialog(r.w.ctx, runtime.OpenDialogOptions{Title: title,
			Filters: []runtime.FileFilter{{DisplayName: "Relais", Pattern: "*" + workspace.BackupSuffix}}})
	})
}

// Quit closes the window; with again, Relais opens on the workspace as it is now.
func (r *Rescue) Quit(again bool) error {
	_, err := rescue(r.w, "Rescue.Quit", func(context.Context) (struct{}, error) {
		if again {
			if err := startAnew("--workspace", r.w.damaged); err != nil {
				return struct{}{}, err
			}
		}
		runtime.Quit(r.w.ctx)
		return struct{}{}, nil
	})
	return err
}

// startAnew starts a second copy of the program, which outlives this one.
func startAnew(args ...string) error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("window: %w", err)
	}
	cmd := exec.Command(self, args...) //nolint:noctx // it outlives this window
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("window: %w", err)
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// Rescue closes this window and opens the one that rescues the workspace.
func (s *Shell) Rescue() error {
	return do(s.w.app, "Shell.Rescue", func() error {
		if err := startAnew("rescue", "--workspace", s.w.app.Workspace.Dir); err != nil {
			return err
		}
		runtime.Quit(s.w.ctx)
		return nil
	})
}

// OpenRescue opens the window that rescues the damaged workspace in dir, and returns when it is closed.
func OpenRescue(ctx context.Context, dir string) error {
	if err := needDisplay(); err != nil {
		return err
	}
	dist, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return fmt.Errorf("window: %w", err)
	}
	prepareToolkit()
	w := &Window{ctx: ctx, damaged: dir}
	w.prepareStart()
	paper := ground(look{}.dark())
	cover(paper)
	err = wails.Run(&options.App{
		Title: "Relais", Width: rescueWidth, Height: rescueHeight, MinWidth: leastWidth, MinHeight: leastHeight,
		BackgroundColour: paper,
		Menu:             menuBar(),
		AssetServer:      w.assets(dist, nil),
		OnStartup:        func(ctx context.Context) { w.ctx = ctx },
		OnDomReady:       func(context.Context) { toolkitReady() },
		Bind:             []any{&Rescue{w: w}},
		Linux:            &linux.Options{ProgramName: "relais", Icon: icons.Window, WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		return workspace.NewFault("no_display").Wrap(err)
	}
	return nil
}

const rescueWidth, rescueHeight = 860, 640
