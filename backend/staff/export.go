package staff

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"github.com/emersion/go-vcard"
	"github.com/xuri/excelize/v2"

	"relais/backend/network"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// Export writes the people of a filter as CSV (UTF-8 with its mark, which Excel needs), XLSX or vCard. The importer
// reads each of them back without a change. Text that a spreadsheet program would run is guarded by an apostrophe.
func (s *Service) Export(ctx context.Context, format, language string, f Filter) ([]byte, error) {
	f.Offset, f.Limit = 0, 0
	people, _, err := s.List(ctx, f)
	if err != nil {
		return nil, err
	}
	people = unrestricted(people)
	switch format {
	case sheet.CSV:
		return exportCSV(people, language)
	case sheet.XLSX:
		return exportXLSX(people, language)
	case sheet.VCard, "vcf":
		return exportCards(people)
	}
	return nil, workspace.NewFault("export_format", "format", format)
}

// unrestricted leaves out whose data must not be used for now.
func unrestricted(people []Person) []Person {
	kept := people[:0]
	for _, p := range people {
		if p.RestrictedAt == nil {
			kept = append(kept, p)
		}
	}
	return kept
}

var exportNetworks = []network.ID{network.LinkedIn, network.X, network.Facebook, network.Instagram, network.Threads, network.Bluesky, network.Mastodon, network.XING}

func exportHeader(language string) []string {
	names := []string{"Name", "Given name", "Emails", "Employee number", "Job title", "Department", "Languages", "Manager", "Joined on", "Left on", "Topics", "Membership"}
	followers, asOf := "followers", "Figures as of"
	if language == "fr" {
		names = []string{"Nom complet", "Prénom", "Adresses e-mail", "Matricule", "Fonction", "Service", "Langues", "Responsable", "Date d'entrée", "Date de sortie", "Thèmes", "Participation"}
		followers, asOf = "abonnés", "Date des chiffres"
	}
	for _, id := range exportNetworks {
		names = append(names, network.Name(id), network.Name(id)+" "+followers)
	}
	return append(names, asOf)
}

func exportRow(p Person) []string {
	addresses, topics := make([]string, len(p.Addresses)), []string{}
	for i, a := range p.Addresses {
		addresses[i] = a.Address
	}
	for _, t := range p.Topics {
		if t.Stance == Declared {
			topics = append(topics, t.Name)
		}
	}
	row := []string{p.Name, p.GivenName, strings.Join(addresses, "; "), p.EmployeeNumber, p.JobTitle, p.Department, strings.Join(p.Languages, ", "),
		p.Manager, value(p.JoinedOn), value(p.LeftOn), strings.Join(topics, "; "), string(p.Membership)}
	newest := ""
	for _, id := range exportNetworks {
		profile, size := "", ""
		for _, a := range p.Accounts {
			if a.Network != string(id) {
				continue
			}
			if profile = a.Account.Address; profile == "" {
				profile = "x"
			}
			if a.Audience != nil {
				size = strconv.FormatInt(*a.Audience, 10)
				newest = max(newest, a.AsOf)
			}
		}
		row = append(row, profile, size)
	}
	row = append(row, newest)
	for i := range row {
		row[i] = guard(row[i])
	}
	return row
}

// guard keeps a cell from being run. An apostrophe that the text itself begins with is doubled, so that the importer,
// which takes one away, reads the same text.
func guard(text string) string {
	if strings.HasPrefix(text, "'") {
		return "'" + text
	}
	return workspace.Inert(text)
}

func exportCSV(people []Person, language string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	if language == "fr" {
		w.Comma = ';'
	}
	w.UseCRLF = true
	rows := [][]string{exportHeader(language)}
	for _, p := range people {
		rows = append(rows, exportRow(p))
	}
	if err := w.WriteAll(rows); err != nil {
		return nil, fmt.Errorf("staff: export: %w", err)
	}
	return out.Bytes(), nil
}

func exportXLSX(people []Person, language string) ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	name := book.GetSheetName(0)
	stream, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, fmt.Errorf("staff: export: %w", err)
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return nil, fmt.Errorf("staff: export: %w", err)
	}
	for i := range len(people) + 1 {
		texts := exportHeader(language)
		if i > 0 {
			texts = exportRow(people[i-1])
		}
		cells := make([]any, len(texts))
		for j, t := range texts {
			cells[j] = t
			if n, err := strconv.ParseInt(t, 10, 64); err == nil && j >= 12 {
				cells[j] = n
			}
		}
		if err := stream.SetRow(fmt.Sprintf("A%d", i+1), cells); err != nil {
			return nil, fmt.Errorf("staff: export: %w", err)
		}
	}
	if err := stream.Flush(); err != nil {
		return nil, fmt.Errorf("staff: export: %w", err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		return nil, fmt.Errorf("staff: export: %w", err)
	}
	return out.Bytes(), nil
}

// component keeps text within its part of a value that semicolons divide; the encoder does not escape them.
func component(text string) string { return strings.ReplaceAll(text, ";", ",") }

func exportCards(people []Person) ([]byte, error) {
	var out bytes.Buffer
	enc := vcard.NewEncoder(&out)
	for _, p := range people {
		card := vcard.Card{}
		name, given := workspace.OneLine(p.Name), workspace.OneLine(p.GivenName)
		card.SetValue(vcard.FieldFormattedName, name)
		card.SetName(&vcard.Name{GivenName: component(given), FamilyName: component(strings.TrimSpace(strings.TrimPrefix(name, given)))})
		for _, a := range p.Addresses {
			card.AddValue(vcard.FieldEmail, workspace.OneLine(a.Address))
		}
		if p.JobTitle != "" {
			card.SetValue(vcard.FieldTitle, workspace.OneLine(p.JobTitle))
		}
		if p.Department != "" {
			card.SetValue(vcard.FieldOrganization, ";"+component(workspace.OneLine(p.Department)))
		}
		for _, l := range p.Languages {
			card.AddValue(vcard.FieldLanguage, workspace.OneLine(l))
		}
		for _, a := range p.Accounts {
			if strings.HasPrefix(a.Account.Address, "http") {
				card.AddValue(vcard.FieldURL, workspace.OneLine(a.Account.Address))
			}
		}
		vcard.ToV4(card)
		if err := enc.Encode(card); err != nil {
			return nil, fmt.Errorf("staff: export: %w", err)
		}
	}
	return out.Bytes(), nil
}
