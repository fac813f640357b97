package staff

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html/template"
	"sort"
	"strconv"
	"strings"
	"time"

	"relais/backend/workspace"
)

// section is one part of a person's copy.
type section struct {
	Name string           `json:"name"`
	Rows []map[string]any `json:"rows"`
}

// Copy makes the person's copy of everything that is kept of them (GDPR, Articles 15 and 20): a ZIP with a page to
// read and a JSON file for machines, made by the same rows. language is fr, or anything for English.
func (s *Service) Copy(ctx context.Context, id int64, language string) ([]byte, error) {
	p, err := s.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	sections, err := s.gather(ctx, p)
	if err != nil {
		return nil, err
	}
	raw, err := json.MarshalIndent(map[string]any{"made_at": s.ws.Now().UTC().Format(time.RFC3339), "sections": sections}, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("staff: copy: %w", err)
	}
	page, err := copyPage(p.Name, sections, language, s.ws.Now())
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, f := range []struct {
		name string
		data []byte
	}{{copyWords(language)["file"] + ".html", page}, {copyWords(language)["file"] + ".json", raw}} {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: s.ws.Now().UTC()})
		if err == nil {
			_, err = w.Write(f.data)
		}
		if err != nil {
			return nil, fmt.Errorf("staff: copy: %w", err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("staff: copy: %w", err)
	}
	_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.copied", Kind: "staff", ID: id})
	return out.Bytes(), err
}

// gather asks each feature for what it has, this one first.
func (s *Service) gather(ctx context.Context, p Person) ([]section, error) {
	own, err := s.ownData(ctx, p)
	if err != nil {
		return nil, err
	}
	for _, h := range s.holders {
		rows, err := h.PersonalData(ctx, p.ID)
		if err != nil {
			return nil, fmt.Errorf("staff: copy: %w", err)
		}
		for _, row := range rows {
			readable(row)
		}
		own = append(own, section{h.PersonalDataName(), rows})
	}
	return own, nil
}

func (s *Service) ownData(ctx context.Context, p Person) ([]section, error) {
	person := map[string]any{"name": p.Name, "given_name": p.GivenName, "employee_number": p.EmployeeNumber, "job_title": p.JobTitle,
		"department": p.Department, "manager": p.Manager, "languages": strings.Join(p.Languages, ", "), "joined_on": value(p.JoinedOn),
		"left_on": value(p.LeftOn), "membership": p.Membership, "paused_until": value(p.PausedUntil), "cap_asks_month": p.CapAsksMonth,
		"cap_mails_month": p.CapMailsMonth, "restricted_at": p.RestrictedAt, "created_at": p.CreatedAt, "changed_at": p.ChangedAt}
	out := []section{{"person", []map[string]any{person}}}
	for _, part := range []struct{ name, query string }{
		{"addresses", "SELECT address, is_primary, bounce_kind, bounced_at FROM staff_address WHERE staff_id = ? ORDER BY is_primary DESC, id"},
		{"departments", "SELECT d.name AS department, h.from_on, h.to_on FROM staff_department h JOIN department d ON d.id = h.department_id WHERE h.staff_id = ? ORDER BY h.from_on"},
		{"topics", "SELECT t.name AS topic, k.stance, k.reason, k.changed_at FROM staff_topic k JOIN topic t ON t.id = k.topic_id WHERE k.staff_id = ? ORDER BY t.name"},
		{"accounts", "SELECT network, address, instance, preferred, closed_at FROM account WHERE staff_id = ? ORDER BY network"},
		{"audiences", "SELECT a.network, u.size, u.as_of, u.origin, u.recorded_at FROM audience u JOIN account a ON a.id = u.account_id WHERE a.staff_id = ? ORDER BY u.as_of, u.id"},
		{"consent", "SELECT state, until_on, at, origin, words, actor FROM membership_event WHERE staff_id = ? ORDER BY at, id"},
		{"imports", "SELECT i.file_name, i.at, c.row, c.kind FROM staff_import_change c JOIN staff_import i ON i.id = c.import_id WHERE c.staff_id = ? ORDER BY i.id"},
		{"activity", "SELECT at, verb, actor FROM activity WHERE thing = 'staff' AND thing_id = ? ORDER BY id"},
	} {
		rows := []map[string]any{}
		if err := s.ws.DB.Read(ctx).Raw(part.query, p.ID).Scan(&rows).Error; err != nil {
			return nil, fmt.Errorf("staff: copy %s: %w", part.name, err)
		}
		out = append(out, section{part.name, rows})
	}
	for _, sec := range out {
		for _, row := range sec.Rows {
			readable(row)
		}
	}
	return out, nil
}

