// Package demo plays the whole loop on a sample company: articles come in, posts
// are drafted and sent by email over a mail server inside the process, the sample
// staff answer, and what they said stands in the ledger. Every step goes through
// the same services that the window and the commands use.
package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"relais/app"
	"relais/app/demo/company"
	"relais/app/demo/mailhost"
	"relais/app/demo/staffroom"
	"relais/backend/workspace"
)

// Options say how the demonstration runs.
type Options struct {
	// Dir keeps the sample workspace; a throwaway folder where empty.
	Dir string
	// Out gets one line a step, and the table at the end.
	Out io.Writer
	// Window shows the workspace until it is closed; nil runs without one, and
	// then the staff answer at once.
	Window func(ctx context.Context, a *app.App) error
	// Language of the sample's interface: fr or en.
	Language string
	// Now is the clock; time.Now where nil.
	Now func() time.Time
}

// stage is everything that plays together.
type stage struct {
	Options
	app    *app.App
	host   *mailhost.Host
	room   *staffroom.Room
	site   *company.Site
	web    *http.Server
	steps  int
	slow   atomic.Bool // answers take as long as people take
	ids    map[string]int64
	topics map[string]int64
	dir    string
}

// Run plays the demonstration. It fails with "demo_mismatch" where the ledger is
// not exactly what the sample staff said.
func Run(ctx context.Context, o Options) (err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &stage{Options: o, ids: map[string]int64{}, topics: map[string]int64{}}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.set(ctx); err != nil {
		return err
	}
	for _, act := range []func(context.Context) error{
		s.setUpCompany, s.setUpMail, s.importStaff, s.collect, s.triage, s.invite, s.digest,
	} {
		if err := act(ctx); err != nil {
			return err
		}
	}
	if s.Window == nil {
		if err := s.ask(ctx); err != nil {
			return err
		}
		if err := s.report(ctx); err != nil {
			return err
		}
		return s.settle(ctx)
	}
	if err := s.report(ctx); err != nil {
		return err
	}
	return s.show(ctx)
}

// set opens the workspace and the servers around it.
func (s *stage) set(ctx context.Context) error {
	s.dir = s.Dir
	if s.dir == "" {
		dir, err := os.MkdirTemp("", "relais-demo-")
		if err != nil {
			return workspace.ErrDiskFull.Wrap(err)
		}
		s.dir = filepath.Join(dir, "workspace")
	} else if entries, err := os.ReadDir(s.dir); err == nil && len(entries) > 0 {
		return workspace.NewFault("demo_folder_taken", "path", s.dir)
	}
	var err error
	if s.app, err = app.Open(ctx, s.dir, workspace.Options{Secrets: s.secrets(), Now: s.Now}); err != nil {
		return err
	}
	s.host, err = mailhost.Start(ctx, mailhost.Config{
		Address: company.Mailbox, Password: company.Password, Now: s.Now,
		Postman: func(l mailhost.Letter) error { return s.room.Receive(l) },
	})
	if err != nil {
		return err
	}
	s.room = staffroom.Open(ctx, s.host.Deliver, s.delay, s.Now)
	return s.serveSite(ctx)
}

// secrets of a throwaway workspace are not kept; those of one that stays are.
func (s *stage) secrets() workspace.Secrets {
	if s.Dir == "" {
		return &workspace.MemorySecrets{}
	}
	return nil
}

// delay is how long the n-th answer takes while somebody looks on.
func (s *stage) delay(n int) time.Duration {
	if !s.slow.Load() {
		return 0
	}
	return 6*time.Second + time.Duration(n*7%23)*2*time.Second
}

func (s *stage) serveSite(ctx context.Context) error {
	socket, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("demo: site: %w", err)
	}
	articles, err := company.Articles(s.Now())
	if err != nil {
		return errors.Join(err, socket.Close())
	}
	if s.site, err = company.NewSite("http://"+socket.Addr().String(), articles); err != nil {
		return errors.Join(err, socket.Close())
	}
	s.web = &http.Server{Handler: s.site, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = s.web.Serve(socket) }()
	return nil
}

// step prints what is being done.
func (s *stage) step(format string, args ...any) {
	s.steps++
	fmt.Fprintf(s.Out, "%2d. %s\n", s.steps, fmt.Sprintf(format, args...))
}

func (s *stage) close() error {
	var errs []error
	if s.room != nil {
		s.room.Close()
	}
	if s.app != nil {
		errs = append(errs, s.app.Close())
	}
	if s.host != nil {
		errs = append(errs, s.host.Close())
	}
	if s.web != nil {
		errs = append(errs, s.web.Close())
	}
	if s.Dir == "" && s.dir != "" {
		// A throwaway workspace goes; without a window its report stays, as the step said.
		gone := s.dir
		if s.Window != nil {
			gone = filepath.Dir(s.dir)
		}
		errs = append(errs, os.RemoveAll(gone))
	}
	return errors.Join(errs...)
}
