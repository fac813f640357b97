package report

import "strings"

// first is the page of figures and of participation over time.
func (p *paperwork) first() {
	y := p.head(1)
	if p.view.Withheld {
		p.block(margin, y+6, inner, 10, ink, p.words.Say("report.withheld"))
		return
	}
	if p.view.Undefined {
		y = p.block(margin, y, inner, 10, ink, p.words.Say("report.empty")) + 4
	}
	left := p.section(margin, y, "report.given", Gives, Asks, Balance, Topics, Referrals, Hires)
	right := p.section(margin+half+gutter, y, "report.shared", Shares, Sharers, Participation, ShareRate, Amplification, Headcount)
	y = max(left, right) + 5
	left = p.section(margin, y, "report.reached", Potential, EstimatedCode, Per1000, Visits, EMV)
	right = p.section(margin+half+gutter, y, "report.said", Adoption, Useful, ReadOnly, Response)
	y = max(left, right) + 5
	y = p.title(margin, y, inner, p.words.Say("report.over_time"))
	p.overTime(margin, y+1, inner, pageHeight-20-y)
}

// second is the page of comparisons and breakdowns.
func (p *paperwork) second() {
	y := p.head(2)
	if p.view.Withheld {
		return
	}
	y = p.title(margin, y, inner, p.words.Say("report.compare"))
	faces := p.view.CompareFaces(p.words)
	for i, f := range faces {
		x := margin + float64(i%2)*(half+gutter)
		p.comparison(x, y+float64(i/2)*(comparisonHeight+3), f)
	}
	y += 2*(comparisonHeight+3) + 2
	if p.view.Whole {
		y = p.block(margin, y, inner, 9, ink, p.words.Say("report.whole")) + 4
	} else {
		y = p.breakdowns(y)
	}
	if y < pageHeight-42 {
		y = p.title(margin, y, inner, p.words.Say("report.how"))
		y = p.block(margin, y, inner, 7.5, soft, p.words.Say("report.how.text"))
		p.definitions(y + 3)
	}
}

// section lists figures under a heading: name and label, value, and what it was
// in the period before.
func (p *paperwork) section(x, y float64, heading string, codes ...string) float64 {
	y = p.title(x, y, half, p.words.Say(heading))
	faces := map[string]Face{}
	for _, f := range p.view.Faces(p.words) {
		faces[f.Code] = f
	}
	for _, code := range codes {
		y = p.figure(x, y, faces[code])
	}
	return y
}

func (p *paperwork) figure(x, y float64, f Face) float64 {
	p.text(x, y, half*0.62, 9, "", ink, "L", f.Name)
	if f.Value == nil {
		p.text(x+half*0.6, y, half*0.4, 9, "", soft, "R", f.Text)
	} else {
		p.text(x+half*0.6, y, half*0.4, 11, "B", ink, "R", f.Text)
	}
	note := f.LabelText
	for _, n := range f.Notes {
		note += " · " + n
	}
	if f.Reason != "" {
		note = f.LabelText + " · " + f.Reason
	}
	before := ""
	if f.BeforeText != "" && f.Value != nil {
		before = f.Change + "  (" + f.BeforeText + ")"
	}
	p.SetFont("go", "", 6.8)
	used := p.GetStringWidth(before) + 2
	if before == "" {
		used = 0
	}
	p.text(x, y+4.4, half-used, 6.8, "", soft, "L", note)
	p.text(x+half-used, y+4.4, used, 6.8, "", soft, "R", before)
	p.stroke(line, 0.15)
	p.Line(x, y+9, x+half, y+9)
	return y + 10.2
}

// breakdowns sets those that say something two by two.
func (p *paperwork) breakdowns(y float64) float64 {
	var shown []string
	for _, d := range []string{ByDepartment, ByNetwork, ByTopic, ByCampaign} {
		if list := p.view.Groups[d]; len(list) > 1 || (len(list) == 1 && !list[0].Rest) {
			shown = append(shown, d)
		}
	}
	for len(shown) > 0 {
		below := p.groups(margin, y, shown[0])
		if len(shown) > 1 {
			below = max(below, p.groups(margin+half+gutter, y, shown[1]))
		}
		y = below + 4
		shown = shown[min(2, len(shown)):]
	}
	return y
}

// mostGroups is how many rows of a breakdown fit; the spreadsheet has them all.
const mostGroups = 8

// groups is one breakdown as bars of shares, in alphabetical order.
func (p *paperwork) groups(x, y float64, dimension string) float64 {
	list := p.view.Groups[dimension]
	y = p.title(x, y, half, p.words.Say("report.by", "dimension", strings.ToLower(p.words.Say("dimension."+dimension))))
	most := int64(1)
	for _, g := range list {
		most = max(most, g.Shares)
	}
	hidden := 0
	if len(list) > mostGroups {
		hidden = len(list) - mostGroups + 1
		list = list[:mostGroups-1]
	}
	for _, g := range list {
		p.text(x, y, half*0.42, 8, "", ink, "L", GroupName(dimension, g, p.words))
		width := half * 0.42 * float64(g.Shares) / float64(most)
		p.fill(light)
		p.Rect(x+half*0.44, y+0.4, max(width, 0.3), 3, "F")
		value := p.words.Number(float64(g.Shares), 0)
		if g.Rest && g.Requests == nil && g.Shares == 0 {
			value = p.words.Say("fewer")
		}
		p.text(x+half*0.8, y, half*0.2, 8, "B", ink, "R", value)
		y += 5
	}
	if hidden > 0 {
		p.text(x, y, half, 7, "", soft, "L", "+ "+p.words.Number(float64(hidden), 0))
		y += 4
	}
	return y
}

// definitions says in small print what each figure is, as far as there is room.
func (p *paperwork) definitions(y float64) {
	const size = 6.5
	at := [2]float64{y, y}
	for i, f := range p.view.Faces(p.words) {
		side := i % 2
		x := margin + float64(side)*(half+gutter)
		text := f.Name + " : " + f.Definition
		if p.words.Language == "en" {
			text = f.Name + ": " + f.Definition
		}
		p.SetFont("go", "", size)
		if at[side]+float64(len(p.SplitText(plainSpaces(text), half)))*size*0.48 > pageHeight-16 {
			continue
		}
		at[side] = p.block(x, at[side], half, size, soft, text) + 0.8
	}
}
