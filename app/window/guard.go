package window

import (
	"encoding/json"
	"errors"
	"fmt"

	"relais/app"
	"relais/backend/workspace"
)

// wireFault is how an error crosses to the page, which translates
// "error_<code>" with the parameters.
type wireFault struct {
	Code   string         `json:"code"`
	Params map[string]any `json:"params"`
}

// Error is the JSON itself: Wails passes an error's text and nothing else.
func (f wireFault) Error() string {
	text, err := json.Marshal(f)
	if err != nil {
		return `{"code":"unexpected","params":{}}`
	}
	return string(text)
}

// toWire keeps the cause out of the page: only the code and its parameters cross.
func toWire(err error) error {
	if err == nil {
		return nil
	}
	var fault *workspace.Fault
	if !errors.As(err, &fault) {
		return wireFault{Code: "unexpected", Params: map[string]any{}}
	}
	params := fault.Params
	if params == nil {
		params = map[string]any{}
	}
	return wireFault{Code: fault.Code, Params: params}
}

// call runs the body of a bound method. A panic would hang the page's promise:
// it becomes an error, as every other one does. Without an App, in the window that rescues a damaged workspace, there is
// no log.
func call[T any](a *app.App, name string, body func() (T, error)) (out T, err error) {
	defer func() {
		if v := recover(); v != nil {
			if a != nil {
				a.Workspace.Log.Error("bound method panicked", "method", name, "panic", fmt.Sprintf("%T", v))
			}
			err = toWire(workspace.NewFault("unexpected"))
		}
	}()
	out, err = body()
	if err != nil && a != nil {
		err = a.Workspace.Known(err)
		a.Workspace.Log.Warn("bound method failed", "method", name, "code", codeOf(err))
	}
	return out, toWire(err)
}

// do is call for methods without a result.
func do(a *app.App, name string, body func() error) error {
	_, err := call(a, name, func() (struct{}, error) { return struct{}{}, body() })
	return err
}

func codeOf(err error) string {
	var fault *workspace.Fault
	if errors.As(err, &fault) {
		return fault.Code
	}
	return "unexpected"
}
