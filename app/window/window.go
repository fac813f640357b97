// Package window is the desktop window: the only importer of Wails. Each screen
// area has one bound struct whose exported methods the page may call, and the
// wire types that cross.
package window

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"

	"relais/app"
	"relais/app/cli"
	"relais/app/handover"
	"relais/backend/job"
	"relais/backend/workspace"
	"relais/build/icons"
	"relais/frontend"
)

// Window is the open window over an App.
type Window struct {
	app *app.App
	ctx context.Context // Wails' own, known once the window has started
	// notices says, once asked, whether the system shows notices for us.
	notices func() bool
	// start holds the state that the first page is waiting for.
	start atomic.Pointer[chan []byte]
	// letters are those that were looked at last.
	letters letters
	// opened are the files that the page has not taken yet.
	opened opened
	// damaged is the folder of the workspace to rescue, in a window that has no App.
	damaged string
}

// Bound gives the structs whose methods the page may call. Lifecycle methods
// stay off them.
func (w *Window) Bound() []any {
	return []any{
		&Account{w: w},
		&Activity{w: w},
		&Data{w: w},
		&Jobs{w: w},
		&Library{w: w},
		&Settings{w: w},
		&Shell{w: w},
		&Staff{w: w},
		&Today{w: w},
		&Posts{w: w},
		&Replies{w: w},
		&Results{w: w},
		&Send{w: w},
		&Calendar{w: w},
		&Rescue{w: w},
	}
}

// Open opens the window on the workspace in dir, takes the files into it, and returns when it is closed.
// Where another copy has the workspace, its window comes to the front instead and gets the files.
func Open(ctx context.Context, dir string, o workspace.Options, files []string) error {
	if err := needDisplay(); err != nil {
		return err
	}
	a, err := openBeside(ctx, dir, o)
	if errors.Is(err, workspace.ErrInUse) {
		return showFirst(ctx, dir, files, err)
	}
	if errors.Is(err, workspace.ErrDamaged) {
		return OpenRescue(ctx, dir)
	}
	if err != nil {
		return err
	}
	return errors.Join(run(ctx, a, files), a.Close())
}

// openBeside opens the workspace while the toolkit gets ready.
func openBeside(ctx context.Context, dir string, o workspace.Options) (*app.App, error) {
	var a *app.App
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		a, err = app.Open(ctx, dir, o)
	}()
	prepareToolkit()
	<-done
	return a, err
}

// showFirst asks the copy that has the workspace to show itself and to take the files. One that starts at this moment
// does not listen yet: some systems start Relais once for each of several files.
func showFirst(ctx context.Context, dir string, files []string, inUse error) error {
	call := handover.Call{Args: append([]string{raiseWord}, files...), Out: io.Discard, Err: io.Discard}
	for range 30 {
		code, err := handover.Send(ctx, dir, call)
		if err == nil && code == 0 {
			return nil
		}
		if !errors.Is(err, handover.ErrNobody) {
			return inUse
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return inUse
}

// raiseWord is what a second start says to the first; no command has this name.
const raiseWord = "\x00raise"

// afterFirstPaint is how long after the page has come it is surely drawn.
const afterFirstPaint = 2 * time.Second

// Run shows the window over an open App until it is closed.
func Run(ctx context.Context, a *app.App) error { return run(ctx, a, nil) }

func run(ctx context.Context, a *app.App, files []string) error {
	if err := needDisplay(); err != nil {
		return err
	}
	dist, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return fmt.Errorf("window: %w", err)
	}
	prepareToolkit()
	// A window waits for a person most of the time: collecting twice as often costs nothing that is felt.
	debug.SetGCPercent(50)
	w := &Window{app: a, ctx: ctx}
	w.opened.add(files)
	w.notices = sync.OnceValue(w.askForNotices)
	w.prepareStart()
	bound := w.Bound()
	server, err := handover.Listen(a.Workspace.Dir, w.runCommand)
	if err != nil {
		return err
	}
	serving, stop := context.WithCancel(ctx)
	defer stop()
	go server.Serve(serving)
	go giveBack(serving)
	var once sync.Once
	stood, paper := w.lastPlace(ctx), ground(w.lastLook(ctx).dark())
	cover(paper)
	err = wails.Run(&options.App{
		Title:            "Relais",
		Width:            stood.Width,
		Height:           stood.Height,
		MinWidth:         leastWidth,
		MinHeight:        leastHeight,
		WindowStartState: stood.startState(),
		BackgroundColour: paper,
		Menu:             menuBar(),
		AssetServer:      w.assets(dist, w.files()),
		// The web view must hear of drops: with it deaf to them, no file arrives either. The page lets none replace it.
		DragAndDrop: &options.DragAndDrop{EnableFileDrop: true},
		OnStartup: func(ctx context.Context) {
			w.ctx = ctx
			stood.restore(ctx)
			a.Jobs.Listen(func(s job.Snapshot) { w.emit("job:changed", wireJob(s)) })
		},
		// What works by itself waits until the page is there and drawn: a sync beside it takes half of a small machine.
		OnDomReady: func(context.Context) {
			once.Do(func() {
				toolkitReady()
				time.AfterFunc(afterFirstPaint, func() {
					go w.dailyBackup(serving)
					go app.KeepInSync(serving, a)
				})
			})
		},
		OnBeforeClose: func(ctx context.Context) bool { w.keepPlace(ctx); return false },
		OnShutdown:    func(context.Context) { a.Jobs.Listen(func(job.Snapshot) {}) },
		Bind:          bound,
		Mac:           &mac.Options{OnFileOpen: func(file string) { w.open([]string{file}) }},
		// Text and boxes need no GPU; without one WebKit starts no GL stack, which costs memory and a blank window where a driver is
		// faulty. It is what Wails itself does without these options (https://github.com/wailsapp/wails/issues/2977).
		Linux: &linux.Options{ProgramName: "relais", Icon: icons.Window, WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
	})
	if err != nil {
		return workspace.NewFault("no_display").Wrap(err)
	}
	return nil
}

// assets serve the page.
func (w *Window) assets(dist fs.FS, files http.Handler) *assetserver.Options {
	return &assetserver.Options{Assets: dist, Handler: files, Middleware: assetserver.ChainMiddleware(secured, w.withStart)}
}

// runCommand is a command line of another process, run over the open services.
func (w *Window) runCommand(ctx context.Context, args []string, cwd, lang string, in io.Reader, out, errs io.Writer) int {
	if len(args) > 0 && args[0] == raiseWord {
		w.open(args[1:])
		w.raise()
		return 0
	}
	env := cli.Env{In: in, Out: out, Err: errs, Cwd: cwd, App: w.app, Getenv: func(name string) string {
		if name == "LANG" {
			return lang
		}
		return ""
	}}
	code := cli.Run(ctx, env, args)
	w.emit("data:changed", "command")
	return code
}

// needDisplay says in one sentence what GTK would say in five, and without
// ending the process.
func needDisplay() error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return workspace.NewFault("no_display")
	}
	return nil
}
