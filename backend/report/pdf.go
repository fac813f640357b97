package report

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"relais/backend/report/words"
)

// Sizes of an A4 page, in millimetres.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	margin     = 16.0
	inner      = pageWidth - 2*margin
	gutter     = 8.0
	half       = (inner - gutter) / 2
)

// colour is red, green and blue, 0 to 255.
type colour [3]int

var (
	ink    = colour{33, 30, 27}
	soft   = colour{110, 104, 97}
	line   = colour{226, 221, 214}
	paper  = colour{247, 244, 240}
	accent = colour{31, 95, 107}
	light  = colour{167, 199, 204}
)

// paperwork writes a report; its pages are two.
type paperwork struct {
	*fpdf.Fpdf
	view    *View
	words   *words.Book
	company string
	made    time.Time
}

// WritePDF writes the report for management: two pages, charts as vectors, in
// the language of the words.
func WritePDF(w io.Writer, v *View, b *words.Book, company string, made time.Time) error {
	p := &paperwork{Fpdf: fpdf.New("P", "mm", "A4", ""), view: v, words: b, company: company, made: made}
	// The Go fonts (Bigelow & Holmes, BSD licence) have every letter of the
	// languages that staff write in.
	p.AddUTF8FontFromBytes("go", "", goregular.TTF)
	p.AddUTF8FontFromBytes("go", "B", gobold.TTF)
	p.SetMargins(margin, margin, margin)
	p.SetAutoPageBreak(false, 0)
	p.SetTitle(b.Say("report.title")+" · "+company, true)
	p.SetLang(b.Language)
	p.SetCreator("Relais", true)
	p.SetCreationDate(made)
	p.SetModificationDate(made)
	p.first()
	p.second()
	if err := p.Output(w); err != nil {
		return fmt.Errorf("report: pdf: %w", err)
	}
	return nil
}

func (p *paperwork) colour(c colour) { p.SetTextColor(c[0], c[1], c[2]) }
func (p *paperwork) fill(c colour)   { p.SetFillColor(c[0], c[1], c[2]) }
func (p *paperwork) stroke(c colour, width float64) {
	p.SetDrawColor(c[0], c[1], c[2])
	p.SetLineWidth(width)
}

// text writes one line at x, y (its top), shortened where it is wider than w.
func (p *paperwork) text(x, y, w, size float64, style string, c colour, align, s string) {
	p.SetFont("go", style, size)
	p.colour(c)
	p.SetXY(x, y)
	p.CellFormat(w, size*0.45, p.shorten(plainSpaces(s), w), "", 0, align+"M", false, 0, "")
}

// plainSpaces puts an ordinary no-break space for the narrow one, which the font
// lacks.
func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u202f", "\u00a0") }

// shorten cuts a line that does not fit and marks the cut.
func (p *paperwork) shorten(s string, w float64) string {
	if p.GetStringWidth(s) <= w {
		return s
	}
	runes := []rune(s)
	for len(runes) > 1 && p.GetStringWidth(string(runes)+"…") > w {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// block writes several lines and gives the y below them.
func (p *paperwork) block(x, y, w, size float64, c colour, s string) float64 {
	p.SetFont("go", "", size)
	p.colour(c)
	for _, l := range p.SplitText(plainSpaces(s), w) {
		p.SetXY(x, y)
		p.CellFormat(w, size*0.48, l, "", 0, "LM", false, 0, "")
		y += size * 0.48
	}
	return y
}

func (p *paperwork) head(n int) float64 {
	p.AddPage()
	p.fill(accent)
	p.Rect(0, 0, pageWidth, 3, "F")
	p.text(margin, 12, inner*0.7, 17, "B", ink, "L", p.words.Say("report.title"))
	p.text(margin+inner*0.5, 12, inner*0.5, 11, "B", accent, "R", p.company)
	days := p.words.Say("report.period", "from", p.words.Day(p.view.Days[0]), "to", p.words.Day(p.view.Days[1]))
	if prev := p.view.Previous; prev != nil {
		days += ", " + p.words.Say("report.against", "from", p.words.Day(prev[0]), "to", p.words.Day(prev[1]))
	}
	p.text(margin, 20.5, inner, 8.5, "", soft, "L", days)
	p.text(margin, pageHeight-12, inner/2, 7, "", soft, "L", p.words.Say("report.made", "day", p.words.Day(p.made.Format(time.DateOnly))))
	p.text(margin+inner/2, pageHeight-12, inner/2, 7, "", soft, "R", p.words.Say("report.page", "n", fmt.Sprint(n), "of", "2"))
	return 29
}

func (p *paperwork) title(x, y, w float64, s string) float64 {
	p.text(x, y, w, 10.5, "B", accent, "L", s)
	p.stroke(accent, 0.4)
	p.Line(x, y+6, x+w, y+6)
	return y + 8.5
}
