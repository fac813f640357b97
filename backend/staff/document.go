package staff

import (
	"bytes"
	"context"
	"embed"
	"fmt"
	"html/template"

	"relais/backend/workspace"
)

//go:embed documents/*.html
var documents embed.FS

// Documents that a programme needs: the record of processing (GDPR, Article 30), the notice to staff (Article 13) and
// the note to the works council.
const (
	DocumentRecord       = "record"
	DocumentNotice       = "notice"
	DocumentWorksCouncil = "works-council"
)

// Document writes a document in fr or en, filled in from the settings, as a page made for printing. What is still to
// be filled in is marked. It fails with document_unknown.
func (s *Service) Document(ctx context.Context, name, language string) ([]byte, error) {
	if language != "fr" {
		language = "en"
	}
	if name != DocumentRecord && name != DocumentNotice && name != DocumentWorksCouncil {
		return nil, workspace.NewFault("document_unknown", "name", name)
	}
	data, err := s.documentData(ctx, language)
	if err != nil {
		return nil, err
	}
	data["Title"] = documentTitle(name, language)
	gap := func(text string) template.HTML {
		if text == "" {
			return template.HTML(`<span class="gap">` + data["Gap"].(string) + `</span>`)
		}
		return template.HTML(template.HTMLEscapeString(text))
	}
	t, err := template.New("frame.html").Funcs(template.FuncMap{"gap": gap}).ParseFS(documents, "documents/frame.html", "documents/"+name+"."+language+".html")
	if err != nil {
		return nil, fmt.Errorf("staff: document: %w", err)
	}
	var out bytes.Buffer
	if err := t.Execute(&out, data); err != nil {
		return nil, fmt.Errorf("staff: document: %w", err)
	}
	return out.Bytes(), nil
}

func (s *Service) documentData(ctx context.Context, language string) (map[string]any, error) {
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return nil, err
	}
	caps, err := s.DefaultCaps(ctx)
	if err != nil {
		return nil, err
	}
	retention, err := s.Retention(ctx)
	if err != nil {
		return nil, err
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return nil, err
	}
	var people, members int64
	for _, c := range counts {
		people += c.People
		if c.Membership == Active || c.Membership == Paused {
			members += c.People
		}
	}
	data := map[string]any{"Language": language, "Company": company, "Caps": caps, "Retention": retention, "People": people, "Members": members,
		"Day": s.ws.Now().Format("2006-01-02"), "Gap": "to be filled in", "Footer": "A draft from Relais. Have your counsel check it."}
	if language == "fr" {
		data["Gap"], data["Day"] = "à compléter", s.ws.Now().Format("02/01/2006")
		data["Footer"] = "Projet établi par Relais. À faire vérifier par votre conseil."
	}
	return data, nil
}

func documentTitle(name, language string) string {
	titles := map[string]string{DocumentRecord: "Record of processing activities", DocumentNotice: "Notice to staff", DocumentWorksCouncil: "Note to the works council"}
	if language == "fr" {
		titles = map[string]string{DocumentRecord: "Registre des activités de traitement", DocumentNotice: "Notice aux collaborateurs", DocumentWorksCouncil: "Note d'information au CSE"}
	}
	return titles[name]
}
