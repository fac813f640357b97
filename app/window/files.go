package window

import "net/http"

// policy lets the page run its own scripts and nothing else; pictures and the
// saved articles come from the asset handler.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self' data:; connect-src 'self' ws://localhost:* ws://127.0.0.1:*; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"

// secured sets the Content-Security-Policy on every page.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Security-Policy", policy)
		rw.Header().Set("X-Content-Type-Options", "nosniff")
		rw.Header().Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(rw, r)
	})
}

// files answers what is not a file of the page: saved articles, their pictures
// and letters as they will look. Each feature adds its own route.
func (w *Window) files() http.Handler {
	mux := http.NewServeMux()
	w.libraryFiles(mux)
	w.letterFiles(mux)
	return mux
}
