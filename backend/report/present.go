package report

import (
	"strings"

	"relais/backend/network"
	"relais/backend/report/words"
)

// Face is a figure as a person reads it, in their language.
type Face struct {
	Figure
	Name       string
	Text       string // the value, or 'not known'
	Reason     string // why there is none
	LabelText  string
	BeforeText string // "" where there is none
	Change     string // "+12%", "" where it says nothing
	Notes      []string
	Definition string
	Source     string
}

// Faces gives the figures of a view in words.
func (v *View) Faces(b *words.Book) []Face {
	out := make([]Face, 0, len(v.Figures))
	for _, f := range v.Figures {
		out = append(out, v.face(f, b))
	}
	return out
}

func (v *View) face(f Figure, b *words.Book) Face {
	key := "figure." + f.Code
	face := Face{Figure: f, Name: b.Say(key), LabelText: b.Say("label." + string(f.Label)), Text: v.Amount(f.Value, f.Unit, b),
		Definition: b.Say(key+".definition", "factor", b.Percent(DefaultFactor)), Source: b.Say(key + ".source"), Notes: []string{}}
	if f.Value == nil && f.Why != "" {
		face.Reason = b.Say("why." + f.Why)
	}
	if f.Label == Estimated {
		face.Text = v.about(f.Value, f.Unit, b)
	}
	if f.Before != nil {
		face.BeforeText = v.Amount(f.Before, f.Unit, b)
		if f.Label == Estimated {
			face.BeforeText = v.about(f.Before, f.Unit, b)
		}
		face.Change = change(f, b)
	}
	for _, a := range f.Asides {
		face.Notes = append(face.Notes, b.Count("aside."+a.Code, a.Count))
	}
	return face
}

// change says how a figure moved against the period before. Parts of a whole
// move by points: 20 % after 10 % is not 'twice as much' of anything.
func change(f Figure, b *words.Book) string {
	if f.Value == nil || f.Before == nil {
		return ""
	}
	delta, unit := *f.Value-*f.Before, ""
	if f.Unit == UnitShare {
		delta, unit = delta*100, "\u00a0pt"
	} else {
		if *f.Before == 0 {
			return ""
		}
		delta, unit = delta / *f.Before * 100, "%"
		if b.Language == "fr" {
			unit = "\u00a0%"
		}
	}
	text := b.Number(delta, 0)
	switch {
	case text == "0":
		return "=" // nothing that a rounded number would show
	case delta > 0:
		text = "+" + text
	}
	return text + unit
}

// about writes an estimate, in two digits.
func (v *View) about(value *float64, unit string, b *words.Book) string {
	switch {
	case value == nil:
		return b.Say("unknown")
	case unit == UnitMoney && v.Currency != "":
		return b.Say("money", "currency", symbol(v.Currency), "n", b.About(*value))
	}
	return b.About(*value)
}

// Amount writes a value in its unit, or 'not known'.
func (v *View) Amount(value *float64, unit string, b *words.Book) string {
	if value == nil {
		return b.Say("unknown")
	}
	x := *value
	switch unit {
	case UnitShare:
		return b.Percent(x)
	case UnitRatio, UnitPer1000:
		if x >= 9.95 {
			return b.Number(x, 0)
		}
		return b.Number(x, 1)
	case UnitMinutes:
		return b.Duration(x)
	case UnitMoney:
		if v.Currency == "" {
			return b.Number(x, 0)
		}
		return b.Say("money", "currency", symbol(v.Currency), "n", b.Number(x, 0))
	}
	return b.Number(x, 0)
}

func symbol(currency string) string {
	switch strings.ToUpper(currency) {
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "USD":
		return "$"
	}
	return currency
}

// GroupName is what a person reads for a group.
func GroupName(dimension string, g Group, b *words.Book) string {
	switch {
	case g.Rest:
		return b.Say("rest")
	case g.Name == "":
		return b.Say("none")
	case dimension == ByNetwork:
		return NetworkName(g.Key, b)
	case dimension == ByLanguage:
		return languageName(g.Key)
	}
	return g.Name
}

// NetworkName is what a person reads for a network.
func NetworkName(id string, b *words.Book) string {
	if b.Has("network." + id) {
		return b.Say("network." + id)
	}
	return network.Name(network.ID(id))
}

// languageName is the language's name for itself.
func languageName(code string) string {
	names := map[string]string{"fr": "Français", "en": "English", "de": "Deutsch", "es": "Español", "it": "Italiano", "nl": "Nederlands"}
	if name, ok := names[code]; ok {
		return name
	}
	return code
}

// CompareFace is a comparison as a person reads it.
type CompareFace struct {
	Comparison
	Title     string
	Question  string
	Sentence  string // the result in one sentence, or why there is none
	StaffName string
	PageName  string
	StaffText string
	PageText  string
	LabelText string
	Notes     []string
}

// CompareFaces gives the four comparisons in words.
func (v *View) CompareFaces(b *words.Book) []CompareFace {
	out := make([]CompareFace, 0, len(v.Compare))
	for _, c := range v.Compare {
		key := "compare." + c.Code
		f := CompareFace{Comparison: c, Title: b.Say(key), Question: b.Say(key + ".question"), StaffName: b.Say(key + ".staff"),
			PageName: b.Say(key + ".page"), LabelText: b.Say("label." + string(c.Label)), Notes: []string{}}
		bar := UnitCount
		if c.Unit == UnitShare || c.Unit == UnitPer1000 {
			bar = c.Unit
		}
		page := c.Page
		if c.Code == Specialised {
			bar = UnitShare
			f.Staff, page = c.Value, nil
			if c.Value != nil {
				page = number(1 - *c.Value)
			}
			f.Page = page
		}
		f.StaffText, f.PageText = v.Amount(f.Staff, bar, b), v.Amount(page, bar, b)
		f.Sentence = b.Say("why." + c.Why)
		if c.Value != nil {
			f.Sentence = b.Say(key+".sentence", "value", v.Amount(c.Value, c.Unit, b), "page", f.PageText)
		}
		for _, d := range c.Doubts {
			if d.Code == DoubtFewReports && c.Value != nil {
				f.Sentence = b.Say("compare.hint", "sentence", f.Sentence)
			}
			f.Notes = append(f.Notes, b.Count("doubt."+d.Code, d.Count))
		}
		out = append(out, f)
	}
	return out
}
