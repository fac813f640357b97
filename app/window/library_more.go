package window

import (
	"context"

	"relais/backend/article"
)

// LibraryStorage is what the library takes, in bytes.
type LibraryStorage struct {
	Articles  int           `json:"articles"`
	Text      int64         `json:"text"`
	Originals int64         `json:"originals"`
	Pictures  int64         `json:"pictures"`
	Rules     article.Rules `json:"rules"`
}

// LibraryHelper is the language model's address; the key never crosses back.
type LibraryHelper struct {
	Address string `json:"address"`
	Model   string `json:"model"`
}

// Storage measures the library and gives its rules.
func (l *Library) Storage() (LibraryStorage, error) {
	return call(l.w.app, "Library.Storage", func() (LibraryStorage, error) {
		ctx, lib := context.Background(), l.w.app.Articles
		st, err := lib.Storage(ctx)
		if err != nil {
			return LibraryStorage{}, err
		}
		rules, err := lib.Rules(ctx)
		return LibraryStorage{Articles: st.Articles, Text: st.Text, Originals: st.Originals, Pictures: st.Pictures, Rules: rules}, err
	})
}

// SetRules keeps the rules of retention.
func (l *Library) SetRules(r article.Rules) error {
	return do(l.w.app, "Library.SetRules", func() error { return l.w.app.Articles.SetRules(context.Background(), r) })
}

// Helper gives the settings of the language model.
func (l *Library) Helper() (LibraryHelper, error) {
	return call(l.w.app, "Library.Helper", func() (LibraryHelper, error) {
		h, err := l.w.app.Articles.Helper(context.Background())
		return LibraryHelper(h), err
	})
}

// SetHelper keeps them. An empty key leaves the stored one, "-" removes it.
func (l *Library) SetHelper(h LibraryHelper, key string) error {
	return do(l.w.app, "Library.SetHelper", func() error {
		return l.w.app.Articles.SetHelper(context.Background(), article.HelperSettings(h), key)
	})
}

// Summarise asks the language model for a summary in a language, and keeps it.
func (l *Library) Summarise(id int64, language string) (string, error) {
	return call(l.w.app, "Library.Summarise", func() (string, error) {
		return l.w.app.Articles.Summarise(context.Background(), id, language)
	})
}

// Translate asks the language model for a translation of the excerpt.
func (l *Library) Translate(id int64, language string) (string, error) {
	return call(l.w.app, "Library.Translate", func() (string, error) {
		return l.w.app.Articles.Translate(context.Background(), id, language)
	})
}

// SuggestTopics asks the language model which of the firm's topics fit.
func (l *Library) SuggestTopics(id int64) ([]LibraryTopic, error) {
	return call(l.w.app, "Library.SuggestTopics", func() ([]LibraryTopic, error) {
		topics, err := l.w.app.Articles.SuggestTopics(context.Background(), id)
		out := []LibraryTopic{}
		for _, t := range topics {
			out = append(out, LibraryTopic{ID: t.ID, Name: t.Name, Why: []string{}})
		}
		return out, err
	})
}