// readable turns moments into RFC 3339 and drops what is empty.
func readable(row map[string]any) {
	for name, v := range row {
		switch x := v.(type) {
		case nil:
			delete(row, name)
		case *workspace.Instant:
			delete(row, name)
			if x != nil {
				row[name] = x.RFC3339()
			}
		case workspace.Instant:
			row[name] = x.Time().Format(time.RFC3339)
		case *int:
			delete(row, name)
			if x != nil {
				row[name] = *x
			}
		case int64:
			if strings.HasSuffix(name, "_at") || name == "at" {
				row[name] = workspace.Instant(x).Time().Format(time.RFC3339)
			}
		case []byte:
			row[name] = string(x)
		case string:
			if x == "" {
				delete(row, name)
			}
		}
	}
}

var copyTemplate = template.Must(template.New("copy").Parse(`<!doctype html><html lang="{{.Language}}"><head><meta charset="utf-8"><title>{{.Title}}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}h2{margin-top:2rem;border-bottom:1px solid #ddd}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #eee;overflow-wrap:anywhere;white-space:pre-wrap}th{color:#666;font-weight:500}</style></head>
<body><h1>{{.Title}}</h1><p>{{.Lead}}</p>{{range .Sections}}<h2>{{.Title}}</h2>{{if not .Rows}}<p>{{$.Nothing}}</p>{{else}}<table><thead><tr>{{range .Columns}}<th>{{.}}</th>{{end}}</tr></thead>
<tbody>{{range .Rows}}<tr>{{range .}}<td>{{.}}</td>{{end}}</tr>{{end}}</tbody></table>{{end}}{{end}}</body></html>
`))

type copyTable struct {
	Title   string
	Columns []string
	Rows    [][]string
}

func copyPage(name string, sections []section, language string, now time.Time) ([]byte, error) {
	words := copyWords(language)
	tables := []copyTable{}
	for _, s := range sections {
		tables = append(tables, tableOf(s, words))
	}
	var out bytes.Buffer
	err := copyTemplate.Execute(&out, map[string]any{"Language": words["code"], "Title": words["heading"] + " " + name,
		"Lead": strings.NewReplacer("{day}", now.Format(time.DateOnly)).Replace(words["lead"]), "Nothing": words["nothing"], "Sections": tables})
	if err != nil {
		return nil, fmt.Errorf("staff: copy: %w", err)
	}
	return out.Bytes(), nil
}

func tableOf(s section, words map[string]string) copyTable {
	names := map[string]bool{}
	for _, row := range s.Rows {
		for n := range row {
			names[n] = true
		}
	}
	columns := make([]string, 0, len(names))
	for n := range names {
		columns = append(columns, n)
	}
	sort.Strings(columns)
	t := copyTable{Title: word(words, s.Name)}
	if s.Name == "person" && len(s.Rows) == 1 { // one row with many columns is read better upright
		for _, c := range columns {
			t.Rows = append(t.Rows, []string{word(words, c), cellText(s.Rows[0][c])})
		}
		return t
	}
	for _, row := range s.Rows {
		line := make([]string, len(columns))
		for i, c := range columns {
			line[i] = cellText(row[c])
		}
		t.Rows = append(t.Rows, line)
	}
	for _, c := range columns {
		t.Columns = append(t.Columns, word(words, c))
	}
	return t
}

func cellText(v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return fmt.Sprint(v)
}

func word(words map[string]string, name string) string {
	if w := words[name]; w != "" {
		return w
	}
	return strings.ReplaceAll(name, "_", " ")
}
