package report

import (
	"bytes"
	"context"

	"relais/backend/report/words"
	"relais/backend/workspace"
)

// Formats of a report.
const (
	PDF  = "pdf"
	XLSX = "xlsx"
	CSV  = "csv"
	JSON = "json"
)

// Formats are all of them.
func Formats() []string { return []string{PDF, XLSX, CSV, JSON} }

// Export makes the report of a filter as a file's bytes. An unknown format is
// refused with "format_unknown".
func (s *Service) Export(ctx context.Context, f Filter, format, language string) ([]byte, error) {
	v, err := s.View(ctx, f)
	if err != nil {
		return nil, err
	}
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return nil, err
	}
	b, err := words.Open(language)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	switch format {
	case PDF:
		err = WritePDF(&out, v, b, company.Name, s.ws.Now())
	case XLSX:
		err = WriteXLSX(&out, v, b, company.Name)
	case CSV:
		err = WriteCSV(&out, v, b)
	case JSON:
		err = WriteJSON(&out, v, b)
	default:
		return nil, workspace.NewFault("format_unknown", "format", format)
	}
	return out.Bytes(), err
}
