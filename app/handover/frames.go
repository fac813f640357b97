package handover

import (
	"bytes"
	"encoding/json"
	"io"
	"sync"
)

// frames writes what a command prints as JSON lines.
type frames struct {
	mu  sync.Mutex
	enc *json.Encoder
}

func (f *frames) send(one frame) {
	f.mu.Lock()
	defer f.mu.Unlock()
	_ = f.enc.Encode(one) // A caller that went away needs no answer.
}

type stream struct {
	to    *frames
	isErr bool
}

func (f *frames) stream(isErr bool) io.Writer { return stream{f, isErr} }

func (s stream) Write(p []byte) (int, error) {
	if s.isErr {
		s.to.send(frame{Err: p})
	} else {
		s.to.send(frame{Out: p})
	}
	return len(p), nil
}

func newInput(p []byte) io.Reader { return bytes.NewReader(p) }
