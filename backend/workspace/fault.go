package workspace

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

// Fault is an error that a person may read. The page and the commands turn its
// code and parameters into a sentence (messages "error_<code>"); the wrapped
// error is for logs alone and never shown.
type Fault struct {
	Code   string
	Params map[string]any
	Err    error
}

// NewFault returns a fault with parameters given as name, value pairs.
func NewFault(code string, pairs ...any) *Fault {
	params := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		params[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return &Fault{Code: code, Params: params}
}

// Wrap returns the fault with err as its cause.
func (f *Fault) Wrap(err error) *Fault {
	return &Fault{Code: f.Code, Params: f.Params, Err: err}
}

// Error gives the code and its parameters; it is meant for developers.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Code)
	names := make([]string, 0, len(f.Params))
	for name := range f.Params {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(&b, " %s=%v", name, f.Params[name])
	}
	if f.Err != nil {
		b.WriteString(": ")
		b.WriteString(f.Err.Error())
	}
	return b.String()
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// Is makes errors.Is compare faults by their code alone.
func (f *Fault) Is(target error) bool {
	var other *Fault
	return errors.As(target, &other) && other.Code == f.Code
}

// Sentinel faults of the folder itself; compare with errors.Is.
var (
	ErrInUse       = NewFault("workspace_in_use")
	ErrNewerSchema = NewFault("workspace_newer")
	ErrReadOnly    = NewFault("workspace_read_only")
	ErrNotFound    = NewFault("not_found")
	ErrDiskFull    = NewFault("disk_full")
	ErrDamaged     = NewFault(codeDamaged)
)
