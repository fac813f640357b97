package window

import (
	"context"
	"io"
	"net/http"
	"strconv"

	"relais/backend/article"
)

// SaveTopic makes (ID 0) or changes a topic.
func (l *Library) SaveTopic(t TopicLine) (int64, error) {
	return call(l.w.app, "Library.SaveTopic", func() (int64, error) {
		row := article.Topic{ID: t.ID, Name: t.Name}
		if t.Parent != 0 {
			row.ParentID = &t.Parent
		}
		id, err := l.w.app.Articles.SaveTopic(context.Background(), row, t.Words)
		if err == nil {
			_, err = l.w.app.StartProposing()
		}
		return id, err
	})
}

// MergeTopic moves everything of one topic to another.
func (l *Library) MergeTopic(from, into int64) error {
	return do(l.w.app, "Library.MergeTopic", func() error { return l.w.app.Articles.MergeTopic(context.Background(), from, into) })
}

// DeleteTopic drops a topic.
func (l *Library) DeleteTopic(id int64) error {
	return do(l.w.app, "Library.DeleteTopic", func() error { return l.w.app.Articles.DeleteTopic(context.Background(), id) })
}

// SaveSearch keeps a query under a name.
func (l *Library) SaveSearch(name, query string) (int64, error) {
	return call(l.w.app, "Library.SaveSearch", func() (int64, error) {
		return l.w.app.Articles.SaveSearch(context.Background(), name, query)
	})
}

// DeleteSearch forgets a saved search.
func (l *Library) DeleteSearch(id int64) error {
	return do(l.w.app, "Library.DeleteSearch", func() error { return l.w.app.Articles.DeleteSearch(context.Background(), id) })
}

// libraryFiles serves saved articles and stored pictures. Neither can load
// anything from elsewhere.
func (w *Window) libraryFiles(mux *http.ServeMux) {
	mux.HandleFunc("GET /reader/{id}", func(rw http.ResponseWriter, r *http.Request) {
		id, err := strconv.ParseInt(r.PathValue("id"), 10, 64)
		if err != nil {
			http.NotFound(rw, r)
			return
		}
		asked := r.URL.Query()
		size, err := strconv.Atoi(asked.Get("size"))
		if err != nil {
			size = 100
		}
		page, err := w.app.Articles.Reader(r.Context(), id, asked.Get("q"), asked.Get("dark") == "1", size)
		if err != nil {
			http.NotFound(rw, r)
			return
		}
		rw.Header().Set("Content-Security-Policy", article.ReaderPolicy)
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		rw.Header().Set("Cache-Control", "no-store")
		_, _ = io.WriteString(rw, page) // the page is gone: nobody to tell
	})
	mux.HandleFunc("GET /picture/{hash}", pictures(func(ctx context.Context, hash string) (article.Picture, error) {
		return w.app.Articles.Picture(ctx, hash)
	}))
	mux.HandleFunc("GET /thumbnail/{hash}", pictures(func(ctx context.Context, hash string) (article.Picture, error) {
		return w.app.Articles.Thumbnail(ctx, hash)
	}))
}

// pictures serves what is stored under a hash; that never changes.
func pictures(find func(ctx context.Context, hash string) (article.Picture, error)) http.HandlerFunc {
	return func(rw http.ResponseWriter, r *http.Request) {
		p, err := find(r.Context(), r.PathValue("hash"))
		if err != nil {
			http.NotFound(rw, r)
			return
		}
		rw.Header().Set("Content-Type", p.Type)
		rw.Header().Set("Cache-Control", "private, max-age=31536000, immutable")
		_, _ = rw.Write(p.Data) // the same
	}
}
