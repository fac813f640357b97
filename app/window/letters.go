package window

import (
	"io"
	"net/http"
	"strconv"
	"sync"
)

// letterPolicy lets a letter be drawn and nothing else: no script, nothing from the network.
const letterPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

// keptLetters is how many letters that were looked at are kept for the frame: the last one is shown, the others may
// still be loading.
const keptLetters = 8

// letters are the letters that were looked at last. The frame shows the very one that was written for the preview,
// since another call could deal other words.
type letters struct {
	mu   sync.Mutex
	next int
	html map[int]string
}

// keep gives the address under which the frame finds a letter.
func (l *letters) keep(html string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.html == nil {
		l.html = map[int]string{}
	}
	l.next++
	l.html[l.next] = html
	delete(l.html, l.next-keptLetters)
	return "/letters/" + strconv.Itoa(l.next)
}

func (l *letters) at(id string) (string, bool) {
	n, err := strconv.Atoi(id)
	l.mu.Lock()
	defer l.mu.Unlock()
	html, ok := l.html[n]
	return html, ok && err == nil
}

// letterFiles serves them for the sandboxed frame.
func (w *Window) letterFiles(mux *http.ServeMux) {
	mux.HandleFunc("GET /letters/{id}", func(rw http.ResponseWriter, r *http.Request) {
		html, ok := w.letters.at(r.PathValue("id"))
		if !ok {
			http.NotFound(rw, r)
			return
		}
		rw.Header().Set("Content-Security-Policy", letterPolicy)
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		rw.Header().Set("Cache-Control", "no-store")
		_, _ = io.WriteString(rw, html)
	})
}
