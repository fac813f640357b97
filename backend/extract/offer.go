package extract

import (
	"strings"
	"time"
)

// Offer is a job offer as a page's JobPosting data gives it
// (https://schema.org/JobPosting). Empty fields were not given.
type Offer struct {
	Title    string
	Company  string
	Place    string
	Contract string    // as given: FULL_TIME, CDI, …
	Closes   time.Time // the last day on which one can apply
	Salary   string
}

// Kinds of a page, in the words of the library.
const (
	KindArticle = "article"
	KindOffer   = "job_offer"
	KindEvent   = "event"
)

// offer reads the first JobPosting, from JSON-LD or microdata.
func (p *page) offer() *Offer {
	for _, t := range p.things {
		if !t.is("JobPosting") {
			continue
		}
		o := &Offer{
			Title: t.text("title", "name"), Contract: strings.Join(contracts(t["employmentType"]), ", "),
			Closes: ReadDate(t.text("validThrough")).Time, Place: place(t), Salary: salary(t.sub("baseSalary")),
		}
		if org := t.sub("hiringOrganization"); org != nil {
			o.Company = org.text("name")
		} else {
			o.Company = t.text("hiringOrganization")
		}
		return o
	}
	if p.prop("validthrough") != "" || (p.prop("joblocation") != "" && p.prop("title") != "") || p.prop("employmenttype") != "" {
		return &Offer{
			Title: p.prop("title"), Company: p.prop("hiringorganization"), Contract: p.prop("employmenttype"),
			Closes: ReadDate(p.prop("validthrough")).Time, Place: firstOf(p.prop("addresslocality"), p.prop("joblocation")),
		}
	}
	return nil
}

func contracts(v any) []string {
	var all []string
	for _, s := range stringsOf(v) {
		if s = plain(s); s != "" && !contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

func place(t thing) string {
	var all []string
	locations, _ := t["jobLocation"].([]any)
	if one := t.sub("jobLocation"); one != nil && locations == nil {
		locations = []any{map[string]any(one)}
	}
	for i, l := range locations {
		if m, ok := l.(map[string]any); ok && i < 5 {
			if s := address(m); s != "" && !contains(all, s) {
				all = append(all, s)
			}
		}
	}
	if len(all) == 0 {
		if s := t.text("jobLocation"); s != "" {
			all = append(all, s)
		}
	}
	if strings.EqualFold(t.text("jobLocationType"), "TELECOMMUTE") {
		all = append(all, "remote")
	}
	return strings.Join(all, " · ")
}

func address(l thing) string {
	a := l.sub("address")
	if a == nil {
		return firstOf(l.text("address"), l.text("name"))
	}
	var parts []string
	for _, key := range []string{"addressLocality", "addressRegion", "addressCountry"} {
		if s := a.text(key); s != "" && !contains(parts, s) {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

func salary(s thing) string {
	if s == nil {
		return ""
	}
	v := s.sub("value")
	number := func(t thing, key string) string {
		switch x := t[key].(type) {
		case string:
			return x
		case float64:
			return trimFloat(x)
		}
		return ""
	}
	low, high := number(v, "minValue"), number(v, "maxValue")
	if low == "" {
		low = firstOf(number(v, "value"), number(s, "value"))
	}
	if low == "" {
		return ""
	}
	if high != "" && high != low {
		low += "–" + high
	}
	return strings.TrimSpace(low + " " + s.text("currency"))
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// kind tells what the page is about.
func (p *page) kind(o *Offer) string {
	if o != nil {
		return KindOffer
	}
	article, event := false, false
	for _, t := range p.things {
		article = article || t.is(articleTypes...)
		event = event || t.is("Event", "BusinessEvent", "EducationEvent", "SocialEvent", "Festival", "ExhibitionEvent", "CourseInstance")
	}
	if event && !article {
		return KindEvent
	}
	return KindArticle
}
