package workspace

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"

	"gopkg.in/natefinch/lumberjack.v2"
)

// LogName is the log within LogFolder; older ones stand beside it.
const LogName = "relais.log"

// NewLog gives a log in the workspace's folder: 1 MB a file, five files, ninety
// days. What looks like personal data never gets into it: see Private.
func NewLog(dir string) (*slog.Logger, io.Closer) {
	file := &lumberjack.Logger{Filename: filepath.Join(dir, LogFolder, LogName), MaxSize: 1, MaxBackups: 4, MaxAge: 90}
	handler := slog.NewJSONHandler(file, &slog.HandlerOptions{ReplaceAttr: cleanAttr})
	return slog.New(Private{handler}), file
}

// Private keeps personal data out of what it passes on, whoever logs: texts with
// an address, texts longer than a code or a name of a file needs, and errors,
// which may quote anything, except for a fault's code.
type Private struct{ slog.Handler }

const (
	removed    = "[removed]"
	maxLogText = 80
)

// addressLike is anything with an @ or a link between other characters.
var addressLike = regexp.MustCompile(`\S@\S|://|%40`)

// Handle passes the record on without what is private.
func (p Private) Handle(ctx context.Context, r slog.Record) error {
	if r.Message != clean(r.Message) {
		fresh := slog.NewRecord(r.Time, r.Level, removed, r.PC)
		r.Attrs(func(a slog.Attr) bool { fresh.AddAttrs(a); return true })
		r = fresh
	}
	return p.Handler.Handle(ctx, r)
}

// WithAttrs and WithGroup keep the wrapper around.
func (p Private) WithAttrs(attrs []slog.Attr) slog.Handler {
	return Private{p.Handler.WithAttrs(attrs)}
}

// WithGroup keeps the wrapper around.
func (p Private) WithGroup(name string) slog.Handler { return Private{p.Handler.WithGroup(name)} }

func cleanAttr(groups []string, a slog.Attr) slog.Attr {
	if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey) {
		return a
	}
	value := a.Value.Resolve()
	switch value.Kind() {
	case slog.KindString:
		return slog.String(a.Key, clean(value.String()))
	case slog.KindAny:
		if err, ok := value.Any().(error); ok {
			return slog.String(a.Key, errorName(err))
		}
		return slog.String(a.Key, removed)
	default:
		return a
	}
}

func clean(text string) string {
	if len(text) > maxLogText || addressLike.MatchString(text) || strings.ContainsAny(text, "\r\n") {
		return removed
	}
	return text
}

// errorName is what may be said of an error: the code of a fault, or its place.
func errorName(err error) string {
	var fault *Fault
	if errors.As(err, &fault) {
		return fault.Code
	}
	place, _, _ := strings.Cut(err.Error(), ":")
	if place = clean(place); len(place) > 30 || strings.Contains(place, " ") {
		return "error"
	}
	return place
}
