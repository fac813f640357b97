package report

import (
	"math"
	"time"
)

// overTime draws shares as bars and participation as a line over them.
func (p *paperwork) overTime(x, y, w, h float64) {
	series := p.view.Series
	if len(series) == 0 || h < 25 {
		return
	}
	const axis, foot = 9.0, 9.0
	most, part := 0.0, 0.0
	for _, b := range series {
		most = math.Max(most, float64(b.Shares))
		if b.Participation != nil {
			part = math.Max(part, *b.Participation)
		}
	}
	top := nice(most)
	ceiling := math.Min(1, nice(part*100)/100)
	left, right, base, height := x+axis, x+w-axis-2, y+h-foot, h-foot-6
	p.legend(left, y)
	for i := range 5 {
		at := float64(i) / 4
		gy := base - at*height
		p.stroke(line, 0.15)
		p.Line(left, gy, right, gy)
		if top >= 4 || i%4 == 0 {
			p.text(x, gy-1.5, axis-1.5, 6.5, "", soft, "R", p.words.Number(top*at, 0))
		}
		if ceiling > 0 {
			p.text(right+1, gy-1.5, axis+2, 6.5, "", soft, "L", p.words.Number(ceiling*at*100, 0)+p.percentSign())
		}
	}
	step := (right - left) / float64(len(series))
	p.fill(light)
	for i, b := range series {
		if bar := float64(b.Shares) / top * height; bar > 0 {
			p.Rect(left+step*(float64(i)+0.18), base-bar, step*0.64, bar, "F")
		}
	}
	p.line(series, left, base, step, height, ceiling)
	p.days(series, left, base, step)
}

func (p *paperwork) percentSign() string {
	if p.words.Language == "fr" {
		return "\u00a0%"
	}
	return "%"
}

func (p *paperwork) legend(x, y float64) {
	p.fill(light)
	p.Rect(x, y+0.6, 3, 2, "F")
	p.text(x+4, y, 40, 7, "", soft, "L", p.words.Say("figure.shares"))
	p.stroke(accent, 0.6)
	p.Line(x+46, y+1.6, x+51, y+1.6)
	p.text(x+52, y, 80, 7, "", soft, "L", p.words.Say("figure.participation")+" ("+p.words.Say("label.declared")+")")
}

// line draws participation; where it is not known, the line has a gap.
func (p *paperwork) line(series []Bucket, left, base, step, height, ceiling float64) {
	if ceiling == 0 {
		return
	}
	p.stroke(accent, 0.6)
	p.SetLineCapStyle("round")
	lastX, lastY := math.NaN(), 0.0
	for i, b := range series {
		if b.Participation == nil {
			lastX = math.NaN()
			continue
		}
		x, y := left+step*(float64(i)+0.5), base-*b.Participation/ceiling*height
		if !math.IsNaN(lastX) {
			p.Line(lastX, lastY, x, y)
		}
		p.fill(accent)
		p.Circle(x, y, 0.7, "F")
		lastX, lastY = x, y
	}
}

// days writes as many dates under the axis as fit.
func (p *paperwork) days(series []Bucket, left, base, step float64) {
	every := int(math.Ceil(13 / step))
	for i, b := range series {
		if i%every != 0 {
			continue
		}
		t, err := time.Parse(time.DateOnly, b.From)
		if err != nil {
			continue
		}
		text := t.Format("01/2006")
		switch p.view.Step {
		case StepWeek:
			text = t.Format("02/01")
			if p.words.Language == "en" {
				text = t.Format("2 Jan")
			}
		case StepYear:
			text = t.Format("2006")
		}
		p.text(left+step*(float64(i)+0.5)-8, base+1.2, 16, 6.5, "", soft, "C", text)
	}
}

// nice gives a round number not below v for the top of an axis: 1, 2, 4 or 8
// times a power of ten, so that quarters of it are round as well.
func nice(v float64) float64 {
	if v <= 0 {
		return 4
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 4, 8, 10} {
		if v <= m*unit {
			return math.Max(m*unit, 4)
		}
	}
	return 10 * unit
}

// comparisonHeight is that of one comparison, in millimetres.
const comparisonHeight = 45.0

// comparison draws one of the four: a question, an answer in a sentence, two
// bars, and what to doubt.
func (p *paperwork) comparison(x, y float64, f CompareFace) {
	p.fill(paper)
	p.Rect(x, y, half, comparisonHeight, "F")
	p.text(x+3, y+2.5, half-6, 9.5, "B", ink, "L", f.Title)
	p.text(x+3, y+2.5, half-6, 6.8, "", soft, "R", f.LabelText)
	if f.Value == nil {
		p.block(x+3, y+9, half-6, 7.5, soft, f.Question)
		p.block(x+3, y+18, half-6, 8.5, soft, p.words.Say("unknown")+". "+f.Sentence)
		return
	}
	below := p.block(x+3, y+8.5, half-6, 8, ink, f.Sentence)
	// Parts of a whole are drawn against the whole, others against the larger.
	most := 1.0
	if f.Unit != UnitShare {
		most = 0
		for _, v := range []*float64{f.Staff, f.Page} {
			if v != nil {
				most = math.Max(most, *v)
			}
		}
	}
	below = p.bar(x+3, below+2, f.StaffName, f.StaffText, f.Staff, most, accent)
	below = p.bar(x+3, below, f.PageName, f.PageText, f.Page, most, light)
	note := ""
	for i, n := range f.Notes {
		if i > 0 {
			note += " "
		}
		note += n
	}
	p.SetFont("go", "", 6.5)
	if rows := p.SplitText(note, half-6); len(rows) > 3 {
		note = rows[0] + " " + rows[1] + " " + rows[2]
	}
	p.block(x+3, max(below+0.5, y+34), half-6, 6.5, soft, note)
}

func (p *paperwork) bar(x, y float64, name, text string, value *float64, most float64, c colour) float64 {
	const width = half - 6
	p.text(x, y, width*0.75, 7, "", soft, "L", name)
	p.text(x+width*0.5, y, width*0.5, 7.5, "B", ink, "R", text)
	p.fill(line)
	p.Rect(x, y+3.8, width, 2.4, "F")
	if value != nil && most > 0 {
		p.fill(c)
		p.Rect(x, y+3.8, width*math.Max(0, *value/most), 2.4, "F")
	}
	return y + 7.8
}
