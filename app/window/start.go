package window

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
)

// startState is what the first screen shows. It stands in the page itself, so that the screen is drawn whole at once
// instead of asking first.
type startState struct {
	Overview *Overview    `json:"overview,omitempty"`
	Working  *Who         `json:"working,omitempty"`
	Rescue   *RescueState `json:"rescue,omitempty"` // instead, where the workspace is damaged
}

// prepareStart reads the state for the first page while the window is being made; a later page reads its own.
func (w *Window) prepareStart() {
	made := make(chan []byte, 1)
	w.start.Store(&made)
	go func() { made <- w.startBlock() }()
}

// startBlock is the state as a block of data for the page, or nothing: the page then asks for it.
func (w *Window) startBlock() []byte {
	state, err := w.startState()
	if err != nil {
		return nil
	}
	// Marshal escapes <, > and &, so that no text of a person can end the block.
	text, err := json.Marshal(state)
	if err != nil {
		return nil
	}
	return []byte(`<script type="application/json" id="start">` + string(text) + `</script>`)
}

func (w *Window) startState() (startState, error) {
	if w.damaged != "" {
		rescue, err := (&Rescue{w: w}).State()
		return startState{Rescue: &rescue}, err
	}
	overview, err := (&Today{w: w}).Overview()
	if err != nil {
		return startState{}, err
	}
	working, err := (&Activity{w: w}).Who()
	return startState{Overview: &overview, Working: &working}, err
}

// withStart puts the state into the page.
func (w *Window) withStart(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || (r.URL.Path != "/" && r.URL.Path != "/index.html") {
			next.ServeHTTP(rw, r)
			return
		}
		page := &heldPage{ResponseWriter: rw, code: http.StatusOK}
		next.ServeHTTP(page, r)
		body := page.body.Bytes()
		if page.code == http.StatusOK && strings.Contains(rw.Header().Get("Content-Type"), "text/html") {
			body = bytes.Replace(body, []byte("</head>"), append(w.takeStart(), "</head>"...), 1)
			rw.Header().Del("Content-Length")
		}
		rw.WriteHeader(page.code)
		_, _ = rw.Write(body) // the page's process is gone where this fails
	})
}

func (w *Window) takeStart() []byte {
	if made := w.start.Swap(nil); made != nil {
		return <-*made
	}
	return w.startBlock()
}

// heldPage keeps a page back until its state has been added.
type heldPage struct {
	http.ResponseWriter
	code int
	body bytes.Buffer
}

func (p *heldPage) WriteHeader(code int)           { p.code = code }
func (p *heldPage) Write(part []byte) (int, error) { return p.body.Write(part) }
