package letter

import (
	_ "embed"
	"html/template"
	"strings"
	"sync"
)

//go:embed letter.html
var source string

// layout is parsed once, at first use; the text is part of the program, so that it cannot fail at a customer's.
var layout = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("letter").Funcs(template.FuncMap{"lines": lines}).Parse(source))
})

// lines breaks text at its line ends: Outlook knows no white-space rule that would.
func lines(text string) []string { return strings.Split(text, "\n") }

// markup draws a letter as HTML.
func markup(w *writer) string {
	var out strings.Builder
	data := struct {
		Subject, Language, Preheader, Company, Programme string
		Blocks                                           []block
	}{w.subject, w.Language, preheader(w.blocks), w.Company, w.Programme, w.blocks}
	if err := layout().Execute(&out, data); err != nil {
		// Only a broken template can fail here, and the tests draw every block: the text part still says it all.
		return ""
	}
	// The template writes '+' as '&#43;', which some mail programs hand on as it is.
	return squeeze(strings.ReplaceAll(out.String(), "&#43;", "+"))
}

// preheader is what a mailbox shows beside the subject: the second paragraph, after the greeting.
func preheader(blocks []block) string {
	n := 0
	for _, b := range blocks {
		if b.Kind == "para" {
			if n++; n == 2 {
				return oneLine(b.Text)
			}
		}
	}
	return ""
}

// squeeze drops the template's indentation. A text to copy keeps its own: it was escaped into nbsp-free lines.
func squeeze(html string) string {
	rows := strings.Split(html, "\n")
	kept := rows[:0]
	for _, row := range rows {
		if row = strings.TrimSpace(row); row != "" {
			kept = append(kept, row)
		}
	}
	return strings.Join(kept, "\n") + "\n"
}
