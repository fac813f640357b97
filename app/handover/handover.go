// Package handover lets a command that writes run inside the window that has the
// workspace open. The window listens on loopback and leaves the port and a
// random key in a file that only the user can read.
package handover

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// ErrNobody says that no window listens for this workspace.
var ErrNobody = errors.New("handover: nobody listens")

const (
	fileName = "window.json"
	// maxInput bounds what a command may pass on standard input.
	maxInput = 64 << 20
)

type address struct {
	Addr string `json:"addr"`
	Key  string `json:"key"`
}

// Call is a command line to run elsewhere.
type Call struct {
	Args     []string
	Cwd      string
	In       io.Reader
	Out, Err io.Writer
}

type request struct {
	Key   string   `json:"key"`
	Args  []string `json:"args"`
	Cwd   string   `json:"cwd"`
	Lang  string   `json:"lang"`
	Input []byte   `json:"input"`
}

type frame struct {
	Out  []byte `json:"out,omitempty"`
	Err  []byte `json:"err,omitempty"`
	Exit *int   `json:"exit,omitempty"`
}

// needsInput says whether a command line reads standard input: what it would
// wait for must not block the others.
func needsInput(args []string) bool {
	for i, a := range args {
		if a == "-" || (a == "account" && i+1 < len(args) && args[i+1] == "set") {
			return true
		}
	}
	return false
}

// Send hands a call to the window of the workspace in dir and gives its exit
// code. It fails with ErrNobody where there is no such window.
func Send(ctx context.Context, dir string, call Call) (int, error) {
	raw, err := os.ReadFile(filepath.Join(dir, fileName))
	if err != nil {
		return 0, ErrNobody
	}
	var to address
	if err := json.Unmarshal(raw, &to); err != nil {
		return 0, ErrNobody
	}
	conn, err := (&net.Dialer{Timeout: 2 * time.Second}).DialContext(ctx, "tcp", to.Addr)
	if err != nil {
		return 0, ErrNobody
	}
	defer conn.Close() //nolint:errcheck // nothing follows
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	req := request{Key: to.Key, Args: call.Args, Cwd: call.Cwd, Lang: os.Getenv("LANG")}
	if call.In != nil && needsInput(call.Args) {
		if req.Input, err = io.ReadAll(io.LimitReader(call.In, maxInput)); err != nil {
			return 0, fmt.Errorf("handover: input: %w", err)
		}
	}
	if err := json.NewEncoder(conn).Encode(req); err != nil {
		return 0, fmt.Errorf("handover: %w", err)
	}
	return receive(conn, call)
}

func receive(conn io.Reader, call Call) (int, error) {
	dec := json.NewDecoder(conn)
	for {
		var f frame
		if err := dec.Decode(&f); err != nil {
			return 0, fmt.Errorf("handover: the window went away: %w", err)
		}
		if _, err := call.Out.Write(f.Out); err != nil {
			return 0, fmt.Errorf("handover: %w", err)
		}
		if _, err := call.Err.Write(f.Err); err != nil {
			return 0, fmt.Errorf("handover: %w", err)
		}
		if f.Exit != nil {
			return *f.Exit, nil
		}
	}
}

// Runner runs a command line inside the window and gives its exit code.
type Runner func(ctx context.Context, args []string, cwd, lang string, in io.Reader, out, errs io.Writer) int

// Server is the window's listening side.
type Server struct {
	listener net.Listener
	path     string
	key      string
	run      Runner
}

// Listen starts to take commands for the workspace in dir.
func Listen(dir string, run Runner) (*Server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // loopback answers at once
	if err != nil {
		return nil, fmt.Errorf("handover: %w", err)
	}
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return nil, errors.Join(fmt.Errorf("handover: %w", err), l.Close())
	}
	s := &Server{listener: l, path: filepath.Join(dir, fileName), key: hex.EncodeToString(raw), run: run}
	text, err := json.Marshal(address{Addr: l.Addr().String(), Key: s.key})
	if err == nil {
		_ = os.Remove(s.path) // An old one may have wider rights.
		err = os.WriteFile(s.path, text, 0o600)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("handover: %w", err), l.Close())
	}
	return s, nil
}

// Serve takes calls until ctx ends.
func (s *Server) Serve(ctx context.Context) {
	stop := context.AfterFunc(ctx, func() { _ = s.Close() })
	defer stop()
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		go s.serve(ctx, conn)
	}
}

// Close stops listening and removes the address.
func (s *Server) Close() error {
	_ = os.Remove(s.path)
	return s.listener.Close()
}

func (s *Server) serve(ctx context.Context, conn net.Conn) {
	defer conn.Close() //nolint:errcheck // nothing follows
	_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
	var req request
	dec := json.NewDecoder(io.LimitReader(bufio.NewReader(conn), 2*maxInput))
	if err := dec.Decode(&req); err != nil || subtle.ConstantTimeCompare([]byte(req.Key), []byte(s.key)) != 1 {
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	_ = conn.SetReadDeadline(time.Time{})
	go func() { // A caller that goes away (Ctrl-C) stops its command.
		_, _ = conn.Read(make([]byte, 1))
		cancel()
	}()
	w := &frames{enc: json.NewEncoder(conn)}
	exit := s.run(ctx, req.Args, req.Cwd, req.Lang, newInput(req.Input), w.stream(false), w.stream(true))
	w.send(frame{Exit: &exit})
}
