package article

import (
	"relais/backend/extract"
	"relais/backend/workspace"
)

// Service is the library of a workspace.
type Service struct {
	ws    *workspace.Workspace
	db    *workspace.DB
	index *workspace.TextIndex
	stems *stemmer
	read  *extract.Extractor
	clean *extract.Sanitizer
	known lists
}

// New builds the library over a workspace and registers what can be undone.
func New(ws *workspace.Workspace) *Service {
	s := &Service{
		ws: ws, db: ws.DB, index: ws.DB.TextIndex("article_index", "article_body", "article_id", "head", "text", "stems"),
		stems: newStemmer(), read: extract.New(), clean: extract.NewSanitizer(),
	}
	ws.Journal.OnUndo(verbTriaged, s.undoTriage)
	ws.Journal.OnUndo(verbTopics, s.undoTopics)
	return s
}
