package past

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
)

// Programs whose exports are read.
const (
	Matomo          = "matomo"
	GoogleAnalytics = "google_analytics"
)

// Visit is one line of web statistics: visits by a tagged address.
type Visit struct {
	Row      int
	Day      string // "" where the export is of a period as a whole
	Source   string
	Medium   string
	Campaign string
	Content  string
	Page     string // the address on the site, without its tags
	Visits   int64
	Post     int64 // the number that the tags name; 0 where they name none
}

// Statistics is an export of web statistics.
type Statistics struct {
	Program string
	Since   string // of the period as a whole, where the export says so
	Until   string
	Visits  []Visit
}

// ReadVisits reads an export of Matomo or Google Analytics 4. ok is false where
// no row names a column of visits and one of campaign, source or page.
func ReadVisits(file sheet.File, today string) (s Statistics, rejected []roster.Rejection, ok bool) {
	cols, rows, t, ok := table(file, visitHeaderWithin, visitHeaders, func(c map[string]int) bool {
		return has(c, fieldVisits) && has(c, fieldCampaign, fieldSource, fieldPage, fieldBoth)
	})
	if !ok {
		return s, nil, false
	}
	s.Program = Matomo
	s.period(t)
	order := roster.Order(nil)
	for _, row := range rows {
		if strings.HasPrefix(row.Text(0), "#") {
			break // another table begins
		}
		if row.Empty() || row.Broken != "" || total(row, cols) {
			continue
		}
		v, bad := readVisit(row, cols, order, today)
		if bad != nil {
			rejected = append(rejected, *bad)
			continue
		}
		if v.Visits > 0 {
			s.Visits = append(s.Visits, v)
		}
	}
	return s, rejected, true
}

// totals are what the sum below or above a table is called, folded.
var totals = []string{"total", "totals", "grand total", "totaux", "total general", "gesamt", "gesamtsumme"}

// total says whether a row is the sum of others: it names nothing, or says so.
func total(row sheet.Row, cols map[string]int) bool {
	named := false
	for _, field := range []string{fieldCampaign, fieldSource, fieldPage, fieldBoth, fieldMedium, fieldContent} {
		named = named || cell(row, cols, field) != ""
	}
	if !named {
		return true
	}
	for i := range row.Cells {
		if slices.Contains(totals, roster.Fold(row.Text(i))) {
			return true
		}
	}
	return false
}

var compactDay = regexp.MustCompile(`\b(20\d\d)(\d\d)(\d\d)\b`)

// period reads the comments that Google Analytics puts above the table
// ('# Start date: 20260101').
func (s *Statistics) period(t sheet.Table) {
	for i, row := range t.Rows {
		if i >= headerWithin {
			return
		}
		text := row.Text(0)
		if !strings.HasPrefix(text, "#") {
			continue
		}
		s.Program = GoogleAnalytics
		m := compactDay.FindAllStringSubmatch(text, -1)
		for _, d := range m {
			day := d[1] + "-" + d[2] + "-" + d[3]
			if s.Since == "" {
				s.Since = day
			}
			s.Until = day
		}
	}
}

func readVisit(row sheet.Row, cols map[string]int, order roster.DateOrder, today string) (Visit, *roster.Rejection) {
	get := func(field string) string { return cell(row, cols, field) }
	v := Visit{Row: row.Number, Source: get(fieldSource), Medium: get(fieldMedium), Campaign: get(fieldCampaign), Content: get(fieldContent)}
	n, ok := roster.ParseAudience(get(fieldVisits))
	if !ok {
		return v, roster.Reject(row.Number, "past_number", "text", get(fieldVisits))
	}
	v.Visits = n
	if both := get(fieldBoth); both != "" {
		v.Source, v.Medium, _ = strings.Cut(both, " / ")
	}
	if text := get(fieldDate); text != "" {
		if m := compactDay.FindStringSubmatch(text); m != nil {
			v.Day = m[1] + "-" + m[2] + "-" + m[3]
		} else if v.Day, ok = roster.ParseDate(text, order, false, today); !ok {
			return v, roster.Reject(row.Number, "past_date", "text", text)
		}
	}
	v.address(get(fieldPage))
	v.Post = postNumber(v.Campaign)
	if v.Post == 0 {
		v.Post = postNumber(v.Content)
	}
	return v, nil
}

// address takes the tags out of a landing page's address.
func (v *Visit) address(page string) {
	if page == "" {
		return
	}
	u, err := url.Parse(page)
	if err != nil {
		return
	}
	for tag, into := range map[string]*string{"source": &v.Source, "medium": &v.Medium, "campaign": &v.Campaign, "content": &v.Content} {
		for _, prefix := range []string{"utm_", "mtm_", "pk_"} {
			if value := u.Query().Get(prefix + tag); value != "" && *into == "" {
				*into = value
			}
		}
	}
	u.RawQuery, u.Fragment = "", ""
	v.Page = strings.TrimRight(u.String(), "/")
}

// The tag that Relais puts into links names the post and no person: post-12.
var tagged = regexp.MustCompile(`(?i)\bpost-(\d{1,9})\b`)

func postNumber(text string) int64 {
	m := tagged.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	n, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return 0
	}
	return n
}
